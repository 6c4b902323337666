"""What happened to a node, by date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import EntityKind, Relation
from .reading import links_from, links_to, node, text, undated_last
from .records import Link, TimelineRow

if TYPE_CHECKING:
    import networkx as nx


def timeline(graph: nx.MultiDiGraph[str], id: str) -> tuple[TimelineRow, ...]:
    """One row an edge of `id`, by date; a partial date stands before the days within it, undated rows last.

    What happens at an event bears the event's date and none other: the row of an undated event is undated.
    A post bears its first and last sighting, which are no start and end. Raises NotFoundError for an unknown id.
    """
    node(graph, id)
    rows = [_row(graph, id, link) for link in (*links_from(graph, id), *links_to(graph, id))]
    return tuple(sorted(rows, key=lambda r: (*undated_last(r.date), r.until, r.relation, r.what, r.other.id)))


def _row(graph: nx.MultiDiGraph[str], id: str, link: Link) -> TimelineRow:
    events = [end for end in (link.source, link.target) if end.kind is EntityKind.EVENT]
    date, until = (text(graph, events[0].id, "date"), "") if events else (link.first, link.last)
    return TimelineRow(date, until if until != date else "", link.relation, _what(link), link.other(id), link)


def _what(link: Link) -> str:
    if link.relation is Relation.HOLDS:
        status = link.text("status")
        return link.text("title") + ("" if status == "current" else f" ({status})")
    return link.text("role") or link.relation.value
