"""Lists of events, who stands out, communities, and the best paths."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import NotFoundError, UsageError
from graphbuild.graph import Filters, Graph, Measure, communities, measures, paths, top
from graphbuild.graph.tables.lists import ranked_answer
from tests.graph import town
from tests.graph.hand import at, edge, graph, post
from tests.graph.town import CITY, CONTEST, DIVISION, MEETING, REGION, REUNION, THAM


def test_events_are_listed_by_date_with_place_organiser_and_participants() -> None:
    found = town.opened().events()
    assert [one.event.id for one in found] == [MEETING, CONTEST, REUNION]
    meeting = found[0]
    assert (meeting.date, meeting.type, meeting.participants) == ("2018-12-19", "conference", 3)
    assert ([one.id for one in meeting.places], [one.id for one in meeting.organisers]) == ([CITY], [REGION])


def test_events_of_a_unit_a_person_and_a_place() -> None:
    g = town.opened()
    assert [one.event.id for one in g.events(unit="quan khu 6")] == [MEETING]
    assert [one.event.id for one in g.events(person=THAM)] == [MEETING, CONTEST]
    assert [one.event.id for one in g.events(person=THAM, place="da nguyen")] == [MEETING]
    assert [link.key for one in g.events(person=THAM) for link in one.links] == ["chairs", "attends"]


def test_events_of_sub_units_are_taken_in_on_request() -> None:
    edges = [at("unit/c", "x"), edge("unit/c", "PART_OF", "unit/b"), edge("unit/b", "PART_OF", "unit/a")]
    g = Graph(graph(*edges, x="2021"), town.quotes_of)
    assert g.events(unit="unit/a") == ()
    assert [one.event.id for one in g.events(unit="unit/a", sub_units=True)] == ["event/x"]


def test_a_role_is_that_of_the_one_named_and_the_event_stays_whole() -> None:
    g = town.opened()
    (one,) = g.events(person=THAM, only=Filters(roles="chairs"))
    assert (one.event.id, [place.id for place in one.places], one.participants) == (MEETING, [CITY], 3)
    assert g.events(person=THAM, only=Filters(roles="speaks")) == ()
    assert [one.event.id for one in g.events(only=Filters(since="2020", until="2020"))] == [CONTEST]


def test_a_chain_has_its_middle_on_top_however_it_is_measured() -> None:
    chain = graph(at("person/a", "x"), at("person/b", "x"), at("person/b", "y"), at("person/c", "y"))
    assert [one.value for one in top(chain, "degree", 3)] == [2, 2, 2]
    middle = top(chain, Measure.BETWEENNESS, 1)[0]
    assert (middle.place, middle.node.id) == (1, "person/b")
    assert middle.value == pytest.approx(4 / 6)
    assert [one.node.id for one in top(chain, "events", 5)] == ["person/b", "person/a", "person/c"]
    assert top(chain, "pagerank", 3, ["person"])[0].node.id == "person/b"


def test_pagerank_is_that_of_networkx() -> None:
    whole = town.graph()
    weights: nx.Graph[str] = nx.Graph()
    for a, b, data in whole.edges(data=True):
        weights.add_edge(a, b, weight=weights.get_edge_data(a, b, {"weight": 0})["weight"] + data["count"])
    weights.add_nodes_from(whole)
    expected = nx.pagerank(weights, tol=1e-12)
    for one in top(whole, "pagerank", 20):
        assert one.value == pytest.approx(expected[one.node.id], rel=0.02)


def test_betweenness_of_many_nodes_is_estimated_and_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    star = graph(*(at(f"person/p{n}", "x") for n in range(40)))
    exact = top(star, "betweenness", 3)
    monkeypatch.setattr(measures, "EXACT", 10)
    monkeypatch.setattr(measures, "SAMPLES", 30)
    estimate = top(star, "betweenness", 3)
    assert estimate == top(star, "betweenness", 3)
    assert (exact[0].estimated, estimate[0].estimated) == (False, True)
    assert "betweenness, estimated" in str(ranked_answer(estimate, "betweenness").sections[0].columns)
    assert not top(star, "degree", 1)[0].estimated
    assert estimate[0].node == exact[0].node
    assert estimate[0].value == pytest.approx(exact[0].value, rel=0.3)


def test_an_unknown_measure_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="choose from degree, pagerank, betweenness, events"):
        top(town.graph(), "beauty")


def clique(name: str, size: int = 5) -> list[object]:
    return [edge(f"unit/{name}{a}", "MEMBER_OF", f"unit/{name}{b}") for a in range(size) for b in range(a)]


def test_communities_are_those_that_hang_together() -> None:
    built = graph(*clique("a"), *clique("b", 4), edge("unit/a0", "PART_OF", "unit/b0"))  # type: ignore[arg-type]
    found = communities(built)
    assert [(one.number, one.size, one.kinds) for one in found] == [(1, 5, {"unit": 5}), (2, 4, {"unit": 4})]
    assert {node.id[5] for node in found[0].members} == {"a"}
    assert found[0].middle[0].id == "unit/a0"
    assert [one.size for one in communities(built, least=5)] == [5]
    with pytest.raises(UsageError, match="above 0"):
        communities(built, resolution=0)


def test_communities_can_be_asked_of_a_part() -> None:
    sizes = [one.size for one in town.opened().communities(least=1, only=Filters(kinds="person"))]
    assert sizes == [1, 1, 1]


@settings(max_examples=20, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1))
def test_every_node_is_in_one_community(pairs: set[tuple[int, int]]) -> None:
    built = graph(*(edge(f"unit/u{a}", "PART_OF", f"unit/u{b}") for a, b in sorted(pairs)))
    members = [node.id for one in communities(built, least=1) for node in one.members]
    assert sorted(members) == sorted(built)
    assert communities(built, least=1) == communities(built, least=1)


def way(found: object) -> str:
    return "".join(step.end.id[-1] for step in found.steps)  # type: ignore[attr-defined]


def test_the_best_paths_weigh_steps_against_articles() -> None:
    def step(a: str, b: str, count: int) -> object:
        return edge(f"unit/{a}", "PART_OF", f"unit/{b}", count=count)

    built = graph(
        step("a", "b", 1),
        step("b", "z", 1),
        step("a", "c", 4),
        step("z", "c", 4),
        step("a", "d", 9),
        step("d", "e", 9),
        step("e", "z", 9),
    )  # type: ignore[arg-type]
    assert [way(one) for one in paths(built, "unit/a", "unit/z", 5)] == ["cz", "dez", "bz"]
    assert [way(one) for one in paths(built, "unit/a", "unit/z", 1)] == ["cz"]
    with pytest.raises(UsageError, match="1 path"):
        paths(built, "unit/a", "unit/z", 0)


def test_paths_go_along_chosen_edges_and_through_chosen_kinds() -> None:
    built = graph(at("person/a", "x"), at("person/b", "x"), post("a", "u", "2020"), post("b", "u", "2020"), x="2021")
    g = Graph(built, town.quotes_of)
    assert len(g.paths("person/a", "person/b", 5)) == 2
    assert [one.steps[0].end.id for one in g.paths("person/a", "person/b", 5, Filters(relations="HOLDS"))] == ["unit/u"]
    assert g.path("person/a", "person/b", Filters(kinds="event")).steps[0].end.id == "event/x"
    for hopeless in (Filters(kinds="place"), Filters(relations="PART_OF")):
        with pytest.raises(NotFoundError, match="no path"):
            g.path("person/a", "person/b", hopeless)
        with pytest.raises(NotFoundError, match="no path"):
            g.paths("person/a", "person/b", only=hopeless)


def test_neighbours_and_evidence_keep_to_the_filters() -> None:
    g = town.opened()
    assert {one.node.id for one in g.neighbours(REGION, 2, Filters(kinds="place"))} == {CITY}
    assert {one.node.id for one in g.neighbours(REGION, 2, Filters(relations="PART_OF"))} == {DIVISION}
    assert {link.relation for link, _ in g.evidence(REGION, only=Filters(kinds="unit"))} == {"PART_OF"}
    assert g.evidence(THAM, REGION, Filters(relations="PART_OF")) == ()


def test_cards_and_numbers_keep_to_the_filters() -> None:
    g = town.opened()
    assert [one.event.id for one in g.person(THAM, Filters(since="2020")).events] == [CONTEST]
    assert g.event(MEETING, Filters(roles="chairs")).participants[0].who.id == THAM
    assert g.place(CITY, Filters(until="2000")).events == ()
    assert g.stats(Filters(relations="PART_OF")).relations == {"PART_OF": 1}
    assert g.chart(REGION, "2019", Filters(until="2017")).holders == ()
