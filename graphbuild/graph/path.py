"""How two nodes hang together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from ..answers import Answer, Answered
from ..errors import NotFoundError, UsageError
from .reading import edges_between, node
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx

Route = tuple[int, tuple[str, ...]]
"""Minus the claims behind the edges so far, and the ids so far: the smaller, the better."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path, from `start` to `end`; `link` may be directed either way."""

    start: Node
    end: Node
    link: Link


@dataclass(frozen=True, slots=True, repr=False)
class Path(Answered):
    """A way from `start` to `end`; no steps where they are the same.

    Attributes
    ----------
    cost: of the way by its evidence, as `paths` counts it.
    """

    start: Node
    end: Node
    steps: tuple[Step, ...]
    cost: float

    def answer(self) -> Answer:
        """Its tables."""
        from .tables.pairs import path_answer

        return path_answer(self)


def path(graph: nx.MultiDiGraph[str], a: str, b: str) -> Path:
    """The shortest way from `a` to `b`, whichever way the edges point.

    Of several, the one with fewest steps, then most claims behind its edges, then the first by ids.
    Raises NotFoundError for an unknown id, or if no path joins the two.
    """
    node(graph, a), node(graph, b)
    return _path(graph, _best_route(graph, a, b))


def paths(graph: nx.MultiDiGraph[str], a: str, b: str, best: int = 3) -> tuple[Path, ...]:
    """The `best` ways from `a` to `b` by the strength of their evidence, the strongest first.

    A step costs one, and one more divided by the articles behind it: a way with a step more is better only if its
    steps stand in several articles. No way passes a node twice.

    Raises as `path` does, and UsageError if `best` is below 1.
    """
    import networkx as nx

    node(graph, a), node(graph, b)
    if best < 1:
        raise UsageError(f"best is {best}", do="ask for 1 path or more")
    costs: nx.Graph[str] = nx.Graph()
    costs.add_nodes_from(graph)
    for source, target in sorted({(min(pair), max(pair)) for pair in graph.edges()}):
        costs.add_edge(source, target, cost=_cost(graph, source, target))
    try:
        return tuple(_path(graph, route) for route in islice(nx.shortest_simple_paths(costs, a, b, "cost"), best))
    except nx.NetworkXNoPath:
        raise _no_path(a, b) from None


def _path(graph: nx.MultiDiGraph[str], route: tuple[str, ...] | list[str]) -> Path:
    steps = [Step(node(graph, s), node(graph, t), _strongest(graph, s, t)) for s, t in pairwise(route)]
    cost = sum(_cost(graph, s, t) for s, t in pairwise(route))
    return Path(node(graph, route[0]), node(graph, route[-1]), tuple(steps), cost)


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
        raise _no_path(a, b)
    return ring[b][1]


def _strongest(graph: nx.MultiDiGraph[str], a: str, b: str) -> Link:
    """The edge between two nodes with most claims; the first by relation and key where they tie."""
    return min(edges_between(graph, a, b), key=lambda e: (-len(e.claims), e.relation, e.key, e.source.id))


def _cost(graph: nx.MultiDiGraph[str], a: str, b: str) -> float:
    both = [*graph.get_edge_data(a, b, default={}).values(), *graph.get_edge_data(b, a, default={}).values()]
    articles: int = max(data["count"] for data in both)
    return 1 + 1 / max(1, articles)


def _no_path(a: str, b: str) -> NotFoundError:
    return NotFoundError(f"no path joins {a} and {b}", do="they have no event, unit or place in common, near or far")
