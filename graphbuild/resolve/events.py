"""Which event records of many articles are one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import starmap
from typing import TypeVar

from ..model import EntityKind
from ..text import compare_key
from .articles import Article, EventRecord
from .clusters import NO_TIES, Clusters
from .event_pairs import EventPairs
from .event_rules import EventFacts, name_numbers, name_words
from .hierarchy import Hierarchy
from .judgements import Judgements
from .places import Places
from .ties import JudgedPairs, Ties
from .units import Units

T = TypeVar("T")

Told = tuple[EventRecord, Article]
"""An event and the article that tells of it."""


def resolve_events(
    articles: Sequence[Article], units: Units, places: Places, judgements: Judgements
) -> tuple[tuple[EventRecord, ...], ...]:
    """Join event records; the order of articles changes nothing.

    Undated ones join where there is no choice, and where none was judged to be one with a dated event.
    """
    told = [(event, article) for article in articles for event in article.events]
    told.sort(key=lambda one: (str(one[0].date or "9999"), one[0].key))
    judged = JudgedPairs(judgements, EntityKind.EVENT).ties([event.key for event, _ in told])
    found: list[tuple[int, tuple[EventRecord, ...]]] = []
    for numbers in _apart(told, judged):
        some = [told[n] for n in numbers]
        facts = list(starmap(FactsMaker(units, places).of, some))
        groups = _joined([event for event, _ in some], facts, units.hierarchy, judged)
        found += ((numbers[first], group) for first, group in groups)
    return tuple(group for _, group in sorted(found, key=lambda one: one[0]))


def _apart(told: Sequence[Told], judged: Ties) -> Iterator[Sequence[int]]:
    """The numbers of what is compared: events of one type, as those of two are never one unless people say so."""
    if judged:
        yield range(len(told))
        return
    by_type: defaultdict[str, list[int]] = defaultdict(list)
    for n, (event, _) in enumerate(told):
        by_type[event.type].append(n)
    yield from by_type.values()


def _joined(
    events: Sequence[EventRecord], facts: Sequence[EventFacts], hierarchy: Hierarchy, judged: Ties
) -> list[tuple[int, tuple[EventRecord, ...]]]:
    """The number of the first record of each event, and all of them."""
    clusters = Clusters(facts, judged or NO_TIES)
    pairs = EventPairs(events, facts, hierarchy)
    for a, others in pairs.dated():
        _join_each(clusters, pairs, a, others)
    for undated, roots in pairs.undated(clusters):
        if len(roots) == 1:
            clusters.join(min(roots), undated)
    groups: defaultdict[int, list[EventRecord]] = defaultdict(list)
    for n, event in enumerate(events):
        groups[clusters.root(n)].append(event)
    return [(root, tuple(sorted(groups[root], key=lambda e: e.key))) for root in clusters.roots()]


def _join_each(clusters: Clusters[EventFacts], pairs: EventPairs, a: int, others: Sequence[int]) -> None:
    """Join `a` with each of the others in turn; most are one with it already, and what has just failed fails again."""
    root, in_vain = clusters.root(a), set[int]()
    for b in others:
        other = clusters.root(b)
        if other == root or other in in_vain or not pairs.may_be_one(a, b):
            continue
        if clusters.join(a, b):
            root = clusters.root(a)
            in_vain.clear()
        else:
            in_vain.add(other)


class FactsMaker:
    """Tells what records say of their events; most words of names and of persons come again and again."""

    def __init__(self, units: Units, places: Places) -> None:
        self._units, self._places = units, places
        self._names: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, event: EventRecord, article: Article) -> EventFacts:
        """What one record says of its event."""
        place = self._places.of[article.document, event.place] if event.place else None
        words, numbers = self._names.get(event.name) or self._read(event.name)
        named = event.key[1]
        people = frozenset([compare_key(person.key[1]) for person in article.persons if named in person.events])
        return EventFacts(
            frozenset({article.document}),
            words,
            numbers,
            _alone(event.date) if event.date else frozenset(),
            _alone(self._units.label((article.document, event.organiser))) if event.organiser else frozenset(),
            frozenset() if place is None else _alone(place),
            place is not None and self._places.types[place] in ("venue", "site"),
            self._units.hierarchy,
            people,
        )

    def _read(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        return self._names.setdefault(name, (name_words(name), name_numbers(name)))


@lru_cache(maxsize=1 << 11)
def _alone(one: T) -> frozenset[T]:
    """A set of this only, which many events have: a set takes two hundred bytes."""
    return frozenset({one})
