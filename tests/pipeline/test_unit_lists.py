"""Units that share words in a list: each is a unit of its own under its whole name."""

import pytest

from graphbuild.pipeline.records import UnitSpan
from tests.pipeline.reading import read, words


def units(text: str) -> list[UnitSpan]:
    return list(read(text)._.units)


def named(text: str) -> list[str]:
    return [unit.name for unit in read(text)._.unit_names.units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tham gia có Ban CHQS các xã: Tân Lập, Phú Xuân và Hòa Sơn.",
            ["Ban CHQS xã Tân Lập", "Ban CHQS xã Phú Xuân", "Ban CHQS xã Hòa Sơn"],
        ),
        (
            "Tham gia có Ban CHQS các xã, phường: Tân Lập, Phú Xuân và Hòa Sơn.",
            ["Ban CHQS Tân Lập", "Ban CHQS Phú Xuân", "Ban CHQS Hòa Sơn"],
        ),
        ("Hai đoàn của Bộ CHQS hai tỉnh Bình Lâm và Sơn Khê dự.", ["Bộ CHQS tỉnh Bình Lâm", "Bộ CHQS tỉnh Sơn Khê"]),
        (
            "Đại biểu UBND các quận 1, 3 và huyện An Thạch dự.",
            ["UBND quận 1", "UBND quận 3", "UBND huyện An Thạch"],
        ),
        ("Bộ đội các Tiểu đoàn 7, 8 và 9 ra thao trường.", ["Tiểu đoàn 7", "Tiểu đoàn 8", "Tiểu đoàn 9"]),
        ("Thành ủy - HĐND - UBND TPHCM gửi thư khen.", ["Thành ủy TPHCM", "HĐND TPHCM", "UBND TPHCM"]),
        (
            "Lãnh đạo Tỉnh ủy, HĐND, UBND tỉnh Bình Lâm cùng dự.",
            ["Tỉnh ủy Bình Lâm", "HĐND tỉnh Bình Lâm", "UBND tỉnh Bình Lâm"],
        ),
        (
            "Hội LHPN tỉnh, Tỉnh đoàn, Hội CCB tỉnh Bình Lâm phối hợp.",
            ["Hội LHPN tỉnh Bình Lâm", "Tỉnh đoàn Bình Lâm", "Hội CCB tỉnh Bình Lâm"],
        ),
    ],
)
def test_every_member_of_the_list_has_its_whole_name(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban CHQS các xã, phường tổ chức trực sẵn sàng chiến đấu.", []),
        ("Ban CHQS các huyện trong tỉnh báo cáo.", []),
        ("Trung đoàn 1187, 15 đồng chí được khen.", ["Trung đoàn 1187"]),
        ("UBND tỉnh Bình Lâm, Đại tá Lê Văn Nam và các đại biểu.", ["UBND tỉnh Bình Lâm"]),
    ],
)
def test_what_is_no_list_of_names_is_left_as_it_is(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_the_words_of_each_mention_stand_in_the_text() -> None:
    text = "Khen thưởng Ban CHQS các xã: Tân Lập, Phú Xuân."
    doc = read(text)
    assert [words(doc, (u.start, u.end)) for u in units(text)] == ["Ban CHQS các xã: Tân Lập", "Phú Xuân"]


def test_a_parent_behind_the_list_is_the_parent_of_each() -> None:
    found = read("Cán bộ các Tiểu đoàn 1, 2 Trung đoàn 1187 họp.")._.unit_names.units
    assert [(unit.name, unit.parent) for unit in found] == [
        ("Tiểu đoàn 1", "Trung đoàn 1187"),
        ("Tiểu đoàn 2", "Trung đoàn 1187"),
        ("Trung đoàn 1187", ""),
    ]


def test_a_persons_name_behind_the_kind_of_place_is_no_place() -> None:
    assert named("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Phạm Lê Uyên Thư dự. UBND tỉnh Bình Lâm báo cáo.") == [
        "Tỉnh ủy Bình Lâm",
        "HĐND tỉnh Bình Lâm",
        "UBND tỉnh Bình Lâm",
    ]


def test_a_place_that_an_article_names_later_stays_one_unit() -> None:
    text = "Tỉnh ủy, UBND tỉnh Bình Lâm dự. Sau đó, UBND tỉnh tặng quà."
    assert named(text) == ["Tỉnh ủy Bình Lâm", "UBND tỉnh Bình Lâm"]
