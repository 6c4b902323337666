"""What two nodes have in common, and their timeline."""

from __future__ import annotations

import pytest

from graphbuild.errors import UsageError
from graphbuild.graph import Filters, Graph, timeline_of_two
from graphbuild.graph.together import together
from tests.graph import town
from tests.graph.hand import at, edge, graph, post
from tests.graph.town import BUOI, CONTEST, MEETING, REGION, THAM

A, B = "person/an", "person/bo"


def test_common_events_and_units_come_with_what_each_did_there() -> None:
    found = together(
        graph(at(A, "x", "chairs"), at(A, "x", "speaks"), at(B, "x"), at(B, "y"), x="2021-05", y="2021"), A, B
    )
    (one,) = found.shared
    assert (one.node.id, one.times) == ("event/x", (("2021-05", "2021-05"),))
    assert [link.key for link in one.a] == ["chairs", "speaks"]
    assert [link.key for link in one.b] == ["attends"]
    assert found.days == ()


@pytest.mark.parametrize(
    ("of_a", "of_b", "times"),
    [
        ("2018-01-01 2020-01-01", "2019-01-01 2021-01-01", (("2019-01-01", "2020-01-01"),)),
        ("2018-01-01 2020-01-01", "2020-01-01 2021-01-01", (("2020-01-01", "2020-01-01"),)),
        ("2018 2020", "2019-05 2021", (("2019-05", "2020"),)),
        ("2018-01-01", "2019-01-01", ()),
        ("2018 2020", "2020-05 2021", ()),  # "2020" may have been before May
        ("2020", "2020", ()),  # in one year, and nobody says that on one day
        ("2020-01-01", "2020-01-01", (("2020-01-01", "2020-01-01"),)),
        ("", "2020", ()),
    ],
)
def test_two_were_at_a_unit_at_once_only_where_that_is_certain(of_a: str, of_b: str, times: tuple[object, ...]) -> None:
    (one,) = together(graph(post("an", "x", of_a), post("bo", "x", of_b, "Chính ủy")), A, B).shared
    assert one.times == times


def test_posts_that_follow_each_other_are_one_stay() -> None:
    edges = [post("an", "x", "2018-01-01 2019-06-01"), post("an", "x", "2019-06-01 2021-01-01", "Chính ủy")]
    (one,) = together(graph(*edges, post("bo", "x", "2019-01-01 2020-01-01")), A, B).shared
    assert one.times == (("2019-01-01", "2020-01-01"),)


def test_a_post_that_is_only_told_of_gives_no_time() -> None:
    told = post("an", "x", "2020-01-01", past_only=True, status="former")
    (one,) = together(graph(told, post("bo", "x", "2019-01-01 2021-01-01")), A, B).shared
    assert one.times == ()


def test_days_are_those_on_which_each_was_at_an_event_of_its_own() -> None:
    found = together(
        graph(at(A, "x"), at(B, "y"), at(A, "z"), at(B, "w"), x="2021-05-01", y="2021-05-01", z="2022", w="2022"), A, B
    )
    (day,) = found.days
    assert (day.date, day.a[0].target.id, day.b[0].target.id) == ("2021-05-01", "event/x", "event/y")


def test_units_share_events_people_and_a_unit_above() -> None:
    edges = [
        at("unit/a", "x"),
        edge("unit/b", "ORGANISES", "event/x"),
        post("an", "a", "2018"),
        post("an", "b", "2020"),
    ]
    edges += [edge("unit/a", "PART_OF", "unit/c", dates="2018"), edge("unit/b", "PART_OF", "unit/c", dates="2018 2019")]
    found = together(graph(*edges, x="2021"), "unit/a", "unit/b")
    assert [(one.node.id, one.times) for one in found.shared] == [
        ("event/x", (("2021", "2021"),)),
        ("unit/c", ()),  # "2018" is some day of the year, and the other tie began on some day of it
        ("person/an", ()),
    ]


def test_one_is_not_together_with_itself() -> None:
    with pytest.raises(UsageError, match="name two"):
        together(graph(at(A, "x")), A, A)


def test_a_timeline_of_two_holds_what_they_share_by_date() -> None:
    rows = timeline_of_two(town.graph(), THAM, BUOI)
    assert [(row.date, row.who.id, row.other.id, row.what) for row in rows] == [
        ("2018-12-19", THAM, MEETING, "chairs"),
        ("2018-12-19", BUOI, MEETING, "speaks"),
        ("2020-03", BUOI, CONTEST, "attends"),
        ("2020-03", THAM, CONTEST, "attends"),
    ]


def test_names_and_filters_are_taken_as_everywhere() -> None:
    g = town.opened()
    assert {one.node.id for one in g.together(THAM, "kha dinh buoi").shared} == {MEETING, CONTEST}
    assert [one.node.id for one in g.together(THAM, BUOI, Filters(since="2020")).shared] == [CONTEST]
    assert g.together(THAM, BUOI, Filters(kinds="unit")).shared == ()
    assert {row.date for row in g.timeline(THAM, BUOI, Filters(until="2019"))} == {"2018-12-19"}
    assert [row.other.id for row in g.timeline(THAM, only=Filters(kinds="unit"))] == [REGION]


def test_the_edge_between_two_is_in_their_timeline_once() -> None:
    edges = [edge("unit/a", "PART_OF", "unit/b", dates="2018"), at("unit/a", "x"), at("unit/b", "x")]
    rows = timeline_of_two(graph(*edges, x="2019"), "unit/a", "unit/b")
    assert [(row.date, row.what) for row in rows] == [("2018", "PART_OF"), ("2019", "attends"), ("2019", "attends")]
    assert Graph(graph(*edges), town.quotes_of).timeline("unit/a", "unit/b") != ()
