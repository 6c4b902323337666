"""What happened to a node, by date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import EntityKind, Relation
from .reading import links_from, links_to, node, text, undated_last
from .records import Link, Node
from .together import together

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One dated line of a node's life.

    Attributes
    ----------
    date: ISO date, partial or '' where unknown; until: last sighting of a post or tie, '' for a single day.
    what: the words of the relation: a title, a role, or the relation itself.
    other: the node at the other end of `link`; who: the one whose timeline it is.
    """

    date: str
    until: str
    relation: Relation
    what: str
    other: Node
    link: Link
    who: Node


def timeline(graph: nx.MultiDiGraph[str], id: str) -> tuple[TimelineRow, ...]:
    """One row an edge of `id`, by date; a partial date stands before the days within it, undated rows last.

    What happens at an event bears the event's date and none other: the row of an undated event is undated.
    A post bears its first and last sighting, which are no start and end. Raises NotFoundError for an unknown id.
    """
    node(graph, id)
    rows = [_row(graph, id, link) for link in (*links_from(graph, id), *links_to(graph, id))]
    return _in_order(rows)


def timeline_of_two(graph: nx.MultiDiGraph[str], a: str, b: str) -> tuple[TimelineRow, ...]:
    """What `a` and `b` have in common, by date: the rows of each that lead to what the other is tied to as well.

    Raises NotFoundError for an unknown id, UsageError where both are one.
    """
    shared = {one.node.id for one in together(graph, a, b).shared}
    rows = [row for row in timeline(graph, a) if row.other.id in shared | {b}]
    return _in_order([*rows, *(row for row in timeline(graph, b) if row.other.id in shared)])


def _in_order(rows: Iterable[TimelineRow]) -> tuple[TimelineRow, ...]:
    def order(row: TimelineRow) -> tuple[object, ...]:
        return (*undated_last(row.date), row.until, row.relation, row.what, row.other.id, row.who.name, row.who.id)

    return tuple(sorted(rows, key=order))


def _row(graph: nx.MultiDiGraph[str], id: str, link: Link) -> TimelineRow:
    events = [end for end in (link.source, link.target) if end.kind is EntityKind.EVENT]
    date, last = (text(graph, events[0].id, "date"), "") if events else (link.first, link.last)
    until = last if last != date else ""
    return TimelineRow(date, until, link.relation, _what(link), link.other(id), link, node(graph, id))


def _what(link: Link) -> str:
    if link.relation is Relation.HOLDS:
        status = link.text("status")
        return link.text("title") + ("" if status == "current" else f" ({status})")
    return link.text("role") or link.relation.value
