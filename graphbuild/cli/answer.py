"""Printing answers: tables for a person, JSON or CSV for a program, each with the sentences behind it on request."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from graphbuild.errors import UsageError

from .output import print_json, print_parts

if TYPE_CHECKING:
    from graphbuild.answers import Answer, Quotes


def print_answer(answer: Answer, *, as_json: bool = False, as_csv: bool = False, quotes: Quotes | None = None) -> None:
    """Print `answer` as tables, JSON or CSV; with `quotes` the sentences behind each row.

    Raises UsageError where both JSON and CSV are asked for.
    """
    from graphbuild.answers import flat, parts

    if as_json and as_csv:
        raise UsageError("JSON and CSV at once", do="give --json or --csv")
    if as_json:
        print_json(answer.value if quotes is None else {"answer": answer.value, "evidence": quotes})
    elif as_csv:
        columns, rows = flat(answer, quotes)
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    else:
        print_parts(parts(answer, quotes))
        if answer.is_empty and answer.nothing:
            print(answer.nothing, file=sys.stderr)
