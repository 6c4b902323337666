"""When two event records are one event."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ..model import PartialDate
from ..text import compare_key
from .days import days_between
from .hierarchy import Hierarchy

DIGITS = re.compile(r"\d+")

ROMAN = re.compile(r"\b[IVXL]+\b")
"""A number in capitals: 'Quý IV'."""

YEAR = re.compile(r"(?:19|20)\d\d")
"""'2020'. Years are compared with years only: the 6 of 'Quân khu 6' contradicts no year."""

OTHER_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d+")
"""'6', '969'."""

ALIKE, NEARLY_SAME = 0.6, 0.8
"""Shares of common words (Dice) from which names are alike, and from which they are the same but for a word."""

SEVERAL_PEOPLE = 2
"""One officer may be at two ceremonies of one day; that two are at both under one name is no chance."""

TELLING_WORDS = 4
"""'Lễ kỷ niệm' is the name of too many events to tell one; from four words on a name does."""

SLIP_DAYS = 3
"""Articles on one event may be this many days apart: it lasts several days, or one gives the day after."""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an event record or cluster says.

    Attributes
    ----------
    organisers, places: labels of units; numbers of place groups. venue: one of the places is a venue or site.
    people: names, as compared, of persons who take part.
    """

    documents: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[PartialDate]
    organisers: frozenset[str]
    places: frozenset[int]
    venue: bool
    hierarchy: Hierarchy = field(compare=False)
    people: frozenset[str] = frozenset()

    def clashes(self, other: EventFacts) -> bool:
        """One article tells its events apart itself; and numbers, dates and organisers may contradict.

        Articles may name another organiser of one event. They surely mean one where it has the same name and day, and
        several of its people are the same.
        """
        return (
            not self.documents.isdisjoint(other.documents)
            or numbers_contradict(self.numbers, other.numbers)
            or any(not _close(a, b) for a in self.dates for b in other.dates)
            or (self._differently_organised(other) and not _surely_one(self, other))
        )

    def _differently_organised(self, other: EventFacts) -> bool:
        return self.organisers.isdisjoint(other.organisers) and any(
            not self.hierarchy.one_line(a, b) for a in self.organisers for b in other.organisers
        )

    def joined(self, other: EventFacts) -> EventFacts:
        return EventFacts(
            self.documents | other.documents,
            self.words,
            self.numbers | other.numbers,
            self.dates | other.dates,
            self.organisers | other.organisers,
            self.places | other.places,
            self.venue or other.venue,
            self.hierarchy,
            self.people | other.people,
        )


def _surely_one(a: EventFacts, b: EventFacts) -> bool:
    same_name = (a.words <= b.words or b.words <= a.words) and same_numbers(a.numbers, b.numbers)
    telling = min(len(a.words), len(b.words)) >= TELLING_WORDS
    gap = days_between(min(a.dates), min(b.dates)) if a.dates and b.dates else None
    return same_name and telling and gap == 0 and len(a.people & b.people) >= SEVERAL_PEOPLE


@lru_cache(maxsize=1 << 11)
def name_words(name: str) -> frozenset[str]:
    """The words of an event's name, as compared."""
    return frozenset(compare_key(name).split())


@lru_cache(maxsize=1 << 11)
def name_numbers(name: str) -> frozenset[str]:
    """Years and ordinals in an event's name, Roman ones too unless the whole name is in capitals.

    >>> sorted(name_numbers("Hội nghị Quý IV năm 2020"))
    ['2020', 'IV']
    """
    roman = [] if name.isupper() else ROMAN.findall(name)
    return frozenset((*(number.lstrip("0") for number in DIGITS.findall(name)), *roman))


@lru_cache(maxsize=1 << 14)
def telling_numbers(numbers: frozenset[str]) -> frozenset[str]:
    """The Roman ordinals ('lần thứ XI'), which tell an event with or without its years; else all numbers."""
    return _of(numbers, ROMAN) or numbers


def same_event(a: EventFacts, b: EventFacts) -> float:
    """How strongly two single records of one type are one event: 0 for not at all, highest best.

    Both dated: on the same day, the organiser, the place with names half alike, or telling names that are alike
    join them; a day and its month or year need nearly the same name. Days that contradict each other by a slip
    need the same organiser, nearly the same name and equal numbers. One undated: nearly the same telling name,
    or such a name and the organiser, and equal numbers.
    """
    if a.clashes(b):
        return 0
    share = alike(a.words, b.words)
    organiser = not a.organisers.isdisjoint(b.organisers)
    place = not a.places.isdisjoint(b.places)
    telling = organiser or place or min(len(a.words), len(b.words)) >= TELLING_WORDS
    same_name = telling and share >= NEARLY_SAME and same_numbers(a.numbers, b.numbers)
    gap = days_between(min(a.dates), min(b.dates)) if a.dates and b.dates else None
    if gap is None:
        return int(bool(a.dates and b.dates)) + share if same_name and (a.dates or b.dates) else 0
    if gap:
        return share if same_name and organiser else 0
    if organiser:
        return 3 + share
    place_tells = place and (a.venue or b.venue or share >= ALIKE / 2)
    return 2 + share if place_tells or (telling and share >= ALIKE) else 0


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of common words (Dice)."""
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=1 << 14)
def numbers_contradict(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if each name has a year, a Roman number or another number that the other has another of."""
    return any(_of(a, kind) - b and _of(b, kind) - a for kind in (YEAR, ROMAN, OTHER_NUMBER))


def same_numbers(a: frozenset[str], b: frozenset[str]) -> bool:
    """True for equal numbers, or the same Roman ordinal where one name leaves out the term's years."""
    return a == b or ((a < b or b < a) and bool(_of(a, ROMAN)) and telling_numbers(a) == telling_numbers(b))


def _of(numbers: frozenset[str], kind: re.Pattern[str]) -> frozenset[str]:
    return frozenset(number for number in numbers if kind.fullmatch(number))


def _close(a: PartialDate, b: PartialDate) -> bool:
    gap = days_between(a, b)
    return a.agrees(b) if gap is None else gap <= SLIP_DAYS
