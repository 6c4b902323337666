"""The drawing as a pyvis Network: what stands where, in which shape and how large. It holds no text of articles.

Names stay out on purpose: pyvis leaves headings, titles and ids in menus unescaped, so the page takes all text
from its payload and sets it as text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

    from .overview import Overview

SHAPES = {"person": "dot", "unit": "square", "event": "diamond", "place": "triangle", "bubble": "dot"}
"""Shape by kind, so that colour is never alone in telling kinds apart; the colours are in page.css."""

LEAST_SIZE, MOST_SIZE = 8.0, 30.0

MANY_EDGES = 3000
"""From this many lines on, they are not drawn while the drawing moves, so that it moves smoothly."""


def make_network(graph: nx.MultiDiGraph[str], places: Mapping[str, tuple[int, int]]) -> Network:
    """Return a Network whose node ids are places in the sorted list of the graph's ids, as in the payload.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it. Parallel edges and both directions become one line, the
        wider the more they are.
    places: a point for every node, from `layout.lay_out`.

    Example
    -------
    >>> make_network(graph, lay_out(graph)).nodes[0]        # doctest: +SKIP
    {'id': 0, 'group': 'event', 'x': -120, 'y': 44, 'size': 14.9}
    """
    ids = sorted(graph)
    number = {id: place for place, id in enumerate(ids)}
    lines = Counter(tuple(sorted((number[a], number[b]))) for a, b in graph.edges())
    return _network(
        [_node(graph, id, number[id], places[id]) for id in ids],
        [{"from": pair[0], "to": pair[1], "width": _width(lines[pair])} for pair in sorted(lines)],
    )


def make_overview_network(graph: nx.MultiDiGraph[str], overview: Overview) -> Network:
    """Return the Network of an overview: bubbles have the ids 'g0', 'g1', ..., names their places as above.

    Example
    -------
    >>> make_overview_network(graph, make_overview(graph)).nodes[0]        # doctest: +SKIP
    {'id': 'g0', 'group': 'bubble', 'x': -120, 'y': 44, 'size': 31.0}
    """
    ids = sorted(graph)
    bubbles: list[dict[str, object]] = [
        {"id": f"g{n}", "group": "bubble", "x": x, "y": y, "size": radius}
        for n, (x, y, radius) in enumerate(overview.bubbles)
    ]
    names = [_node(graph, ids[node], node, place) for node, place in sorted(overview.named.items())]
    lines: list[dict[str, object]] = [
        {"from": a, "to": b, "width": 0.8 if isinstance(b, str) else _width(facts)} for a, b, facts in overview.lines
    ]
    return _network([*bubbles, *names], lines)


def _network(nodes: list[dict[str, object]], lines: list[dict[str, object]]) -> Network:
    from pyvis.network import Network

    network = Network(height="100%", width="100%", cdn_resources="in_line")
    # add_node and add_edge look through all nodes and edges on every call, so the lists are filled directly.
    network.nodes = nodes
    network.node_ids = [node["id"] for node in nodes]
    network.node_map = {node["id"]: node for node in nodes}
    network.edges = [{"id": place, **line} for place, line in enumerate(lines)]
    network.options = _options(len(lines))
    return network


def _node(graph: nx.MultiDiGraph[str], id: str, number: int, place: tuple[int, int]) -> dict[str, object]:
    size = min(MOST_SIZE, LEAST_SIZE + 2.6 * graph.degree(id) ** 0.5)
    return {"id": number, "group": graph.nodes[id]["kind"], "x": place[0], "y": place[1], "size": round(size, 1)}


def _width(facts: int) -> float:
    return round(min(5.0, 1.0 + 0.6 * (facts - 1)), 1)


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
