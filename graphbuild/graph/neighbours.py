"""What lies around a node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import UsageError
from .reading import edges_between, node
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node within reach and the number of steps to it; `links`: its edges to nodes one step nearer."""

    node: Node
    hops: int
    links: tuple[Link, ...]


def neighbours(graph: nx.MultiDiGraph[str], id: str, hops: int = 1) -> tuple[Neighbour, ...]:
    """Every node within `hops` steps of `id`, whichever way the edges point.

    Nearest first; at the same distance those with most articles behind their edges first, then by id.
    Raises NotFoundError for an unknown id and UsageError if `hops` is below 1.
    """
    import networkx as nx

    node(graph, id)
    if hops < 1:
        raise UsageError(f"hops is {hops}", do="ask for 1 hop or more")
    reach = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), id, cutoff=hops)
    found = [_neighbour(graph, other, reach) for other in reach if other != id]
    return tuple(sorted(found, key=lambda n: (n.hops, -sum(link.count for link in n.links), n.node.id)))


def _neighbour(graph: nx.MultiDiGraph[str], id: str, reach: dict[str, int]) -> Neighbour:
    around = {*graph.successors(id), *graph.predecessors(id)}
    nearer = sorted(other for other in around if reach.get(other) == reach[id] - 1)
    links = tuple(link for other in nearer for link in edges_between(graph, other, id))
    return Neighbour(node(graph, id), reach[id], links)
