"""What scoring gives: a row for each sort of fact, and each fact that was missed, made up or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a fact fails: it was not found, was made up, or was answered wrongly."""

    MISSED = "missed"
    EXTRA = "extra"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Miss:
    """One failure, in the row of the table where it counts."""

    document: str
    row: str
    kind: Kind
    what: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What one article adds to a row."""

    row: str
    true_positives: int
    false_positives: int
    false_negatives: int
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: counts summed over all articles, and what follows from them, 0 to 1.

    >>> Row("units", 3, 1, 0).f1
    0.8571428571428571
    """

    name: str
    true_positives: int
    false_positives: int
    false_negatives: int

    @property
    def is_accuracy(self) -> bool:
        """True for answers that are right or wrong; `f1` is then the share of right ones."""
        return "accuracy" in self.name

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return _share(self.true_positives, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return _share(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def f1(self) -> float:
        """The harmonic mean of both; of an accuracy the recall."""
        precision, recall = self.precision, self.recall
        return recall if self.is_accuracy else _share(2 * precision * recall, precision + recall)


@dataclass(frozen=True, slots=True)
class Score:
    """The whole result: `documents` is the number of gold files, `absent` names those without a prediction."""

    rows: tuple[Row, ...]
    misses: tuple[Miss, ...]
    documents: int
    absent: tuple[str, ...]

    def row(self, name: str) -> Row:
        """Return the row of that name. Raises KeyError where no article has such facts."""
        return {row.name: row for row in self.rows}[name]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
