"""A graph as arrays: who is tied to whom. Measures of the whole graph need no more of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Relation
from .reading import node
from .records import Node

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

AT_EVENTS = (Relation.PARTICIPATES, Relation.ORGANISES)
"""Relations of those who took part in an event or held it."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Nodes and edges by number.

    Attributes
    ----------
    nodes: sorted by id. sources, targets: the ends of each edge, as places in `nodes`.
    articles: how many say an edge. at_events: whether its relation is one of `AT_EVENTS`.
    """

    nodes: tuple[Node, ...]
    sources: Numbers
    targets: Numbers
    articles: Numbers
    at_events: Flags


def ties_of(graph: nx.MultiDiGraph[str]) -> Ties:
    """The ties of `graph`, the same for the same graph whatever order it was made in.

    Example
    -------
    >>> ties_of(build_graph([], [])).nodes                  # doctest: +SKIP
    ()
    """
    import numpy as np

    nodes = tuple(node(graph, id) for id in sorted(graph))
    place = {one.id: n for n, one in enumerate(nodes)}
    rows = sorted(
        (place[source], place[target], int(data["count"]), data["relation"] in AT_EVENTS)
        for source, target, data in graph.edges(data=True)
    )
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Ties(nodes, columns[0], columns[1], columns[2], columns[3].astype(bool))
