"""Answers: tables for a person, JSON or CSV for a program, each with the sentences behind it on request."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import UsageError

from .output import mark, print_heading, print_json, print_section, print_table

if TYPE_CHECKING:
    from graphbuild.graph import Link
    from graphbuild.model import Quote

Quotes = Mapping[str, "Quote"]
"""Sentences by claim id."""

OF_EVIDENCE = ("sentence", "marked", "article", "title", "published", "address", "rule", "confidence")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the ids of the claims behind it."""

    cells: tuple[object, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A table with a title, '' where it is the whole answer."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question answers.

    Attributes
    ----------
    value: what the library returned, for JSON.
    heading, fields: a line and labelled values above the tables, for a person only.
    nothing: what to tell on standard error where there is no row. more: answers that follow.
    text: prints it for a person, where tables are not what a person wants.
    """

    value: object
    sections: tuple[Section, ...]
    heading: str = ""
    fields: tuple[tuple[str, object], ...] = ()
    nothing: str = ""
    more: tuple[Answer, ...] = ()
    text: Callable[[], None] | None = None

    def claims(self) -> list[str]:
        """The ids of all claims behind it."""
        own = [claim for section in self.sections for row in section.rows for claim in row.claims]
        return own + [claim for answer in self.more for claim in answer.claims()]


def table(value: object, columns: tuple[str, ...], rows: Iterable[Row], nothing: str = "") -> Answer:
    """An answer that is one table."""
    return Answer(value, (Section(columns, tuple(rows)),), nothing=nothing)


def claims_of(*groups: Iterable[Link]) -> tuple[str, ...]:
    """The ids of the claims behind edges."""
    return tuple(claim for links in groups for link in links for claim in link.claims)


def print_answer(answer: Answer, *, as_json: bool, as_csv: bool, quotes: Quotes | None) -> None:
    """Print `answer` as tables, JSON or CSV; with `quotes` the sentences behind each row.

    Raises UsageError where both JSON and CSV are asked for.
    """
    if as_json and as_csv:
        raise UsageError("JSON and CSV at once", do="give --json or --csv")
    if as_json:
        print_json(answer.value if quotes is None else {"answer": answer.value, "evidence": quotes})
    elif as_csv:
        _print_csv(answer, quotes)
    else:
        _print_text(answer)
        for one in (answer, *answer.more) if quotes is not None else ():
            _print_evidence(one, quotes or {})


def print_quote(quote: Quote) -> None:
    """Print a sentence with its marked words, the article, the rule and the confidence."""
    print(f"  {mark(quote.sentence, quote.mark_start, quote.mark_end)}")
    source = ", ".join(filter(None, (quote.title, quote.published, quote.url, quote.document)))
    caption = ", photo caption" if quote.caption else ""
    print(f"    {source} [{quote.rule}, confidence {quote.confidence:.2f}{caption}]")
    print()


def _print_text(answer: Answer) -> None:
    if answer.heading:
        print_heading(answer.heading)
    for label, value in answer.fields:
        if value:
            print(f"{label}: {value}")
    if answer.text:
        answer.text()
    for section in () if answer.text else answer.sections:
        rows = [row.cells for row in section.rows]
        if section.title:
            print_section(section.title, section.columns, rows)
        elif rows:
            print_table(section.columns, rows)
    for one in answer.more:
        print()
        _print_text(one)
    if answer.nothing and not any(section.rows for section in answer.sections):
        print(answer.nothing, file=sys.stderr)


def _print_evidence(answer: Answer, quotes: Quotes) -> None:
    rows = [row for section in answer.sections for row in section.rows if row.claims]
    if rows:
        print()
        print_heading("Evidence")
    for row in rows:
        print_heading(", ".join(str(cell) for cell in row.cells if str(cell)))
        for claim in dict.fromkeys(row.claims):
            print_quote(quotes[claim])


def _print_csv(answer: Answer, quotes: Quotes | None) -> None:
    """One table: of several, a row says of which it is and leaves empty what the others have."""
    parts = [(one, section) for one in (answer, *answer.more) for section in one.sections]
    titled = any(section.title for _, section in parts)
    names = tuple(dict.fromkeys(column for _, section in parts for column in section.columns))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*(("section",) if titled else ()), *names, *(OF_EVIDENCE if quotes is not None else ())])
    for one, section in parts:
        title = ", ".join(filter(None, (one.heading if answer.more else "", section.title)))
        for row in section.rows:
            given = dict(zip(section.columns, row.cells, strict=True))
            cells = [*((title,) if titled else ()), *(given.get(name, "") for name in names)]
            for more in _evidence_cells(row, quotes):
                writer.writerow([*cells, *more])


def _evidence_cells(row: Row, quotes: Quotes | None) -> list[tuple[object, ...]]:
    """What stands behind the row's own cells: once for each sentence, at least once."""
    if quotes is None:
        return [()]
    found = [quote_cells(quotes[claim]) for claim in dict.fromkeys(row.claims)]
    return found or [("",) * len(OF_EVIDENCE)]


def quote_cells(quote: Quote) -> tuple[object, ...]:
    """A quote as cells under `OF_EVIDENCE`."""
    marked = quote.sentence[quote.mark_start : quote.mark_end]
    of_article = (quote.document, quote.title, quote.published, quote.url)
    return (quote.sentence, marked, *of_article, quote.rule, quote.confidence)
