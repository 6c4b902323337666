"""Batched inserts: one statement for many rows, a hundred times faster than a statement a row."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import duckdb

Value = str | int | float | bool | None

BATCH = 50_000
"""Rows a statement; bounds the memory that they take on their way."""

ARRAYS = {"INTEGER": np.int32, "DOUBLE": np.float64, "BOOLEAN": np.bool_}
"""What DuckDB takes such columns from without a look at each value; all others are texts."""

TEXTS = "SET pandas_analyze_sample = 0"
"""Have DuckDB take arrays of objects for texts, and not guess from some of them what the others are."""


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Value, ...]]) -> None:
    """Append `rows`, each a value a column in the table's own order, and never hold more than `BATCH` of them."""
    coming = iter(rows)
    while batch := list(islice(coming, BATCH)):
        types = [row[1] for row in connection.execute(f"DESCRIBE {table}").fetchall()]
        columns = zip(types, zip(*batch, strict=True), strict=True)
        connection.execute(TEXTS)
        connection.register("came", {f"c{n}": _array(*column) for n, column in enumerate(columns)})
        connection.execute(f"INSERT INTO {table} SELECT * FROM came")
        connection.unregister("came")


def replace(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Value, ...]]) -> None:
    """Make `rows` the whole content of the table."""
    connection.execute(f"DELETE FROM {table}")
    insert(connection, table, rows)


def delete(connection: duckdb.DuckDBPyConnection, table: str, column: str, values: Iterable[str]) -> None:
    """Delete the rows with one of these values in this column."""
    statement = f"DELETE FROM {table} WHERE {column} IN (SELECT unnest($1::VARCHAR[]))"
    connection.execute(statement, [sorted(values)])


def _array(kind: str, values: tuple[Value, ...]) -> np.ndarray[Any, Any]:
    return np.array(values, ARRAYS.get(kind, np.object_))
