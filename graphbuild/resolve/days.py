"""ISO dates as numbers, to be compared where they are partial."""

from __future__ import annotations

from datetime import date

from ..model import PartialDate


def year_of(iso: str) -> float | None:
    """The date in years, the middle of a year or month where no more is known; None for ''.

    >>> year_of("2020"), year_of("2020-07-01")
    (2020.5, 2020.5)
    """
    if not iso:
        return None
    partial = PartialDate.parse(iso)
    if not partial.month:
        return partial.year + 0.5
    return partial.year + (partial.month - 1) / 12 + ((partial.day or 15) - 1) / 372


def days_between(a: PartialDate, b: PartialDate) -> int | None:
    """How many days lie between two full dates; None if either is partial."""
    if not a.day or not b.day:
        return None
    return abs(date(a.year, a.month, a.day).toordinal() - date(b.year, b.month, b.day).toordinal())
