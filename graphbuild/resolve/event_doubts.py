"""Events that may be one and were not joined: of one type, near in time, with names, organisers or people in common."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day_of
from functools import lru_cache, reduce
from itertools import chain, combinations, product
from math import log2

from ..model import PartialDate
from .articles import Article, EventRecord
from .doubt_weights import load_doubt_weights
from .doubts import PairInDoubt
from .event_date import choose_date
from .event_rules import ALIKE, NEARLY_SAME, SLIP_DAYS, TELLING_WORDS, EventFacts, alike, numbers_contradict
from .events import FactsMaker
from .places import Places
from .score import Score, add_up
from .units import Units

CROWD = 60
"""So many events of a few days are compared each with each; of more, those that have a mark in common."""

NAMES = LITTLE, ALIKE_NAMES, NEARLY_THE_NAME, SAME_NAME = (
    "names that have little in common",
    "names alike",
    "names nearly the same",
    "the same name",
)

UNDATED, APART = "the date of one is not known", "days apart"

MANY = 5
"""An undated event that may be any of so many is nobody's question."""

LINES = 4096
"""Groups of organisers of which is kept who stands above them."""

Pair = tuple[int, int]


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


def event_doubts(
    articles: Sequence[Article], units: Units, places: Places, events: Sequence[Sequence[EventRecord]]
) -> tuple[PairInDoubt, ...]:
    """Pairs of events that may be one, in the order of their records."""
    by_document = {article.document: article for article in articles}
    by_type: defaultdict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(events):
        by_type[group[0].type].append(n)
    scores: dict[Pair, Score] = {}
    for numbers in by_type.values():
        facts = FactsMaker(units, places)
        told = [_told(events[n], by_document, facts, places) for n in numbers]
        scores.update(((numbers[a], numbers[b]), score) for (a, b), score in _scores(told, places).items())
    return tuple(
        PairInDoubt(events[a][0].key, events[b][0].key, score.likelihood, score.reasons())
        for (a, b), score in sorted(scores.items())
    )


def _scores(told: Sequence[Told], places: Places) -> Mapping[Pair, Score]:
    """The scores of pairs of events of one type, of those that are worth a look; of most it is known soon."""
    evidence = _Evidence(places)
    undated = {pair for pair in _undated(told) if told[pair[0]].possibly(told[pair[1]])}
    choices = Counter(n for pair in undated for n in pair if not told[n].year)
    several = {(a, b): max(choices[a], choices[b]) for a, b in undated}
    scores: dict[Pair, Score] = {}
    for a, b in chain(_dated(told), (pair for pair, count in several.items() if count <= MANY)):
        # A pair may come twice.
        if (a, b) not in scores and told[a].possibly(told[b]):
            score = evidence.score(told[a], told[b], several.get((a, b), 1))
            if score:
                scores[a, b] = score
    return scores


def _told(group: Sequence[EventRecord], articles: Mapping[str, Article], maker: FactsMaker, places: Places) -> Told:
    facts = [maker.of(record, articles[record.key[0]]) for record in group]
    date, _ = choose_date(group)
    day = day_of(date.year, date.month or 1, date.day).toordinal() if date and date.day else None
    names = frozenset(one.words for one in facts)
    every = reduce(EventFacts.joined, facts)
    dates = tuple(sorted(map(_iso, every.dates)))
    kinds = _once(frozenset(places.types[place] for place in every.places) - {""})
    return Told(group[0].type, every, names, day, date.year if date else 0, dates, kinds)


@lru_cache(maxsize=1 << 14)
def _iso(date: PartialDate) -> str:
    """The date in ISO, for all events of it the same object."""
    return str(date)


@lru_cache(maxsize=1 << 10)
def _once(kinds: frozenset[str]) -> frozenset[str]:
    """What many events have, as the one and same object."""
    return kinds


# --- which events are compared ------------------------------------------------------------------------------------


def _dated(told: Sequence[Told]) -> Iterator[Pair]:
    """Pairs of one type a few days apart, or of one year where the day of one is not known."""
    by_day: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    marked: defaultdict[tuple[str, int, object], list[int]] = defaultdict(list)
    by_year: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    partial: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        if one.year:
            (by_year if one.day else partial)[one.type, one.year].append(n)
        if one.day:
            by_day[one.type, one.day].append(n)
            for mark in one.marks:
                marked[one.type, one.day, mark].append(n)
    for n, one in enumerate(told):
        if one.day:
            days = range(one.day, one.day + SLIP_DAYS + 1)
            near = [other for day in days for other in by_day.get((one.type, day), ())]
            # Those of the same day are as few, or have the mark as early, for each of them.
            if len(near) > CROWD:
                shelves = ((day, marked.get((one.type, day, mark), ())) for mark in one.marks for day in days)
                some = (_first(shelf, n if day == one.day else None) for day, shelf in shelves)
                near = list(dict.fromkeys(chain.from_iterable(some)))
            else:
                near = [other for other in near if other > n or told[other].day != one.day]
            yield from ((min(n, other), max(n, other)) for other in near if other != n)
    for key, some_partial in partial.items():
        for a, b in _in_crowd(told, some_partial, by_year.get(key, ())):
            if _agree(told[a], told[b]):
                yield min(a, b), max(a, b)


def _first(shelf: Sequence[int], n: int | None = None) -> Sequence[int]:
    """The first ones of a crowd; where `n` is one of these only those behind it, as those before it have met it."""
    first = shelf[:CROWD]
    return first[bisect_right(first, n) :] if n is not None and first and n <= first[-1] else first


def _in_crowd(told: Sequence[Told], some: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    """Each of `some` with those behind it and each of the others; with those that have a mark in common, where many."""
    if len(some) + len(others) <= CROWD:
        yield from combinations(some, 2)
        yield from product(some, others)
        return
    own, marked = _by_mark(told, some), _by_mark(told, others)
    for n in some:
        found: set[int] = set()
        for mark in told[n].marks:
            ours = own[mark]
            found.update(_first(ours, n))
            found.update(marked.get(mark, ())[: max(0, CROWD - len(ours))])
        yield from product([n], sorted(found - {n}))


def _by_mark(told: Sequence[Told], numbers: Iterable[int]) -> Mapping[object, Sequence[int]]:
    marked: defaultdict[object, list[int]] = defaultdict(list)
    for n in numbers:
        for mark in told[n].marks:
            marked[mark].append(n)
    return marked


def _agree(a: Told, b: Told) -> bool:
    """True if all dates given for the two can be the same day."""
    for x in a.dates:
        for y in b.dates:
            if not x.startswith(y) and not y.startswith(x):
                return False
    return True


def _undated(told: Sequence[Told]) -> Iterator[Pair]:
    """An undated event with all of its type that have the same telling name but for numbers."""
    named: defaultdict[tuple[str, frozenset[str]], set[int]] = defaultdict(set)
    for n, one in enumerate(told):
        for name in one.names:
            if len(name) >= TELLING_WORDS:
                named[one.type, frozenset(word for word in name if not word.isdigit())].add(n)
    for some in named.values():
        if len(some) <= CROWD:
            yield from (pair for pair in combinations(sorted(some), 2) if not all(told[n].year for n in pair))


# --- what speaks for and against ----------------------------------------------------------------------------------


class _Evidence:
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
