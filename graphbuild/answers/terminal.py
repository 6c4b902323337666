"""The parts of an answer as rich draws them. Importing this module imports rich."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from .marked import Marked
from .parts import Line, Part

MARK = "bold underline"
NARROWEST = 40
"""Columns below which a table is not squeezed."""


def rendered(part: Part) -> RenderableType:
    """A line as text, a table as one that fits the width and cuts nothing."""
    if isinstance(part, Line):
        text = _text(part.text)
        text.stylize("bold" if part.bold else "")
        return text
    return rich_table(part.columns, part.rows)


def rich_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> RichTable:
    """A table without lines; square brackets in a cell are no markup."""
    table = RichTable(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*map(_text, row))
    return table


def print_parts(found: Iterable[Part], console: Console) -> None:
    """Print parts on `console`: tables fitted to its width, lines as long as they are."""
    for part in found:
        console.print(rendered(part), soft_wrap=isinstance(part, Line))


def as_text(found: Iterable[Part]) -> str:
    """The parts as text without colours, in the width of the terminal."""
    width = max(NARROWEST, shutil.get_terminal_size((100, 24)).columns)
    file = StringIO()
    # In a notebook rich would show it there and then.
    print_parts(found, Console(file=file, width=width, color_system=None, force_terminal=False, force_jupyter=False))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()).rstrip()


def _text(cell: object) -> Text:
    if not isinstance(cell, Marked):
        return Text(str(cell))
    before, marked, after = cell.pieces()
    return Text.assemble(before, (marked, MARK), after)
