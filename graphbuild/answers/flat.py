"""An answer as one table, for CSV files and data frames, with the sentences behind each row on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Quote
from .answer import Answer, Row
from .marked import Marked

Quotes = Mapping[str, Quote]
"""Sentences by claim id."""

OF_EVIDENCE = ("sentence", "marked", "article", "title", "published", "address", "rule", "confidence")

Cells = tuple[object, ...]


def flat(answer: Answer, quotes: Quotes | None = None) -> tuple[tuple[str, ...], Iterator[Cells]]:
    """The columns and the rows of one table: of several, a row says of which it is and has '' for what others have.

    Parameters
    ----------
    quotes: with them, a row comes once for each sentence behind it, with the columns `OF_EVIDENCE`.

    >>> from .answer import Section
    >>> columns, rows = flat(Answer(None, (Section(("post",), [Row(("Tư lệnh",))], "Certain"),)))
    >>> columns, list(rows)
    (('section', 'post'), [('Certain', 'Tư lệnh')])
    """
    sections = [section for one in answer.each() for section in one.sections]
    titled = any(section.title for section in sections)
    names = tuple(dict.fromkeys(column for section in sections for column in section.columns))
    columns = (*(("section",) if titled else ()), *names, *(OF_EVIDENCE if quotes is not None else ()))
    return columns, _rows(answer, names, titled, quotes)


def quote_cells(quote: Quote) -> Cells:
    """A quote as cells under `OF_EVIDENCE`."""
    marked = quote.sentence[quote.mark_start : quote.mark_end]
    of_article = (quote.document, quote.title, quote.published, quote.url)
    return (quote.sentence, marked, *of_article, quote.rule, quote.confidence)


def _rows(answer: Answer, names: tuple[str, ...], titled: bool, quotes: Quotes | None) -> Iterator[Cells]:
    for one in answer.each():
        for section in one.sections:
            title = ", ".join(filter(None, (one.heading if answer.more else "", section.title)))
            for row in section.rows:
                given = dict(zip(section.columns, map(_plain, row.cells), strict=True))
                cells = (*((title,) if titled else ()), *(given.get(name, "") for name in names))
                for more in _evidence(row, quotes):
                    yield (*cells, *more)


def _evidence(row: Row, quotes: Quotes | None) -> list[Cells]:
    """What stands behind the row's own cells: once for each sentence, at least once."""
    if quotes is None:
        return [()]
    found = [quote_cells(quotes[claim]) for claim in dict.fromkeys(row.claims)]
    return found or [("",) * len(OF_EVIDENCE)]


def _plain(cell: object) -> object:
    return str(cell) if isinstance(cell, Marked) else cell
