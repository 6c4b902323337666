"""Circles in what articles say of command, and units with two parents of one kind at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from .days import earliest, latest
from .edges import Saying


def cycles(parents: Iterable[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """One pair of sayings a circle: a step of it, and the first step of the shortest way back.

    Every unit that is above itself is in one of the circles; where many cross, one is given for each step upwards
    that closes one.
    """
    above: defaultdict[str, dict[str, Saying]] = defaultdict(dict)
    for said in sorted(parents, key=lambda s: (s.source, s.target, s.date, s.claim)):
        above[said.source].setdefault(said.target, said)
    known: set[frozenset[str]] = set()
    for unit in sorted(above):
        for parent, said in above[unit].items():
            way = _way(above, parent, unit)
            circle = frozenset(way)
            if way and circle not in known:
                known.add(circle)
                yield said, above[way[0]][way[1]]


def _way(above: Mapping[str, Mapping[str, Saying]], start: str, end: str) -> Sequence[str]:
    """The units on the shortest way up from `start` to `end`, both included; () where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        for parent in above.get(way[-1], ()):
            if parent == end:
                return (*way, end)
            if parent not in seen:
                seen.add(parent)
                ways.append((*way, parent))
    return ()


def double_parents(parents: Iterable[Saying], types: Mapping[str, str]) -> Iterator[tuple[Saying, Saying]]:
    """Two sayings for each pair of parents of one kind that a unit surely has at one time, neither above the other.

    A unit that is seen under one parent and from some day on under another has moved, which is no contradiction.
    """
    above: defaultdict[str, defaultdict[str, list[Saying]]] = defaultdict(lambda: defaultdict(list))
    for said in parents:
        if said.date and types.get(said.target):
            above[said.source][said.target].append(said)
    lines = {unit: set(found) for unit, found in above.items()}
    for unit in sorted(above):
        for a, b in combinations(sorted(above[unit]), 2):
            if types[a] == types[b] and b not in lines.get(a, ()) and a not in lines.get(b, ()):
                yield from _together(above[unit][a], above[unit][b])


def _together(one: list[Saying], other: list[Saying]) -> Iterator[tuple[Saying, Saying]]:
    start = max(min(latest(s.date) for s in said) for said in (one, other))
    end = min(max(earliest(s.date) for s in said) for said in (one, other))
    if start <= end:
        first = min(one, key=lambda s: (s.date, s.claim))
        yield first, min(other, key=lambda s: (s.date < first.date, s.date, s.claim))
