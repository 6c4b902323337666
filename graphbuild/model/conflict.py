"""Two claims that cannot both be true."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ConflictKind(StrEnum):
    """What cannot be true together."""

    RANKS = "two ranks on one day"
    HOLDERS = "two holders of one post"
    RETURN = "another holder in between"
    START = "held before it began"
    DATES = "two dates of one event"
    CYCLE = "units part of each other"
    PARENTS = "two parents of one kind"


@dataclass(frozen=True, slots=True)
class Side:
    """What one claim says, in short words, with the date it says it of ('' if unknown)."""

    words: str
    date: str
    claim: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that contradict each other; both stay in the graph.

    Attributes
    ----------
    about: id of the person, unit or event. one, other: the two sides, in the order of their dates.
    """

    kind: ConflictKind
    about: str
    one: Side
    other: Side
