"""Days of the Vietnamese lunar calendar as days of the common one.

The lunar New Year of a year comes from the `holidays` package (MIT), whose Vietnamese calendar differs from the Chinese
one where it must (1985, 2007, 2030).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

NEW_YEAR = "Lunar New Year"
SHORTEST_MONTH = 29
FIRST_GIAP_TY = 1984


@lru_cache(maxsize=256)
def new_year(year: int) -> date:
    """The first day of the lunar year that begins in `year`.

    >>> new_year(2023).isoformat()
    '2023-01-22'
    """
    from holidays import country_holidays

    return min(country_holidays("VN", years=year, language="en_US").get_named(NEW_YEAR, lookup="exact"))


def first_month_day(year: int, day: int) -> date | None:
    """Day `day` of the first lunar month ('mùng 4 Tết'); None past what every month has."""
    return new_year(year) + timedelta(days=day - 1) if 1 <= day <= SHORTEST_MONTH else None


def year_of_cycle(cycle: int, near: int) -> int:
    """The year nearest to `near` whose number in the sexagenary cycle is `cycle`.

    >>> year_of_cycle(42, near=2024)
    2025
    """
    first = near - 30
    return first + (FIRST_GIAP_TY + cycle - 1 - first) % 60
