"""Partial dates as the days that formats of full dates want."""

from __future__ import annotations

from ..model import PartialDate
from ..resolve import earliest


def first_day(iso: str) -> str:
    """The first day that a partial date can mean, '' for ''.

    >>> first_day("2024-02")
    '2024-02-01'
    """
    return earliest(iso)


def last_day(iso: str) -> str:
    """The last day of the calendar that a partial date can mean, '' for ''.

    >>> last_day("2024-02"), last_day("2024")
    ('2024-02-29', '2024-12-31')
    """
    import calendar

    if not iso:
        return ""
    date = PartialDate.parse(iso)
    month = date.month or 12
    return f"{date.year:04d}-{month:02d}-{date.day or calendar.monthrange(date.year, month)[1]:02d}"
