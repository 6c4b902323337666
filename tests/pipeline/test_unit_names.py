"""Which words of an article name the same unit."""

import pytest

from graphbuild.pipeline.named_units import NamedUnit
from tests.pipeline.reading import read


def units(text: str) -> dict[str, NamedUnit]:
    return {u.name: u for u in read(text)._.unit_names.units if not u.vague}


def test_kind_and_number_make_one_unit_of_two_spellings() -> None:
    found = units("Lữ đoàn Công binh 1563 hành quân. Đến trưa, Lữ đoàn 1563 nhận lệnh mới.")
    assert list(found) == ["Lữ đoàn Công binh 1563"]
    assert found["Lữ đoàn Công binh 1563"].aliases == ("Lữ đoàn 1563",)


def test_the_headquarters_of_a_region_is_the_region() -> None:
    found = units("Bộ Tư lệnh Quân khu 6 họp. Bộ Tư lệnh yêu cầu các đơn vị của Quân khu 6 báo cáo.")
    assert list(found) == ["Quân khu 6"]
    assert "Bộ Tư lệnh" in found["Quân khu 6"].aliases


def test_a_bare_head_is_the_unit_of_its_kind_named_last() -> None:
    found = units("Cụm thi đua số 5 tổng kết. Năm qua, Cụm giữ vững phong trào.")
    assert found["Cụm thi đua số 5"].aliases == ("Cụm",)


def test_a_command_of_the_province_gets_the_name_of_the_province_of_the_article() -> None:
    found = units("UBND tỉnh Sơn Khê và Bộ Chỉ huy quân sự tỉnh ký kết. Bộ Chỉ huy quân sự tỉnh chủ trì.")
    assert "Bộ Chỉ huy quân sự tỉnh Sơn Khê" in found


def test_a_cover_name_in_parentheses_is_the_unit_before_it() -> None:
    found = units("Bộ Tư lệnh Bảo vệ Khu Di tích Thanh Lam (Đoàn 2207) khen thưởng. Cán bộ Đoàn 2207 phấn khởi.")
    assert list(found) == ["Bộ Tư lệnh Bảo vệ Khu Di tích Thanh Lam"]


def test_the_agencys_own_command_and_the_districts_stay_two() -> None:
    found = units("Ban CHQS quận Long Hà kiểm tra Ban CHQS Sở Y tế. Ban CHQS cơ quan báo cáo Ban CHQS quận.")
    assert set(found) == {"Ban CHQS quận Long Hà", "Ban CHQS Sở Y tế", "Sở Y tế"}
    assert found["Ban CHQS Sở Y tế"].aliases == ("Ban CHQS cơ quan",)


def test_two_party_committees_of_two_units_stay_two() -> None:
    found = units("Đảng ủy Phòng Chính trị báo cáo Đảng ủy Sư đoàn 941.")
    assert {"Đảng ủy Phòng Chính trị", "Đảng ủy Sư đoàn 941"} <= set(found)


def test_the_gazetteer_knows_abbreviations_and_aliases_as_one() -> None:
    found = units("BTL Thủ đô Hà Nội họp. Bộ Tư lệnh Thủ đô Hà Nội giao nhiệm vụ.")
    assert len(found) == 1


def test_a_province_with_and_without_its_kind_word_is_one() -> None:
    found = units("BĐBP Bến Tre bàn giao xuồng. Phó Chỉ huy trưởng BĐBP tỉnh Bến Tre phát biểu.")
    assert list(found) == ["BĐBP tỉnh Bến Tre"]


def test_words_of_another_province_are_not_taken_for_the_article_s_own() -> None:
    found = units(
        "Lãnh đạo tỉnh Sơn Khê họp. Khách có nguyên Chính ủy Bộ CHQS tỉnh Bình Lâm. Bộ CHQS tỉnh báo cáo. Dân tỉnh Sơn Khê vui."
    )
    assert set(found) == {"Bộ CHQS tỉnh Bình Lâm", "Bộ CHQS tỉnh Sơn Khê"}


def test_a_headline_in_capitals_does_not_tell_where_the_name_of_a_place_ends() -> None:
    found = units("XÃ EA KPAL TỔNG KẾT NĂM\n\nUBND xã Ea Kpal tổ chức hội nghị. UBND xã khen thưởng.")
    assert list(found) == ["UBND xã Ea Kpal"]


def test_a_known_unit_and_its_province_s_command_in_short_are_one() -> None:
    found = units("Bộ Chỉ huy Quân sự tỉnh Tây Ninh bàn giao. Bộ Chỉ huy Quân sự (CHQS) tỉnh tổ chức hội nghị.")
    assert list(found) == ["Bộ Chỉ huy Quân sự tỉnh Tây Ninh"]


@pytest.mark.parametrize(
    ("words", "name", "alias"),
    [
        ("Sư đoàn Bộ binh 941 (Đoàn Hạc Lĩnh)", "Sư đoàn Bộ binh 941", "Đoàn Hạc Lĩnh"),
        ("Đoàn Hạc Lĩnh (Sư đoàn Bộ binh 941)", "Sư đoàn Bộ binh 941", "Đoàn Hạc Lĩnh"),
        ("Sư đoàn Bộ binh 941 - Đoàn Hạc Lĩnh", "Sư đoàn Bộ binh 941", "Đoàn Hạc Lĩnh"),
        ("Lữ đoàn 9325 (tức Đoàn Hạc Lĩnh)", "Lữ đoàn 9325", "Đoàn Hạc Lĩnh"),
        ("Lữ đoàn 9325, hay còn gọi là Đoàn Hạc Lĩnh,", "Lữ đoàn 9325", "Đoàn Hạc Lĩnh"),
        ("Binh đoàn Quyết thắng (Quân đoàn 1)", "Quân đoàn 1", "Binh đoàn Quyết thắng"),
        ("Quân đoàn 1 - Binh đoàn Quyết thắng", "Quân đoàn 1", "Binh đoàn Quyết thắng"),
        ("Sư đoàn 308 - Đại đoàn Quân Tiên phong", "Sư đoàn 308", "Đại đoàn Quân Tiên phong"),
        ("Nhà máy Z989 (trước đây là Xưởng Cơ khí Hạc Lĩnh)", "Xưởng Cơ khí Hạc Lĩnh", "Nhà máy Z989"),
        (
            "Bộ Tư lệnh Bảo vệ Khu Di tích Thanh Lam (Bộ Tư lệnh Thanh Lam)",
            "Bộ Tư lệnh Bảo vệ Khu Di tích Thanh Lam",
            "Bộ Tư lệnh Thanh Lam",
        ),
    ],
)
def test_two_names_side_by_side_of_one_unit(words: str, name: str, alias: str) -> None:
    found = units(f"Sáng nay, {words} tổ chức hội nghị.")
    assert {unit.name: unit.aliases for unit in found.values()} == {name: (alias,)}


@pytest.mark.parametrize(
    "words",
    [
        "Sư đoàn 308 (Quân đoàn 12)",  # its parent
        "Sư đoàn 941 (nay là Sư đoàn 942)",  # two numbers of one kind: one follows the other
        "Đoàn Công binh Hạc Lĩnh (Sư đoàn 941)",  # a field of work is no honorary name
        "Tổng công ty Đông Bắc - Binh đoàn 21",
        "Sư đoàn 941 - Lữ đoàn 9325",
    ],
)
def test_two_units_side_by_side_stay_two(words: str) -> None:
    assert len(units(f"Sáng nay, {words} tổ chức hội nghị.")) == 2
