"""Joining records under vetoes: a union-find whose clusters carry facts that may forbid a join."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, Self, TypeVar


class Facts(Protocol):
    """What a cluster's records say together, as far as it can forbid a join."""

    def clashes(self, other: Self) -> bool:
        """True if the two sides cannot be one thing."""
        ...

    def joined(self, other: Self) -> Self:
        """What both sides say together."""
        ...


F = TypeVar("F", bound=Facts)


class Clusters(Generic[F]):
    """Clusters of the records 0 .. n-1, each known by its smallest record.

    A join is checked against all that both clusters say, not only against the two records. Where there are
    vetoes the order of joins matters: callers join the strongest pairs first and ties in a fixed order.
    """

    def __init__(self, facts: Sequence[F]) -> None:
        self._above = list(range(len(facts)))
        self._facts = list(facts)

    def root(self, record: int) -> int:
        """The smallest record of the cluster that holds `record`."""
        while self._above[record] != record:
            self._above[record] = self._above[self._above[record]]
            record = self._above[record]
        return record

    def facts(self, record: int) -> F:
        """What the cluster of `record` says."""
        return self._facts[self.root(record)]

    def join(self, a: int, b: int) -> bool:
        """Join the clusters of `a` and `b` unless their facts clash; True if they are one now."""
        first, second = sorted((self.root(a), self.root(b)))
        if first == second:
            return True
        if self._facts[first].clashes(self._facts[second]):
            return False
        self._facts[first] = self._facts[first].joined(self._facts[second])
        self._above[second] = first
        return True

    def roots(self) -> list[int]:
        """The clusters, each by its smallest record, in order."""
        return [record for record, above in enumerate(self._above) if record == above]
