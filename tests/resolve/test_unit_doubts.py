"""Units that may be one and were not joined: which are listed, and why."""

from __future__ import annotations

from graphbuild.model import EntityKind
from graphbuild.resolve import Answer, Doubt, Judgements, PairJudgement, Side
from graphbuild.resolve.doubt_weights import load_doubt_weights
from tests.resolve.cast import Story, resolved, units
from tests.resolve.test_units_through_time import below


def doubts(*stories: Story, judgements: Judgements | None = None) -> list[Doubt]:
    found = resolved(*stories, judgements=judgements)
    names = {entity.id: entity.name for entity in found.entities}
    assert {doubt.kind for doubt in found.doubtful} <= {EntityKind.UNIT}
    return [Doubt(names[d.a], names[d.b], d.likelihood, d.reasons) for d in found.doubtful]


def pairs(*stories: Story) -> list[set[str]]:
    return [{doubt.a, doubt.b} for doubt in doubts(*stories)]


def test_a_wrong_accent_in_a_name_leaves_a_doubt_that_says_so() -> None:
    stories = [Story(f"{n}.txt").unit("Nhà máy Cơ khí Thạch Bàn") for n in range(2)]
    (doubt,) = doubts(*stories, Story("x.txt").unit("Nhà máy Cơ khí Thách Bàn"))
    assert {doubt.a, doubt.b} == {"Nhà máy Cơ khí Thạch Bàn", "Nhà máy Cơ khí Thách Bàn"}
    assert doubt.reasons == (
        "one is named by a single article, the other by several (+0.7)",
        "the names differ in accents alone (+0.5)",
    )
    assert doubt.likelihood == 0.7


def test_a_letter_too_few_under_one_unit_is_likelier_a_slip_than_one_under_two() -> None:
    right = below("a.txt", "2019", "Nhà máy Thạch Bàn", "Quân khu 6")
    (same,) = doubts(right, below("b.txt", "2020", "Nhà máy Thạc Bàn", "Quân khu 6"))
    (unknown,) = doubts(right, Story("b.txt", "2020").unit("Nhà máy Thạc Bàn"))
    assert same.likelihood > 0.5 > unknown.likelihood >= load_doubt_weights().least
    assert same.reasons[0] == "the same unit right above both: Quân khu 6 (+2.0)"
    assert pairs(right, below("b.txt", "2020", "Nhà máy Thạc Bàn", "Quân khu 5")) == []


def test_a_name_within_a_name_and_one_commander_of_both() -> None:
    short = Story("a.txt", "2019").unit("Lữ đoàn 9325").post("Lò Văn Thắm", "Lữ đoàn trưởng", "Lữ đoàn 9325")
    full = Story("b.txt", "2020").unit("Lữ đoàn Công binh 9325")
    (doubt,) = doubts(short, full)
    assert {doubt.a, doubt.b} == {"Lữ đoàn 9325", "Lữ đoàn Công binh 9325"}
    assert doubt.likelihood < 0.5
    led = full.post("Lò Văn Thắm", "Lữ đoàn trưởng", "Lữ đoàn Công binh 9325")
    told = resolved(short, led).doubtful
    (doubt,) = (one for one in told if one.kind is EntityKind.UNIT)
    assert doubt.likelihood > 0.9
    assert doubt.reasons[0] == "one person in the same post of both: Lò Văn Thắm (+4.0)"


def test_what_tells_units_apart_leaves_no_doubt() -> None:
    apart = [
        ("Lữ đoàn 9325", "Lữ đoàn 9326"),  # numbers are no slips
        ("Lữ đoàn 9325", "Sư đoàn Công binh 9325"),  # two kinds
        ("Cục Hậu cần Quân khu 6", "Cục Hậu cần - Kỹ thuật Quân khu 6"),  # another field of work
        ("Đảng ủy Sư đoàn 941", "Đảng ủy Phòng Chính trị Sư đoàn 941"),  # a part of a part
        ("Ban CHQS huyện Hương Sơn", "Ban CHQS huyện Lương Sơn"),  # both are in the lists of districts
        ("Ban CHQS huyện Châu Thành", "Ban CHQS huyện Châu Thành A"),
        ("Ban CHQS huyện Ba Khe", "Ban CHQS xã Tư Ngòi huyện Ba Khe"),
        ("Quân khu 4", "Quân khu 5"),
    ]
    for one, other in apart:
        assert pairs(Story("a.txt").unit(one), Story("b.txt").unit(other)) == [], (one, other)


def test_one_article_that_names_both_spellings_tells_them_apart() -> None:
    both = Story("a.txt").unit("Nhà máy Thạch Bàn").unit("Nhà máy Thách Bàn")
    assert pairs(both) == []


def test_a_unit_and_the_unit_above_it_are_two() -> None:
    inside = below("a.txt", "2019", "Trung tâm Điều dưỡng Kim Đài", "Trung tâm Điều dưỡng")
    assert pairs(inside, Story("b.txt").unit("Trung tâm Điều dưỡng")) == []


def test_a_name_with_the_unit_above_behind_it() -> None:
    (pair,) = pairs(Story("a.txt").unit("Sư đoàn 941 Quân khu 6"), Story("b.txt").unit("Sư đoàn 941"))
    assert pair == {"Sư đoàn 941 Quân khu 6", "Sư đoàn 941"}


def test_a_number_that_two_units_bear_may_be_either() -> None:
    twins = [below(f"{n}", f"2019-0{n}-05", "Lữ đoàn 9325", f"Quân khu {5 + n % 2}") for n in range(1, 5)]
    unclear = Story("x", "2019").unit("Lữ đoàn 9325").post("Lò Văn Thắm", "Lữ đoàn trưởng", "Lữ đoàn 9325")
    found = doubts(*twins, unclear)
    assert [({d.a, d.b}, d.likelihood) for d in found] == [
        ({"Lữ đoàn 9325", "Lữ đoàn 9325 Quân khu 5"}, 0.33),
        ({"Lữ đoàn 9325", "Lữ đoàn 9325 Quân khu 6"}, 0.33),
    ]
    assert found[0].reasons == ("a name that only the unit above tells apart, one of 2 (-1.0)",)
    twins[0].post("Lò Văn Thắm", "Lữ đoàn trưởng", "Lữ đoàn 9325")
    doubtful = (one for one in resolved(*twins, unclear).doubtful if one.kind is EntityKind.UNIT)
    (_, likelier) = sorted(doubtful, key=lambda d: d.likelihood)
    assert likelier.likelihood > 0.8
    assert likelier.b == "unit/lu-doan-9325-quan-khu-6"


def test_a_part_without_parent_is_in_doubt_only_with_those_its_article_brings_up() -> None:
    placed = [below(f"{n}.txt", "2019", "Phòng Chính trị", f"Sư đoàn {n}") for n in (941, 942, 943)]
    unclear = Story("9.txt").unit("Phòng Chính trị").unit("Sư đoàn 941").unit("Sư đoàn 942")
    assert pairs(*placed, unclear) == [
        {"Phòng Chính trị", "Phòng Chính trị Sư đoàn 941"},
        {"Phòng Chính trị", "Phòng Chính trị Sư đoàn 942"},
    ]
    assert pairs(*placed, Story("9.txt").unit("Phòng Chính trị")) == []


def test_what_was_judged_is_in_doubt_no_more() -> None:
    stories = (Story("a.txt").unit("Nhà máy Thạch Bàn"), Story("b.txt").unit("Nhà máy Thách Bàn"))
    a, b = Side((("a.txt", "Nhà máy Thạch Bàn"),)), Side((("b.txt", "Nhà máy Thách Bàn"),))
    for answer in Answer:
        judgements = Judgements((PairJudgement(answer, EntityKind.UNIT, a, b),))
        assert doubts(*stories, judgements=judgements) == []
        assert len(units(resolved(*stories, judgements=judgements))) == (1 if answer is Answer.SAME else 2)


def test_weights_are_positive_for_what_joins_and_negative_for_what_parts() -> None:
    weights = load_doubt_weights()
    for bits in (weights.unit, weights.event):
        assert all(bits[level] > 0 for level in bits if level.startswith(("the same", "one person", "two or more")))
        assert all(bits[level] < 0 for level in bits if level.startswith(("different", "both are named", "no person")))
