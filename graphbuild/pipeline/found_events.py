"""The events found so far in one Doc, which those found later leave room for or refer to."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict

from ..model import BlockKind
from .plain import PlainDoc
from .records import EventSpan, Match


class FoundEvents:
    """A growing list of events that answers by token, whatever its length."""

    def __init__(self, doc: PlainDoc) -> None:
        self.events: list[EventSpan] = []
        self._doc = doc
        self._starts: list[int] = []
        self._taken = bytearray(len(doc))
        self._openings = _Openings(doc)

    def add(self, event: EventSpan) -> None:
        """Keep one more event."""
        self.events.append(event)
        insort(self._starts, event.start)
        self._taken[event.start : event.end] = b"\1" * (event.end - event.start)
        if not event.reference and self._doc.kinds[event.start] is not BlockKind.TITLE:
            self._openings.add(event.start)

    def holds(self, token: int) -> bool:
        """The token is part of an event."""
        return bool(self._taken[token])

    def next_start(self, token: int, end: int) -> int:
        """Where the first event behind `token` begins, `end` if none does before it."""
        n = bisect_right(self._starts, token)
        return min(self._starts[n], end) if n < len(self._starts) else end

    def opened_with(self, head: Match) -> bool:
        """An event that the body names begins with the same words as `head`."""
        return self._openings.read(head.end - head.start, self._doc.text_of(head.start, head.end))


class _Openings:
    """The first words of events: of as many tokens as are asked for, read once."""

    def __init__(self, doc: PlainDoc) -> None:
        self._doc = doc
        self._starts: list[int] = []
        self._words: defaultdict[int, set[str]] = defaultdict(set)
        self._read: defaultdict[int, int] = defaultdict(int)

    def add(self, start: int) -> None:
        self._starts.append(start)

    def read(self, count: int, words: str) -> bool:
        """One of the events begins with `words`, which are `count` tokens."""
        for start in self._starts[self._read[count] :]:
            self._words[count].add(self._doc.text_of(start, start + count).casefold())
        self._read[count] = len(self._starts)
        return words.casefold() in self._words[count]
