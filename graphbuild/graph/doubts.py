"""Pairs that may be one as edges of the graph, kept out of what counts as a fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..model import Relation
from .reading import node
from .records import PossiblySame

if TYPE_CHECKING:
    import networkx as nx

    from ..resolve import Doubt

JOINT = "; "
"""Between the reasons in an edge's attribute."""


def with_doubts(graph: nx.MultiDiGraph[str], doubts: Iterable[Doubt]) -> nx.MultiDiGraph[str]:
    """A copy of `graph` with an edge POSSIBLY_SAME from the smaller id to the other for every pair in doubt.

    Every question but `possibly_same` is asked of a graph without these edges: that two may be one is no fact.
    Raises ValueError for a pair of which `graph` lacks one.

    >>> import networkx as nx
    >>> from graphbuild.resolve import Doubt
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_nodes_from(["person/an", "person/an-2"])
    >>> list(with_doubts(graph, [Doubt("person/an", "person/an-2", 0.4, ("one name",))]).edges(data="likelihood"))
    [('person/an', 'person/an-2', 0.4)]
    """
    full = graph.copy()
    for doubt in sorted(doubts, key=lambda one: (one.a, one.b)):
        if doubt.a not in graph or doubt.b not in graph:
            raise ValueError(f"{doubt.a} may be {doubt.b}: one of them is not in the graph")
        source, target, key, data = doubt_row(doubt)
        full.add_edge(source, target, key, **data)
    return full


def doubt_row(doubt: Doubt) -> tuple[str, str, str, dict[str, Any]]:
    """Source, target, key and data of the edge that stands for a pair in doubt."""
    data = {
        "relation": Relation.POSSIBLY_SAME.value,
        "likelihood": doubt.likelihood,
        "reasons": JOINT.join(doubt.reasons),
        "claims": (),
        "count": 0,
        "first": "",
        "last": "",
    }
    return doubt.a, doubt.b, f"{Relation.POSSIBLY_SAME}|", data


def facts_of(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A view of `graph` without its edges POSSIBLY_SAME."""
    import networkx as nx

    def is_fact(source: str, target: str, key: Any) -> bool:
        return bool(graph.edges[source, target, key].get("relation") != Relation.POSSIBLY_SAME)

    view: nx.MultiDiGraph[str] = nx.subgraph_view(graph, filter_edge=is_fact)
    return view


def possibly_same(graph: nx.MultiDiGraph[str], id: str, doubts: Iterable[Doubt]) -> tuple[PossiblySame, ...]:
    """The nodes that may be the same as `id`, the likeliest first."""
    found = [
        PossiblySame(node(graph, doubt.b if doubt.a == id else doubt.a), doubt.likelihood, doubt.reasons)
        for doubt in doubts
        if id in (doubt.a, doubt.b)
    ]
    return tuple(sorted(found, key=lambda one: (-one.likelihood, one.node.id)))
