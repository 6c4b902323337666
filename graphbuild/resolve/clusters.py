"""Joining records under vetoes: a union-find whose clusters carry facts that may forbid a join."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Generic, Protocol, Self, TypeVar

from .ties import Ties


class Facts(Protocol):
    """What a cluster's records say together, as far as it can forbid a join."""

    def clashes(self, other: Self) -> bool:
        """True if the two sides cannot be one thing."""
        ...

    def joined(self, other: Self) -> Self:
        """What both sides say together."""
        ...


F = TypeVar("F", bound=Facts)

NO_TIES = Ties()


class Clusters(Generic[F]):
    """Clusters of the records 0 .. n-1, each known by its smallest record.

    A join is checked against all that both clusters say, not only against the two records. Where there are
    vetoes the order of joins matters: callers join the strongest pairs first and ties in a fixed order.

    Parameters
    ----------
    ties: what people have judged. Records judged to be one are joined before all others, whatever their facts say;
        no chain of joins brings together two that were judged different.
    """

    def __init__(self, facts: Sequence[F], ties: Ties = NO_TIES) -> None:
        self._above = list(range(len(facts)))
        self._facts = list(facts)
        self._apart: dict[int, set[int]] = {}
        for first, *others in ties.together:
            for other in others:
                self._unite(*sorted((self.root(first), self.root(other))))
        for a, b in ties.apart:
            self._apart.setdefault(self.root(a), set()).add(self.root(b))
            self._apart.setdefault(self.root(b), set()).add(self.root(a))

    def root(self, record: int) -> int:
        """The smallest record of the cluster that holds `record`."""
        above = self._above
        while (over := above[record]) != record:
            above[record] = over = above[over]
            record = over
        return record

    def facts(self, record: int) -> F:
        """What the cluster of `record` says."""
        return self._facts[self.root(record)]

    def join(self, a: int, b: int) -> bool:
        """Join the clusters of `a` and `b` unless their facts clash; True if they are one now."""
        first, second = self.root(a), self.root(b)
        if first == second:
            return True
        if first > second:
            first, second = second, first
        if (self._apart and self.parted(first, second)) or self._facts[first].clashes(self._facts[second]):
            return False
        self._unite(first, second)
        return True

    def parted(self, a: int, b: int) -> bool:
        """True if the clusters of `a` and `b` were judged to be different."""
        return self.root(b) in self._apart.get(self.root(a), ())

    def _unite(self, first: int, second: int) -> None:
        if first == second:
            return
        self._facts[first] = self._facts[first].joined(self._facts[second])
        self._above[second] = first
        for other in self._apart.pop(second, ()) if self._apart else ():
            self._apart[other].remove(second)
            self._apart[other].add(first)
            self._apart.setdefault(first, set()).add(other)

    def roots(self) -> list[int]:
        """The clusters, each by its smallest record, in order."""
        return [record for record, above in enumerate(self._above) if record == above]

    def numbers(self) -> array[int]:
        """For every record the number of its cluster, as `roots` has them."""
        numbers = array("i")
        clusters = 0
        for record, above in enumerate(self._above):
            if record == above:
                numbers.append(clusters)
                clusters += 1
            else:
                # What stands above a record is smaller, and in its cluster.
                numbers.append(numbers[above])
        return numbers
