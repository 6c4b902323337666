"""An answer from top to bottom: lines and tables, for a terminal or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Quote
from .answer import Answer, Passage
from .flat import Quotes
from .marked import Marked


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; a heading is bold where there is bold type."""

    text: str | Marked = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with cells of text, numbers or `Marked`."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


Part = Line | Table


def parts(answer: Answer, quotes: Quotes | None = None, most: int | None = None) -> Iterator[Part]:
    """The heading, the fields and the tables of an answer; with `quotes` the sentences behind each row at the end.

    Parameters
    ----------
    most: so many rows of a table, and edges with their sentences, at most; how many more there are is told.

    >>> from .answer import Row, table
    >>> list(parts(table([3], ("number",), [Row((3,))])))
    [Table(columns=('number',), rows=((3,),))]
    """
    for number, one in enumerate(answer.each()):
        yield from (Line(),) if number else ()
        yield from _parts(one, most)
    for one in answer.each() if quotes is not None else ():
        passages = [
            Passage(_words(row.cells), [(quotes or {})[claim] for claim in dict.fromkeys(row.claims)])
            for section in one.sections
            for row in section.rows
            if row.claims
        ]
        if passages:
            yield from (Line(), Line("Evidence", bold=True))
        for passage in passages:
            yield from _passage(passage)


def _parts(answer: Answer, most: int | None) -> Iterator[Part]:
    if answer.heading:
        yield Line(answer.heading, bold=True)
    for label, value in answer.fields:
        if value:
            yield Line(f"{label}: {value}")
    for passage in answer.passages[:most]:
        yield from _passage(passage)
    yield from _beyond(len(answer.passages), most)
    for section in () if answer.passages else answer.sections:
        if section.title and section.rows:
            yield from (Line(), Line(section.title, bold=True))
        if section.rows:
            yield Table(section.columns, tuple(row.cells for row in section.rows[:most]))
        yield from _beyond(len(section.rows), most)


def _beyond(rows: int, most: int | None) -> Iterator[Part]:
    if most is not None and rows > most:
        yield Line(f"... and {rows - most} more")


def quote_parts(quote: Quote) -> Iterator[Line]:
    """A sentence with its marked words, the article, the rule and the confidence."""
    yield Line(Marked(f"  {quote.sentence}", quote.mark_start + 2, quote.mark_end + 2))
    yield Line(f"    {source_of(quote)}")
    yield Line()


def source_of(quote: Quote) -> str:
    """The article of a quote, the rule and the confidence, in one line."""
    article = ", ".join(filter(None, (quote.title, quote.published, quote.url, quote.document)))
    return f"{article} {how_known(quote)}"


def how_known(quote: Quote) -> str:
    """By which rule a quote's claim was made, and how sure it is: '[chain of posts, confidence 0.95]'."""
    caption = ", photo caption" if quote.caption else ""
    return f"[{quote.rule}, confidence {quote.confidence:.2f}{caption}]"


def _passage(passage: Passage) -> Iterator[Part]:
    yield Line(passage.heading, bold=True)
    for quote in passage.quotes:
        yield from quote_parts(quote)


def _words(cells: Sequence[object]) -> str:
    return ", ".join(str(cell) for cell in cells if str(cell))
