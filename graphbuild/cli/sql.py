"""graphbuild sql"""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .answer import Answer, Row, Section, print_answer
from .asking import AsCsv
from .options import OUTPUT, AsJson, GraphFolder
from .output import print_table

if TYPE_CHECKING:
    from graphbuild.store import Rows

STDIN = "-"

VIEWS = (
    'SELECT table_name AS "view", column_name AS "column", lower(data_type) AS type, comment AS meaning'
    " FROM duckdb_columns() WHERE schema_name = 'main' AND database_name = current_database() AND NOT internal"
    " ORDER BY table_name, column_index"
)
"""What can be asked; the comments stand in the store itself."""


def sql(
    query: Annotated[
        str, typer.Argument(help="One statement that reads; - takes it from standard input. Without it, the views.")
    ] = VIEWS,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask the graph in SQL: graphbuild sql "SELECT name, rank FROM persons WHERE plain LIKE '%hai son%'".

    The views persons, units, events, places, postings, ranks, participations, evidence and others, with what their
    columns mean, are listed where no query is given. Nothing but the graph can be read, and nothing written.
    """
    from graphbuild.store import Workspace

    with Workspace(graph).open_reader() as reader:
        found = reader.ask(sys.stdin.read() if query == STDIN else query)
    rows = tuple(map(Row, found.rows)) if as_csv else ()
    value = [dict(zip(found.columns, map(_plain, row), strict=True)) for row in found] if as_json else None
    answer = Answer(value, (Section(found.columns, rows),), text=lambda: _print_rows(found))
    print_answer(answer, as_json=as_json, as_csv=as_csv, quotes=None)


def _print_rows(found: Rows) -> None:
    """A row a line, whatever the cells hold."""
    print_table(found.columns, ([_on_one_line(cell) for cell in row] for row in found))
    if not found.rows:
        print("no rows", file=sys.stderr)


def _on_one_line(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return text if text.isprintable() else " ".join(text.split())


def _plain(value: Any) -> Any:
    """A value as JSON has it: no number is NaN, and every key is text."""
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
    return value
