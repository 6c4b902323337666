"""What one article says, each claim with the words that say it.

Claims name persons, units, events and places by *local keys*: a name as the article's own facts list it.
Resolution maps local keys of many articles to entities; it never reads the text again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .dates import PartialDate
from .vocabulary import EventRole, EventType, PostRole, Status


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says something.

    Attributes
    ----------
    document: id of the article.
    start, end: the sentence in `Document.text`, end exclusive.
    word_start, word_end: the words within it that carry the claim.
    rule: name of the rule or model that made the claim.
    confidence: how sure the rule is, 0 to 1.
    """

    document: str
    start: int
    end: int
    word_start: int
    word_end: int
    rule: str
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class RankClaim:
    """`person` has `rank` on the day of the article.

    `former` marks the rank before a promotion, `doubtful` one that the article gives once against another given often.
    """

    kind: ClassVar[str] = "rank"
    person: str
    rank: str
    date: PartialDate | None
    evidence: Evidence
    former: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class PostingClaim:
    """`person` holds `title` in `unit` (None where the article does not say where) on `date`."""

    kind: ClassVar[str] = "posting"
    person: str
    title: str
    role: PostRole
    unit: str | None
    rank: str | None
    status: Status
    date: PartialDate | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EventClaim:
    """An event with what the article says of it. `event` is the local key, unique in the article."""

    kind: ClassVar[str] = "event"
    event: str
    type: EventType
    name: str
    date: PartialDate | None
    place: str | None
    organiser: str | None
    main: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ParticipationClaim:
    """`person` or `unit` (exactly one is given) takes part in `event` as `role`."""

    kind: ClassVar[str] = "participation"
    person: str | None
    unit: str | None
    event: str
    role: EventRole
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class UnitClaim:
    """The article names `unit`, also by `aliases`; `evidence` is the first mention."""

    kind: ClassVar[str] = "unit"
    unit: str
    type: str
    aliases: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ParentClaim:
    """`unit` is part of `parent`."""

    kind: ClassVar[str] = "parent"
    unit: str
    parent: str
    date: PartialDate | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ClusterClaim:
    """`unit` is a member of, or leads, the emulation cluster `cluster`."""

    kind: ClassVar[str] = "cluster"
    unit: str
    cluster: str
    leads: bool
    date: PartialDate | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlaceClaim:
    """The article names `place`; `type` is province, district, commune, venue or site."""

    kind: ClassVar[str] = "place"
    place: str
    type: str
    evidence: Evidence


Claim = RankClaim | PostingClaim | EventClaim | ParticipationClaim | UnitClaim | ParentClaim | ClusterClaim | PlaceClaim
