"""How two nodes hang together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..errors import NotFoundError
from .reading import edges_between, node
from .records import Link, Path, Step

if TYPE_CHECKING:
    import networkx as nx

Route = tuple[int, tuple[str, ...]]
"""Minus the claims behind the edges so far, and the ids so far: the smaller, the better."""


def path(graph: nx.MultiDiGraph[str], a: str, b: str) -> Path:
    """The shortest way from `a` to `b`, whichever way the edges point.

    Of several, the one with fewest steps, then most claims behind its edges, then the first by ids.
    Raises NotFoundError for an unknown id, or if no path joins the two.
    """
    start, end = node(graph, a), node(graph, b)
    route = _best_route(graph, a, b)
    steps = [Step(node(graph, s), node(graph, t), _strongest(graph, s, t)) for s, t in pairwise(route)]
    return Path(start, end, tuple(steps))


def _best_route(graph: nx.MultiDiGraph[str], a: str, b: str) -> tuple[str, ...]:
    """Walk outwards ring by ring and keep the best route to each node of the ring."""
    ring: dict[str, Route] = {a: (0, (a,))}
    seen = {a}
    while ring and b not in seen:
        following: dict[str, Route] = {}
        for here, (minus_claims, ids) in ring.items():
            for there in {*graph.successors(here), *graph.predecessors(here)} - seen:
                route = (minus_claims - len(_strongest(graph, here, there).claims), (*ids, there))
                following[there] = min(route, following.get(there, route))
        seen.update(following)
        ring = following
    if b not in ring:
        raise NotFoundError(f"no path joins {a} and {b}", do="they have no event, unit or place in common, near or far")
    return ring[b][1]


def _strongest(graph: nx.MultiDiGraph[str], a: str, b: str) -> Link:
    """The edge between two nodes with most claims; the first by relation and key where they tie."""
    return min(edges_between(graph, a, b), key=lambda e: (-len(e.claims), e.relation, e.key, e.source.id))
