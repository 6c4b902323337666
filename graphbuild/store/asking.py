"""Questions of one's own to a store, in SQL: they read its views and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from graphbuild.errors import UsageError

from .literals import quoted

if TYPE_CHECKING:
    import duckdb

FUNCTIONS = frozenset(
    {
        *("range", "generate_series", "unnest", "repeat", "json_each", "json_tree", "pragma_table_info"),
        *("duckdb_columns", "duckdb_tables", "duckdb_views", "duckdb_functions", "duckdb_keywords", "duckdb_types"),
    }
)
"""Functions that may stand behind FROM; others read files, or change how the connection works."""

ONE_QUESTION = "only one statement that reads can be asked: SELECT, FROM, WITH, DESCRIBE, SUMMARIZE or SHOW"

LONGEST = 250
"""Characters of what is told of an error."""

Parameters = Sequence[object] | Mapping[str, object]
"""Values for ? or $1, or for $name."""


class Found(NamedTuple):
    """What a question in SQL answers: the names of the columns, of which none is given twice, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def ask(connection: duckdb.DuckDBPyConnection, query: str, parameters: Parameters = ()) -> Found:
    """Answer a question in SQL from the views of a sealed connection.

    Raises UsageError where the query is not right, is more than one question, or would do more than read the graph.
    """
    import duckdb

    # Settings that a query changes, such as profiling, end with its own connection.
    asked = connection.cursor()
    try:
        asked.execute("USE store.main")
        _refuse_more_than_reading(asked, query)
        _execute(asked, query, parameters)
        columns = [name for name, *_ in asked.description or ()]
        return Found(_told_apart(columns), tuple(tuple(map(_plain, row)) for row in asked.fetchall()))
    except (duckdb.Error, UnicodeEncodeError) as error:
        raise UsageError(_reason(error), where="SQL", do="graphbuild sql lists the views and their columns") from None
    finally:
        asked.close()


def _execute(asked: duckdb.DuckDBPyConnection, query: str, parameters: Parameters) -> None:
    """Execute the query, with an ear for Ctrl-C: DuckDB has none while it works."""
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(asked.execute, query, parameters or None)
        try:
            work.result()
        except KeyboardInterrupt:
            asked.interrupt()
            raise


def _refuse_more_than_reading(asked: duckdb.DuckDBPyConnection, query: str) -> None:
    if "\0" in query:
        raise UsageError("the query holds a NUL", where="SQL", do="mend the query")
    # A literal and no parameter, for the sake of which DuckDB would load pandas.
    ((text,),) = asked.execute(f"SELECT json_serialize_sql({quoted(query)})").fetchall()
    parsed = json.loads(text)
    if parsed["error"] and parsed["error_type"] != "not implemented":
        raise UsageError(_printable(parsed["error_message"]), where="SQL", do="mend the query")
    if parsed["error"] or len(parsed["statements"]) != 1:
        raise UsageError(ONE_QUESTION, where="SQL", do="ask one thing at a time")
    if refused := sorted(set(_table_functions(parsed)) - FUNCTIONS):
        raise UsageError(
            f"the function {_printable(refused[0])} cannot be asked here", where="SQL", do="ask the views of the graph"
        )


def _table_functions(node: Any) -> Iterator[str]:
    """The names of the functions behind FROM in a parsed query."""
    if isinstance(node, dict):
        if node.get("type") == "TABLE_FUNCTION":
            yield node["function"]["function_name"].lower()
        node = list(node.values())
    for part in node if isinstance(node, list) else ():
        yield from _table_functions(part)


def _told_apart(columns: Sequence[str]) -> tuple[str, ...]:
    """Names of columns of which none is given twice: the second `name` is `name_2`."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return tuple(names)


def _plain(value: Any) -> Any:
    """The value with its numbers as int or float."""
    match value:
        case Decimal():
            return float(value)
        case list():
            return [_plain(one) for one in value]
        case dict():
            return {key: _plain(one) for key, one in value.items()}
    return value


def _reason(error: Exception) -> str:
    """What was wrong, on one line: without the query, which whoever asked has before them."""
    return _printable(str(error).partition("\n\nLINE ")[0])


def _printable(text: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split())[:LONGEST]
