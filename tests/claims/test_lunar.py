"""The lunar calendar of Vietnam."""

import pytest

from graphbuild.claims.lunar import first_month_day, new_year, year_of_cycle


@pytest.mark.parametrize(
    ("year", "day"),
    [(1985, "1985-01-21"), (2007, "2007-02-17"), (2020, "2020-01-25"), (2025, "2025-01-29"), (2030, "2030-02-02")],
)
def test_new_year_is_that_of_vietnam_also_where_china_differs(year: int, day: str) -> None:
    assert new_year(year).isoformat() == day


def test_days_are_counted_from_new_year_and_end_with_the_shortest_month() -> None:
    assert str(first_month_day(2024, 4)) == "2024-02-13"
    assert first_month_day(2024, 30) is None


@pytest.mark.parametrize(
    ("cycle", "near", "year"), [(42, 2024, 2025), (1, 1990, 1984), (60, 2000, 1983), (41, 2024, 2024)]
)
def test_a_year_of_the_cycle_is_the_nearest_one(cycle: int, near: int, year: int) -> None:
    assert year_of_cycle(cycle, near) == year
