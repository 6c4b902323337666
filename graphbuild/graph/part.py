"""What a part of the graph is: a neighbourhood, a stretch of time, some kinds, relations, roles, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ..errors import UsageError
from ..model import ClaimSource, EntityKind, EventRole, EventType, PostRole, Relation
from ..resolve import before
from ..text import search_key
from .asked import asked_date, asked_words, in_short

NO_FACTS = frozenset({Relation.POSSIBLY_SAME})
"""Relations that no article states; a part has them only if they are asked for by name."""

ROLES: tuple[StrEnum, ...] = (*EventRole, *PostRole)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which nodes and edges to keep; what is empty filters nothing, and what is given must all hold.

    Words may be typed in any case, one alone without a tuple around it. They are kept in the vocabulary's order.

    Attributes
    ----------
    kinds: kinds of node. relations: relations of edges.
    roles: roles at events and kinds of posts; only edges that carry one of them stay.
    types: types of events; only such events stay, and only edges that touch one of them.
    sources: parts of an article's id, publisher or address; only claims of such articles stay.
    since, until: ISO dates, partial or full. An edge stays if it can lie between them; an undated one does not.
    confidence: only claims that are at least so sure, from 0 to 1.

    Raises UsageError for words that the vocabulary does not have, for what is no date, and for reversed dates.

    >>> Filters(kinds="unit", since="2021").kinds
    ('unit',)
    """

    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    confidence: float = 0.0

    def __post_init__(self) -> None:
        for name, allowed, what in (
            ("kinds", EntityKind, "kind"),
            ("relations", Relation, "relation"),
            ("roles", ROLES, "role"),
            ("types", EventType, "type of event"),
        ):
            object.__setattr__(self, name, asked_words(getattr(self, name), allowed, what))
        for name in ("since", "until"):
            object.__setattr__(self, name, asked_date(getattr(self, name)))
        object.__setattr__(self, "sources", _texts(self.sources))
        if before(self.until, self.since):
            raise UsageError(f"the end, {self.until}, is before the beginning, {self.since}", do="swap the two dates")
        if not 0 <= self.confidence <= 1:
            raise UsageError(f"a confidence of {self.confidence}", do="give a number from 0 to 1")

    @property
    def of_edges(self) -> bool:
        """True if edges are filtered, not only kinds of nodes."""
        return bool(self.relations or self.roles or self.types or self.since or self.until or self.of_claims)

    @property
    def of_claims(self) -> bool:
        """True if an edge may lose some of its claims."""
        return bool(self.sources or self.confidence)

    def __bool__(self) -> bool:
        return bool(self.kinds) or self.of_edges

    def without_time(self) -> Filters:
        """The same without dates."""
        return replace(self, since="", until="")

    def of_time(self, first: str, last: str) -> bool:
        """True if what was from `first` to `last` can lie in the time asked about; '' is an unknown date."""
        first, last = first or last, last or first
        if not first:
            return not (self.since or self.until)
        return not before(last, self.since) and not before(self.until, first)

    def of_sources(self, known: Iterable[ClaimSource]) -> frozenset[str]:
        """The ids of the articles that `sources` name. Raises UsageError for one that names none."""
        lines = {
            one.document: " ".join(("", *map(search_key, (one.document, one.publisher, one.url)))) for one in known
        }
        found: set[str] = set()
        for source in self.sources:
            articles = {document for document, line in lines.items() if f" {search_key(source)}" in line}
            if not articles or not search_key(source):
                do = "give a part of an article's path, publisher or address"
                raise UsageError(f"no article answers to the source {in_short(source)}", do=do)
            found |= articles
        return frozenset(found)

    def words(self) -> str:
        """What is kept, in short, for a title: 'person, HOLDS, 2021 to 2022'."""
        time = " to ".join(filter(None, (self.since, self.until)))
        if bool(self.since) != bool(self.until):
            time = f"from {time}" if self.since else f"until {time}"
        sure = f"confidence {self.confidence:g}" if self.confidence else ""
        return ", ".join(
            filter(None, (*self.kinds, *self.relations, *self.roles, *self.types, *self.sources, time, sure))
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph.

    Attributes
    ----------
    only: what stays of the graph.
    around: ids of nodes that are part of it whatever the filters say.
    hops: how many steps from those the part reaches, along edges that the filters keep and through nodes of every
        kind; None reaches everything.

    Raises UsageError for hops below 1, or hops around nothing.
    """

    only: Filters = field(default_factory=Filters)
    around: tuple[str, ...] = ()
    hops: int | None = None

    def __post_init__(self) -> None:
        if self.hops is None:
            return
        if self.hops < 1:
            raise UsageError(f"hops is {self.hops}", do="ask for 1 hop or more")
        if not self.around:
            raise UsageError("hops need something to begin at", do="name a person, unit, event or place")


Sources = Mapping[str, ClaimSource]
"""Where each claim stands, by its id."""


def _texts(texts: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((texts,) if isinstance(texts, str) else texts))
