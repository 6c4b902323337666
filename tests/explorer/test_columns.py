"""Columns: what is written is what the graph says."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.explorer.columns import Column, day, dictionary, ragged

values = st.one_of(st.none(), st.text(max_size=3), st.integers(2, 9), st.booleans(), st.dates().map(str))


def read(column: Column, count: int) -> list[Any]:
    """What assets/js/model/columns.js makes of a column."""
    rows = column.get("rows", range(count))
    found: list[Any] = [None] * count
    for row, at in zip(rows, column["at"], strict=True):
        found[row] = column["values"][at - 1] if at else None
    return found


@given(st.lists(values, max_size=12))
def test_a_dictionary_column_says_what_the_rows_say(rows: list[Any]) -> None:
    column = dictionary(rows)
    said = [None if value == "" else value for value in rows]
    if column.get("type") == "date":
        said = [day(value) if value else None for value in said]
    assert read(column, len(rows)) == said


@given(st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=9))
def test_lists_are_cut_where_they_were(lists: list[list[int]]) -> None:
    column = ragged(lists)
    items = iter(column["items"])
    assert [[next(items) for _ in range(count)] for count in column["counts"]] == lists
    assert not list(items)


def test_texts_that_are_not_all_dates_stay_texts() -> None:
    assert dictionary(["2024-11-01", "2024"])["type"] == "date"
    assert "type" not in dictionary(["2024-11-01", "khoảng 2024"])


def test_few_values_name_their_rows() -> None:
    assert dictionary(["", "", "a", ""]) == {"values": ["a"], "rows": [2], "at": [1]}
