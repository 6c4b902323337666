"""Partial dates."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import PartialDate

DAYS = st.dates(datetime.date(1, 1, 1))


@given(DAYS)
def test_a_day_is_written_and_read_back(day: datetime.date) -> None:
    assert str(PartialDate.parse(day.isoformat())) == day.isoformat()


@given(DAYS, DAYS)
def test_order_is_the_calendars(a: datetime.date, b: datetime.date) -> None:
    assert (PartialDate.parse(str(a)) < PartialDate.parse(str(b))) == (a < b)


def test_a_year_covers_its_days_and_agrees_with_them() -> None:
    year, day = PartialDate(2024), PartialDate(2024, 11, 1)
    assert year.covers(day)
    assert not day.covers(year)
    assert day.agrees(year)
    assert not day.agrees(PartialDate(2024, 11, 2))


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "gần đây", ""])
def test_no_such_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no such|not a date"):
        PartialDate.parse(text)


def test_a_time_of_day_is_dropped() -> None:
    assert str(PartialDate.parse("2021-07-12T09:15:00+07:00")) == "2021-07-12"
