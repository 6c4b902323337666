"""What the questions answer with: frozen records, ready to be printed or turned into JSON by `dataclasses.asdict`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from ..answers import Answer, Answered
from ..model import Attribute, ConflictKind, EntityKind, Quote, Relation


@dataclass(frozen=True, slots=True)
class Node:
    """A node by its id, kind and canonical name."""

    id: str
    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the graph with both its ends.

    Attributes
    ----------
    key: tells parallel edges of one relation apart ('Tư lệnh|current').
    attributes: what the relation carries: title, role, status, rank.
    claims: ids of the claims behind it; count: articles that say it.
    first, last: ISO dates of the first and last sighting, '' where unknown.
    """

    source: Node
    target: Node
    relation: Relation
    key: str
    attributes: Mapping[str, Attribute]
    claims: tuple[str, ...]
    count: int
    first: str
    last: str

    def text(self, name: str) -> str:
        """The attribute `name` as text, '' where the relation does not carry it."""
        return str(self.attributes.get(name, ""))

    def other(self, id: str) -> Node:
        """The end that is not `id`."""
        return self.target if self.source.id == id else self.source


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a contradiction: what it says in short, the date it says it of ('' if unknown), and the sentence."""

    words: str
    date: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sentences that cannot both be right; `about` is the person, unit or event, `what` the kind in words."""

    kind: ConflictKind
    what: str
    about: Node
    one: Told
    other: Told


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """A node that may be the same as another: how likely that is, 0 to 1, and what speaks for and against it."""

    node: Node
    likelihood: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankOn:
    """A rank and the first day it was seen on, '' where no article gives a day."""

    rank: str
    date: str


@dataclass(frozen=True, slots=True)
class Companion:
    """A person who was at the same events, and at how many of them."""

    node: Node
    events: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """Someone at an event: who, what event, in which role, on the event's date ('' where unknown)."""

    who: Node
    event: Node
    role: str
    date: str
    link: Link


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one post of a unit.

    Attributes
    ----------
    rank: as last given with the post. acting: held in place of whoever should hold it.
    past_only: articles tell of the post only as a past one; first and last are then the dates at which they tell it.
    first, last: sightings. start, end: as stated; over_by: by when it is said to be over; '' where nobody says.
    predecessor, successor: who is stated to have handed it over or taken it over.
    """

    unit: Node
    person: Node
    title: str
    rank: str
    acting: bool
    past_only: bool
    first: str
    last: str
    start: str
    end: str
    over_by: str
    predecessor: Node | None
    successor: Node | None
    link: Link


class _Card(Answered):
    """What all cards are."""

    __slots__ = ()

    def answer(self) -> Answer:
        """Its tables."""
        from .tables.cards import card_answer

        return card_answer(cast("Card", self))


@dataclass(frozen=True, slots=True, repr=False)
class PersonCard(_Card):
    """What the graph knows of a person.

    Attributes
    ----------
    rank: the latest rank; ranks: every rank, oldest first, those without a date last.
    first, last: ISO dates of the first and last sighting.
    postings: HOLDS edges, oldest sighting first; posts_without_unit: titles for which no article names a unit.
    events: oldest first, undated last; companions: at most ten, most events in common first.
    articles: number of articles that name the person.
    possibly_same: who may be the same and was not joined, the likeliest first.
    contradictions: where articles disagree about the person.
    """

    node: Node
    aliases: tuple[str, ...]
    rank: str
    ranks: tuple[RankOn, ...]
    first: str
    last: str
    postings: tuple[Link, ...]
    posts_without_unit: tuple[str, ...]
    events: tuple[Attendance, ...]
    companions: tuple[Companion, ...]
    articles: int
    possibly_same: tuple[PossiblySame, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class UnitCard(_Card):
    """What the graph knows of a unit.

    Attributes
    ----------
    parents, children: PART_OF edges; clusters: emulation clusters it belongs to or leads (MEMBER_OF, LEADS);
    members: units that belong to or lead it, if it is a cluster itself.
    posts: HOLDS edges of people, oldest sighting first.
    events: where the unit took part; organised: ORGANISES edges.
    valid_from, valid_to: from when and until when the unit was, ISO dates, '' where unknown.
    successors, predecessors: SUCCEEDED_BY edges to the units that follow it, and from those it follows.
    commanders: who held its command, in the order of time.
    succeeded_by: names of all that follow it, also of those that no article names.
    possibly_same: units that may be the same and were not joined, the likeliest first.
    contradictions: where articles disagree about the unit.
    """

    node: Node
    aliases: tuple[str, ...]
    type: str
    known: bool
    parents: tuple[Link, ...]
    children: tuple[Link, ...]
    clusters: tuple[Link, ...]
    members: tuple[Link, ...]
    posts: tuple[Link, ...]
    events: tuple[Attendance, ...]
    organised: tuple[Link, ...]
    articles: int
    valid_from: str
    valid_to: str
    successors: tuple[Link, ...]
    predecessors: tuple[Link, ...]
    succeeded_by: tuple[str, ...]
    commanders: tuple[Tenure, ...]
    possibly_same: tuple[PossiblySame, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class EventCard(_Card):
    """What the graph knows of an event.

    Attributes
    ----------
    date: ISO, partial or ''; date_source: how it is known; other_dates: dates that other articles give.
    participants: persons and units, by role in the order of `EventRole`, then by name.
    possibly_same: events that may be the same and were not joined, the likeliest first.
    contradictions: where articles disagree: two days, two places of one kind, two organisers.
    """

    node: Node
    aliases: tuple[str, ...]
    type: str
    date: str
    date_source: str
    other_dates: tuple[str, ...]
    places: tuple[Link, ...]
    organisers: tuple[Link, ...]
    participants: tuple[Attendance, ...]
    articles: int
    possibly_same: tuple[PossiblySame, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PlaceCard(_Card):
    """What the graph knows of a place; `events` are HELD_AT edges, oldest first.

    `valid_to` and `succeeded_by` as of a unit, for provinces that became part of others; the last two as of a person.
    """

    node: Node
    aliases: tuple[str, ...]
    type: str
    events: tuple[Link, ...]
    articles: int
    valid_to: str
    succeeded_by: tuple[str, ...]
    possibly_same: tuple[PossiblySame, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


Card = PersonCard | UnitCard | EventCard | PlaceCard
