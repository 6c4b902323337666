"""Events that may be one and were not joined: of one type, near in time, with names, organisers or people in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day_of
from functools import reduce
from itertools import combinations, product
from math import log2

from .articles import Article, EventRecord
from .doubt_weights import load_doubt_weights
from .doubts import PairInDoubt
from .event_date import choose_date
from .event_rules import ALIKE, NEARLY_SAME, SLIP_DAYS, TELLING_WORDS, EventFacts, numbers_contradict
from .events import event_facts
from .places import Places
from .score import Score, add_up
from .units import Units

CROWD = 60
"""So many events of a few days are compared each with each; of more, those that have a mark in common."""

MANY = 5
"""An undated event that may be any of so many is nobody's question."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One event as far as comparing goes.

    Attributes
    ----------
    facts: what its records say together. names: the words of each of its names.
    day: the number of its day, None where it is not known; year: 0 where it is not known.
    """

    type: str
    facts: EventFacts
    names: frozenset[frozenset[str]]
    day: int | None
    year: int

    @property
    def marks(self) -> Iterator[object]:
        """What two events of a crowded day must have in common to be compared."""
        yield from self.facts.organisers
        yield from self.facts.people
        yield from self.names

    def possibly(self, other: Told) -> bool:
        """False for what cannot be one: one article tells of both, or the numbers in their names contradict."""
        if not self.facts.documents.isdisjoint(other.facts.documents):
            return False
        return not numbers_contradict(self.facts.numbers, other.facts.numbers)


def event_doubts(
    articles: Sequence[Article], units: Units, places: Places, events: Sequence[Sequence[EventRecord]]
) -> tuple[PairInDoubt, ...]:
    """Pairs of events that may be one, in the order of their records."""
    by_document = {article.document: article for article in articles}
    told = [_told(group, by_document, units, places) for group in events]
    dated = {pair for pair in _dated(told) if told[pair[0]].possibly(told[pair[1]])}
    undated = {pair for pair in _undated(told) if told[pair[0]].possibly(told[pair[1]])}
    choices = Counter(n for pair in undated for n in pair if not told[n].year)
    evidence = _Evidence(places)
    scores: dict[Pair, Score] = {(a, b): evidence.score(told[a], told[b], 1) for a, b in dated}
    for a, b in undated:
        several = max(choices[a], choices[b])
        if several <= MANY:
            scores[a, b] = evidence.score(told[a], told[b], several)
    least = load_doubt_weights().least
    return tuple(
        PairInDoubt(events[a][0].key, events[b][0].key, score.likelihood, score.reasons())
        for (a, b), score in sorted(scores.items())
        if score.likelihood >= least
    )


def _told(group: Sequence[EventRecord], articles: Mapping[str, Article], units: Units, places: Places) -> Told:
    facts = [event_facts(record, articles[record.key[0]], units, places) for record in group]
    date, _ = choose_date(group)
    day = day_of(date.year, date.month or 1, date.day).toordinal() if date and date.day else None
    names = frozenset(one.words for one in facts)
    return Told(group[0].type, reduce(EventFacts.joined, facts), names, day, date.year if date else 0)


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
            if len(near) > CROWD:
                near = [o for mark in one.marks for day in days for o in marked.get((one.type, day, mark), ())[:CROWD]]
            yield from ((min(n, other), max(n, other)) for other in near if other != n)
    for key, some in partial.items():
        pairs = _in_crowd(told, some, [*some, *by_year[key]])
        yield from ((min(a, b), max(a, b)) for a, b in pairs if a != b and _agree(told[a], told[b]))


def _in_crowd(told: Sequence[Told], some: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    """Each of `some` with each of the others; with those that have a mark in common, where they are many."""
    if len(others) <= CROWD:
        yield from product(some, others)
        return
    marked: defaultdict[object, list[int]] = defaultdict(list)
    for n in others:
        for mark in told[n].marks:
            marked[mark].append(n)
    for n in some:
        yield from product([n], sorted({other for mark in told[n].marks for other in marked[mark][:CROWD]}))


def _agree(a: Told, b: Told) -> bool:
    return all(x.agrees(y) for x in a.facts.dates for y in b.facts.dates)


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
        self._bits = load_doubt_weights().event

    def score(self, a: Told, b: Told, choices: int) -> Score:
        """The evidence for `a` and `b` being one; `choices`: of how many events the undated one may be any."""
        common = (*self._organiser(a, b), *self._place(a, b), *self._people(a, b))
        return add_up([self._when(a, b, choices), self._name(a, b), *common])

    def _when(self, a: Told, b: Told, choices: int) -> tuple[str, float]:
        if not a.year or not b.year:
            level, bits = self._weighed("the date of one is not known")
            return (f"{level}, one of {choices}", bits - log2(choices)) if choices > 1 else (level, bits)
        if a.day is None or b.day is None:
            return self._weighed("days that may be the same")
        if a.day == b.day:
            return self._weighed("on one day")
        return self._weighed("days apart", f"{abs(a.day - b.day)}")

    def _name(self, a: Told, b: Told) -> tuple[str, float]:
        alike, short = max((_alike(x, y), -min(len(x), len(y))) for x in a.names for y in b.names)
        if alike < ALIKE:
            return self._weighed("names that have little in common")
        if -short < TELLING_WORDS or alike < NEARLY_SAME:
            return self._weighed("names alike")
        return self._weighed("the same name" if alike == 1 else "names nearly the same")

    def _organiser(self, a: Told, b: Told) -> Iterator[tuple[str, float]]:
        ours, theirs = a.facts.organisers, b.facts.organisers
        if ours & theirs:
            yield self._weighed("the same organiser")
        elif any(a.facts.hierarchy.one_line(x, y) for x in ours for y in theirs):
            yield self._weighed("the organiser of one stands above that of the other")
        elif ours and theirs:
            yield self._weighed("different organisers")

    def _place(self, a: Told, b: Told) -> Iterator[tuple[str, float]]:
        types = self._places.types
        common = a.facts.places & b.facts.places
        if any(types[place] in ("venue", "site") for place in common):
            yield self._weighed("the same venue")
        elif common:
            yield self._weighed("the same place")
        elif any(types[x] == types[y] != "" for x in a.facts.places for y in b.facts.places):
            yield self._weighed("different places of one kind")

    def _people(self, a: Told, b: Told) -> Iterator[tuple[str, float]]:
        ours, theirs = a.facts.people, b.facts.people
        common = len(ours & theirs)
        if common:
            yield self._weighed("one person at both" if common == 1 else "two or more persons at both")
        elif len(ours) > 1 and len(theirs) > 1:
            yield self._weighed("no person at both")

    def _weighed(self, level: str, detail: str = "") -> tuple[str, float]:
        return f"{level}: {detail}" if detail else level, self._bits[level]


def _alike(x: frozenset[str], y: frozenset[str]) -> float:
    return 2 * len(x & y) / (len(x) + len(y))
