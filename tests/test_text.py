"""Strings: normal form, tone placement, search keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.text import compare_key, nfc, search_key, slug, title_case


@pytest.mark.parametrize(("one", "other"), [("Đảng uỷ", "đảng ủy"), ("HOÁ HỌC", "hóa học"), ("Tỉnh  uỷ,", "tỉnh ủy")])
def test_case_tone_placement_and_signs_do_not_matter_in_comparisons(one: str, other: str) -> None:
    assert compare_key(one) == compare_key(other)


def test_different_tones_are_different_words() -> None:
    assert compare_key("Vũ") != compare_key("Vụ")


@pytest.mark.parametrize(
    ("text", "key"),
    [("Bùi Hải Sơn", "bui hai son"), ("Đoàn 2207", "doan 2207"), ("H'Len Mlô", "h len mlo"), ("ƯỚC", "uoc")],
)
def test_a_plain_keyboard_finds_every_letter(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text())
def test_keys_are_the_same_for_composed_and_decomposed_letters(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert compare_key(decomposed) == compare_key(nfc(text))
    assert search_key(decomposed) == search_key(nfc(text))


@given(st.text())
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


def test_a_slug_is_cut_between_words() -> None:
    assert slug("Hội nghị tổng kết năm 2021", limit=15) == "hoi-nghi-tong"
    assert slug("…") == "x"


def test_capitals_become_a_name_and_mixed_case_is_left() -> None:
    assert title_case("LÊ VĂN MINH") == "Lê Văn Minh"
    assert title_case("H'Len Mlô") == "H'Len Mlô"
