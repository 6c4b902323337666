"""Cards, paths, neighbours, timelines, evidence and numbers of a small graph."""

import networkx as nx
import pytest

from graphbuild.errors import NotFoundError, UsageError
from graphbuild.graph import build_graph, card, edges_between
from graphbuild.graph.neighbours import neighbours
from graphbuild.graph.path import path
from graphbuild.graph.records import EventCard, PersonCard, PlaceCard, RankOn, UnitCard
from graphbuild.graph.stats import stats
from graphbuild.graph.timeline import timeline
from graphbuild.model import Edge, Entity, EntityKind, Relation
from tests.graph import town
from tests.graph.town import BUOI, CITY, CLUSTER, CONTEST, DIVISION, MEETING, NAMESAKE, REGION, REUNION, THAM


@pytest.fixture(scope="module")
def graph() -> "nx.MultiDiGraph[str]":
    return town.graph()


def test_a_graph_is_the_same_whatever_the_order_it_is_built_in(graph: "nx.MultiDiGraph[str]") -> None:
    from tests.resolve.cast import resolved

    resolution = resolved(*town.stories())
    turned = build_graph(resolution.entities[::-1], resolution.edges[::-1])
    assert list(turned.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(turned.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_an_edge_without_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="unit/b"):
        build_graph([Entity("unit/a", EntityKind.UNIT, "A")], [Edge("unit/a", "unit/b", Relation.PART_OF)])


def test_a_person_card_shows_ranks_posts_events_and_companions(graph: "nx.MultiDiGraph[str]") -> None:
    shown = card(graph, BUOI)
    assert isinstance(shown, PersonCard)
    assert (shown.rank, shown.ranks) == ("Đại tá", (RankOn("Đại tá", "2018-12-19"),))
    assert [(p.text("title"), p.text("status"), p.target.id) for p in shown.postings] == [
        ("Sư đoàn trưởng", "former", DIVISION),
    ]
    assert [(a.event.id, a.role, a.date) for a in shown.events] == [
        (MEETING, "speaks", "2018-12-19"),
        (CONTEST, "attends", "2020-03"),
        (REUNION, "attends", ""),
    ]
    assert [(c.node.id, c.events) for c in shown.companions] == [(THAM, 2)]
    assert shown.articles == 3


def test_a_unit_card_shows_the_line_of_command_clusters_and_who_held_posts(graph: "nx.MultiDiGraph[str]") -> None:
    shown, cluster = card(graph, DIVISION), card(graph, CLUSTER)
    assert isinstance(shown, UnitCard)
    assert isinstance(cluster, UnitCard)
    assert [link.target.id for link in shown.parents] == [REGION]
    assert [link.relation for link in shown.clusters] == [Relation.LEADS]
    assert [link.source.id for link in cluster.members] == [DIVISION, "unit/su-doan-944"]
    assert {link.source.id for link in shown.posts} == {BUOI}
    assert [a.event.id for a in shown.events] == [MEETING]


def test_an_event_card_lists_participants_by_role(graph: "nx.MultiDiGraph[str]") -> None:
    shown = card(graph, MEETING)
    assert isinstance(shown, EventCard)
    assert [(a.role, a.who.id) for a in shown.participants] == [
        ("chairs", THAM),
        ("attends", DIVISION),
        ("speaks", BUOI),
    ]
    assert ([p.target.id for p in shown.places], [o.source.id for o in shown.organisers]) == ([CITY], [REGION])


def test_a_place_card_lists_its_events(graph: "nx.MultiDiGraph[str]") -> None:
    shown = card(graph, CITY)
    assert isinstance(shown, PlaceCard)
    assert [link.source.id for link in shown.events] == [MEETING]


def test_an_unknown_id_is_said_to_be_unknown(graph: "nx.MultiDiGraph[str]") -> None:
    for ask in (card, neighbours, timeline):
        with pytest.raises(NotFoundError, match="person/nobody"):
            ask(graph, "person/nobody")


def test_a_path_goes_against_the_edges_too(graph: "nx.MultiDiGraph[str]") -> None:
    found = path(graph, THAM, CITY)
    assert [(step.start.id, step.link.relation, step.end.id) for step in found.steps] == [
        (THAM, Relation.PARTICIPATES, MEETING),
        (MEETING, Relation.HELD_AT, CITY),
    ]
    assert [step.end.id for step in path(graph, CITY, THAM).steps] == [MEETING, THAM]
    assert path(graph, THAM, THAM).steps == ()


def test_where_nothing_joins_two_nodes_there_is_no_path(graph: "nx.MultiDiGraph[str]") -> None:
    with pytest.raises(NotFoundError, match="no path"):
        path(graph, THAM, NAMESAKE)


def test_of_equal_paths_the_one_with_most_claims_is_taken_and_then_the_first_id() -> None:
    entities = [Entity(f"unit/{name}", EntityKind.UNIT, name) for name in "abcde"]

    def edge(source: str, target: str, *claims: str) -> Edge:
        return Edge(f"unit/{source}", f"unit/{target}", Relation.PART_OF, claims=claims, count=1)

    ways = [edge("a", "c", "1"), edge("c", "e", "2"), edge("b", "a", "3"), edge("e", "b", "4")]
    assert path(build_graph(entities, ways), "unit/a", "unit/e").steps[0].end.id == "unit/b"
    ways += [edge("a", "d", "5", "6"), edge("d", "e", "7")]
    assert path(build_graph(entities, ways), "unit/a", "unit/e").steps[0].end.id == "unit/d"


def test_neighbours_come_nearest_first_with_the_edges_that_lead_there(graph: "nx.MultiDiGraph[str]") -> None:
    near = neighbours(graph, REGION)
    assert [n.node.id for n in near] == [THAM, MEETING, DIVISION]
    far = {n.node.id: n.hops for n in neighbours(graph, REGION, hops=2)}
    assert far[CITY] == 2
    assert far[THAM] == 1
    assert [link.relation for link in near[0].links] == [Relation.HOLDS]
    with pytest.raises(UsageError, match="1 hop"):
        neighbours(graph, REGION, hops=0)


def test_a_timeline_is_honest_about_partial_and_missing_dates(graph: "nx.MultiDiGraph[str]") -> None:
    rows = [(row.date, row.until, row.what, row.other.id) for row in timeline(graph, THAM)]
    assert rows == [
        ("2018-12-19", "", "chairs", MEETING),
        ("2018-12-19", "2020-03", "Tư lệnh", REGION),
        ("2020-03", "", "attends", CONTEST),
    ]
    assert timeline(graph, BUOI)[-1].date == ""
    assert [row.what for row in timeline(graph, DIVISION) if row.other.id == BUOI] == [
        "Sư đoàn trưởng (former)",
    ]


def test_edges_between_two_nodes_are_found_from_either_side(graph: "nx.MultiDiGraph[str]") -> None:
    assert edges_between(graph, THAM, REGION) == edges_between(graph, REGION, THAM)
    (post,) = edges_between(graph, THAM, REGION)
    assert post.count == 2
    assert {claim.partition(":")[0] for claim in post.claims} == {"a.txt", "b.txt"}
    assert edges_between(graph, THAM, NAMESAKE) == ()


def test_the_numbers_add_up(graph: "nx.MultiDiGraph[str]") -> None:
    found = stats(graph, top=1)
    assert found.nodes == sum(found.kinds.values()) == graph.number_of_nodes()
    assert found.edges == sum(found.relations.values()) == graph.number_of_edges()
    assert (found.articles, found.first, found.last) == (5, "2018-12-19", "2020-03")
    assert [c.node.id for c in found.most_connected] == [MEETING]  # five edges, as Kha Đình Bưởi has; the first id wins


def test_an_empty_graph_has_numbers_too() -> None:
    empty = stats(build_graph([], []))
    assert (empty.nodes, empty.articles, empty.first, empty.most_connected) == (0, 0, "", ())
