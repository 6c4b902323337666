"""Which unit stands above which, from the articles and the gazetteer together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MINISTRY_LEVEL = 90
"""From this level on (ministries and their general departments) everybody serves below: that tells nobody apart."""

BABEL = 200
"""Of a unit with more units above it than that articles contradict each other so much that nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Answers questions of command over unit labels; circles in what articles say do no harm.

    Attributes
    ----------
    parents: label -> the labels right above it. levels: label -> level of its kind of unit, 0 if unknown.
    """

    parents: Mapping[str, frozenset[str]]
    levels: Mapping[str, int]
    _above: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _alike: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def above(self, unit: str) -> frozenset[str]:
        """Every unit above `unit` below ministry level, without `unit` itself; none where they are over `BABEL`."""
        if unit not in self._above:
            found = self._climb(unit)
            # Units under one parent have the same above them, and that may be hundreds.
            self._above[unit] = self._alike.setdefault(found, found)
        return self._above[unit]

    def bare(self) -> Hierarchy:
        """The same without what has been looked up in it, which may be many times as large."""
        return Hierarchy(self.parents, self.levels)

    def right_above(self, unit: str) -> frozenset[str]:
        """The units right above `unit` that are below ministry level."""
        return frozenset(one for one in self.parents.get(unit, ()) if self._below_ministry(one))

    def level(self, unit: str) -> float:
        """The level of the unit's kind, higher for higher commands; 0 if unknown."""
        return self.levels.get(unit, 0)

    def one_line(self, a: str, b: str) -> bool:
        """True if the two are one unit or one stands above the other."""
        return a == b or a in self.above(b) or b in self.above(a)

    def same_top(self, a: str, b: str) -> bool:
        """True if one highest command, below ministry level, stands above both."""
        return not self._tops(a).isdisjoint(self._tops(b))

    def _tops(self, unit: str) -> frozenset[str]:
        line = self.above(unit) | {unit}
        return frozenset(one for one in line if not self.above(one) and self._below_ministry(one))

    def _climb(self, unit: str) -> frozenset[str]:
        found: set[str] = set()
        edge = [unit]
        while edge and len(found) <= BABEL:
            parents = self.parents.get(edge.pop(), frozenset())
            fresh = {parent for parent in parents if self._below_ministry(parent)} - found - {unit}
            found |= fresh
            edge.extend(fresh)
        return frozenset(found if len(found) <= BABEL else ())

    def _below_ministry(self, unit: str) -> bool:
        return self.levels.get(unit, 0) < MINISTRY_LEVEL
