"""Two claims that cannot both be true."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ConflictKind(StrEnum):
    """What cannot be true together."""

    RANKS = "ranks"
    HOLDERS = "holders"
    RETURN = "return"
    START = "start"
    DATES = "dates"
    PLACES = "places"
    ORGANISERS = "organisers"
    CYCLE = "cycle"
    PARENTS = "parents"

    @property
    def words(self) -> str:
        """What is wrong, for a reader."""
        return _WORDS[self]


_WORDS = {
    ConflictKind.RANKS: "two ranks on one day",
    ConflictKind.HOLDERS: "two holders of one post",
    ConflictKind.RETURN: "another holder in between",
    ConflictKind.START: "in the post before it began",
    ConflictKind.DATES: "two dates of one event",
    ConflictKind.PLACES: "two places of one event",
    ConflictKind.ORGANISERS: "two organisers of one event",
    ConflictKind.CYCLE: "units part of each other",
    ConflictKind.PARENTS: "two parents of one kind",
}


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one claim says, in short words, with the date it says it of ('' if unknown)."""

    words: str
    date: str
    claim: str

    @property
    def order(self) -> tuple[str, str, str]:
        """The earlier side of a contradiction is told first."""
        return self.date, self.words, self.claim


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that contradict each other; both stay in the graph.

    Attributes
    ----------
    about: id of the person, unit or event. one, other: the two sides, in the order of their dates.
    """

    kind: ConflictKind
    about: str
    one: ConflictSide
    other: ConflictSide

    @property
    def order(self) -> tuple[int, str, tuple[str, str, str], tuple[str, str, str]]:
        """Contradictions are told by kind, then by what they are about, then by date."""
        return list(ConflictKind).index(self.kind), self.about, self.one.order, self.other.order
