"""Mentions of one kind in one Doc, found again by token.

The rules ask for every name whether it stands inside another. To walk through all mentions at each question would take
time that grows with the square of an article's length; here a question costs the same in any article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything that stands on a run of tokens."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)
Table = Mapping[int, Sequence[S]]


class Spans(tuple[S, ...]):
    """The mentions in the order in which a component gives them. All answers keep that order.

    >>> from graphbuild.pipeline.records import PlaceSpan
    >>> places = Spans([PlaceSpan(2, 5, "city", "rule"), PlaceSpan(9, 11, "province", "rule")])
    >>> [len(places.holding(4)), len(places.starting(9)), len(places.ending(9)), len(places.between(0, 9))]
    [1, 1, 0, 1]
    """

    def starting(self, token: int) -> Sequence[S]:
        """Those whose first token is `token`."""
        return self._starting.get(token, ())

    def ending(self, token: int) -> Sequence[S]:
        """Those that end right before `token`."""
        return self._ending.get(token, ())

    def holding(self, token: int) -> Sequence[S]:
        """Those that `token` is part of."""
        return self._holding.get(token, ())

    def between(self, start: int, end: int) -> Sequence[S]:
        """Those whose first token lies in the run from `start` to `end`, which is not part of it."""
        starts, spans = self._by_start
        first = bisect_left(starts, start)
        return spans[first : bisect_left(starts, end, lo=first)]

    @cached_property
    def _starting(self) -> Table[S]:
        return _table((span.start, span) for span in self)

    @cached_property
    def _ending(self) -> Table[S]:
        return _table((span.end, span) for span in self)

    @cached_property
    def _holding(self) -> Table[S]:
        return _table((token, span) for span in self for token in range(span.start, span.end))

    @cached_property
    def _by_start(self) -> tuple[list[int], list[S]]:
        spans = sorted(self, key=attrgetter("start"))
        return [span.start for span in spans], spans


def _table(pairs: Iterable[tuple[int, S]]) -> Table[S]:
    table: dict[int, list[S]] = {}
    for token, span in pairs:
        table.setdefault(token, []).append(span)
    return table
