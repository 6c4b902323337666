"""Lists of values -> compact columns; how each kind of column is written stands in payload.py."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Value = str | int | float | bool
"""What an attribute of a node or an edge can be."""

Column = dict[str, Any]
"""One column as JSON: see payload.py."""

DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
"""A partial date: '2024', '2024-11', '2024-11-01'."""

SPARSE = 3
"""A column with a value on fewer than one row in so many names its rows."""


def dictionary(values: Sequence[Value | None]) -> Column:
    """A column of values that repeat; '' and None are none. Texts that are all partial dates become a date column.

    >>> dictionary(["Đại tá", "", "Đại tá"])
    {'values': ['Đại tá'], 'at': [1, 0, 1]}
    >>> dictionary(["2024-11", None, "2024-11-01"])
    {'type': 'date', 'values': [20241100, 20241101], 'at': [1, 0, 2]}
    """
    # True and 1 are equal and would share a place in the dictionary; no attribute holds both.
    distinct = sorted({v for v in values if v is not None and v != ""}, key=lambda v: (str(type(v)), v))
    place: dict[Value | None, int] = {value: n for n, value in enumerate(distinct, 1)}
    at = [place.get(value, 0) for value in values]
    days = [day(value) for value in distinct]
    column: Column = {"type": "date", "values": days} if distinct and all(days) else {"values": distinct}
    filled = len(at) - at.count(0)
    if filled * SPARSE < len(at):
        rows = [n for n, one in enumerate(at) if one]
        return {**column, "rows": rows, "at": [at[n] for n in rows]}
    return {**column, "at": at}


def ragged(lists: Sequence[Sequence[Any]]) -> Column:
    """A column with a list on every row.

    >>> ragged([["a"], [], ["b", "c"]])
    {'counts': [1, 0, 2], 'items': ['a', 'b', 'c']}
    """
    return {"counts": [len(one) for one in lists], "items": [item for one in lists for item in one]}


def attributes(records: Iterable[Mapping[str, Any]], own: frozenset[str]) -> dict[str, Column]:
    """A dictionary column for every attribute that any of `records` has besides its `own` fields, by name."""
    rows = list(records)
    names = sorted({name for row in rows for name in row} - own)
    columns = {name: dictionary([row.get(name) for row in rows]) for name in names}
    return {name: column for name, column in columns.items() if column["values"]}


def day(value: object) -> int:
    """A partial date as yyyymmdd, months and days that are not known as 00; 0 for what is not a date.

    >>> day("2024-11"), day("2024-11-01"), day("Đại tá")
    (20241100, 20241101, 0)
    """
    found = DAY.fullmatch(value) if isinstance(value, str) else None
    return int("".join(part or "00" for part in found.groups())) if found else 0
