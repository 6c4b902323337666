"""Questions about the whole graph that need only its ties, answered from the store without building the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.graph import Node, Stats
from graphbuild.graph.stats import MOST_CONNECTED, Connected
from graphbuild.graph.ties import AT_EVENTS, Ties
from graphbuild.model import EntityKind
from graphbuild.store import Reader
from graphbuild.store.reach import Reach
from graphbuild.store.ties import Net
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
    nodes = tuple(Node(id, EntityKind(kind), name) for id, kind, name in node_names(reader))
    columns = edge_columns(reader, AT_EVENTS)
    return Ties(nodes, columns["source"], columns["target"], columns["articles"], columns["chosen"].astype(bool))


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
    net: all nodes and edges. steps: for each node how many steps the shortest way between the two through it has, -1
        for none. shortest: that number of the shortest way of all.
    """

    net: Net
    steps: NDArray[np.int32]
    shortest: int

    @property
    def longest(self) -> int:
        """The most steps that a node is away: beyond, nothing is added."""
        return int(self.steps.max(initial=0))

    def within(self, steps: int) -> Reach:
        """Every node that a way of at most so many steps leads through, and the edges among these."""
        near = (self.steps >= 0) & (self.steps <= steps)
        return self.net.among(near)


def between(net: Net, a: str, b: str) -> Between:
    """How far all nodes are from two ids, whichever way the edges point."""
    import numpy as np

    here, there = net.steps_from(net.place(a)), net.steps_from(net.place(b))
    steps = np.where((here < 0) | (there < 0), -1, here + there)
    return Between(net, steps, int(steps[net.place(b)]))
