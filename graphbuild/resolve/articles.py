"""One article's claims, gathered by the person, unit, event and place they are about."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

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
    claims = [claim for _, claim in claim_set.claims]
    names = unit_names(claims)
    events = _events(claim_set.document, claims, names)
    date = _article_date(events, claim_set.published)
    return Article(
        claim_set.document,
        date,
        _units(claim_set.document, claims, names),
        _persons(claim_set.document, claims, date, names),
        events,
        _places(claim_set.document, claims),
    )


def _article_date(events: Iterable[EventRecord], published: str | None) -> str:
    main = [_day(event.date) for event in events if event.main and event.date]
    return main[0] if main else published or ""


def _day(date: PartialDate | None) -> str:
    return sys.intern(str(date)) if date else ""


@lru_cache(maxsize=1 << 12)
def _once(some: T) -> T:
    """What persons of one article and of one day have in common, as the one and same object."""
    return some


def _mentioned_units(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        match claim:
            case PostingClaim() | ParticipationClaim():
                names = [claim.unit]
            case EventClaim():
                names = [claim.organiser]
            case ParentClaim():
                names = [claim.unit, claim.parent]
            case ClusterClaim():
                names = [claim.unit, claim.cluster]
            case _:
                names = []
        yield from (name for name in names if name)


def unit_names(claims: Iterable[Claim]) -> dict[str, str]:
    """Any name by which one of the article's claims points to a unit -> the unit's local key.

    Claims may use a unit's name or, if only one unit has it, an alias; an unlisted name is a unit of its own.
    """
    claims = list(claims)
    listed = [claim for claim in claims if isinstance(claim, UnitClaim)]
    own = {claim.unit: claim.unit for claim in listed}
    by_key: defaultdict[str, set[str]] = defaultdict(set)
    for claim in listed:
        for form in (claim.unit, *claim.aliases):
            by_key[compare_key(form)].add(claim.unit)
    for name in _mentioned_units(claims):
        units = by_key[compare_key(name)]
        own.setdefault(name, min(units) if len(units) == 1 else name)
    return own


def _units(document: str, claims: Iterable[Claim], names: dict[str, str]) -> tuple[UnitRecord, ...]:
    types: dict[str, str] = {}
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    parents: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, UnitClaim):
            types.setdefault(claim.unit, claim.type)
            aliases[claim.unit].update(claim.aliases)
        if isinstance(claim, ParentClaim):
            parents[names[claim.unit]].add(names[claim.parent])
    keys = {name: (document, name) for name in sorted(set(names.values()))}
    return tuple(
        UnitRecord(
            key,
            types.get(name, ""),
            tuple(sorted(aliases[name] - {name})),
            tuple(keys[parent] for parent in sorted(parents[name] - {name})),
        )
        for name, key in keys.items()
    )


def _persons(document: str, claims: Iterable[Claim], date: str, names: dict[str, str]) -> tuple[PersonRecord, ...]:
    ranks: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    posts: defaultdict[str, set[Post]] = defaultdict(set)
    events: defaultdict[str, set[str]] = defaultdict(set)
    persons: set[str] = set()
    for claim in claims:
        if isinstance(claim, RankClaim | PostingClaim | ParticipationClaim) and claim.person:
            persons.add(claim.person)
        if isinstance(claim, ParticipationClaim) and claim.person:
            events[claim.person].add(claim.event)
        if isinstance(claim, RankClaim) and not claim.former and not claim.doubtful:
            ranks[claim.person].add((claim.rank, _day(claim.date) or date))
        if isinstance(claim, PostingClaim):
            day = _day(claim.date) or date
            held = claim.status in (Status.CURRENT, Status.ACTING)
            if claim.unit:
                posts[claim.person].add(Post(names[claim.unit], day, held, claim.title))
            if claim.rank and held:
                ranks[claim.person].add((claim.rank, day))
    return tuple(
        PersonRecord(
            (document, name),
            date,
            _once(tuple(map(_once, sorted(ranks[name])))),
            tuple(sorted(posts[name], key=lambda p: (p.unit, p.date, p.held, p.title))),
            _once(tuple(sorted(events[name]))),
        )
        for name in sorted(persons)
    )


def _events(document: str, claims: Iterable[Claim], names: dict[str, str]) -> tuple[EventRecord, ...]:
    found: dict[str, EventRecord] = {}
    for claim in claims:
        if isinstance(claim, EventClaim):
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
    for claim in claims:
        if isinstance(claim, ParticipationClaim) and claim.event not in found:
            found[claim.event] = EventRecord(
                (document, claim.event), claim.event, EventType.OTHER, None, "", "", main=False
            )
    return tuple(found[name] for name in sorted(found))


def _places(document: str, claims: Iterable[Claim]) -> tuple[PlaceRecord, ...]:
    types: dict[str, str] = {}
    for claim in claims:
        if isinstance(claim, PlaceClaim):
            types[claim.place] = types.get(claim.place) or claim.type
        if isinstance(claim, EventClaim) and claim.place:
            types.setdefault(claim.place, "")
    return tuple(PlaceRecord((document, name), type) for name, type in sorted(types.items()))
