"""One-to-one pairs of gold facts and predicted ones, and what is left over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from .fact import Fact, Tally

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


def tally(row: str, gold: Sequence[F], predicted: Sequence[F], pairs: Pairs, fact: Callable[[F], Fact]) -> Tally:
    """Count the pairs, and keep what has none.

    Parameters
    ----------
    row: name of the row of the table.
    fact: makes of an entry the fact that it stands for.
    """
    found = set(pairs.values())
    missed = tuple(fact(g) for i, g in enumerate(gold) if i not in pairs)
    extra = tuple(fact(p) for j, p in enumerate(predicted) if j not in found)
    return Tally(row, len(pairs), len(extra), len(missed), missed, extra)


def verdict(row: str, right: bool, expected: Fact, found: Fact | None) -> Tally:
    """Count one answer as right or wrong.

    Parameters
    ----------
    row: name of the row of the table, an accuracy.
    found: None where there is no answer at all.
    """
    if right:
        return Tally(row, 1, 0, 0)
    if found is None:
        return Tally(row, 0, 0, 1, missed=(expected,))
    return Tally(row, 0, 0, 1, wrong=((expected, found),))
