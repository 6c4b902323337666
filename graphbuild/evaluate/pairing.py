"""One-to-one pairs of gold facts and predicted ones, and what is left over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from .result import Kind, Miss, Tally

G = TypeVar("G")
P = TypeVar("P")
F = TypeVar("F")

Pairs = dict[int, int]
"""Index of a gold fact -> index of the predicted one that it is paired with."""


def pair(gold: Sequence[G], predicted: Sequence[P], likeness: Callable[[G, P], float]) -> Pairs:
    """Pair greedily, the most alike first, then in the order given.

    Parameters
    ----------
    likeness: the higher the more alike; 0 for facts that are not the same.

    >>> pair(["a", "b"], ["b", "b", "c"], lambda g, p: g == p)
    {1: 0}
    """
    scored = [(-float(likeness(g, p)), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    pairs: Pairs = {}
    taken: set[int] = set()
    for unlike, i, j in sorted(scored):
        if unlike < 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def tally(
    row: str, gold: Sequence[F], predicted: Sequence[F], pairs: Pairs, document: str, show: Callable[[F], str]
) -> Tally:
    """Count the pairs, and name what has none.

    Parameters
    ----------
    row: name of the row of the table.
    show: a fact as a reader of the list of misses should see it.
    """
    found = set(pairs.values())
    missed = [Miss(document, row, Kind.MISSED, show(g)) for i, g in enumerate(gold) if i not in pairs]
    extra = [Miss(document, row, Kind.EXTRA, show(p)) for j, p in enumerate(predicted) if j not in found]
    return Tally(row, len(pairs), len(extra), len(missed), (*missed, *extra))


def verdict(row: str, right: bool, document: str, what: str) -> Tally:
    """Count one answer as right or wrong.

    Parameters
    ----------
    row: name of the row of the table, an accuracy.
    what: the expected and the given answer, for the list of misses.
    """
    misses = () if right else (Miss(document, row, Kind.WRONG, what),)
    return Tally(row, int(right), 0, int(not right), misses)
