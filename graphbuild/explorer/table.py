"""The graph as the page numbers it: nodes in the order of their ids, edges in that of (source id, target id, key)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import Relation

if TYPE_CHECKING:
    import networkx as nx

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GraphTable:
    """Nodes and edges as numbered rows.

    Attributes
    ----------
    ids, nodes: id and data of every node. edges: (source, target, data), ends as numbers of nodes.
    facts: the ends of every edge that is a fact; that two may be the same is none. doubts: those of the others.
    degree: how many facts touch each node; a loop counts twice. articles: how many articles name it.
    """

    ids: tuple[str, ...]
    nodes: tuple[Data, ...]
    edges: tuple[tuple[int, int, Data], ...]
    facts: tuple[tuple[int, int], ...]
    doubts: tuple[tuple[int, int], ...]
    degree: tuple[int, ...]
    articles: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def read_table(graph: nx.MultiDiGraph[str]) -> GraphTable:
    """Number the nodes and edges of a graph as `graph.build_graph` makes it.

    >>> import networkx as nx
    >>> read_table(nx.MultiDiGraph([("unit/b", "unit/a")])).facts
    ((1, 0),)
    """
    return make_table(
        {id: graph.nodes[id] for id in sorted(graph)},
        sorted(graph.edges(keys=True, data=True), key=lambda row: row[:3]),
    )


def make_table(
    nodes: Mapping[str, Data], edges: Iterable[tuple[str, str, str, Data]], articles: Sequence[int] | None = None
) -> GraphTable:
    """Number nodes and edges that come in their order: data by id, and (source id, target id, key, data).

    Parameters
    ----------
    articles: how many articles name each node; None counts them among its `members`.
    """
    number = {id: place for place, id in enumerate(nodes)}
    numbered = tuple((number[a], number[b], data) for a, b, _, data in edges)
    facts = tuple((a, b) for a, b, data in numbered if data.get("relation") != Relation.POSSIBLY_SAME)
    doubts = tuple((a, b) for a, b, data in numbered if data.get("relation") == Relation.POSSIBLY_SAME)
    degree = [0] * len(nodes)
    for pair in facts:
        for end in pair:
            degree[end] += 1
    if articles is None:
        articles = [len({document for document, _ in node.get("members") or ()}) for node in nodes.values()]
    return GraphTable(tuple(nodes), tuple(nodes.values()), numbered, facts, doubts, tuple(degree), tuple(articles))
