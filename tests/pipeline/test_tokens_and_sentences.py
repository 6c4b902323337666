"""Syllables, numbers and sentence borders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from graphbuild.pipeline import load_pipeline
from graphbuild.pipeline.tokenizer import SyllableTokenizer
from tests.pipeline.reading import read

TOKENIZE = SyllableTokenizer(Vocab())


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Sáng 29/12, Đoàn 2207", ["Sáng", "29/12", ",", "Đoàn", "2207"]),
        ("nhiệm kỳ 2020-2025.", ["nhiệm", "kỳ", "2020-2025", "."]),
        ("Kho K2190; H'Len", ["Kho", "K2190", ";", "H", "'", "Len"]),
        ("Công ty TNHHMTV Sông Lam", ["Công", "ty", "TNHHMTV", "Sông", "Lam"]),
    ],
)
def test_a_text_is_cut_into_syllables_numbers_and_signs(text: str, tokens: list[str]) -> None:
    assert [t.text for t in TOKENIZE(text)] == tokens


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_tokens_give_back_any_text(text: str) -> None:
    doc = TOKENIZE(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)


def sentences(text: str) -> list[str]:
    return [s.text.strip() for s in read(text).sents]


def test_a_full_stop_ends_a_sentence_but_not_behind_an_abbreviation() -> None:
    text = "Đoàn công tác đến TP. Sơn Khê từ sớm. Buổi chiều, đoàn làm việc với Bộ CHQS tỉnh."
    assert sentences(text) == ["Đoàn công tác đến TP. Sơn Khê từ sớm.", "Buổi chiều, đoàn làm việc với Bộ CHQS tỉnh."]


def test_a_semicolon_does_not_end_a_sentence_so_that_lists_of_delegates_stay_whole() -> None:
    assert len(sentences("Cùng dự có Đại tá Lê Văn Minh; Thượng tá Trần Hữu Nam.")) == 1


def test_a_new_paragraph_begins_a_sentence_without_any_stop() -> None:
    assert len(sentences("Quang cảnh buổi lễ trao thưởng\n\nSáng 3/5/2022, Sư đoàn 941 tổ chức Lễ trao thưởng.")) == 2


def test_an_article_of_more_than_a_million_letters_is_read() -> None:
    doc = load_pipeline(ner=False)("Đại tá Trần Hữu Nam dự. " * 45_000)
    assert len(doc.text) > 1_000_000
    assert len(doc._.persons) == 45_000
