"""ISO dates as numbers, to be compared where they are partial."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from ..model import PartialDate
from .ranks import SEPARATOR


@lru_cache(maxsize=1 << 14)
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


@lru_cache(maxsize=1 << 16)
def earliest(iso: str) -> str:
    """The first day that a partial date can mean.

    >>> earliest("2020"), earliest("2020-07"), earliest("2020-07-05")
    ('2020-01-01', '2020-07-01', '2020-07-05')
    """
    return f"{iso}-01-01"[:10] if iso else ""


@lru_cache(maxsize=1 << 16)
def latest(iso: str) -> str:
    """The last day that a partial date can mean, for comparisons: every month ends on the 31st.

    >>> latest("2020"), latest("2020-07"), latest("2020-07-05")
    ('2020-12-31', '2020-07-31', '2020-07-05')
    """
    return iso + "-12-31"[len(iso) - 4 :] if iso else ""


def before(a: str, b: str) -> bool:
    """True if `a` is certainly before `b`: no day that `a` can mean is one that `b` can mean, or later.

    >>> before("2019", "2020-07"), before("2020", "2020-07"), before("", "2020")
    (True, False, False)
    """
    return bool(a and b) and latest(a) < earliest(b)


def within(a: str, b: str) -> bool:
    """True if every day that `a` can mean is one that `b` can mean.

    >>> within("2020-07-05", "2020-07"), within("2020", "2020-07")
    (True, False)
    """
    return bool(a and b) and earliest(b) <= earliest(a) and latest(a) <= latest(b)


def seen_on(first: str, last: str, attributes: Mapping[str, object]) -> tuple[str, ...]:
    """The dates on which a HOLDS edge says that the post was held, sorted.

    >>> seen_on("2018", "2020", {"seen": "2018; 2019; 2020"}), seen_on("2021", "2021", {"past_only": True})
    (('2018', '2019', '2020'), ())
    """
    if attributes.get("past_only"):
        return ()
    if attributes.get("seen"):
        return tuple(str(attributes["seen"]).split(SEPARATOR))
    return tuple(sorted({date for date in (first, last) if date}))
