"""The date of an event of which several articles give one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model import PartialDate
from .articles import EventRecord


def choose_date(records: Sequence[EventRecord]) -> tuple[PartialDate | None, tuple[PartialDate, ...]]:
    """The date that most articles support, and the dates that contradict it, sorted.

    A month or year supports the days within it. Of dates with the same support the most precise wins, then the
    one of the first article by id.
    """
    if len(records) == 1:
        return records[0].date, ()
    dated = sorted((r for r in records if r.date), key=lambda r: r.key)
    # Of a thousand articles few give another date; the first that gives one stands for all.
    dates = Counter(record.date for record in dated if record.date)
    if len(dates) < 2:
        return next(iter(dates), None), ()
    support = {date: sum(often for other, often in dates.items() if other.covers(date)) for date in dates}
    best = min(dates, key=lambda date: (-support[date], -len(str(date))))
    return best, tuple(sorted(date for date in dates if not date.agrees(best)))
