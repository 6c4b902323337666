"""Questions about the whole graph that need only its ties, answered from the store without building the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.graph import Node, Stats
from graphbuild.graph.stats import MOST_CONNECTED, Connected
from graphbuild.graph.ties import AT_EVENTS, Ties
from graphbuild.model import EntityKind
from graphbuild.store import Reader
from graphbuild.store.local import Reach
from graphbuild.store.whole import (
    articles_of_entities,
    edge_columns,
    edges_by_relation,
    entities_by_kind,
    most_edges,
    node_names,
    time_span,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def ties_in(reader: Reader) -> Ties:
    """The ties of the graph that `reader` has open, as `ties_of` gives them of the graph itself."""
    return _ties(reader)[0]


def stats_in(reader: Reader) -> Stats:
    """The graph in numbers, as `stats` gives them of the graph itself."""
    kinds, relations = entities_by_kind(reader), edges_by_relation(reader)
    names = most_edges(reader, MOST_CONNECTED)
    nodes = {one.id: Node(one.id, one.kind, one.name) for one in reader.entities([id for id, _ in names])}
    return Stats(
        sum(kinds.values()),
        sum(relations.values()),
        kinds,
        relations,
        articles_of_entities(reader),
        *time_span(reader),
        tuple(Connected(nodes[id], edges) for id, edges in names),
    )


@dataclass(frozen=True)
class Between:
    """What lies between two nodes, nearer or wider.

    Attributes
    ----------
    ids: of all nodes. numbers: of all edges, as the store has them. ends: of each edge, as places in `ids`, one row an
        edge. steps: for each node how many steps the shortest way between the two through it has; infinite for none.
    shortest: that number of the shortest way of all.
    """

    ids: tuple[str, ...]
    numbers: NDArray[np.int64]
    ends: NDArray[np.int64]
    steps: NDArray[np.float64]
    shortest: float

    @property
    def longest(self) -> float:
        """The most steps that a node is away: beyond, nothing is added."""
        import numpy as np

        return float(self.steps[np.isfinite(self.steps)].max(initial=0))

    def within(self, steps: float) -> Reach:
        """Every node that a way of at most so many steps leads through, and the edges among these."""
        import numpy as np

        near = np.isfinite(self.steps) & (self.steps <= steps)
        kept = near[self.ends].all(axis=1)
        return {self.ids[place] for place in near.nonzero()[0]}, set(self.numbers[kept].tolist())


def between(reader: Reader, a: str, b: str) -> Between:
    """How far all nodes are from two ids, whichever way the edges point."""
    import numpy as np

    ties, numbers = _ties(reader)
    ids = tuple(one.id for one in ties.nodes)
    here, there = ids.index(a), ids.index(b)
    steps = _steps_from(here, ties) + _steps_from(there, ties)
    return Between(ids, numbers, np.column_stack([ties.sources, ties.targets]), steps, float(steps[there]))


def _steps_from(start: int, ties: Ties) -> NDArray[np.float64]:
    """How many steps each node is from that at the place `start`; infinite where no way leads."""
    import numpy as np

    away = np.full(len(ties.nodes), np.inf)
    ring = np.arange(len(ties.nodes)) == start
    steps = 0
    while ring.any():
        away[ring] = steps
        steps += 1
        reached = np.concatenate([ties.targets[ring[ties.sources]], ties.sources[ring[ties.targets]]])
        ring = np.zeros_like(ring)
        ring[reached] = True
        ring &= np.isinf(away)
    return away


def _ties(reader: Reader) -> tuple[Ties, NDArray[np.int64]]:
    """The ties, and the numbers of their edges in the store."""
    nodes = tuple(Node(id, EntityKind(kind), name) for id, kind, name in node_names(reader))
    columns = edge_columns(reader, AT_EVENTS)
    ties = Ties(nodes, columns["source"], columns["target"], columns["articles"], columns["chosen"].astype(bool))
    return ties, columns["n"]
