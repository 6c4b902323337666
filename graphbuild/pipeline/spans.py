"""Mentions of one kind in one Doc, found again by token.

The rules ask for every name whether it stands inside another. To walk through all mentions at each question would take
time that grows with the square of an article's length; here a question costs the same in any article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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


class Spans(tuple[S, ...]):
    """The mentions in the order in which a component gives them; answers are in the order of the text.

    >>> from graphbuild.pipeline.records import PlaceSpan
    >>> places = Spans([PlaceSpan(2, 5, "city", "rule"), PlaceSpan(9, 11, "province", "rule")])
    >>> [len(places.holding(4)), len(places.starting(9)), len(places.ending(9)), len(places.between(0, 9))]
    [1, 1, 0, 1]
    """

    def __init__(self, spans: Iterable[S] = ()) -> None:
        self._ordered = sorted(self, key=attrgetter("start"))
        self._starts = [span.start for span in self._ordered]
        self._longest = max((span.end - span.start for span in self), default=0)

    def starting(self, token: int) -> Sequence[S]:
        """Those whose first token is `token`."""
        return self.between(token, token + 1)

    def ending(self, token: int) -> Sequence[S]:
        """Those that end right before `token`."""
        return self._ending.get(token, ())

    def holding(self, token: int) -> Sequence[S]:
        """Those that `token` is part of."""
        first = bisect_right(self._starts, token - self._longest)
        last = bisect_right(self._starts, token, lo=first)
        return [span for span in self._ordered[first:last] if span.end > token]

    def between(self, start: int, end: int) -> Sequence[S]:
        """Those whose first token lies in the run from `start` to `end`, which is not part of it."""
        first = bisect_left(self._starts, start)
        return self._ordered[first : bisect_left(self._starts, end, lo=first)]

    @cached_property
    def _ending(self) -> Mapping[int, Sequence[S]]:
        ending: dict[int, list[S]] = {}
        for span in self._ordered:
            ending.setdefault(span.end, []).append(span)
        return ending
