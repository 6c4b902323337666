"""Contradictions between articles are all reported, and nothing that agrees is."""

from __future__ import annotations

from graphbuild.model import Conflict, ConflictKind, EventRole, EventType, Relation, Status
from tests.resolve.cast import Story, edges, resolved
from tests.resolve.test_postings import ANH, BAO, REGION, said
from tests.resolve.test_units_through_time import below


def conflicts(*stories: Story) -> list[Conflict]:
    return list(resolved(*stories).conflicts)


def sides(conflict: Conflict) -> list[tuple[str, str, str]]:
    return [(side.words, side.date, side.claim) for side in (conflict.one, conflict.other)]


def ranked(document: str, date: str, *ranks: str) -> Story:
    story = Story(document, date).post(ANH, "Tư lệnh", REGION)
    for rank in ranks:
        story.rank(ANH, rank)
    return story


def test_two_ranks_on_one_day() -> None:
    (one,) = conflicts(ranked("a", "2019-07-11", "Đại tá"), ranked("b", "2019-07-11", "Thượng tá"))
    assert (one.kind, one.about) == (ConflictKind.RANKS, "person/lo-van-anh")
    assert sorted(sides(one)) == [("Thượng tá", "2019-07-11", "b:1"), ("Đại tá", "2019-07-11", "a:1")]


def test_a_promotion_on_that_day_or_a_day_that_is_not_full_is_no_contradiction() -> None:
    promotion = ranked("a", "2019-07-11", "Đại tá").rank(ANH, "Thượng tá", former=True)
    assert conflicts(promotion, ranked("b", "2019-07-11", "Thượng tá")) == []
    assert conflicts(ranked("a", "2019-07", "Đại tá"), ranked("b", "2019-07", "Thượng tá")) == []
    assert conflicts(ranked("a", "2019-07-11", "Đại tá"), ranked("b", "2019-07-12", "Thiếu tướng")) == []


def test_two_commanders_on_one_day() -> None:
    (one,) = conflicts(said("a", "2019-07-11", ANH), said("b", "2019-07-11", BAO))
    assert (one.kind, one.about) == (ConflictKind.HOLDERS, "unit/quan-khu-6")
    assert sides(one) == [(f"{BAO}, Tư lệnh", "2019-07-11", "b:0"), (f"{ANH}, Tư lệnh", "2019-07-11", "a:0")]


def test_a_commander_seen_inside_the_stated_time_of_another() -> None:
    start = said("a", "2018-07-11", ANH, status=Status.INCOMING)
    name = "Lễ trao quyết định"
    end = said("c", None, ANH, status=Status.FORMER).event(name, "2020-07-11", type=EventType.APPOINTMENT)
    end.joins(ANH, name, EventRole.RECEIVES)
    (one,) = conflicts(start, said("b", "2019-07-11", BAO), end)
    assert one.kind is ConflictKind.HOLDERS


def test_a_handover_an_acting_chief_and_two_deputies_are_no_contradiction() -> None:
    story = said("b", "2019-07-11", ANH, status=Status.FORMER).post(BAO, "Tư lệnh", REGION, status=Status.INCOMING)
    assert conflicts(said("a", "2018", ANH), story, said("c", "2019-07-11", ANH), said("d", "2021", BAO)) == []
    assert conflicts(said("a", "2019-07-11", ANH), said("b", "2019-07-11", BAO, status=Status.ACTING)) == []
    deputies = [said(f"{n}", "2019-07-11", who, "Phó Tư lệnh") for n, who in enumerate((ANH, BAO))]
    assert conflicts(*deputies) == []


def test_a_post_held_before_and_after_somebody_else_is_reported_unless_a_return_is_stated() -> None:
    between = [said("a", "2018", ANH), said("b", "2019", BAO)]
    (one,) = conflicts(*between, said("c", "2020", ANH))
    assert one.kind is ConflictKind.RETURN
    assert [side.claim for side in (one.one, one.other)] == ["b:0", "c:0"]
    assert conflicts(*between, said("c", "2020", ANH, status=Status.INCOMING)) == []


def test_a_post_seen_before_the_day_it_begins() -> None:
    (one,) = conflicts(said("a", "2018", ANH), said("b", "2019-07-11", ANH, status=Status.INCOMING))
    assert (one.kind, one.other.words) == (ConflictKind.START, "begins: Tư lệnh, Quân khu 6")


def test_two_dates_of_one_event_stay_side_by_side() -> None:
    name = "Hội nghị quân chính năm 2018"
    stories = [
        Story(n).event(name, day, by=REGION, at="thành phố Đà Nguyên")
        for n, day in (("a", "2018-12-19"), ("b", "2018-12-19"), ("c", "2018-12-20"))
    ]
    resolution = resolved(*stories)
    (event,) = [entity for entity in resolution.entities if entity.kind == "event"]
    (one,) = resolution.conflicts
    assert (one.kind, one.about) == (ConflictKind.DATES, event.id)
    assert sides(one) == [("2018-12-19", "2018-12-19", "a:0"), ("2018-12-20", "2018-12-20", "c:0")]


def test_units_above_each_other() -> None:
    around = [("Trung đoàn 941", "Lữ đoàn 942"), ("Lữ đoàn 942", "Sư đoàn 943"), ("Sư đoàn 943", "Trung đoàn 941")]
    stories = [below(f"{n}", "2019", unit, parent) for n, (unit, parent) in enumerate(around)]
    resolution = resolved(*stories, below("x", "2019", "Trung đoàn 944", "Lữ đoàn 942"))
    (one,) = resolution.conflicts
    assert one.kind is ConflictKind.CYCLE
    assert {one.one.claim, one.other.claim} <= {"0:1", "1:1", "2:1"}
    assert len(edges(resolution, Relation.PART_OF)) == 4
