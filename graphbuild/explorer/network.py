"""The drawing as a pyvis Network: what stands where, in which shape and how large. It holds no text of articles.

Names stay out on purpose: pyvis leaves headings, titles and ids in menus unescaped, so the page takes all text
from its payload and sets it as text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..graph import facts_of

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

SHAPES = {"person": "dot", "unit": "square", "event": "diamond", "place": "triangle"}
"""Shape by kind, so that colour is never alone in telling kinds apart; the colours are in page.css."""

LEAST_SIZE, MOST_SIZE = 8.0, 30.0

MANY_EDGES = 3000
"""From this many lines on, they are not drawn while the drawing moves, so that it moves smoothly."""


def make_network(graph: nx.MultiDiGraph[str], places: Mapping[str, tuple[int, int]]) -> Network:
    """Return a Network whose node ids are places in the sorted list of the graph's ids, as in the payload.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it. Parallel edges and both directions become one line, the
        wider the more they are; a pair that may be one and has no fact between it has a dashed line.
    places: a point for every node, from `layout.lay_out`.

    Example
    -------
    >>> make_network(graph, lay_out(graph)).nodes[0]        # doctest: +SKIP
    {'id': 0, 'group': 'event', 'x': -120, 'y': 44, 'size': 14.9}
    """
    from pyvis.network import Network

    ids, facts = sorted(graph), facts_of(graph)
    number = {id: place for place, id in enumerate(ids)}
    network = Network(height="100%", width="100%", cdn_resources="in_line")
    # add_node and add_edge look through all nodes and edges on every call, so the lists are filled directly.
    network.nodes = [_node(facts, id, number[id], places[id]) for id in ids]
    network.node_ids = list(range(len(ids)))
    network.node_map = {node["id"]: node for node in network.nodes}
    lines = Counter(tuple(sorted((number[a], number[b]))) for a, b in facts.edges())
    doubts = {tuple(sorted((number[a], number[b]))) for a, b in graph.edges()} - lines.keys()
    network.edges = [
        {"id": place, "from": pair[0], "to": pair[1]} | _style(lines[pair])
        for place, pair in enumerate(sorted({*lines, *doubts}))
    ]
    network.options = _options(len(lines))
    return network


def _node(graph: nx.MultiDiGraph[str], id: str, number: int, place: tuple[int, int]) -> dict[str, object]:
    size = min(MOST_SIZE, LEAST_SIZE + 2.6 * graph.degree(id) ** 0.5)
    return {"id": number, "group": graph.nodes[id]["kind"], "x": place[0], "y": place[1], "size": round(size, 1)}


def _style(facts: int) -> dict[str, object]:
    """Wider the more facts; dashed where there is none and the two are only possibly the same."""
    return {"width": round(min(5.0, 1.0 + 0.6 * (facts - 1)), 1)} if facts else {"width": 1.0, "dashes": True}


def _options(lines: int) -> dict[str, object]:
    """Options of vis-network that do not depend on the theme."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "groups": {kind: {"shape": shape} for kind, shape in SHAPES.items()},
        "nodes": {"borderWidth": 0, "borderWidthSelected": 3},
        "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 0.5},
        "interaction": {
            "dragNodes": False,
            "hover": True,
            "selectConnectedEdges": False,
            "hideEdgesOnDrag": lines > MANY_EDGES,
            "hideEdgesOnZoom": lines > MANY_EDGES,
        },
    }
