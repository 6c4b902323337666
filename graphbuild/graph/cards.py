"""The card of a node: everything the graph says of it, in one record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import EntityKind, EventRole, Relation
from ..resolve import parse_ranks
from .commanders import commanders
from .reading import articles, links_from, links_to, node, text, undated_last
from .records import (
    Attendance,
    Card,
    Companion,
    EventCard,
    Link,
    Node,
    PersonCard,
    PlaceCard,
    RankOn,
    UnitCard,
)

if TYPE_CHECKING:
    import networkx as nx

MOST_COMPANIONS = 10
ROLE_ORDER = {role.value: number for number, role in enumerate(EventRole)}


def card(graph: nx.MultiDiGraph[str], id: str) -> Card:
    """The card of the node `id`, of whatever kind it is. Raises NotFoundError if there is no such node."""
    match node(graph, id).kind:
        case EntityKind.PERSON:
            return person_card(graph, id)
        case EntityKind.UNIT:
            return unit_card(graph, id)
        case EntityKind.EVENT:
            return event_card(graph, id)
        case EntityKind.PLACE:
            return place_card(graph, id)


def person_card(graph: nx.MultiDiGraph[str], id: str) -> PersonCard:
    """Ranks, postings, events and companions of the person `id`."""
    return PersonCard(
        _checked(graph, id, EntityKind.PERSON),
        tuple(graph.nodes[id]["aliases"]),
        text(graph, id, "rank"),
        tuple(RankOn(rank, date) for rank, date in parse_ranks(text(graph, id, "ranks"))),
        text(graph, id, "first"),
        text(graph, id, "last"),
        links_from(graph, id, Relation.HOLDS),
        _split(text(graph, id, "posts_without_unit")),
        _attended(graph, id),
        _companions(graph, id),
        articles(graph, id),
    )


def unit_card(graph: nx.MultiDiGraph[str], id: str) -> UnitCard:
    """Parents, children, clusters, posts and events of the unit `id`."""
    return UnitCard(
        _checked(graph, id, EntityKind.UNIT),
        tuple(graph.nodes[id]["aliases"]),
        text(graph, id, "type"),
        bool(graph.nodes[id].get("known", False)),
        links_from(graph, id, Relation.PART_OF),
        links_to(graph, id, Relation.PART_OF),
        links_from(graph, id, Relation.MEMBER_OF, Relation.LEADS),
        links_to(graph, id, Relation.MEMBER_OF, Relation.LEADS),
        links_to(graph, id, Relation.HOLDS),
        _attended(graph, id),
        links_from(graph, id, Relation.ORGANISES),
        articles(graph, id),
        text(graph, id, "valid_from"),
        text(graph, id, "valid_to"),
        links_from(graph, id, Relation.SUCCEEDED_BY),
        links_to(graph, id, Relation.SUCCEEDED_BY),
        _split(text(graph, id, "succeeded_by")),
        commanders(graph, id),
    )


def event_card(graph: nx.MultiDiGraph[str], id: str) -> EventCard:
    """Date, places, organisers and participants of the event `id`."""
    event = _checked(graph, id, EntityKind.EVENT)
    participants = [_attendance(graph, link) for link in links_to(graph, id, Relation.PARTICIPATES)]
    return EventCard(
        event,
        tuple(graph.nodes[id]["aliases"]),
        text(graph, id, "type"),
        text(graph, id, "date"),
        text(graph, id, "date_source"),
        _split(text(graph, id, "other_dates")),
        links_from(graph, id, Relation.HELD_AT),
        links_to(graph, id, Relation.ORGANISES),
        tuple(sorted(participants, key=lambda p: (ROLE_ORDER[p.role], p.who.kind, p.who.name, p.who.id))),
        articles(graph, id),
    )


def place_card(graph: nx.MultiDiGraph[str], id: str) -> PlaceCard:
    """The events held at the place `id`."""
    return PlaceCard(
        _checked(graph, id, EntityKind.PLACE),
        tuple(graph.nodes[id]["aliases"]),
        text(graph, id, "type"),
        links_to(graph, id, Relation.HELD_AT),
        articles(graph, id),
        text(graph, id, "valid_to"),
        _split(text(graph, id, "succeeded_by")),
    )


def _checked(graph: nx.MultiDiGraph[str], id: str, kind: EntityKind) -> Node:
    one = node(graph, id)
    if one.kind is not kind:
        raise UsageError(f"{id} is a {one.kind}, not a {kind}", do=f"ask for the {one.kind} instead")
    return one


def _attended(graph: nx.MultiDiGraph[str], id: str) -> tuple[Attendance, ...]:
    found = [_attendance(graph, link) for link in links_from(graph, id, Relation.PARTICIPATES)]
    return tuple(sorted(found, key=lambda a: (*undated_last(a.date), a.event.id, ROLE_ORDER[a.role])))


def _attendance(graph: nx.MultiDiGraph[str], link: Link) -> Attendance:
    return Attendance(link.source, link.target, link.text("role"), text(graph, link.target.id, "date"), link)


def _companions(graph: nx.MultiDiGraph[str], id: str) -> tuple[Companion, ...]:
    shared: Counter[str] = Counter()
    for event in sorted({link.target.id for link in links_from(graph, id, Relation.PARTICIPATES)}):
        shared.update({link.source.id for link in links_to(graph, event, Relation.PARTICIPATES)} - {id})
    persons = [(node(graph, other), events) for other, events in shared.items()]
    companions = [Companion(other, events) for other, events in persons if other.kind is EntityKind.PERSON]
    return tuple(sorted(companions, key=lambda c: (-c.events, c.node.name, c.node.id))[:MOST_COMPANIONS])


def _split(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()
