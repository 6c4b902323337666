"""Dates as articles give them: a year, a month or a day, never more precise than the words."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field

from .vocabulary import DateSource

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
"""'2024', '2024-11' or '2024-11-01'."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day.

    Attributes
    ----------
    year, month, day: `month` and `day` are 0 where unknown; a day without a month is refused.
    source: how the date is known; it takes no part in comparisons.

    Raises ValueError for a day that the calendar does not have.

    >>> PartialDate.parse("2024-11").covers(PartialDate.parse("2024-11-01"))
    True
    """

    year: int
    month: int = 0
    day: int = 0
    source: DateSource = field(default=DateSource.STATED, compare=False)

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999 or not 0 <= self.month <= 12:
            raise ValueError(f"no such month: {self.year}-{self.month}")
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        if self.day and not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            raise ValueError(f"no such day: {self.year}-{self.month}-{self.day}")

    @classmethod
    def parse(cls, iso: str, source: DateSource = DateSource.STATED) -> PartialDate:
        """Read 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; a time of day behind it is dropped. Raises ValueError."""
        found = ISO.match(iso.strip())
        if not found:
            raise ValueError(f"not a date: {iso!r} (expected YYYY, YYYY-MM or YYYY-MM-DD)")
        year, month, day = (int(part or 0) for part in found.groups())
        return cls(year, month, day, source)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{n:02d}" for n in (self.month, self.day) if n]
        return "-".join(parts)

    def covers(self, other: PartialDate) -> bool:
        """True if `other` is this date or lies within it."""
        return str(other).startswith(str(self))

    def agrees(self, other: PartialDate) -> bool:
        """True if the two can be the same day."""
        return self.covers(other) or other.covers(self)
