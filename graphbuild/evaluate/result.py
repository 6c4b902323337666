"""What scoring gives: a row for each sort of fact, and each fact that was missed, made up or wrong, with its cause."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why a fact is not right, as far as gold, prediction and article tell.

    A fact is put down to the first of its names that was not found; only where all were found can more be told.
    """

    MISSED_HEAD = "missed head"
    """No mention overlaps the name."""

    BOUNDARY = "boundary"
    """A found name overlaps it, but is cut differently."""

    REFERENCE = "reference not resolved"
    """The sentence has only a short form or a title: 'đồng chí Tư lệnh', 'Thiếu tướng Toản', 'Bộ Tư lệnh'."""

    NOT_CLAIMED = "not claimed"
    """The names were found, but no rule made the fact of them."""

    FALSE_ALARM = "false alarm"
    """A fact like none of the missed ones; so is a second role beside the right one."""

    WRONG_ROLE = "wrong role"
    WRONG_EVENT = "wrong event"
    WRONG_DATE = "wrong date"
    WRONG_PLACE = "wrong place"
    WRONG_ORGANISER = "wrong organiser"
    WRONG_TYPE = "wrong type"
    WRONG_TITLE = "wrong title"
    WRONG_UNIT = "wrong unit"
    WRONG_STATUS = "wrong status"
    """A post that the rows count as right: they do not look at its status."""

    WRONG_RANK = "wrong rank"
    WRONG_PARENT = "wrong parent"
    WRONG_BYLINE = "wrong byline"
    NO_PREDICTION = "no prediction"
    """Nothing was predicted for the article, or it could not be read."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One failure, in the row of the table where it counts.

    Attributes
    ----------
    expected, found: the fact in the gold and the one in its place; '' for one made up, and for one missed.
    sentence: what the article says there; '' where the article was not given or does not name it.
    """

    document: str
    row: str
    cause: Cause
    expected: str
    found: str
    sentence: str = ""


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
class CauseCount:
    """How many misses have a cause: all of them, and (row, how many) in the order of the table."""

    cause: Cause
    misses: int
    rows: tuple[tuple[str, int], ...]


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

    @property
    def causes(self) -> tuple[CauseCount, ...]:
        """The misses counted by their cause, the most frequent first.

        One confusion, expected and found, is one miss here; the rows count it as a missed and a made-up fact.
        """
        counts = Counter(miss.cause for miss in self.misses)
        where = Counter((miss.cause, miss.row) for miss in self.misses)
        return tuple(
            CauseCount(cause, many, tuple((r.name, where[cause, r.name]) for r in self.rows if where[cause, r.name]))
            for cause, many in sorted(counts.items(), key=lambda count: (-count[1], count[0]))
        )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
