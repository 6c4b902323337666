"""Posts of which nobody says who held them for a while."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import EntityKind, PartialDate, Relation
from ..resolve import before, earliest, seen_on
from .reading import links_to
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time in which a post that one person holds at a time has no known holder.

    Attributes
    ----------
    since: the last day the one before is known to have held it. until: the first of the one after, '' if nobody
        is known to have followed. Both are sightings or stated ends and starts, so the gap is at most so long.
    days: at least so many days lie between the two; 0 where `until` is ''.
    left, came: True where the end of the one before, and the start of the one after, is stated.
    """

    unit: Node
    title: str
    since: str
    until: str
    days: int
    left: bool
    came: bool
    before: Link
    after: Link | None


def gaps(graph: nx.MultiDiGraph[str], units: Iterable[str] | None = None, least: int = 1) -> tuple[Gap, ...]:
    """Posts with no known holder between two holders, or since a holder is stated to have left.

    Parameters
    ----------
    units: ids to look at; None looks at all. least: of how many days a gap between two holders is told.

    By the units' names, then the posts, then the time.
    """
    ids = [id for id in graph if graph.nodes[id]["kind"] == EntityKind.UNIT] if units is None else units
    found = [gap for id in ids for posts in _sole_posts(graph, id) for gap in _gaps(posts)]
    kept = [gap for gap in found if not gap.until or gap.days >= least]
    return tuple(sorted(kept, key=lambda gap: (gap.unit.name, gap.unit.id, gap.title, gap.since)))


def _sole_posts(graph: nx.MultiDiGraph[str], unit: str) -> Iterator[list[Link]]:
    """The holders of each post of which the unit has one at a time, by the first day they held it."""
    posts: dict[str, list[Link]] = {}
    for link in links_to(graph, unit, Relation.HOLDS):
        if link.text("sole") and _held(link):
            posts.setdefault(link.text("sole"), []).append(link)
    for _, links in sorted(posts.items()):
        yield sorted(links, key=lambda link: (_held(link)[0], _held(link)[-1], link.source.id))


def _gaps(posts: list[Link]) -> Iterator[Gap]:
    last = posts[0]
    for earlier, later in pairwise(posts):
        last = max(last, earlier, key=lambda link: _held(link)[-1])
        since, until = _held(last)[-1], _held(later)[0]
        if before(since, until) and last.source != later.source:
            days = _days(since, until)
            came = until == later.text("start")
            yield Gap(last.target, last.text("sole"), since, until, days, since == last.text("end"), came, last, later)
    last = max(posts, key=lambda link: _held(link)[-1])
    if last.text("end") and last.text("end") == _held(last)[-1]:
        yield Gap(last.target, last.text("sole"), last.text("end"), "", 0, True, False, last, None)


def _held(link: Link) -> list[str]:
    """Every date on which the post is known to have been held, by the first day it can mean."""
    dates = {*seen_on(link.first, link.last, link.attributes), link.text("start"), link.text("end")} - {""}
    return sorted(dates, key=lambda iso: (earliest(iso), iso))


def _days(since: str, until: str) -> int:
    """The days that certainly lie between two dates, as both may be partial."""
    first, last = PartialDate.parse(earliest(until)), PartialDate.parse(since)
    month = last.month or 12
    day = last.day or monthrange(last.year, month)[1]
    return max(0, (date(first.year, first.month, first.day) - date(last.year, month, day)).days - 1)
