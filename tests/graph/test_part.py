"""Parts of the graph: what filters keep, and what they must not."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import NotFoundError, UsageError
from graphbuild.graph import Filters, Graph, Part, build_graph, with_doubts
from graphbuild.graph.asked import asked_date, kinds_and_relations
from graphbuild.graph.cut import cut
from graphbuild.model import ClaimSource, Edge, Entity, EntityKind, EventRole, EventType, Relation
from graphbuild.resolve import Doubt
from tests.graph import town
from tests.graph.town import BUOI, CITY, CONTEST, DIVISION, MEETING, NAMESAKE, REGION, REUNION, THAM

WHOLE = town.graph()
DOUBT = Doubt(THAM, NAMESAKE, 0.4, ("one name",))
SOURCES = {
    claim: ClaimSource(
        claim.partition(":")[0], "Báo Núi Rừng" if claim.startswith("a") else "", "", 0.5 + len(claim) % 2 / 2
    )
    for _, _, data in WHOLE.edges(data=True)
    for claim in data["claims"]
}


def part(*around: str, hops: int | None = None, **only: object) -> nx.MultiDiGraph[str]:
    return cut(WHOLE, Part(Filters(**only), around, hops), SOURCES)  # type: ignore[arg-type]


def relations(graph: nx.MultiDiGraph[str]) -> set[str]:
    return {data["relation"] for _, _, data in graph.edges(data=True)}


def test_without_filters_a_part_is_the_whole() -> None:
    assert nx.utils.graphs_equal(part(), WHOLE)
    assert not Filters()


def test_kinds_keep_nodes_and_what_joins_them() -> None:
    found = part(kinds="unit")
    assert {data["kind"] for _, data in found.nodes(data=True)} == {"unit"}
    assert "unit/ban-chqs-huyen-an-thach" in found  # it has no edge anyway
    assert relations(found) == {"PART_OF", "LEADS", "MEMBER_OF"}


def test_relations_keep_edges_and_the_nodes_they_join() -> None:
    found = part(relations=["holds"])
    assert relations(found) == {"HOLDS"}
    assert set(found) == {THAM, NAMESAKE, BUOI, REGION, DIVISION, "unit/trung-doan-8801"}


def test_roles_are_those_of_events_and_of_posts() -> None:
    assert {(a, b) for a, b, _ in part(roles="chairs").edges} == {(THAM, MEETING)}
    assert {(a, b) for a, b, _ in part(roles=["head", "chairs"]).edges} >= {(THAM, REGION), (THAM, MEETING)}


def test_hops_are_steps_along_the_edges_that_are_left() -> None:
    assert set(part(REGION, hops=1)) == {REGION, THAM, MEETING, DIVISION}
    assert set(part(REGION, hops=2, relations="PART_OF")) == {REGION, DIVISION}
    assert CITY in part(REGION, hops=2)


def test_steps_lead_through_kinds_that_are_left_out() -> None:
    assert set(part(THAM, hops=2, kinds="person")) == {THAM, BUOI}
    assert set(part(REGION, hops=2, kinds="place")) == {REGION, CITY}


def test_time_keeps_what_can_lie_in_it_and_nothing_undated() -> None:
    late = part(since="2020-02", until="2020-12")
    assert CONTEST in late
    assert MEETING not in late
    assert REUNION not in late
    assert late.has_edge(THAM, REGION)  # seen in the post in 2018 and 2020
    assert NAMESAKE in late  # seen in "2020", which can be in these months
    assert CONTEST in part(since="2020-03-15")
    assert CONTEST not in part(since="2020-04")


def test_types_keep_events_of_the_type_with_their_edges() -> None:
    typed = WHOLE.copy()
    typed.nodes[CONTEST]["type"] = "competition"
    contests = cut(typed, Part(Filters(types="competition")))
    assert set(contests) == {CONTEST, THAM, BUOI}
    assert all(CONTEST in edge[:2] for edge in contests.edges)
    alone = build_graph([Entity("event/x", EntityKind.EVENT, "x", (), {"type": "exercise", "date": "2021"})], [])
    assert set(cut(alone, Part(Filters(types="exercise", since="2021")))) == {"event/x"}
    assert not set(cut(alone, Part(Filters(types="exercise", since="2022"))))
    assert not set(cut(alone, Part(Filters(types="exercise", relations="HELD_AT"))))


def test_sources_keep_their_claims_only_and_count_their_articles() -> None:
    found = part(sources="b.txt")
    ((_, _, data),) = ((a, b, d) for a, b, d in found.edges(data=True) if (a, b) == (THAM, REGION))
    assert [claim.partition(":")[0] for claim in data["claims"]] == ["b.txt"]
    assert data["count"] == 1
    assert MEETING not in found
    assert set(part(sources="nui rung")) == set(part(sources="a.txt"))
    with pytest.raises(UsageError, match="no article answers to the source 'ui rung'"):
        part(sources="ui rung")


def test_confidence_drops_claims_that_are_less_sure() -> None:
    sure = part(confidence=0.9)
    assert 0 < sure.number_of_edges() < WHOLE.number_of_edges()
    assert all(SOURCES[claim].confidence >= 0.9 for _, _, data in sure.edges(data=True) for claim in data["claims"])


def test_what_a_part_is_around_stays_whatever_the_filters_say() -> None:
    assert set(part(NAMESAKE, relations="PART_OF", hops=3)) == {NAMESAKE}
    with pytest.raises(NotFoundError, match="person/nobody"):
        part("person/nobody")


def test_what_may_be_one_person_is_no_fact_and_no_part_unless_asked_for() -> None:
    doubtful = with_doubts(WHOLE, [DOUBT])
    assert nx.utils.graphs_equal(cut(doubtful, Part()), WHOLE)
    assert "POSSIBLY_SAME" not in relations(cut(doubtful, Part(Filters(kinds="person"))))
    assert relations(cut(doubtful, Part(Filters(relations="possibly_same")))) == {"POSSIBLY_SAME"}
    g = Graph(WHOLE, town.quotes_of, doubtful=[DOUBT])
    assert NAMESAKE not in g.part(THAM, hops=1).nx
    asked = g.part(only=Filters(relations=("HOLDS", "POSSIBLY_SAME")))
    assert (relations(asked.facts), relations(asked.nx)) == ({"HOLDS"}, {"HOLDS", "POSSIBLY_SAME"})
    assert relations(g.part(only=Filters(kinds="person")).nx) == {"POSSIBLY_SAME"}
    assert "POSSIBLY_SAME" not in relations(g.part(only=Filters(relations="HOLDS")).nx)
    assert [step.end.id for step in g.paths(NAMESAKE, REGION, possibly_same=True)[0].steps] == [THAM, REGION]


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"kinds": "ship"}, "no such kind: 'ship'"),
        ({"relations": ["HOLDS", "LOVES"]}, "no such relation: 'loves'"),
        ({"roles": "sleeps"}, "no such role"),
        ({"types": "party"}, "no such type of event"),
        ({"since": "2021-13"}, "no such month"),
        ({"since": "2021-02-30"}, "no such day"),
        ({"until": "15/12/2021"}, "not a date"),
        ({"until": "2021-1"}, "not a date"),
        ({"since": "2022", "until": "2021-12"}, "is before the beginning"),
        ({"confidence": 1.5}, "from 0 to 1"),
    ],
    ids=str,
)
def test_what_is_not_in_the_vocabulary_or_no_date_is_refused(wrong: dict[str, object], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        Filters(**wrong)  # type: ignore[arg-type]


def test_a_refusal_names_what_is_allowed() -> None:
    with pytest.raises(UsageError) as caught:
        Filters(relations="LOVES")
    assert "choose from HOLDS, PARTICIPATES" in str(caught.value)
    with pytest.raises(UsageError, match="choose from person, unit, event, place, HOLDS"):
        kinds_and_relations(["person,tank"])
    with pytest.raises(UsageError, match="1 hop"):
        Part(around=(THAM,), hops=0)
    with pytest.raises(UsageError, match="something to begin at"):
        Part(hops=2)


def test_a_range_within_one_year_may_be_told_by_the_year() -> None:
    assert Filters(since="2021-07", until="2021").of_time("2021-08", "2021-08")
    assert asked_date(" 2021 ") == "2021"


def test_a_part_is_asked_like_the_whole_and_says_what_it_is() -> None:
    g = Graph(WHOLE, town.quotes_of, sources=lambda: SOURCES)
    found = g.part("kha dinh buoi", hops=1, only=Filters(since="2018", until="2020"))
    assert found.title == "Kha Đình Bưởi, 1 step, 2018 to 2020"
    assert {n.node.id for n in found.neighbours(BUOI)} == {DIVISION, MEETING, CONTEST}
    assert g.part(only=Filters(relations="PART_OF")).title == "PART_OF"
    assert set(found.quotes()) == {claim for _, _, data in found.nx.edges(data=True) for claim in data["claims"]}
    with pytest.raises(UsageError, match="nothing is left"):
        g.part(only=Filters(since="1999", until="2000"))
    with pytest.raises(UsageError, match="nothing is left"):
        g.part(NAMESAKE, only=Filters(relations="PART_OF"))


dates = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()[: 4 + 3 * (day.day % 3)]))
filters = st.fixed_dictionaries(
    {
        "kinds": st.sets(st.sampled_from(EntityKind)).map(tuple),
        "relations": st.sets(st.sampled_from(Relation)).map(tuple),
        "roles": st.sets(st.sampled_from(EventRole)).map(tuple),
        "types": st.sets(st.sampled_from(EventType)).map(tuple),
        "sources": st.sets(st.sampled_from(["a.txt", "b.txt", "c.txt"])).map(tuple),
        "since": st.sampled_from(["", "2018", "2018-12-19", "2020-02"]),
        "until": st.sampled_from(["", "2020", "2020-03-05", "2021"]),
        "confidence": st.sampled_from([0.0, 0.6, 1.0]),
    }
)


@settings(deadline=None)
@given(filters, st.sampled_from([None, 1, 2, 3]), st.sampled_from(sorted(WHOLE)))
def test_a_part_lies_in_the_whole_keeps_its_middle_and_is_its_own_part(
    only: dict[str, object], hops: int, id: str
) -> None:
    asked = Part(Filters(**only), (id,), hops)  # type: ignore[arg-type]
    before = WHOLE.copy()
    found = cut(WHOLE, asked, SOURCES)
    assert nx.utils.graphs_equal(WHOLE, before)
    assert id in found
    assert set(found.edges(keys=True)) <= set(WHOLE.edges(keys=True))
    if not only["kinds"]:  # else the second cut finds no way through what the first has left out
        assert nx.utils.graphs_equal(cut(found, asked, SOURCES), found)


@settings(deadline=None)
@given(dates, dates, dates, dates)
def test_widening_the_time_never_loses_an_edge(since: str, until: str, first: str, last: str) -> None:
    try:
        narrow = Filters(since=since, until=until)
    except UsageError:
        return
    kept = narrow.of_time(first, last)
    assert not kept or (Filters(since=since).of_time(first, last) and Filters(until=until).of_time(first, last))


def test_edges_of_command_last_as_long_as_the_gazetteer_says() -> None:
    units = [Entity(f"unit/{name}", EntityKind.UNIT, name) for name in "ab"]
    edge = Edge(
        "unit/a",
        "unit/b",
        Relation.PART_OF,
        "",
        {"valid_from": "1999", "valid_to": "2009"},
        ("c:1",),
        1,
        "2003",
        "2003",
    )
    graph = build_graph(units, [edge])
    assert [len(cut(graph, Part(Filters(since=year, until=year)))) for year in ("1998", "2000", "2009", "2010")] == [
        0,
        2,
        2,
        0,
    ]
