"""Lists of events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import EntityKind, Relation
from .reading import articles, links_from, links_to, node, text, undated_last
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx

TIES = (Relation.PARTICIPATES, Relation.ORGANISES)


@dataclass(frozen=True, slots=True)
class Held:
    """One event.

    Attributes
    ----------
    date: ISO, partial or ''. type: of the vocabulary. participants: how many persons and units took part.
    links: edges of those that were asked about; all of the event's edges, if nobody was. articles: that name it.
    """

    event: Node
    date: str
    type: str
    places: tuple[Node, ...]
    organisers: tuple[Node, ...]
    participants: int
    links: tuple[Link, ...]
    articles: int


def events(
    graph: nx.MultiDiGraph[str], of: Iterable[Collection[str]] = (), among: nx.MultiDiGraph[str] | None = None
) -> tuple[Held, ...]:
    """The events by date, undated last.

    Parameters
    ----------
    of: sets of ids; an event must be tied to one of each set: a person or unit takes part or organises, a place holds.
    among: the part of `graph` that the ties must lie in; None is the whole.
    """
    among = graph if among is None else among
    wanted = [frozenset(ids) for ids in of]
    found = []
    for id, data in among.nodes(data=True):
        if data["kind"] != EntityKind.EVENT:
            continue
        links = (*links_to(among, id, *TIES), *links_from(among, id, Relation.HELD_AT))
        chosen = [[link for link in links if link.other(id).id in ids] for ids in wanted]
        if all(chosen):
            found.append(_held(graph, id, tuple(link for some in chosen for link in some) if wanted else links))
    return tuple(sorted(found, key=lambda one: (*undated_last(one.date), one.event.name, one.event.id)))


def with_sub_units(graph: nx.MultiDiGraph[str], unit: str) -> frozenset[str]:
    """The id of the unit and of every unit below it, as far as the graph says."""
    found, ring = {unit}, {unit}
    while ring:
        ring = {link.source.id for id in ring for link in links_to(graph, id, Relation.PART_OF)} - found
        found |= ring
    return frozenset(found)


def _held(graph: nx.MultiDiGraph[str], id: str, links: tuple[Link, ...]) -> Held:
    return Held(
        node(graph, id),
        text(graph, id, "date"),
        text(graph, id, "type"),
        tuple(link.target for link in links_from(graph, id, Relation.HELD_AT)),
        tuple(link.source for link in links_to(graph, id, Relation.ORGANISES)),
        len({link.source.id for link in links_to(graph, id, Relation.PARTICIPATES)}),
        links,
        articles(graph, id),
    )
