"""What speaks for and against two events being one, weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from .doubt_weights import load_doubt_weights
from .event_rules import ALIKE, NEARLY_SAME, TELLING_WORDS, EventFacts, alike, numbers_contradict
from .places import Places
from .score import Score, add_up

NAMES = LITTLE, ALIKE_NAMES, NEARLY_THE_NAME, SAME_NAME = (
    "names that have little in common",
    "names alike",
    "names nearly the same",
    "the same name",
)

UNDATED, APART = "the date of one is not known", "days apart"

LINES = 4096
"""Groups of organisers of which is kept who stands above them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event as far as comparing goes.

    Attributes
    ----------
    facts: what its records say together. names: the words of each of its names.
    day: the number of its day, None where it is not known; year: 0 where it is not known.
    dates: every one given for it, in ISO. kinds: the types of its places, as far as they are known.
    """

    type: str
    facts: EventFacts
    names: frozenset[frozenset[str]]
    day: int | None
    year: int
    dates: tuple[str, ...]
    kinds: frozenset[str]

    @property
    def marks(self) -> Iterator[object]:
        """What two events of a crowded day must have in common to be compared."""
        yield from self.facts.organisers
        yield from self.facts.people
        yield from self.names

    def possibly(self, other: Told) -> bool:
        """False for what cannot be one: one article tells of both, or the numbers in their names contradict."""
        ours, theirs = self.facts, other.facts
        if not ours.documents.isdisjoint(theirs.documents):
            return False
        if not ours.numbers or not theirs.numbers or ours.numbers == theirs.numbers:
            return True
        return not numbers_contradict(ours.numbers, theirs.numbers)


class Evidence:
    """Weighs what two events have in common."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lines: dict[frozenset[str], frozenset[str]] = {}
        weights = load_doubt_weights()
        self._bits, self._least = weights.event, weights.least
        self._best_name = max(weights.event[level] for level in NAMES)
        # What falls short by more than a sum of a few numbers can be wrong is surely not listed.
        self._clearly_less = log2(weights.least / (1 - weights.least)) - 1e-6

    def score(self, a: Told, b: Told, choices: int) -> Score | None:
        """The evidence for `a` and `b` being one, None where that is not likely enough to be listed.

        `choices`: of how many events the undated one may be any.
        """
        lost = log2(choices)
        levels = [
            level
            for level in (self._organiser(a, b), self._place(a, b), self._people(a, b), self._when(a, b))
            if level is not None
        ]
        weight = sum([self._bits[level] for level in levels]) - lost
        # Of most pairs it is clear without their names that they are two.
        if weight + self._best_name < self._clearly_less:
            return None
        levels.append(self._name(a, b))
        if weight + self._bits[levels[-1]] < self._clearly_less:
            return None
        score = add_up([self._told(level, a, b, choices) for level in levels])
        return score if score.likelihood >= self._least else None

    def _told(self, level: str, a: Told, b: Told, choices: int) -> tuple[str, float]:
        bits = self._bits[level]
        if level == APART and a.day is not None and b.day is not None:
            return f"{level}: {abs(a.day - b.day)}", bits
        return (
            (f"{level}, one of {choices}", bits - log2(choices)) if level == UNDATED and choices > 1 else (level, bits)
        )

    def _when(self, a: Told, b: Told) -> str:
        if not a.year or not b.year:
            return UNDATED
        if a.day is None or b.day is None:
            return "days that may be the same"
        return "on one day" if a.day == b.day else APART

    def _name(self, a: Told, b: Told) -> str:
        if a.names == b.names and len(a.names) == 1:
            alike, short = 1.0, -min(map(len, a.names))
        else:
            alike, short = max((_alike(x, y), -min(len(x), len(y))) for x in a.names for y in b.names)
        if alike < ALIKE:
            return LITTLE
        if -short < TELLING_WORDS or alike < NEARLY_SAME:
            return ALIKE_NAMES
        return SAME_NAME if alike == 1 else NEARLY_THE_NAME

    def _organiser(self, a: Told, b: Told) -> str | None:
        ours, theirs = a.facts.organisers, b.facts.organisers
        if not ours or not theirs:
            return None
        if not ours.isdisjoint(theirs):
            return "the same organiser"
        if not (self._above(a).isdisjoint(theirs) and self._above(b).isdisjoint(ours)):
            return "the organiser of one stands above that of the other"
        return "different organisers"

    def _above(self, one: Told) -> frozenset[str]:
        """The units above those that organised it; many events have the same organisers."""
        organisers = one.facts.organisers
        if organisers not in self._lines:
            if len(self._lines) >= LINES:
                self._lines.clear()
            self._lines[organisers] = frozenset().union(*map(one.facts.hierarchy.above, organisers))
        return self._lines[organisers]

    def _place(self, a: Told, b: Told) -> str | None:
        if not a.facts.places or not b.facts.places:
            return None
        common = a.facts.places & b.facts.places
        if any(self._places.types[place] in ("venue", "site") for place in common):
            return "the same venue"
        if common:
            return "the same place"
        return None if a.kinds.isdisjoint(b.kinds) else "different places of one kind"

    def _people(self, a: Told, b: Told) -> str | None:
        ours, theirs = a.facts.people, b.facts.people
        if not ours or not theirs:
            return None
        common = len(ours & theirs)
        if common:
            return "one person at both" if common == 1 else "two or more persons at both"
        return "no person at both" if len(ours) > 1 and len(theirs) > 1 else None


@lru_cache(maxsize=1 << 14)
def _alike(x: frozenset[str], y: frozenset[str]) -> float:
    return alike(x, y)
