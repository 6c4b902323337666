"""The gazetteer's phrases in one text, found again by the list that they stand in and by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from .phrases import Entry
from .records import Match

APART = ("TITLE", "RANK", "ACT", "EVENT_HEAD")
"""Lists whose phrases may not overlap: in 'Đoàn trưởng Đoàn Nghi lễ 7' there is no 'trưởng đoàn'."""

REACH = 8
"""Tokens of a phrase that are looked at for whether it holds a token."""

Phrases = Mapping[int, Match]
by_start, by_end = attrgetter("start"), attrgetter("end")


class Matches:
    """The matches of one Doc, by label and token.

    `found` gives start, end and entries in the order of the text, shorter phrases before longer ones.
    """

    def __init__(self, found: Iterable[tuple[int, int, tuple[Entry, ...]]] = ()) -> None:
        self._at: defaultdict[str, Phrases] = defaultdict(dict)
        self._apart: dict[str, list[Match]] = {}
        self._holding: dict[str, Phrases] = {}
        at, new = defaultdict[str, dict[int, Match]](dict), tuple.__new__  # a named tuple's own is half as fast
        for start, end, entries in found:
            for label, key in entries:
                at[label][start] = new(Match, (start, end, label, key))
        self._at.update(at)
        for label in APART:
            self._at[label] = {m.start: m for m in self.all(label)}

    def at(self, start: int, label: str) -> Match | None:
        """The longest phrase of the list `label` that begins at token `start`."""
        return self._at[label].get(start)

    def longest(self, start: int, *labels: str) -> Match | None:
        """The longest phrase of any of the lists that begins at token `start`; of equals the list named first."""
        longest: Match | None = None
        for label in labels:
            match = self._at[label].get(start)
            if match and (longest is None or match.end > longest.end):
                longest = match
        return longest

    def of(self, label: str) -> Phrases:
        """The longest phrase of the list `label` at each token where one begins, in order."""
        return self._at[label]

    def all(self, label: str) -> list[Match]:
        """The longest phrase at each token of the list `label`, in order, without those inside another."""
        if label not in self._apart:
            kept: list[Match] = []
            for match in self.of(label).values():
                if not kept or match.start >= kept[-1].end:
                    kept.append(match)
            self._apart[label] = kept
        return self._apart[label]

    def within(self, label: str, start: int, end: int) -> list[Match]:
        """Those of `all(label)` that lie within a run of tokens."""
        matches = self.all(label)
        first = bisect_left(matches, start, key=by_start)
        return matches[first : bisect_right(matches, end, lo=first, key=by_end)]

    def starts(self, *labels: str) -> list[int]:
        """The tokens at which a phrase of one of the lists begins, in order."""
        return sorted(set().union(*map(self.of, labels)))

    def covering(self, i: int, label: str) -> Match | None:
        """The phrase of the list `label` that holds token `i`; of several the one that begins last."""
        if label not in self._holding:
            # Later phrases overwrite earlier ones.
            self._holding[label] = holding = {}
            for match in self.of(label).values():
                for token in range(match.start, min(match.end, match.start + REACH)):
                    holding[token] = match
        return self._holding[label].get(i)
