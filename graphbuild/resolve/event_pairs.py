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

_HostedRoots = Mapping[tuple[str, Name], Mapping[str, Mapping[_Host, Mapping[int, str]]]]
"""Dated records by type, name, organiser and host: their clusters, each with its article where that is one, else ''."""

NO_HOSTS: Mapping[str, Mapping[_Host, Mapping[int, str]]] = {}

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


_Years = Mapping[Name, Mapping[tuple[str, int], _OfYear]]
"""Dated events by name, and by type and year."""

NO_YEARS: Mapping[tuple[str, int], _OfYear] = {}


def _of(hosted: Hosted, organiser: str, lines: Lines) -> list[int]:
    return sorted(chain.from_iterable(hosted[one] for one in _agreeing(hosted, organiser, lines)))


def _agreeing(organisers: Mapping[str, object], organiser: str, lines: Lines) -> Iterator[str]:
    """Those of `organisers`, '' among them, that do not contradict this one: units of which none stands above it.

    A unit has few above and below it, and there may be thousands of organisers.
    """
    if not organiser:
        yield from organisers
        return
    line = lines[organiser]
    yield from (one for one in ("", organiser) if one in organisers)
    if len(line) < len(organisers):
        yield from (one for one in line if one in organisers)
    else:
        yield from (one for one in organisers if one in line)


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
        for score in sorted({*known, *vague}, reverse=True):
            sure = known.pop(score, NO_PAIRS)
            near = self._in_years(vague.pop(score, NO_NAMES), years)
            for a in sorted({*sure, *near}):
                behind = [*sure.get(a, ()), *self._behind(a, near.get(a, ()))]
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

    def _years(self) -> _Years:
        years: defaultdict[Name, defaultdict[tuple[str, int], _OfYear]] = defaultdict(lambda: defaultdict(_OfYear))
        for n, event in enumerate(self._events):
            if event.date:
                found = years[self._names[n]][event.type, event.date.year]
                (found.full if event.date.day else found.partial)[self._hosts[n].organiser].append(n)
        return {name: dict(of_name) for name, of_name in years.items()}

    def _in_years(self, near: Alike, years: _Years) -> Mapping[int, Sequence[_OfYear]]:
        """Each dated record with those of its type and year that have one of the names near its own.

        Where all days are known there is nothing to be found: most years of a name are such.
        """
        found: dict[int, Sequence[_OfYear]] = {}
        for name, others in near.items():
            for year, own in years.get(name, NO_YEARS).items():
                every = [of_year for other in others if (of_year := years.get(other, NO_YEARS).get(year))]
                partly = [of_year for of_year in every if of_year.partial]
                if partly:
                    found.update((n, partly) for n in chain.from_iterable(own.full.values()))
                if every:
                    found.update((n, every) for n in chain.from_iterable(own.partial.values()))
        return found

    def _behind(self, a: int, near: Iterable[_OfYear]) -> Iterator[int]:
        """Of these the records behind `a`, one of each two without a day.

        Those of an organiser that contradicts that of `a` are left out.
        """
        date = self._events[a].date
        for found in near:
            partial, full = found.fitting(self._hosts[a].organiser, self._lines)
            yield from partial[bisect_right(partial, a) :]
            if not (date and date.day):
                yield from full[bisect_right(full, a) :]

    def _hosted(self, clusters: Clusters[EventFacts]) -> _HostedRoots:
        hosted: defaultdict[tuple[str, Name], defaultdict[str, defaultdict[_Host, dict[int, str]]]]
        hosted = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
        for n, event in enumerate(self._events):
            if event.date:
                host, root = self._hosts[n], clusters.root(n)
                roots = hosted[event.type, self._names[n]][host.organiser][host]
                if roots.setdefault(root, event.key[0]) != event.key[0]:
                    roots[root] = ""
        return hosted

    def _clusters_alike(self, n: int, hosted: _HostedRoots) -> Iterator[int]:
        """The clusters of hosts that do not contradict record `n`, where both names or what the two share tell which.

        The events of an article are told apart by it.
        """
        event = self._events[n]
        for name in self._near.get(self._names[n], ()):
            by_organiser = hosted.get((event.type, name), NO_HOSTS)
            for organiser in _agreeing(by_organiser, self._hosts[n].organiser, self._lines):
                for host, roots in by_organiser[organiser].items():
                    if self._tells(n, host, name):
                        yield from (root for root, article in roots.items() if article != event.key[0])

    def _tells(self, a: int, host: _Host, name: Name) -> bool:
        return min(len(self._names[a].words), len(name.words)) >= TELLING_WORDS or self._hosts[a].shares(host)
