"""Which event records are worth comparing, the surest pairs first: all that can be one event, and few others."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date as day_of
from itertools import chain, combinations
from typing import NamedTuple

from .alike_events import Name, nearly_same
from .articles import EventRecord
from .clusters import Clusters
from .event_rules import ALIKE, SLIP_DAYS, TELLING_WORDS, EventFacts, alike, same_event
from .hierarchy import Hierarchy

Pair = tuple[int, int]

Alike = Mapping[Name, Sequence[Name]]
"""Names with those that are alike to one and the same degree."""

NO_PAIRS: Mapping[int, Sequence[int]] = {}

NO_NAMES: Alike = {}


class _Host(NamedTuple):
    """Who organised an event and where it was; '' and None where that is not known."""

    organiser: str
    place: int | None

    def shares(self, other: _Host) -> bool:
        """True if both have one organiser, or one place."""
        return self.organiser == other.organiser != "" or self.place == other.place is not None


Hosted = defaultdict[str, list[int]]
"""Events in order, by their organiser."""

Lines = Mapping[str, Set[str]]
"""Organisers, each with those that stand above or below it."""


class _OfYear:
    """The events of one type, name and year: `partial` are those of which the day is not known.

    Attributes
    ----------
    behind: organiser -> partial ones and others that an event of this organiser may be, in order.
    """

    def __init__(self) -> None:
        self.partial: Hosted = defaultdict(list)
        self.full: Hosted = defaultdict(list)
        self.behind: dict[str, tuple[list[int], list[int]]] = {}

    def fitting(self, organiser: str, lines: Lines) -> tuple[list[int], list[int]]:
        """The partial ones, and the others, whose organiser does not contradict this one."""
        if organiser not in self.behind:
            self.behind[organiser] = _of(self.partial, organiser, lines), _of(self.full, organiser, lines)
        return self.behind[organiser]


def _of(hosted: Hosted, organiser: str, lines: Lines) -> list[int]:
    if not organiser:
        return sorted(chain.from_iterable(hosted.values()))
    return sorted(chain.from_iterable(found for one, found in hosted.items() if not _contrary(organiser, one, lines)))


def _contrary(organiser: str, other: str, lines: Lines) -> bool:
    """True for two units of which neither stands above the other."""
    return bool(organiser and other) and organiser != other and other not in lines[organiser]


def _lines(organisers: Iterable[str], hierarchy: Hierarchy) -> Lines:
    """Each of these units with those of them that stand above or below it."""
    lines: dict[str, set[str]] = {one: set() for one in organisers}
    for one, line in lines.items():
        above = hierarchy.above(one) & lines.keys()
        line.update(above)
        for other in above:
            lines[other].add(one)
    return lines


class EventPairs:
    """Pairs of single event records, by their numbers.

    Days that are known bring few together. Of one name and year there are thousands that may be the same day, so these
    pairs are never there all at once.

    Parameters
    ----------
    events: in the order of their dates, undated ones last. facts: what each says.
    """

    def __init__(self, events: Sequence[EventRecord], facts: Sequence[EventFacts], hierarchy: Hierarchy) -> None:
        self._events, self._facts = events, facts
        self._names = [Name(one.words, one.numbers) for one in facts]
        self._hosts = [_Host(next(iter(one.organisers), ""), next(iter(one.places), None)) for one in facts]
        self._near = nearly_same(dict.fromkeys(self._names))
        self._lines = _lines({host.organiser for host in self._hosts} - {""}, hierarchy)

    def dated(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Each dated record with those behind it to be compared, in order; pairs with the highest score come first."""
        years = self._years()
        known: defaultdict[float, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for a, b in self._near_days():
            if score := same_event(self._facts[a], self._facts[b]):
                known[score][a].append(b)
        vague: defaultdict[float, defaultdict[Name, list[Name]]] = defaultdict(lambda: defaultdict(list))
        for name, others in self._near.items():
            for other, share in others.items():
                # What `same_event` gives two dates of which one is partial.
                vague[1 + share][name].append(other)
        by_name: defaultdict[Name, list[int]] = defaultdict(list)
        for n, name in enumerate(self._names):
            if self._events[n].date:
                by_name[name].append(n)
        for score in sorted({*known, *vague}, reverse=True):
            sure = known.pop(score, NO_PAIRS)
            near: Alike = vague.pop(score, NO_NAMES)
            for a in sorted({*sure, *(n for name in near for n in by_name[name])}):
                behind = [*sure.get(a, ()), *self._of_year(a, near.get(self._names[a], ()), years)]
                if behind:
                    yield a, sorted(behind)

    def may_be_one(self, a: int, b: int) -> bool:
        """True if the two single records of a pair from `dated` have a score."""
        one, other = self._events[a], self._events[b]
        if not one.date or not other.date or (one.date.day and other.date.day):
            return True
        if one.date.month and other.date.month and one.date.month != other.date.month:
            return False
        return one.key[0] != other.key[0] and self._tells(a, self._hosts[b], self._names[b])

    def undated(self, clusters: Clusters[EventFacts]) -> Iterator[tuple[int, set[int]]]:
        """Each undated record with the clusters of dated ones that it may be of; of more than two it stops at two."""
        hosted = self._hosted(clusters)
        for n, event in enumerate(self._events):
            if not event.date and not clusters.facts(n).dates:
                found: set[int] = set()
                for root in self._clusters_alike(n, hosted):
                    if not clusters.parted(clusters.root(root), n):
                        found.add(clusters.root(root))
                    if len(found) > 1:
                        break
                yield n, found

    def _near_days(self) -> Iterator[Pair]:
        """Pairs of one type: of one day, or of one organiser and a slip of the pen apart."""
        by_day: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        by_organiser: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for n, event in enumerate(self._events):
            if event.date and event.date.day:
                day = day_of(event.date.year, event.date.month, event.date.day).toordinal()
                by_day[event.type, day].append(n)
                if self._hosts[n].organiser:
                    by_organiser[event.type, self._hosts[n].organiser].append((day, n))
        for numbers in by_day.values():
            for a, b in combinations(numbers, 2):
                words = self._names[a].words, self._names[b].words
                if self._hosts[a].shares(self._hosts[b]) or (all(words) and alike(*words) >= ALIKE):
                    yield a, b
        for days in by_organiser.values():
            for at, (day, a) in enumerate(days):
                end = bisect_right(days, (day + SLIP_DAYS, len(self._events)), at)
                yield from ((a, b) for later, b in days[at + 1 : end] if later > day)

    def _years(self) -> Mapping[tuple[str, int, Name], _OfYear]:
        years: defaultdict[tuple[str, int, Name], _OfYear] = defaultdict(_OfYear)
        for n, event in enumerate(self._events):
            if event.date:
                found = years[event.type, event.date.year, self._names[n]]
                (found.full if event.date.day else found.partial)[self._hosts[n].organiser].append(n)
        return dict(years)

    def _of_year(self, a: int, names: Sequence[Name], years: Mapping[tuple[str, int, Name], _OfYear]) -> Iterator[int]:
        """The records behind `a` of its type and year that have one of these names, one of each two without a day.

        Those of an organiser that contradicts that of `a` are left out.
        """
        event = self._events[a]
        for name in names if event.date else ():
            found = years.get((event.type, event.date.year, name)) if event.date else None
            if found and event.date:
                partial, full = found.fitting(self._hosts[a].organiser, self._lines)
                yield from partial[bisect_right(partial, a) :]
                if not event.date.day:
                    yield from full[bisect_right(full, a) :]

    def _hosted(self, clusters: Clusters[EventFacts]) -> Mapping[tuple[str, Name], Mapping[_Host, dict[int, str]]]:
        """Dated records by type, name and host: their clusters, each with its article where it is one only, else ''."""
        hosted: defaultdict[tuple[str, Name], defaultdict[_Host, dict[int, str]]]
        hosted = defaultdict(lambda: defaultdict(dict))
        for n, event in enumerate(self._events):
            if event.date:
                roots, root = hosted[event.type, self._names[n]][self._hosts[n]], clusters.root(n)
                if roots.setdefault(root, event.key[0]) != event.key[0]:
                    roots[root] = ""
        return hosted

    def _clusters_alike(
        self, n: int, hosted: Mapping[tuple[str, Name], Mapping[_Host, dict[int, str]]]
    ) -> Iterator[int]:
        event = self._events[n]
        for name in self._near.get(self._names[n], ()):
            for host, roots in hosted.get((event.type, name), {}).items():
                if self._agree(n, host, name):
                    yield from (root for root, article in roots.items() if article != event.key[0])

    def _agree(self, a: int, host: _Host, name: Name) -> bool:
        """True if record `a` may be of an event of this host, and both names or what the two share tell which."""
        own = self._hosts[a]
        if _contrary(own.organiser, host.organiser, self._lines):
            return False
        return self._tells(a, host, name)

    def _tells(self, a: int, host: _Host, name: Name) -> bool:
        return min(len(self._names[a].words), len(name.words)) >= TELLING_WORDS or self._hosts[a].shares(host)
