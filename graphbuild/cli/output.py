"""Printing: tables and text that fit a terminal, and plain lines or JSON where another program reads."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.graph import Graph, Link
    from graphbuild.model import Quote

OPEN, CLOSE = "«", "»"
"""Around marked words where there is no bold type."""


def print_json(value: object) -> None:
    """Print records, lists and dictionaries as indented JSON, letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def print_json_line(value: object) -> None:
    """Print one value on one line."""
    print(json.dumps(value, ensure_ascii=False, default=_plain))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: in a terminal fitted to its width, elsewhere whole, a row a line with tabs between the cells."""
    texts = [[str(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in (columns, *texts):
            print("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in texts:
        table.add_row(*map(Text, row))
    Console().print(table)


def print_heading(text: str) -> None:
    """Print a line that stands out."""
    print(f"\033[1m{text}\033[0m" if sys.stdout.isatty() else text)


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
    before, after = ("\033[1;4m", "\033[0m") if sys.stdout.isatty() else (OPEN, CLOSE)
    return f"{text[:start]}{before}{text[start:end]}{after}{text[end:]}" if start < end else text


def say_moved(graph: Graph, *names: str) -> None:
    """Tell on standard error which of the names are ids that go on under another."""
    for name in names:
        if now := graph.merged_into(name):
            print(f"{name} is now {now}", file=sys.stderr)


def period(first: str, last: str) -> str:
    """Return '2021-07' for one date and '2021-07 to 2022' for two; '' where nothing is known.

    >>> period("2021-07", "2022")
    '2021-07 to 2022'
    """
    return first if last in ("", first) else f"{first} to {last}"


def edge_words(key: str) -> str:
    """What tells an edge from others between the same two, in words.

    >>> edge_words("Tư lệnh|former")
    'Tư lệnh, former'
    """
    return key.replace("|", ", ")


def stated(post: Link) -> str:
    """What articles state of a posting's beginning and end: 'from 2019-07-11, until 2023-06-16'."""
    words = (("from", "start"), ("until", "end"), ("over by", "left_by"))
    return ", ".join(f"{word} {post.text(name)}" for word, name in words if post.text(name))


def holding(command: Link) -> str:
    """From when and until when the gazetteer knows one unit to be part of another: 'until 2025-07-01'."""
    words = (("from", "valid_from"), ("until", "valid_to"))
    return ", ".join(f"{word} {command.text(name)}" for word, name in words if command.text(name))


def marked(quote: Quote) -> str:
    """A sentence on one line, with the words that carry the claim marked."""
    return " ".join(mark(quote.sentence, quote.mark_start, quote.mark_end).split())


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return str(value)
