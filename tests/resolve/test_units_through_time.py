"""Units that end, follow one another, move, or share a number."""

from __future__ import annotations

import pytest

from graphbuild.model import ConflictKind, Entity, Relation
from graphbuild.resolve import Resolution
from tests.resolve.cast import Story, edges, places, resolved, units


def named(resolution: Resolution) -> dict[str, Entity]:
    return {unit.name: unit for unit in units(resolution)}


def below(document: str, date: str, unit: str, parent: str) -> Story:
    return Story(document, date).unit(unit, part_of=parent).unit(parent)


def test_a_merged_corps_and_its_successor_are_two_nodes_with_an_edge() -> None:
    story = Story("a", "2023").unit("Quân đoàn 1").unit("Quân đoàn 2").unit("Quân đoàn 12").unit("Quân đoàn 3")
    resolution = resolved(story)
    found = named(resolution)
    assert found["Quân đoàn 1"].attributes["valid_to"] == "2023-10"
    assert found["Quân đoàn 12"].attributes["valid_from"] == "2023-10"
    assert found["Quân đoàn 3"].attributes["succeeded_by"] == "Quân đoàn 34"
    assert [(e.source, e.target, e.first, e.attributes) for e in edges(resolution, Relation.SUCCEEDED_BY)] == [
        ("unit/quan-doan-1", "unit/quan-doan-12", "2023-10", {"source": "BTT12"}),
        ("unit/quan-doan-2", "unit/quan-doan-12", "2023-10", {"source": "BTT12"}),
    ]


def test_a_corps_by_its_honorary_name_has_the_same_fate() -> None:
    (one,) = units(resolved(Story("a").unit("Binh đoàn Tây Nguyên")))
    assert (one.name, one.attributes["valid_to"]) == ("Quân đoàn 3", "2024-12-15")


def test_a_provinces_command_goes_with_its_province() -> None:
    story = Story("a").unit("Bộ CHQS tỉnh Hà Giang").unit("Bộ Chỉ huy quân sự tỉnh Tuyên Quang")
    story.place("tỉnh Hà Giang", "province").place("tỉnh Tuyên Quang", "province").unit("Bộ CHQS tỉnh Bình Dương")
    resolution = resolved(story.unit("Bộ Tư lệnh TP.HCM"))
    follow = {(e.source, e.target, e.first) for e in edges(resolution, Relation.SUCCEEDED_BY)}
    found = named(resolution)
    tuyen, command = found["Bộ Chỉ huy quân sự tỉnh Tuyên Quang"], found["Bộ Tư lệnh Thành phố Hồ Chí Minh"]
    assert follow == {
        (found["Bộ CHQS tỉnh Hà Giang"].id, tuyen.id, "2025-07-01"),
        (found["Bộ CHQS tỉnh Bình Dương"].id, command.id, "2025-07-01"),
        ("place/tinh-ha-giang", "place/tinh-tuyen-quang", "2025-07-01"),
    }
    assert "valid_to" not in tuyen.attributes
    assert {p.name: p.attributes.get("valid_to") for p in places(resolution)}["tỉnh Hà Giang"] == "2025-07-01"


def test_district_commands_are_gone_and_nothing_follows_them_one_by_one() -> None:
    story = Story("a").unit("Ban CHQS huyện An Thạch").unit("Ban CHQS thị xã Đồng Me").unit("Ban CHQS xã Na Khoai")
    found = named(resolved(story))
    assert found["Ban CHQS huyện An Thạch"].attributes["valid_to"] == "2025-07"
    assert found["Ban CHQS thị xã Đồng Me"].attributes["valid_to"] == "2025-07"
    assert "valid_to" not in found["Ban CHQS xã Na Khoai"].attributes
    assert "succeeded_by" not in found["Ban CHQS huyện An Thạch"].attributes


def test_an_edge_of_command_has_the_days_on_which_it_was_seen() -> None:
    resolution = resolved(
        below("a", "2019-05", "Sư đoàn 941", "Quân đoàn 57"), below("b", "2021", "Sư đoàn 941", "Quân đoàn 57")
    )
    (edge,) = edges(resolution, Relation.PART_OF)
    assert (edge.first, edge.last, edge.count) == ("2019-05", "2021", 2)


def test_an_edge_of_command_has_the_days_on_which_the_gazetteer_knows_it_to_hold() -> None:
    stories = [below("a", "2019", "Sư đoàn 325", "Quân đoàn 2"), below("b", "2025", "Sư đoàn 325", "Quân đoàn 12")]
    stories += [below("c", "2020", "Quân đoàn 2", "Bộ Quốc phòng")]
    found = {(e.source, e.target): e.attributes for e in edges(resolved(*stories), Relation.PART_OF)}
    assert found == {
        ("unit/su-doan-325", "unit/quan-doan-2"): {"valid_to": "2023-10", "source": "QPVN;NEWS"},
        ("unit/su-doan-325", "unit/quan-doan-12"): {},
        ("unit/quan-doan-2", "unit/bo-quoc-phong"): {
            "valid_from": "1974-05-17",
            "valid_to": "2023-10",
            "source": "VIW17;BTT12",
        },
    }


def test_a_unit_that_moved_is_one_unit_and_no_contradiction() -> None:
    stories = [below("a", "2019", "Lữ đoàn 9325", "Quân khu 6"), below("b", "2020", "Lữ đoàn 9325", "Quân khu 6")]
    stories += [below("c", "2021", "Lữ đoàn 9325", "Quân khu 5"), below("d", "2022", "Lữ đoàn 9325", "Quân khu 5")]
    resolution = resolved(*stories)
    assert "Lữ đoàn 9325" in named(resolution)
    assert len(edges(resolution, Relation.PART_OF)) == 2
    assert resolution.conflicts == ()


def test_one_number_under_two_parents_at_one_time_is_two_units() -> None:
    stories = [below(f"{n}", f"2019-0{n}-05", "Lữ đoàn 9325", f"Quân khu {5 + n % 2}") for n in range(1, 5)]
    unclear = Story("x", "2019").unit("Lữ đoàn 9325")
    near = Story("y", "2019").unit("Lữ đoàn 9325").unit("Quân khu 6")
    found = named(resolved(*stories, unclear, near))
    assert {name: sorted({d for d, _ in unit.members}) for name, unit in found.items() if "9325" in name} == {
        "Lữ đoàn 9325": ["x"],
        "Lữ đoàn 9325 Quân khu 5": ["2", "4"],
        "Lữ đoàn 9325 Quân khu 6": ["1", "3", "y"],
    }


def test_a_single_article_with_another_parent_is_a_contradiction_and_no_second_unit() -> None:
    stories = [below(f"{n}", f"2019-0{n}-05", "Lữ đoàn 9325", "Quân khu 6") for n in (1, 3)]
    resolution = resolved(*stories, below("2", "2019-02-05", "Lữ đoàn 9325", "Quân khu 5"))
    assert "Lữ đoàn 9325" in named(resolution)
    (conflict,) = resolution.conflicts
    assert (conflict.kind, conflict.about) == (ConflictKind.PARENTS, "unit/lu-doan-9325")
    assert (conflict.one.words, conflict.other.words) == ("Lữ đoàn 9325 in Quân khu 5", "Lữ đoàn 9325 in Quân khu 6")


@pytest.mark.parametrize(("articles", "one"), [(20, False), (21, True)])
def test_of_many_articles_a_few_with_the_same_slip_make_no_second_unit(articles: int, one: bool) -> None:
    stories = [below(f"{n:02}", f"2019-{n % 12 + 1:02}-05", "Lữ đoàn 9325", "Quân khu 6") for n in range(articles)]
    slips = [below(f"slip {n}", f"2019-0{n}-07", "Lữ đoàn 9325", "Quân khu 5") for n in (3, 7)]
    found = named(resolved(*stories, *slips))
    assert ("Lữ đoàn 9325" in found, "Lữ đoàn 9325 Quân khu 5" in found) == (one, not one)
