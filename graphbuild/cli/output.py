"""Printing: tables and text that fit a terminal, and plain lines or JSON where another program reads."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.answers import Line, Table
    from graphbuild.graph import Graph


def print_json(value: object) -> None:
    """Print records, lists and dictionaries as indented JSON, letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def print_json_line(value: object) -> None:
    """Print one value on one line."""
    print(json.dumps(value, ensure_ascii=False, default=_plain))


def print_parts(parts: Iterable[Line | Table]) -> None:
    """Print lines and tables: in a terminal fitted to its width, elsewhere whole, with tabs between the cells."""
    if sys.stdout.isatty():
        from rich.console import Console

        from graphbuild.answers import terminal

        terminal.print_parts(parts, Console())
        return
    from graphbuild.answers import Line

    for part in parts:
        if isinstance(part, Line):
            print(part.text)
        else:
            for row in (part.columns, *part.rows):
                print("\t".join(map(str, row)))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table, as `print_parts` does."""
    from graphbuild.answers import Table

    print_parts([Table(tuple(columns), [tuple(row) for row in rows])])


def print_heading(text: str) -> None:
    """Print a line that stands out."""
    from graphbuild.answers import Line

    print_parts([Line(text, bold=True)])


def print_section(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table under a heading of its own; nothing where there are no rows."""
    if rows:
        print()
        print_heading(title)
        print_table(columns, rows)


def mark(text: str, start: int, end: int) -> str:
    """Return `text` with the characters from `start` to `end` underlined in a terminal, in «» elsewhere.

    >>> mark("Hội nghị ở Khu K9.", 11, 17)
    'Hội nghị ở «Khu K9».'
    """
    from graphbuild.answers import Marked

    marked = Marked(text, start, end)
    before, words, after = marked.pieces()
    return f"{before}\033[1;4m{words}\033[0m{after}" if words and sys.stdout.isatty() else str(marked)


def say_moved(graph: Graph, *names: str) -> None:
    """Tell on standard error which of the names are ids that go on under another."""
    for name in names:
        if now := graph.merged_into(name):
            print(f"{name} is now {now}", file=sys.stderr)


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return str(value)
