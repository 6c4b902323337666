"""Who stands out, and which nodes hang closely together, by NetworKit's measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from .asked import asked_words
from .records import Node
from .ties import Ties, ties_of

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Values = NDArray[np.float64]
    """One a node, in the order of `Ties.nodes`."""

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
    estimated: whether the value is estimated from a part of the ways, as betweenness is in a large graph.
    """

    place: int
    node: Node
    value: float
    estimated: bool = False


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
    return ranked(ties_of(graph), by, limit, kinds)


def ranked(ties: Ties, by: Measure | str, limit: int, kinds: Collection[str] = ()) -> tuple[Ranked, ...]:
    """`top` of a graph whose ties are at hand."""
    (name,) = asked_words(by, Measure, "measure")
    values = _MEASURES[Measure(name)](ties).tolist()
    estimated = name == Measure.BETWEENNESS and len(ties.nodes) > EXACT
    listed = [n for n, one in enumerate(ties.nodes) if (not kinds or one.kind in kinds) and values[n] > 0]
    best = sorted(listed, key=lambda n: (-values[n], n))[:limit]
    return tuple(Ranked(place, ties.nodes[n], values[n], estimated) for place, n in enumerate(best, 1))


def communities(graph: nx.MultiDiGraph[str], least: int = 3, resolution: float = 1.0) -> tuple[Community, ...]:
    """Communities by Louvain's method with refinement, the same for the same graph, the largest first.

    Parameters
    ----------
    least: smaller ones are left out. resolution: above 1 gives more and smaller ones, below 1 fewer and larger ones.

    Raises UsageError for a resolution that is not positive.
    """
    return grouped(ties_of(graph), least, resolution)


def grouped(ties: Ties, least: int, resolution: float) -> tuple[Community, ...]:
    """`communities` of a graph whose ties are at hand."""
    import numpy as np

    if not resolution > 0:
        raise UsageError(f"a resolution of {resolution}", do="give a number above 0")
    with _network(ties) as (nk, network):
        found = nk.community.PLM(network, refine=True, gamma=resolution)
        found.run()
        labels = np.array(found.getPartition().getVector(), dtype=np.int64)
    inside = labels[ties.sources] == labels[ties.targets]
    degrees = _ends(ties, inside).tolist()
    parts: dict[int, list[int]] = {}
    for n, label in enumerate(labels.tolist()):
        parts.setdefault(label, []).append(n)
    large = sorted((part for part in parts.values() if len(part) >= least), key=lambda part: (-len(part), part[0]))
    return tuple(_community(ties, number, part, degrees) for number, part in enumerate(large, 1))


def _community(ties: Ties, number: int, part: list[int], degrees: list[int]) -> Community:
    middle = sorted(part, key=lambda n: (-degrees[n], n))[:MEMBERS_SHOWN]
    members = tuple(ties.nodes[n] for n in part)
    kinds = Counter(str(one.kind) for one in members)
    return Community(number, len(part), dict(sorted(kinds.items())), tuple(ties.nodes[n] for n in middle), members)


def _ends(ties: Ties, among: slice | NDArray[np.bool_] = slice(None)) -> NDArray[np.int64]:
    """How many ends of the edges `among` each node has."""
    import numpy as np

    ends = np.concatenate([ties.sources[among], ties.targets[among]])
    return np.bincount(ends, minlength=len(ties.nodes))


def _degree(ties: Ties) -> Values:
    return _ends(ties).astype(float)


def _events(ties: Ties) -> Values:
    import numpy as np

    pairs = np.unique(np.column_stack([ties.sources, ties.targets])[ties.at_events], axis=0)
    return np.bincount(pairs[:, 0], minlength=len(ties.nodes)).astype(float)


def _pagerank(ties: Ties) -> Values:
    import numpy as np

    if not ties.nodes:
        return np.zeros(0)
    with _network(ties) as (nk, network):
        found = nk.centrality.PageRank(network, damp=0.85, tol=1e-10)
        found.run()
        scores = np.array(found.scores())
    # NetworKit lets what reaches a node without edges vanish; made a share of what is left, it is as if spread evenly.
    return np.asarray(scores / scores.sum())


def _betweenness(ties: Ties) -> Values:
    import numpy as np

    with _network(ties, weighted=False) as (nk, network):
        if len(ties.nodes) <= EXACT:
            found = nk.centrality.Betweenness(network, normalized=True)
        else:
            found = nk.centrality.EstimateBetweenness(network, SAMPLES, normalized=True, parallel=False)
        found.run()
        return np.array(found.scores())


_MEASURES: Mapping[Measure, Callable[[Ties], Values]] = {
    Measure.DEGREE: _degree,
    Measure.PAGERANK: _pagerank,
    Measure.BETWEENNESS: _betweenness,
    Measure.EVENTS: _events,
}


@contextmanager
def _network(ties: Ties, weighted: bool = True) -> Iterator[tuple[Any, Any]]:
    """NetworKit and the graph in it, one edge a pair, weighed by articles; in one thread, so that runs agree."""
    import networkit as nk
    import numpy as np

    threads = nk.engineering.getMaxNumberOfThreads()
    nk.engineering.setNumberOfThreads(1)
    try:
        nk.setSeed(SEED, False)
        apart = ties.sources != ties.targets
        ends = np.sort(np.column_stack([ties.sources, ties.targets])[apart], axis=1)
        pairs, place = np.unique(ends, axis=0, return_inverse=True)
        weights = np.bincount(place.ravel(), np.maximum(1, ties.articles[apart]), len(pairs))
        network = nk.GraphFromCoo(
            (weights if weighted else np.ones(len(pairs)), tuple(np.ascontiguousarray(pairs.T))),
            n=len(ties.nodes),
            weighted=weighted,
        )
        yield nk, network
    finally:
        nk.engineering.setNumberOfThreads(threads)
