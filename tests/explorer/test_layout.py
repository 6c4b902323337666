"""Laws of the layout: every node somewhere, no two in one place, the same in every process."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from math import hypot, isfinite
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.explorer.layout import SPACING, lay_out
from graphbuild.explorer.packing import pack
from tests.explorer.grown import grown
from tests.explorer.invented import plausible

ROOT = Path(__file__).parents[2]


def nearest(places: dict[str, tuple[int, int]]) -> float:
    points = list(places.values())
    return min(hypot(a - c, b - d) for n, (a, b) in enumerate(points) for c, d in points[:n])


def star(leaves: int) -> nx.MultiDiGraph:
    return nx.MultiDiGraph([(f"guest{n}", "event") for n in range(leaves)])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=40), st.integers(0, 6))
def test_every_node_has_a_place_and_no_two_share_one(edges: list[tuple[int, int]], alone: int) -> None:
    graph = nx.MultiDiGraph([(str(a), str(b)) for a, b in edges])
    graph.add_nodes_from(f"alone{n}" for n in range(alone))
    places = lay_out(graph)
    assert set(places) == set(graph)
    assert all(isfinite(x) and isfinite(y) for x, y in places.values())
    if len(places) > 1:
        assert nearest(places) > 0.5 * SPACING


@pytest.mark.parametrize(
    "graph",
    [plausible(150)[0], plausible(700)[0], star(900), nx.MultiDiGraph(nx.path_graph([str(n) for n in range(600)]))],
    ids=["springs", "communities", "a star that nothing divides", "a long chain"],
)
def test_nodes_of_large_graphs_stand_apart(graph: nx.MultiDiGraph) -> None:
    places = lay_out(graph)
    assert set(places) == set(graph)
    assert nearest(places) > 0.5 * SPACING


def test_linked_nodes_stand_nearer_than_others() -> None:
    graph, _ = plausible(700)
    places = lay_out(graph)

    def gap(a: str, b: str) -> float:
        return hypot(places[a][0] - places[b][0], places[a][1] - places[b][1])

    linked = [gap(a, b) for a, b in graph.edges()]
    names = sorted(graph)
    others = [gap(a, b) for a, b in zip(names, names[7:] + names[:7], strict=True)]
    assert sum(linked) / len(linked) < 0.7 * sum(others) / len(others)


def test_the_order_in_which_a_graph_was_made_does_not_matter() -> None:
    graph, _ = plausible(500)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert lay_out(turned) == lay_out(graph)


def test_another_process_gives_the_same_places() -> None:
    script = (
        "import hashlib; from tests.explorer.invented import plausible; from graphbuild.explorer.layout import lay_out;"
        "print(hashlib.sha256(repr(sorted(lay_out(plausible(900)[0]).items())).encode()).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]


@pytest.mark.parametrize("size", [200, 900])
def test_the_drawing_has_the_shape_of_a_screen_and_wastes_little_of_it(size: int) -> None:
    graph, _ = grown(size)
    ties = nx.subgraph(graph, max(nx.weakly_connected_components(graph), key=len))
    x, y = np.array(list(lay_out(ties).values())).T
    assert 1.2 < np.ptp(x) / np.ptp(y) < 2.4
    # Marks in rows and columns, SPACING apart, would fill the whole of it.
    assert len(ties) * SPACING**2 / (np.ptp(x) * np.ptp(y)) > 0.2


def test_an_empty_graph_has_no_places() -> None:
    assert lay_out(nx.MultiDiGraph()) == {}


@given(st.lists(st.integers(2, 12), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_groups_without_ties_are_packed_apart(sizes: list[int]) -> None:
    groups = [np.arange(size) * (1 + 0.3j) for size in sizes]
    placed = [points - points.mean() + centre for points, centre in zip(groups, pack(groups), strict=True)]
    for one, other in combinations(placed, 2):
        assert abs(one[:, None] - other[None, :]).min() > 1


def test_names_without_ties_stand_in_rows_below_the_others() -> None:
    graph = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("d", "e")])
    graph.add_nodes_from(f"alone {n}" for n in range(30))
    places = lay_out(graph)
    lowest = max(places[name][1] for name in "abcde")
    assert all(places[f"alone {n}"][1] > lowest + SPACING for n in range(30))
    assert len({places[f"alone {n}"][1] for n in range(30)}) < 6
