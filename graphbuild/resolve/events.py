"""Which event records of many articles are one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from ..model import EntityKind
from ..text import compare_key
from .articles import Article, EventRecord, Key
from .clusters import Clusters
from .days import days_between
from .event_rules import SLIP_DAYS, EventFacts, name_numbers, name_words, same_event, telling_numbers
from .judgements import Judgements
from .places import Places
from .ties import JudgedPairs
from .units import Units

Pair = tuple[int, int]

T = TypeVar("T")


def resolve_events(
    articles: Sequence[Article], units: Units, places: Places, judgements: Judgements
) -> tuple[tuple[EventRecord, ...], ...]:
    """Join event records; the order of articles changes nothing.

    Undated ones join where there is no choice, and where none was judged to be one with a dated event.
    """
    pairs = [(event, article) for article in articles for event in article.events]
    pairs.sort(key=lambda pair: (str(pair[0].date or "9999"), pair[0].key))
    events = [event for event, _ in pairs]
    facts = [event_facts(event, article, units, places) for event, article in pairs]
    judged = JudgedPairs(judgements, EntityKind.EVENT).ties([event.key for event in events])
    clusters = Clusters(facts, judged)
    scored = [(-score, a, b) for a, b in _dated_pairs(events) if (score := same_event(facts[a], facts[b]))]
    for _, a, b in sorted(scored):
        clusters.join(a, b)
    for undated, dated in _undated_candidates(events, facts).items():
        if clusters.facts(undated).dates:
            continue
        fitting = {clusters.root(n) for n in dated if same_event(facts[undated], facts[n])}
        fitting = {root for root in fitting if not clusters.parted(root, undated)}
        if len(fitting) == 1:
            clusters.join(min(fitting), undated)
    groups: defaultdict[int, list[EventRecord]] = defaultdict(list)
    for n, event in enumerate(events):
        groups[clusters.root(n)].append(event)
    return tuple(tuple(sorted(groups[root], key=lambda e: e.key)) for root in clusters.roots())


def event_facts(event: EventRecord, article: Article, units: Units, places: Places) -> EventFacts:
    """What one record says of its event."""
    organiser: Key | None = (article.document, event.organiser) if event.organiser else None
    place: Key | None = (article.document, event.place) if event.place else None
    return EventFacts(
        frozenset({article.document}),
        name_words(event.name),
        name_numbers(event.name),
        _alone(event.date) if event.date else frozenset(),
        _alone(units.label(organiser)) if organiser else frozenset(),
        _alone(places.of[place]) if place else frozenset(),
        bool(place and places.types[places.of[place]] in ("venue", "site")),
        units.hierarchy,
        frozenset(compare_key(person.key[1]) for person in article.persons if event.key[1] in person.events),
    )


@lru_cache(maxsize=1 << 11)
def _alone(one: T) -> frozenset[T]:
    """A set of this only, which many events have: a set takes two hundred bytes."""
    return frozenset({one})


def _dated_pairs(events: Sequence[EventRecord]) -> Iterator[Pair]:
    """Pairs of one type whose dates lie within a slip, or of which one is partial and of the other's year."""
    by_type: defaultdict[str, list[int]] = defaultdict(list)
    partial: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        if event.date and event.date.day:
            by_type[event.type].append(n)
        elif event.date:
            partial[event.type, event.date.year].append(n)
    for numbers in by_type.values():
        for place, a in enumerate(numbers):
            for b in numbers[place + 1 :]:
                if (_gap(events[a], events[b]) or 0) > SLIP_DAYS:
                    break
                yield a, b
    for (type, year), numbers in partial.items():
        days = [n for n in by_type[type] if (date := events[n].date) and date.year == year]
        for place, a in enumerate(numbers):
            yield from ((min(a, b), max(a, b)) for b in (*numbers[place + 1 :], *days))


def _gap(a: EventRecord, b: EventRecord) -> int | None:
    return days_between(a.date, b.date) if a.date and b.date else None


def _undated_candidates(events: Sequence[EventRecord], facts: Sequence[EventFacts]) -> Mapping[int, list[int]]:
    """Each undated event with the dated ones of its type whose names may bear the same numbers."""
    dated: defaultdict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        if event.date:
            dated[event.type, telling_numbers(facts[n].numbers)].append(n)
    return {n: dated[e.type, telling_numbers(facts[n].numbers)] for n, e in enumerate(events) if not e.date}
