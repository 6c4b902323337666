"""Events that may be one and were not joined: of one type, near in time, with names, organisers or people in common."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as day_of
from functools import lru_cache, reduce
from itertools import chain, combinations, product

from ..model import PartialDate
from .articles import Article, EventRecord
from .doubts import PairInDoubt
from .event_date import choose_date
from .event_evidence import Evidence, Told
from .event_rules import SLIP_DAYS, TELLING_WORDS, EventFacts
from .events import FactsMaker
from .places import Places
from .score import Score
from .units import Units

CROWD = 60
"""So many events of a few days are compared each with each; of more, those that have a mark in common."""

MANY = 5
"""An undated event that may be any of so many is nobody's question."""

Pair = tuple[int, int]


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
    evidence = Evidence(places)
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
