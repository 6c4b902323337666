"""One article's claims, gathered by the person, unit, event and place they are about."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from ..model import (
    Claim,
    ClusterClaim,
    EventClaim,
    EventType,
    ParentClaim,
    PartialDate,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    RankClaim,
    Status,
    UnitClaim,
)
from ..text import compare_key
from .records import ClaimSet

T = TypeVar("T")

Key = tuple[str, str]
"""A record: the article's id and the local key in it."""


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit as one article names it; `parents` are records, of the same article unless they were judged."""

    key: Key
    type: str
    aliases: tuple[str, ...] = ()
    parents: tuple[Key, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.key[1], *self.aliases)


@dataclass(frozen=True, slots=True)
class Post:
    """A posting of one article: the unit's local name, the day ('' if unknown), and whether it was held then.

    `title`: the words for it.
    """

    unit: str
    date: str
    held: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as one article shows them.

    Attributes
    ----------
    ranks: (rank, ISO date or '') pairs of ranks held on that day. events: local keys of events with the person in them.
    """

    key: Key
    date: str
    ranks: tuple[tuple[str, str], ...] = ()
    posts: tuple[Post, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as one article reports it; place and organiser are local keys, '' where unknown."""

    key: Key
    name: str
    type: EventType
    date: PartialDate | None
    place: str
    organiser: str
    main: bool


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place as one article names it; `type` is '' where only an event names it."""

    key: Key
    type: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article's records. `date`: its main event's ISO date, else the published date, else ''."""

    document: str
    date: str
    units: tuple[UnitRecord, ...]
    persons: tuple[PersonRecord, ...]
    events: tuple[EventRecord, ...]
    places: tuple[PlaceRecord, ...]


def gather(claim_set: ClaimSet) -> Article:
    """The records of one article, each kind sorted by local key."""
    told = by_kind(claim_set.claims)
    names = unit_names(told)
    events = _events(claim_set.document, told, names)
    date = _article_date(events, claim_set.published)
    return Article(
        claim_set.document,
        date,
        _units(claim_set.document, told, names),
        _persons(claim_set.document, told, date, names),
        events,
        _places(claim_set.document, told),
    )


class ByKind(NamedTuple):
    """The claims of one article with their ids, each kind in its order."""

    ranks: list[tuple[str, RankClaim]]
    postings: list[tuple[str, PostingClaim]]
    events: list[tuple[str, EventClaim]]
    participations: list[tuple[str, ParticipationClaim]]
    units: list[tuple[str, UnitClaim]]
    parents: list[tuple[str, ParentClaim]]
    clusters: list[tuple[str, ClusterClaim]]
    places: list[tuple[str, PlaceClaim]]


KINDS = {
    kind: at
    for at, kind in enumerate(("rank", "posting", "event", "participation", "unit", "parent", "cluster", "place"))
}
"""`Claim.kind` -> its place in `ByKind`."""


def by_kind(claims: Iterable[tuple[str, Claim]]) -> ByKind:
    """Sort them out once: who asks for one kind need not look at all."""
    lists: list[list[Any]] = [[] for _ in KINDS]
    for told in claims:
        lists[KINDS[told[1].kind]].append(told)
    return ByKind(*lists)


def _article_date(events: Iterable[EventRecord], published: str | None) -> str:
    main = [_day(event.date) for event in events if event.main and event.date]
    return main[0] if main else published or ""


def _day(date: PartialDate | None) -> str:
    return sys.intern(str(date)) if date else ""


@lru_cache(maxsize=1 << 12)
def once(some: T) -> T:
    """What persons of one article and of one day have in common, as the one and same object."""
    return some


def _mentioned_units(told: ByKind) -> Iterator[str | None]:
    for _, posting in told.postings:
        yield posting.unit
    for _, participation in told.participations:
        yield participation.unit
    for _, event in told.events:
        yield event.organiser
    for _, parent in told.parents:
        yield parent.unit
        yield parent.parent
    for _, cluster in told.clusters:
        yield cluster.unit
        yield cluster.cluster


def unit_names(told: ByKind) -> dict[str, str]:
    """Any name by which one of the article's claims points to a unit -> the unit's local key.

    Claims may use a unit's name or, if only one unit has it, an alias; an unlisted name is a unit of its own.
    """
    own = {claim.unit: claim.unit for _, claim in told.units}
    others = {name for name in _mentioned_units(told) if name and name not in own}
    if others:
        by_key: defaultdict[str, set[str]] = defaultdict(set)
        for _, claim in told.units:
            for form in (claim.unit, *claim.aliases):
                by_key[compare_key(form)].add(claim.unit)
        for name in others:
            units = by_key[compare_key(name)]
            own[name] = min(units) if len(units) == 1 else name
    return own


def _units(document: str, told: ByKind, names: dict[str, str]) -> tuple[UnitRecord, ...]:
    types: dict[str, str] = {}
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    parents: defaultdict[str, set[str]] = defaultdict(set)
    for _, claim in told.units:
        types.setdefault(claim.unit, claim.type)
        if claim.aliases:
            aliases[claim.unit].update(claim.aliases)
    for _, above in told.parents:
        parents[names[above.unit]].add(names[above.parent])
    keys = {name: (document, name) for name in sorted(set(names.values()))}
    return tuple(
        UnitRecord(
            key,
            types.get(name, ""),
            tuple(sorted(aliases[name] - {name})) if name in aliases else (),
            tuple(keys[parent] for parent in sorted(parents[name] - {name})) if name in parents else (),
        )
        for name, key in keys.items()
    )


def _persons(document: str, told: ByKind, date: str, names: dict[str, str]) -> tuple[PersonRecord, ...]:
    ranks: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    posts: defaultdict[str, set[Post]] = defaultdict(set)
    events: defaultdict[str, set[str]] = defaultdict(set)
    for _, part in told.participations:
        if part.person:
            events[part.person].add(part.event)
    for _, rank in told.ranks:
        held_ranks = ranks[rank.person]
        if not rank.former and not rank.doubtful:
            held_ranks.add((rank.rank, _day(rank.date) or date))
    for _, claim in told.postings:
        day = _day(claim.date) or date
        held = claim.status in (Status.CURRENT, Status.ACTING)
        held_posts = posts[claim.person]
        if claim.unit:
            held_posts.add(Post(names[claim.unit], day, held, claim.title))
        if claim.rank and held:
            ranks[claim.person].add((claim.rank, day))
    return tuple(
        PersonRecord(
            (document, name),
            date,
            once(tuple(map(once, sorted(ranks[name])))) if name in ranks else (),
            tuple(sorted(posts[name], key=lambda p: (p.unit, p.date, p.held, p.title))) if name in posts else (),
            once(tuple(sorted(events[name]))) if name in events else (),
        )
        for name in sorted({*events, *ranks, *posts} - {""})
    )


def _events(document: str, told: ByKind, names: dict[str, str]) -> tuple[EventRecord, ...]:
    found: dict[str, EventRecord] = {}
    for _, claim in told.events:
        known = found.get(claim.event)
        found[claim.event] = EventRecord(
            (document, claim.event),
            known.name if known else claim.name,
            known.type if known else claim.type,
            (known.date if known else None) or claim.date,
            (known.place if known else "") or claim.place or "",
            (known.organiser if known else "") or (names[claim.organiser] if claim.organiser else ""),
            bool(known and known.main) or claim.main,
        )
    for _, part in told.participations:
        if part.event not in found:
            found[part.event] = EventRecord(
                (document, part.event), part.event, EventType.OTHER, None, "", "", main=False
            )
    return tuple(found[name] for name in sorted(found))


def _places(document: str, told: ByKind) -> tuple[PlaceRecord, ...]:
    types: dict[str, str] = {}
    for _, claim in told.places:
        types[claim.place] = types.get(claim.place) or claim.type
    for _, event in told.events:
        if event.place:
            types.setdefault(event.place, "")
    return tuple(PlaceRecord((document, name), type) for name, type in sorted(types.items()))
