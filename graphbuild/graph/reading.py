"""Reading nodes and edges of the MultiDiGraph as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..errors import NotFoundError
from ..model import EntityKind, Relation
from .finder import Row
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx

OWN = frozenset({"relation", "claims", "count", "first", "last"})
"""Edge data that a `Link` has a field for; the rest are the relation's attributes."""

EXTRA = {EntityKind.PERSON: "rank", EntityKind.UNIT: "type", EntityKind.EVENT: "date", EntityKind.PLACE: "type"}
"""The attribute that tells namesakes apart in a list of hits."""


KINDS = {kind.value: kind for kind in EntityKind}
RELATIONS = {relation.value: relation for relation in Relation}
"""By their words: sooner looked up than made, and a question about many edges asks for thousands."""


def node(graph: nx.MultiDiGraph[str], id: str) -> Node:
    """The node `id` as a record. Raises NotFoundError if the graph has none."""
    if id not in graph:
        raise NotFoundError(f"no node has the id {id!r}", do="search for its name first")
    data = graph.nodes[id]
    return Node(id, KINDS[data["kind"]], data["name"])


def text(graph: nx.MultiDiGraph[str], id: str, attribute: str) -> str:
    """An attribute of a node as text, '' where it has none."""
    return str(graph.nodes[id].get(attribute, ""))


def link(graph: nx.MultiDiGraph[str], source: str, target: str, key: str) -> Link:
    """The edge `key` ('RELATION|key') from `source` to `target`."""
    data = graph.get_edge_data(source, target, key)
    return Link(
        node(graph, source),
        node(graph, target),
        RELATIONS[data["relation"]],
        key.partition("|")[2],
        {name: value for name, value in data.items() if name not in OWN},
        tuple(data["claims"]),
        data["count"],
        data["first"],
        data["last"],
    )


def links_from(graph: nx.MultiDiGraph[str], id: str, *relations: Relation) -> tuple[Link, ...]:
    """Edges that leave `id`, of the relations given (all, if none is), first sighting first."""
    return _sorted(link(graph, *edge) for edge in graph.out_edges(id, keys=True) if _wanted(edge[2], relations))


def links_to(graph: nx.MultiDiGraph[str], id: str, *relations: Relation) -> tuple[Link, ...]:
    """Edges that end in `id`, of the relations given (all, if none is), first sighting first."""
    return _sorted(link(graph, *edge) for edge in graph.in_edges(id, keys=True) if _wanted(edge[2], relations))


def edges_between(graph: nx.MultiDiGraph[str], a: str, b: str) -> tuple[Link, ...]:
    """Edges between `a` and `b` in both directions, first sighting first; their `claims` lead to the evidence.

    Raises NotFoundError for an id that the graph does not have.
    """
    node(graph, a)
    node(graph, b)
    pairs = [(a, b)] if a == b else [(a, b), (b, a)]
    return _sorted(link(graph, s, t, key) for s, t in pairs for key in map(str, graph.get_edge_data(s, t, default=())))


def articles(graph: nx.MultiDiGraph[str], id: str) -> int:
    """How many articles name the node."""
    return len({document for document, _ in graph.nodes[id]["members"]})


def rows(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    """The nodes as rows for the search index, weighed by the number of articles."""
    for id in graph:
        one = node(graph, id)
        aliases = tuple(graph.nodes[id]["aliases"])
        yield Row(id, one.kind, one.name, aliases, text(graph, id, EXTRA[one.kind]), articles(graph, id))


def events_among(graph: nx.MultiDiGraph[str], *ids: str) -> list[str]:
    """Those of `ids` that are events."""
    return [id for id in ids if graph.nodes[id]["kind"] == EntityKind.EVENT]


def period(graph: nx.MultiDiGraph[str], source: str, target: str, data: Mapping[str, Any]) -> tuple[str, str]:
    """From when and until when the edge with this data was: at an event, its date and no other.

    Else what is stated, then what is known of the units, then the first and last sighting; '' where unknown.
    """
    for event in events_among(graph, source, target):
        date = text(graph, event, "date")
        return date, date
    start, end = (
        data.get(stated) or data.get(known) for stated, known in (("start", "valid_from"), ("end", "valid_to"))
    )
    return str(start or data["first"]), str(end or data["last"])


def undated_last(date: str) -> tuple[bool, str]:
    """Sort key for ISO dates that puts '' at the end."""
    return (not date, date)


def _wanted(key: str, relations: tuple[Relation, ...]) -> bool:
    return not relations or key.partition("|")[0] in relations


def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
    def order(one: Link) -> tuple[object, ...]:
        return (*undated_last(one.first), one.last, one.source.id, one.target.id, one.relation, one.key)

    return tuple(sorted(links, key=order))
