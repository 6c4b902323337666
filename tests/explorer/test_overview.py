"""Laws of the overview: every node in a group, few marks, none on another, the same every time."""

from __future__ import annotations

from math import hypot

import networkx as nx
import pytest

from graphbuild.explorer.network import make_overview_network
from graphbuild.explorer.overview import GROUPS, NAMED, make_overview
from graphbuild.explorer.table import read_table
from tests.explorer.grown import grown
from tests.explorer.invented import plausible


def many_small() -> nx.MultiDiGraph:
    """Articles that share no name: 700 pairs of an officer and a unit, and 100 who are tied to nobody."""
    graph = nx.MultiDiGraph([(f"person/{n}", f"unit/{n}") for n in range(700)])
    graph.add_nodes_from(f"place/{n}" for n in range(100))
    nx.set_node_attributes(graph, {id: id.partition("/")[0] for id in graph}, "kind")
    return graph


def one_star() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph([(f"person/{n}", "event/0") for n in range(1500)])
    nx.set_node_attributes(graph, {id: id.partition("/")[0] for id in graph}, "kind")
    return graph


GRAPHS = {
    "like a collection": lambda: grown(3000)[0],
    "another": lambda: plausible(1400)[0],
    "small parts": many_small,
    "one star": one_star,
}


@pytest.fixture(scope="module", params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> nx.MultiDiGraph:
    return GRAPHS[request.param]()


def test_every_node_is_in_a_group_and_marks_are_few(graph: nx.MultiDiGraph) -> None:
    overview = make_overview(read_table(graph))
    assert len(overview.group) == len(graph)
    assert set(overview.group) == set(range(len(overview.bubbles)))
    assert len(overview.bubbles) <= GROUPS
    assert len(overview.bubbles) + len(overview.named) <= 300


def test_no_mark_lies_on_another(graph: nx.MultiDiGraph) -> None:
    nodes = make_overview_network(read_table(graph), make_overview(read_table(graph))).nodes
    for place, a in enumerate(nodes):
        for b in nodes[:place]:
            assert hypot(a["x"] - b["x"], a["y"] - b["y"]) > a["size"] + b["size"]


def test_the_names_are_those_with_most_edges_of_their_kind(graph: nx.MultiDiGraph) -> None:
    overview, ids = make_overview(read_table(graph)), sorted(graph)
    for kind, most in NAMED.items():
        all_of_kind = sorted((graph.degree(id) for id in ids if graph.nodes[id]["kind"] == kind), reverse=True)
        named = sorted(
            (graph.degree(ids[n]) for n in overview.named if graph.nodes[ids[n]]["kind"] == kind), reverse=True
        )
        assert named == all_of_kind[:most]


def test_lines_between_bubbles_are_few(graph: nx.MultiDiGraph) -> None:
    lines = make_overview(read_table(graph)).lines
    assert sum(isinstance(a, str) and isinstance(b, str) for a, b, _ in lines) <= 2 * GROUPS
    assert all(facts > 0 for _, _, facts in lines)


def test_the_order_in_which_a_graph_was_made_does_not_matter() -> None:
    graph, _ = grown(1500)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert make_overview(read_table(turned)) == make_overview(read_table(graph))


def test_tied_groups_stand_nearer_than_others() -> None:
    overview = make_overview(read_table(grown(3000)[0]))
    places = [complex(x, y) for x, y, _ in overview.bubbles]
    tied = {(int(a[1:]), int(b[1:])) for a, b, _ in overview.lines if isinstance(a, str) and isinstance(b, str)}
    near = [abs(places[a] - places[b]) for a, b in tied]
    far = [abs(a - b) for n, a in enumerate(places) for b in places[:n]]
    assert sum(near) / len(near) < 0.8 * sum(far) / len(far)
