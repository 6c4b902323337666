"""Entities and edges -> networkx.MultiDiGraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..model import Edge, Entity

if TYPE_CHECKING:
    import networkx as nx


def build_graph(entities: Iterable[Entity], edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    """Return the graph, nodes and edges in the order of their ids whatever the order they come in.

    Nodes carry kind, name, aliases and members (tuples) and the entity's attributes. An edge's key is
    'RELATION|key'; it carries relation, claims, count, first, last and the edge's attributes.
    Raises ValueError for an edge whose ends are not among `entities`.

    >>> from graphbuild.model import EntityKind
    >>> list(build_graph([Entity("unit/quan-khu-6", EntityKind.UNIT, "Quân khu 6")], []).nodes)
    ['unit/quan-khu-6']
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in sorted(entities, key=lambda e: e.id):
        graph.add_node(
            entity.id,
            **entity.attributes,
            kind=entity.kind.value,
            name=entity.name,
            aliases=entity.aliases,
            members=entity.members,
        )
    for edge in sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.key)):
        if edge.source not in graph or edge.target not in graph:
            raise ValueError(f"edge {edge.source} {edge.relation} {edge.target}: an end is not among the entities")
        graph.add_edge(
            edge.source,
            edge.target,
            f"{edge.relation}|{edge.key}",
            **edge.attributes,
            relation=edge.relation.value,
            claims=edge.claims,
            count=edge.count,
            first=edge.first,
            last=edge.last,
        )
    return graph
