"""The gazetteer's phrases in one text, found again by the list that they stand in and by token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .records import Match

APART = frozenset({"TITLE", "RANK", "ACT", "EVENT_HEAD"})
"""Lists whose phrases may not overlap: in 'Đoàn trưởng Đoàn Nghi lễ 7' there is no 'trưởng đoàn'."""

REACH = 8
"""Tokens of a phrase that are looked at for whether it holds a token."""

Phrases = Mapping[int, Match]
NONE: Phrases = {}


class Matches:
    """The matches of one Doc, by label and token. `found` holds the longest phrase of each label and first token."""

    def __init__(self, found: Iterable[Match] = ()) -> None:
        self._at: dict[str, dict[int, Match]] = {}
        for match in sorted(found, key=lambda m: m.start):
            self._at.setdefault(match.label, {})[match.start] = match
        for label in APART & self._at.keys():
            self._at[label] = {m.start: m for m in self.all(label)}
        self._holding: dict[str, Phrases] = {}

    def at(self, start: int, label: str) -> Match | None:
        """The longest phrase of the list `label` that begins at token `start`."""
        return self._at.get(label, NONE).get(start)

    def of(self, label: str) -> Phrases:
        """The longest phrase of the list `label` at each token where one begins, in order."""
        return self._at.get(label, NONE)

    def all(self, label: str) -> list[Match]:
        """The longest phrase at each token of the list `label`, in order, without those inside another."""
        kept: list[Match] = []
        for match in self.of(label).values():
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return kept

    def starts(self, *labels: str) -> list[int]:
        """The tokens at which a phrase of one of the lists begins, in order."""
        return sorted({start for label in labels for start in self.of(label)})

    def covering(self, i: int, label: str) -> Match | None:
        """The phrase of the list `label` that holds token `i`; of several the one that begins last."""
        if label not in self._holding:
            self._holding[label] = {t: m for m in self.of(label).values() for t in range(m.start, m.end)[:REACH]}
        return self._holding[label].get(i)
