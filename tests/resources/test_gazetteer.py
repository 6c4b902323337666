"""The gazetteer: what it knows, and what it says of a file that does not hold what it should."""

from pathlib import Path

import pytest

from graphbuild.errors import ResourceError
from graphbuild.resources import load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ban CHQS quận Ba Đình", "Ban Chỉ huy quân sự quận Ba Đình"),
        ("Đảng uỷ Quân khu 6", "Đảng ủy Quân khu 6"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Lực lượng vũ trang (LLVT) tỉnh", "LLVT tỉnh"),
    ],
)
def test_abbreviation_tone_placement_and_remarks_do_not_matter(one: str, other: str) -> None:
    assert GAZETTEER.expand(one) == GAZETTEER.expand(other)


def test_an_alias_leads_to_the_known_unit() -> None:
    known = GAZETTEER.canonical_unit("Đoàn 969")
    assert known is not None
    assert known.name == "Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh"


def test_a_number_that_no_unit_has_is_not_known() -> None:
    assert GAZETTEER.canonical_unit("Sư đoàn 941") is None


def test_ranks_stand_in_order_and_navy_ranks_beside_the_armys() -> None:
    order = [GAZETTEER.rank_order(r) or 0 for r in ("Thượng úy", "Thiếu tá", "Đại tá", "Thiếu tướng", "Đại tướng")]
    assert order == sorted(order)
    assert GAZETTEER.rank_order("Chuẩn Đô đốc") == GAZETTEER.rank_order("Thiếu tướng")


def test_every_source_key_of_a_rank_title_or_kind_of_unit_is_explained() -> None:
    explained = {s.key for s in load_gazetteer().sources}
    used = {
        key
        for entries in (GAZETTEER.ranks, GAZETTEER.titles, GAZETTEER.unit_types, GAZETTEER.abbreviations)
        for entry in entries
        for key in entry.source.split(";")
    }
    assert used <= explained


def test_a_users_file_adds_units_and_changes_the_digest(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[unit]]\nname = "Sư đoàn 941"\naliases = ["Đoàn Hạc Lĩnh"]\nsource = "my notes"\n', "utf-8")
    mine = load_gazetteer([file])
    known = mine.canonical_unit("Đoàn Hạc Lĩnh")
    assert known is not None
    assert known.name == "Sư đoàn 941"
    assert mine.digest != GAZETTEER.digest


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('[[unit]]\nname = "Sư đoàn 941"\n', "unit 1, field source: Field required"),
        (
            '[[unit]]\nname = "A"\nsource = "x"\ncolour = "red"\n',
            "unit 1, field colour: there is no such field",
        ),
        ('[[unit]\nname = "A"', "is not valid TOML"),
    ],
)
def test_a_faulty_file_is_refused_with_entry_and_field(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(ResourceError) as refused:
        load_gazetteer([file])
    assert says in str(refused.value)
    assert str(file) in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"absent\.toml: cannot be read"):
        load_gazetteer([tmp_path / "absent.toml"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bộ Tư lệnh 86", "Bộ Tư lệnh"),
        ("BTL Thủ đô Hà Nội", "Bộ Tư lệnh"),
        ("Trường Sĩ quan Lục quân 1", "Trường Sĩ quan"),
    ],
)
def test_the_kind_of_a_unit_is_its_longest_head(name: str, kind: str) -> None:
    found = GAZETTEER.kind_of(name)
    assert found is not None
    assert found.key == kind


def test_a_name_without_a_head_is_of_no_kind() -> None:
    assert GAZETTEER.kind_of("Quốc hội") is None
