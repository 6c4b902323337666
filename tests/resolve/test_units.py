"""Which unit records are one unit."""

from graphbuild.model import Relation
from tests.resolve.cast import Story, edges, grouped, resolved, units


def test_a_cover_name_joins_through_an_article_that_gives_both() -> None:
    full = Story("a.txt").unit("Bộ Tư lệnh Bảo vệ Khu căn cứ Hoa Lư", "Đoàn 9690")
    short = Story("b.txt").unit("Đoàn 9690")
    (one,) = units(resolved(full, short))
    assert one.name == "Bộ Tư lệnh Bảo vệ Khu căn cứ Hoa Lư"
    assert one.aliases == ("Đoàn 9690",)


def test_abbreviations_are_the_same_name() -> None:
    first = Story("a.txt").unit("Bộ CHQS tỉnh Sơn Khê")
    second = Story("b.txt").unit("Bộ Chỉ huy quân sự tỉnh Sơn Khê")
    (one,) = units(resolved(first, second))
    assert one.id.startswith("unit/bo-ch")


def test_a_known_unit_has_the_gazetteers_name() -> None:
    story = Story("a.txt").unit("Bộ Tư lệnh Quân khu 4", "BTL Quân khu 4")
    (one,) = units(resolved(story, Story("b.txt").unit("Quân khu 4")))
    assert (one.id, one.name, one.attributes["known"]) == ("unit/quan-khu-4", "Quân khu 4", True)
    assert one.aliases == ("BTL Quân khu 4", "Bộ Tư lệnh Quân khu 4")


def test_a_unit_goes_before_its_headquarters_as_a_name() -> None:
    story = Story("a.txt").unit("Bộ Tư lệnh Quân khu 6", "Quân khu 6", "Bộ Tư lệnh")
    (one,) = units(resolved(story, Story("b.txt").unit("Quân khu 6")))
    assert (one.id, one.name) == ("unit/quan-khu-6", "Quân khu 6")


def test_relative_aliases_do_not_join_units_of_different_articles() -> None:
    first = Story("a.txt").unit("Bộ Tư lệnh Quân khu 6", "Bộ Tư lệnh", "Quân khu", "Đảng ủy")
    second = Story("b.txt").unit("Bộ Tư lệnh Vùng 8 Hải quân", "Bộ Tư lệnh", "Đảng ủy")
    assert grouped(units(resolved(first, second))) == [["a.txt"], ["b.txt"]]


def test_an_alias_cannot_make_two_numbered_units_one() -> None:
    first = Story("a.txt").unit("Sư đoàn 941", "Đoàn Hồng Lam 5")
    second = Story("b.txt").unit("Sư đoàn 942", "Đoàn Hồng Lam 5")
    assert len(units(resolved(first, second))) == 2


def test_a_part_is_one_unit_for_each_parent() -> None:
    stories = [
        Story(f"{name}.txt").unit("Phòng Chính trị", part_of=parent).unit(parent)
        for name, parent in (("a", "Sư đoàn 941"), ("b", "Sư đoàn 941"), ("c", "Sư đoàn 942"))
    ]
    parts = [u for u in units(resolved(*stories)) if "Phòng" in u.name]
    assert [u.name for u in parts] == ["Phòng Chính trị Sư đoàn 941", "Phòng Chính trị Sư đoàn 942"]
    assert grouped(parts) == [["a.txt", "b.txt"], ["c.txt"]]
    assert parts[0].id == "unit/phong-chinh-tri-su-doan-941"
    assert parts[0].aliases == ("Phòng Chính trị",)


def test_a_part_of_a_part_is_told_apart_by_the_whole_line() -> None:
    stories = [
        Story(f"{name}.txt")
        .unit("Đại đội 2", part_of="Tiểu đoàn 1")
        .unit("Tiểu đoàn 1", part_of=regiment)
        .unit(regiment)
        for name, regiment in (("a", "Trung đoàn 8801"), ("b", "Trung đoàn 8801"), ("c", "Trung đoàn 8802"))
    ]
    companies = [u for u in units(resolved(*stories)) if u.name.startswith("Đại đội")]
    assert grouped(companies) == [["a.txt", "b.txt"], ["c.txt"]]
    assert companies[0].name == "Đại đội 2 Tiểu đoàn 1 Trung đoàn 8801"


def test_a_part_without_parent_joins_only_where_the_article_leaves_no_choice() -> None:
    placed = Story("a.txt").unit("Phòng Chính trị", part_of="Sư đoàn 941").unit("Sư đoàn 941")
    near = Story("b.txt").unit("Phòng Chính trị").unit("Sư đoàn 941")
    elsewhere = Story("c.txt").unit("Phòng Chính trị").unit("Sư đoàn 942")
    parts = [u for u in units(resolved(placed, near, elsewhere)) if "Phòng" in u.name]
    assert grouped(parts) == [["a.txt", "b.txt"], ["c.txt"]]


def test_a_part_that_names_its_unit_needs_no_parent() -> None:
    stories = [Story(name).unit("Đảng ủy Quân khu 6") for name in ("a.txt", "b.txt")]
    assert len(units(resolved(*stories))) == 1
    stories = [Story(name).unit("Ban CHQS cơ quan") for name in ("a.txt", "b.txt")]
    assert len(units(resolved(*stories))) == 2


def test_claims_may_name_a_unit_by_its_alias() -> None:
    story = Story("a.txt").unit("Bộ Tư lệnh Quân khu 6", "Quân khu 6").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6")
    (post,) = edges(resolved(story), Relation.HOLDS)
    assert post.target == "unit/quan-khu-6"


def test_contradicting_parents_stay_as_edges_and_do_no_harm() -> None:
    first = Story("a.txt").unit("Sư đoàn 941", part_of="Quân đoàn 88").unit("Quân đoàn 88")
    second = Story("b.txt").unit("Quân đoàn 88", part_of="Sư đoàn 941").unit("Sư đoàn 941")
    second.post("Lò Văn Thắm", "Tư lệnh", "Quân đoàn 88")
    first.post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941")
    pairs = {(edge.source, edge.target) for edge in edges(resolved(first, second), Relation.PART_OF)}
    assert pairs == {("unit/su-doan-941", "unit/quan-doan-88"), ("unit/quan-doan-88", "unit/su-doan-941")}


def test_parts_that_claim_each_other_as_parent_do_not_hang() -> None:
    story = Story("a.txt").unit("Tiểu đoàn 1", part_of="Đại đội 2").unit("Đại đội 2", part_of="Tiểu đoàn 1")
    assert len(units(resolved(story))) == 2


def test_a_part_under_its_parents_full_or_short_name_is_one_unit() -> None:
    glued = Story("a.txt").unit("Đảng ủy Quân khu 6").unit("Quân khu 6")
    short = Story("b.txt").unit("Đảng ủy Quân khu", part_of="Quân khu 6").unit("Quân khu 6", "Quân khu")
    bare = Story("c.txt").unit("Đảng ủy", part_of="Quân khu 6").unit("Quân khu 6")
    (party,) = [u for u in units(resolved(glued, short, bare)) if "Đảng ủy" in u.name]
    assert (party.name, party.aliases) == ("Đảng ủy Quân khu 6", ("Đảng ủy", "Đảng ủy Quân khu"))
    (party,) = [u for u in units(resolved(short)) if "Đảng ủy" in u.name]
    assert party.name == "Đảng ủy Quân khu 6"


def test_the_party_cell_of_a_part_is_not_that_of_the_whole() -> None:
    story = Story("a.txt").unit("Đảng bộ Phòng Chính trị", part_of="Phòng Chính trị")
    story.unit("Phòng Chính trị", part_of="Sư đoàn 941").unit("Đảng bộ", part_of="Sư đoàn 941").unit("Sư đoàn 941")
    names = [u.name for u in units(resolved(story))]
    assert names == [
        "Đảng bộ Phòng Chính trị Sư đoàn 941",
        "Đảng bộ Sư đoàn 941",
        "Phòng Chính trị Sư đoàn 941",
        "Sư đoàn 941",
    ]


def test_a_part_without_parent_joins_neither_of_two_that_the_article_could_mean() -> None:
    stories = [
        Story(f"{n}.txt").unit("Phòng Chính trị", part_of=unit).unit(unit)
        for n, unit in enumerate(("Sư đoàn 941", "Sư đoàn 942"))
    ]
    unclear = Story("9.txt").unit("Phòng Chính trị").unit("Sư đoàn 941").unit("Sư đoàn 942")
    parts = [u for u in units(resolved(*stories, unclear)) if "Phòng" in u.name]
    assert grouped(parts) == [["0.txt"], ["1.txt"], ["9.txt"]]


def test_a_headquarters_is_the_unit_that_it_is_named_for() -> None:
    for unit in ("Quân đoàn 12", "Quân khu 10", "Binh chủng Đặc công"):
        stories = [Story("a.txt").unit(f"Bộ Tư lệnh {unit}"), Story("b.txt").unit(unit)]
        (one,) = units(resolved(*stories))
        assert (one.name, one.aliases) == (unit, (f"Bộ Tư lệnh {unit}",))
    parties = [Story("a.txt").unit("Đảng ủy Bộ Tư lệnh Quân khu 10"), Story("b.txt").unit("Bộ Tư lệnh Quân khu 10")]
    assert len(units(resolved(*parties))) == 2
