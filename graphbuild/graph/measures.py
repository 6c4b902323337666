"""Who stands out, and which nodes hang closely together, by NetworKit's measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..model import Relation
from .asked import asked_words
from .reading import node
from .records import Node

if TYPE_CHECKING:
    import networkx as nx

SEED = 1
EXACT = 3000
"""Up to so many nodes betweenness is exact; above, it is estimated from `SAMPLES` of them."""
SAMPLES = 1000
MEMBERS_SHOWN = 5


class Measure(StrEnum):
    """By what nodes are ranked."""

    DEGREE = "degree"
    PAGERANK = "pagerank"
    BETWEENNESS = "betweenness"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A node with its place from 1 on, and its value.

    Attributes
    ----------
    value: edges for degree, events taken part in or organised for events, a share of all for pagerank, and for
        betweenness the share of shortest ways between two others that lead through it.
    """

    place: int
    node: Node
    value: float


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that hang together more closely than with others.

    Attributes
    ----------
    number: from 1 on, the largest first. kinds: how many members of each kind.
    middle: the members with most edges inside it, at most five. members: all, by id.
    """

    number: int
    size: int
    kinds: Mapping[str, int]
    middle: tuple[Node, ...]
    members: tuple[Node, ...]


def top(
    graph: nx.MultiDiGraph[str], by: Measure | str = Measure.DEGREE, limit: int = 10, kinds: Collection[str] = ()
) -> tuple[Ranked, ...]:
    """The nodes that stand out most, at most `limit`, the first by id where they tie.

    Edges count whichever way they point; several between the same two weigh by their articles for pagerank and are one
    for betweenness. Nodes without value are left out.

    Parameters
    ----------
    kinds: kinds of nodes to list, all if empty; the measure is that of the whole `graph`.

    Raises UsageError for an unknown measure, naming those there are.
    """
    (name,) = asked_words(by, Measure, "measure")
    values = _MEASURES[Measure(name)](graph)
    listed = [id for id in graph if (not kinds or graph.nodes[id]["kind"] in kinds) and values[id] > 0]
    best = sorted(listed, key=lambda id: (-values[id], id))[:limit]
    return tuple(Ranked(place, node(graph, id), values[id]) for place, id in enumerate(best, 1))


def communities(graph: nx.MultiDiGraph[str], least: int = 3, resolution: float = 1.0) -> tuple[Community, ...]:
    """Communities by Louvain's method with refinement, the same for the same graph, the largest first.

    Parameters
    ----------
    least: smaller ones are left out. resolution: above 1 gives more and smaller ones, below 1 fewer and larger ones.

    Raises UsageError for a resolution that is not positive.
    """
    if not resolution > 0:
        raise UsageError(f"a resolution of {resolution}", do="give a number above 0")
    ids = sorted(graph)
    with _network(graph, ids) as (nk, network):
        found = nk.community.PLM(network, refine=True, gamma=resolution)
        found.run()
        labels = found.getPartition().getVector()
    parts: dict[int, list[str]] = {}
    for id, label in zip(ids, labels, strict=True):
        parts.setdefault(label, []).append(id)
    large = sorted((part for part in parts.values() if len(part) >= least), key=lambda part: (-len(part), part[0]))
    return tuple(_community(graph, number, part) for number, part in enumerate(large, 1))


def _community(graph: nx.MultiDiGraph[str], number: int, ids: list[str]) -> Community:
    inside = graph.subgraph(ids)
    middle = sorted(ids, key=lambda id: (-inside.degree(id), id))[:MEMBERS_SHOWN]
    kinds = Counter(str(graph.nodes[id]["kind"]) for id in ids)
    members = tuple(node(graph, id) for id in ids)
    return Community(number, len(ids), dict(sorted(kinds.items())), tuple(node(graph, id) for id in middle), members)


def _degree(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    return {id: float(degree) for id, degree in graph.degree()}


def _events(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    attended: dict[str, set[str]] = {id: set() for id in graph}
    for source, target, data in graph.edges(data=True):
        if data["relation"] in (Relation.PARTICIPATES, Relation.ORGANISES):
            attended[source].add(target)
    return {id: float(len(events)) for id, events in attended.items()}


def _pagerank(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    ids = sorted(graph)
    with _network(graph, ids) as (nk, network):
        found = nk.centrality.PageRank(network, damp=0.85, tol=1e-10)
        found.run()
        scores = found.scores()
    # NetworKit lets what reaches a node without edges vanish; made a share of what is left, it is as if spread evenly.
    whole = sum(scores)
    return {id: score / whole for id, score in zip(ids, scores, strict=True)}


def _betweenness(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    ids = sorted(graph)
    with _network(graph, ids, weighted=False) as (nk, network):
        if len(ids) <= EXACT:
            found = nk.centrality.Betweenness(network, normalized=True)
        else:
            found = nk.centrality.EstimateBetweenness(network, SAMPLES, normalized=True, parallel=False)
        found.run()
        return dict(zip(ids, found.scores(), strict=True))


_MEASURES: Mapping[Measure, Callable[[nx.MultiDiGraph[str]], dict[str, float]]] = {
    Measure.DEGREE: _degree,
    Measure.PAGERANK: _pagerank,
    Measure.BETWEENNESS: _betweenness,
    Measure.EVENTS: _events,
}


@contextmanager
def _network(graph: nx.MultiDiGraph[str], ids: list[str], weighted: bool = True) -> Iterator[tuple[Any, Any]]:
    """NetworKit and the graph in it, one edge a pair, weighed by articles; in one thread, so that runs agree."""
    import networkit as nk

    threads = nk.engineering.getMaxNumberOfThreads()
    nk.engineering.setNumberOfThreads(1)
    try:
        nk.setSeed(SEED, False)
        number = {id: place for place, id in enumerate(ids)}
        weights: Counter[tuple[int, int]] = Counter()
        for source, target, data in graph.edges(data=True):
            if source != target:
                a, b = sorted((number[source], number[target]))
                weights[a, b] += max(1, data["count"])
        network = nk.Graph(len(ids), weighted=weighted)
        for (a, b), weight in sorted(weights.items()):
            network.addEdge(a, b, weight) if weighted else network.addEdge(a, b)
        yield nk, network
    finally:
        nk.engineering.setNumberOfThreads(threads)
