"""Questions about the whole graph that need only its ties, answered from the store without building the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graphbuild.graph import Node, Stats
from graphbuild.graph.stats import MOST_CONNECTED, Connected
from graphbuild.graph.ties import AT_EVENTS, Ties
from graphbuild.model import EntityKind
from graphbuild.store import Reader
from graphbuild.store.net import Net
from graphbuild.store.reach import Reach
from graphbuild.store.whole import (
    articles_of_entities,
    edges_by_relation,
    entities_by_kind,
    node_names,
    time_span,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray


def ties_in(reader: Reader, net: Net) -> Ties:
    """The ties of the graph that `reader` has open, as `ties_of` gives them of the graph itself."""
    nodes = tuple(Node(id, EntityKind(kind), name) for id, kind, name in node_names(reader))
    source, target, count, at_events = net.edges(AT_EVENTS)
    return Ties(nodes, source, target, count, at_events.astype(bool))


def stats_in(reader: Reader, net: Net) -> Stats:
    """The graph in numbers, as `stats` gives them of the graph itself."""
    kinds, relations = entities_by_kind(reader), edges_by_relation(reader)
    places, edges = np.array(net.most_ties(MOST_CONNECTED), np.int64).reshape(-1, 2).T
    most = map(Node, net.id[places], net.kinds(places), net.name[places])
    return Stats(
        sum(kinds.values()),
        sum(relations.values()),
        kinds,
        relations,
        articles_of_entities(reader),
        *time_span(reader),
        tuple(map(Connected, most, edges.tolist())),
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


def between(net: Net, a: int, b: int) -> Between:
    """How far all nodes are from two places, whichever way the edges point."""
    here, there = net.steps_from(a), net.steps_from(b)
    steps = np.where((here < 0) | (there < 0), -1, here + there)
    return Between(net, steps, int(steps[b]))
