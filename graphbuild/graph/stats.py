"""The graph in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..answers import Answer, Answered
from .reading import node
from .records import Node

if TYPE_CHECKING:
    import networkx as nx

MOST_CONNECTED = 10
"""So many nodes with most edges are told."""


@dataclass(frozen=True, slots=True)
class Connected:
    """A node and how many edges touch it."""

    node: Node
    edges: int


@dataclass(frozen=True, slots=True, repr=False)
class Stats(Answered):
    """The graph in numbers; `first` and `last` span the dates of all edges, '' where none is dated."""

    nodes: int
    edges: int
    kinds: Mapping[str, int]
    relations: Mapping[str, int]
    articles: int
    first: str
    last: str
    most_connected: tuple[Connected, ...]

    def answer(self) -> Answer:
        """Its tables."""
        from .tables.whole import stats_answer

        return stats_answer(self)


def stats(graph: nx.MultiDiGraph[str], top: int = MOST_CONNECTED) -> Stats:
    """Counts by kind and relation, articles, span of dates and the `top` nodes with most edges."""
    kinds = Counter(str(data["kind"]) for _, data in graph.nodes(data=True))
    edges = [data for _, _, data in graph.edges(data=True)]
    relations = Counter(str(data["relation"]) for data in edges)
    documents = {document for _, data in graph.nodes(data=True) for document, _ in data["members"]}
    dates = [data[end] for data in edges for end in ("first", "last") if data[end]]
    connected = sorted(graph.nodes, key=lambda id: (-graph.degree(id), id))[:top]
    return Stats(
        graph.number_of_nodes(),
        len(edges),
        dict(sorted(kinds.items())),
        dict(sorted(relations.items())),
        len(documents),
        min(dates, default=""),
        max(dates, default=""),
        tuple(Connected(node(graph, id), graph.degree(id)) for id in connected),
    )
