"""The drawing as a pyvis Network: what stands where, in which shape and how large. It holds no text of articles.

Names stay out on purpose: pyvis leaves headings, titles and ids in menus unescaped, so the page takes all text
from its payload and sets it as text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyvis.network import Network

    from .overview import Overview
    from .table import GraphTable

SHAPES = {"person": "dot", "unit": "square", "event": "diamond", "place": "triangle", "bubble": "dot"}
"""Shape by kind, so that colour is never alone in telling kinds apart; the colours are in page.css."""

LEAST_SIZE, MOST_SIZE = 8.0, 30.0

OF_BUBBLES = 0.8
"""Width of the lines of bubbles: they stand for hundreds of facts and would lie over everything."""

MANY_EDGES = 2000
"""From this many lines on, they are not drawn while the drawing moves, so that it moves smoothly."""


def make_network(table: GraphTable, places: Mapping[str, tuple[int, int]]) -> Network:
    """Return a Network whose node ids are numbers of nodes, as in the payload.

    Parameters
    ----------
    table: the graph. Parallel edges and both directions become one line, the wider the more they are; a pair that may
        be one and has no fact between it has a dashed line.
    places: a point for every node, from `layout.lay_out`.

    Example
    -------
    >>> make_network(read_table(graph), lay_out(graph)).nodes[0]        # doctest: +SKIP
    {'id': 0, 'group': 'event', 'x': -120, 'y': 44, 'size': 14.9}
    """
    lines = Counter((min(pair), max(pair)) for pair in table.facts)
    doubts = {(min(pair), max(pair)) for pair in table.doubts} - lines.keys()
    return _network(
        [_node(table, number, places[id]) for number, id in enumerate(table.ids)],
        [{"from": a, "to": b} | _style(lines[a, b]) for a, b in sorted({*lines, *doubts})],
    )


def make_overview_network(table: GraphTable, overview: Overview) -> Network:
    """Return the Network of an overview: bubbles have the ids 'g0', 'g1', ..., names their numbers as above.

    Example
    -------
    >>> make_overview_network(table, make_overview(table)).nodes[0]        # doctest: +SKIP
    {'id': 'g0', 'group': 'bubble', 'x': -120, 'y': 44, 'size': 31.0}
    """
    bubbles: list[dict[str, object]] = [
        {"id": f"g{number}", "group": "bubble", "x": x, "y": y, "size": radius}
        for number, (x, y, radius) in enumerate(overview.bubbles)
    ]
    names = [_node(table, node, place) for node, place in sorted(overview.named.items())]
    lines: list[dict[str, object]] = [
        {"from": a, "to": b} | ({"width": OF_BUBBLES} if isinstance(b, str) else _style(facts))
        for a, b, facts in overview.lines
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


def _node(table: GraphTable, number: int, place: tuple[int, int]) -> dict[str, object]:
    size = min(MOST_SIZE, LEAST_SIZE + 2.6 * table.degree[number] ** 0.5)
    return {"id": number, "group": table.nodes[number]["kind"], "x": place[0], "y": place[1], "size": round(size, 1)}


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
            "dragNodes": True,
            "hover": True,
            "selectConnectedEdges": False,
            "hideEdgesOnDrag": lines > MANY_EDGES,
            "hideEdgesOnZoom": lines > MANY_EDGES,
        },
    }
