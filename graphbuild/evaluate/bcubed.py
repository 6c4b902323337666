"""B-cubed: how well clusters of records agree with the true ones, record by record.

For each record, precision is the share of its cluster that truly belongs with it, recall the share of what belongs
with it that is in its cluster; both are averaged over the records, so a person named often counts for more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision, recall and their harmonic mean, 0 to 1; `records` is how many were compared."""

    precision: float
    recall: float
    records: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(found: Mapping[Hashable, Hashable], true: Mapping[Hashable, Hashable]) -> BCubed:
    """Compare two clusterings, each as record -> name of its cluster, over the records of `true`.

    `found` may hold more records (they are left out); `Resolution.assigned` can be handed in as it is.

    Raises ValueError where `true` is empty or `found` lacks one of its records.

    Example
    -------
    >>> b_cubed({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 2}).precision
    0.5555555555555556
    """
    if not true:
        raise ValueError("no true clusters to compare with")
    missing = [record for record in true if record not in found]
    if missing:
        raise ValueError(f"{len(missing)} records have no cluster, for instance {missing[0]!r}")
    common = Counter((found[record], cluster) for record, cluster in true.items())
    of_found = Counter(found[record] for record in true)
    of_true = Counter(true.values())
    precision = sum(n * n / of_found[one] for (one, _), n in common.items()) / len(true)
    recall = sum(n * n / of_true[other] for (_, other), n in common.items()) / len(true)
    return BCubed(precision, recall, len(true))
