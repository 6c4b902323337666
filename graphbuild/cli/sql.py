"""graphbuild sql"""

from __future__ import annotations

import math
import sys
from typing import Annotated, Any

import typer

from .answer import print_answer
from .asking import AsCsv
from .options import OUTPUT, AsJson, GraphFolder

STDIN = "-"

VIEWS = (
    'SELECT table_name AS "view", column_name AS "column", lower(data_type) AS type, comment AS meaning'
    " FROM duckdb_columns() WHERE schema_name = 'main' AND database_name = current_database() AND NOT internal"
    " ORDER BY table_name, column_index"
)
"""What can be asked; the comments stand in the store itself."""


def sql(
    query: Annotated[
        str | None,
        typer.Argument(help="One statement that reads; - takes it from standard input. Without it, the views."),
    ] = None,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask the graph in SQL: graphbuild sql "SELECT name, rank FROM persons WHERE plain LIKE '%hai son%'".

    The views persons, units, events, places, postings, ranks, participations, evidence and others, with what their
    columns mean, are listed where no query is given. Nothing but the graph can be read, and nothing written.
    """
    from graphbuild.answers import Answer, Row, Rows, Section
    from graphbuild.store import Workspace

    with Workspace(graph).open_reader() as reader:
        found = Rows(*reader.ask(sys.stdin.read() if query == STDIN else VIEWS if query is None else query))
    answer = found.answer()
    if as_json or as_csv:
        value = [dict(zip(found.columns, map(_plain, row), strict=True)) for row in found] if as_json else None
        answer = Answer(value, (Section(found.columns, tuple(map(Row, found))),))
    print_answer(answer, as_json=as_json, as_csv=as_csv)


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
