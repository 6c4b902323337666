"""Who held which post of a unit at a time: what is certain, what is likely, and what nobody says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..answers import Answer, Answered
from ..errors import UsageError
from ..model import EntityKind, PostRole, Relation
from ..resolve import before, earliest, latest, seen_on, within
from .asked import asked_date
from .reading import links_from, links_to, node, text, undated_last
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx


class Certainty(StrEnum):
    """How well the articles know that somebody held a post at a time."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNKNOWN = "unknown"


CERTAINTIES = {certainty: number for number, certainty in enumerate(Certainty)}
ROLES = {role.value: number for number, role in enumerate(PostRole)}

Known = tuple[Certainty, str]
"""How sure it is, and because of what."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a post, or, where `certainty` is unknown, the last before or the first after of whom articles tell.

    Attributes
    ----------
    because: what the answer rests on, with the dates. link: the posting, whose claims lead to the sentences.
    """

    person: Node
    title: str
    rank: str
    acting: bool
    certainty: Certainty
    because: str
    link: Link


@dataclass(frozen=True, slots=True, repr=False)
class Chart(Answered):
    """The posts of a unit at a time.

    Attributes
    ----------
    on: the ISO date asked about, partial or full.
    valid_from, valid_to: from when and until when the unit was, '' where that is not known.
    holders: certain ones first, then likely ones, then those of whom nobody knows; then by title and name.
    successors: where the unit was gone by then, the charts of the units that followed it.
    followed_by: the names of these, also of those that no article names.
    """

    unit: Node
    on: str
    valid_from: str
    valid_to: str
    holders: tuple[Holder, ...]
    successors: tuple[Chart, ...]
    followed_by: tuple[str, ...] = ()

    def answer(self) -> Answer:
        """Its tables."""
        from .tables.posts import chart_answer

        return chart_answer(self)

    def of(self, certainty: Certainty) -> tuple[Holder, ...]:
        """The holders of this certainty."""
        return tuple(holder for holder in self.holders if holder.certainty is certainty)


def as_of(graph: nx.MultiDiGraph[str], unit: str, on: str = "") -> Chart:
    """Who held which post of the unit `unit` on the day, or at some time in the month or year, `on`.

    Certain: seen in the post then, or between a stated beginning and a stated end. Likely: seen before and after,
    with nobody else in between. Unknown: seen only before or only after; whoever was certainly replaced is left out.
    A unit that was gone by then answers with the units that followed it.

    Parameters
    ----------
    unit: id of a unit. on: ISO date, partial or full; '' is the newest date of the whole graph.

    Raises NotFoundError for an unknown id, UsageError for what is not a unit or not a date.
    """
    one = node(graph, unit)
    if one.kind is not EntityKind.UNIT:
        raise UsageError(f"{unit} is a {one.kind}, not a unit", do="ask for a unit")
    return _chart(graph, one, asked_date(on) or _newest(graph), frozenset())


def _newest(graph: nx.MultiDiGraph[str]) -> str:
    return max((data["last"] for _, _, data in graph.edges(data=True)), default="")


def _chart(graph: nx.MultiDiGraph[str], unit: Node, on: str, asked: frozenset[str]) -> Chart:
    start, end = (text(graph, unit.id, name) for name in ("valid_from", "valid_to"))
    gone = before(end, on)
    following = links_from(graph, unit.id, Relation.SUCCEEDED_BY) if gone else ()
    charts = (_chart(graph, link.target, on, asked | {unit.id}) for link in following if link.target.id not in asked)
    postings = [] if gone else [_Held(link) for link in links_to(graph, unit.id, Relation.HOLDS)]
    holders = [holder for one in postings if (holder := one.holder(on, postings))]
    followed_by = tuple(filter(None, text(graph, unit.id, "succeeded_by").split("; "))) if gone else ()
    return Chart(unit, on, start, end, tuple(sorted(holders, key=_order)), tuple(charts), followed_by)


def _order(holder: Holder) -> tuple[object, ...]:
    sure, role = CERTAINTIES[holder.certainty], ROLES.get(holder.link.text("role"), len(ROLES))
    return sure, role, holder.title, *undated_last(holder.link.first), holder.person.name, holder.person.id


class _Held:
    """One posting, asked about a date."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.seen = seen_on(link.first, link.last, link.attributes)
        self.start, self.end, self.left_by = (link.text(name) for name in ("start", "end", "left_by"))
        self.acting = bool(link.attributes.get("acting"))
        self.sole = link.text("sole")

    def holder(self, on: str, others: Iterable[_Held]) -> Holder | None:
        """The answer for the date `on`; None for who certainly did not hold the post then."""
        known = self._certain(on)
        if known is None and not self._over(on):
            known = self._likely(on) or self._unknown(on, others)
        if known is None:
            return None
        link = self.link
        return Holder(link.source, link.text("title"), link.text("rank"), self.acting, known[0], known[1], link)

    def _certain(self, on: str) -> Known | None:
        seen = [date for date in self.seen if within(date, on)]
        if seen:
            return Certainty.CERTAIN, self._words(seen[0])
        if within(self.end, on):
            return Certainty.CERTAIN, f"left {self.end}"
        if self.start and self.end and latest(self.start) <= earliest(on) and latest(on) <= earliest(self.end):
            return Certainty.CERTAIN, f"from {self.start} to {self.end}, as stated"
        return None

    def _over(self, on: str) -> bool:
        """Ended before, or began after."""
        return before(self.end, on) or before(self.left_by, on) or before(on, self.start)

    def _likely(self, on: str) -> Known | None:
        earlier, later = self._earlier(on), self._later(on)
        around = [date for date in self.seen if within(on, date)]
        if earlier and later:
            return Certainty.LIKELY, f"{self._words(earlier[-1])} and {self._words(later[0])}"
        return (Certainty.LIKELY, f"seen in {around[0]}") if around else None

    def _unknown(self, on: str, others: Iterable[_Held]) -> Known | None:
        """Seen only on one side of the date, unless somebody else is known to have been in the post by then."""
        earlier, later = self._earlier(on), self._later(on)
        rivals = [
            date
            for other in others
            if self.sole and other.sole == self.sole and not other.acting
            if self.acting or other.link.source != self.link.source
            for date in other.seen
        ]
        over = f", over by {self.left_by}" if self.left_by else ""
        if earlier and not any(before(earlier[-1], date) and not before(on, date) for date in rivals):
            return Certainty.UNKNOWN, f"last {self._words(earlier[-1])}{over}"
        if later and not earlier and not any(not before(date, on) and before(date, later[0]) for date in rivals):
            return Certainty.UNKNOWN, f"first {self._words(later[0])}" if later[0] != self.end else f"left {self.end}"
        return None

    def _earlier(self, on: str) -> Sequence[str]:
        return [date for date in self.seen if before(date, on)]

    def _later(self, on: str) -> Sequence[str]:
        return sorted({date for date in (*self.seen, self.end) if before(on, date)})

    def _words(self, date: str) -> str:
        return f"{'left' if date == self.end else 'appointed' if date == self.start else 'seen'} {date}"
