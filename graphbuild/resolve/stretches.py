"""Claims of many articles in pieces that can be sent to another process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, Protocol, runtime_checkable

from .records import ClaimSet

ARTICLES = 250
"""Articles of a stretch, where it is made here."""


class Stretch(NamedTuple):
    """Some articles, in the order of their ids, and their claims, which may be decoded as they are iterated."""

    documents: tuple[str, ...]
    sets: Iterable[ClaimSet]


@runtime_checkable
class Stretched(Protocol):
    """Sets of claims that come in stretches of their own."""

    def stretches(self) -> Iterator[Stretch]:
        """Every set, in order."""


def stretches(sets: Iterable[ClaimSet]) -> Iterator[Stretch]:
    """Cut the sets into stretches, one of which at a time is in memory.

    >>> list(stretches([ClaimSet("a.txt", None, ())]))
    [Stretch(documents=('a.txt',), sets=(ClaimSet(document='a.txt', published=None, claims=()),))]
    """
    if isinstance(sets, Stretched):
        yield from sets.stretches()
        return
    coming = iter(sets)
    while some := tuple(islice(coming, ARTICLES)):
        yield Stretch(tuple(one.document for one in some), some)
