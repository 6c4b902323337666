"""An answer as HTML for a notebook: every word escaped, nothing fetched, no script; sentences unfold on a click."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from itertools import zip_longest

from ..model import Quote
from .answer import Answer, Passage, Row, Section
from .flat import Quotes
from .marked import Marked, marked
from .parts import how_known

OPEN = 12
"""A table of so many rows is shown whole; of a longer one the first `FIRST`, the others unfold."""
FIRST = 10
NUMBER = ' class="number"'
SHORT = len("2018-12-19 to 2025-01-18")
"""A cell of so many letters is not broken into lines."""
LONG = 40
"""One of more is not squeezed into a narrow column."""
MOST = 200
"""So many rows of a table at most, and twice as many claims: a notebook keeps what it shows."""


def claims_shown(answer: Answer) -> list[str]:
    """The ids of the claims whose sentences `as_html` shows."""
    shown = (row for one in answer.each() for section in one.sections for row in section.rows[:MOST])
    return list(dict.fromkeys(claim for row in shown for claim in row.claims))[: MOST * 2]


def as_html(answer: Answer, quotes: Quotes) -> str:
    """Return the answer as one HTML fragment with a style sheet of its own, for light and dark themes.

    Parameters
    ----------
    quotes: the sentences of `claims_shown`; a row of which none is here has nothing to unfold.
    """
    style = files("graphbuild.answers").joinpath("answer.css").read_text("utf-8")
    body = "".join(_answer(one, quotes) for one in answer.each())
    nothing = f"<p>{escape(answer.nothing)}</p>" if answer.is_empty and answer.nothing else ""
    return f'<div class="graphbuild-answer"><style>{style}</style>{body}{nothing}</div>'


def _answer(answer: Answer, quotes: Quotes) -> str:
    heading = f"<h4>{escape(answer.heading)}</h4>" if answer.heading else ""
    fields = [
        f"<dt>{escape(label)}</dt><dd>{escape(str(value))}</dd>" for label, value in answer.fields if str(value or "")
    ]
    about = f"<dl>{''.join(fields)}</dl>" if fields else ""
    if answer.passages:
        passages = "".join(map(_passage, answer.passages[:MOST]))
        return heading + about + passages + _beyond(len(answer.passages))
    tables = "".join(_section(section, quotes) for section in answer.sections if section.rows)
    return f"{heading}{about}<div class='sections'>{tables}</div>"


def _section(section: Section, quotes: Quotes) -> str:
    """The first rows open, those behind them folded; what is beyond that is counted."""
    rows = section.rows[:MOST]
    first = rows if len(rows) <= OPEN else rows[:FIRST]
    title = f"<h5>{escape(section.title)}</h5>" if section.title else ""
    html = title + _table(section.columns, first, quotes)
    if len(rows) > len(first):
        folded = _table(section.columns, rows[len(first) :], quotes)
        html += f'<details class="rows"><summary>{len(rows) - len(first)} more</summary>{folded}</details>'
    return f"<div>{html}{_beyond(len(section.rows))}</div>"


def _beyond(rows: int) -> str:
    return f"<p>and {rows - MOST} more, which frame() has</p>" if rows > MOST else ""


def _table(columns: Sequence[str], rows: Sequence[Row], quotes: Quotes) -> str:
    sourced = any(claim in quotes for row in rows for claim in row.claims)
    heads = (*columns, "sentences") if sourced else columns
    marks = [NUMBER if isinstance(cell, int | float) else "" for cell in rows[0].cells]
    head = "".join(
        f'<th scope="col"{mark}>{escape(column)}</th>' for column, mark in zip_longest(heads, marks, fillvalue="")
    )
    body = "".join(_row(row, len(columns), quotes, sourced) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: Row, width: int, quotes: Quotes, sourced: bool) -> str:
    """The cells, and the sentences in a row of their own that the style sheet shows once the last cell is unfolded."""
    cells = "".join(map(_cell, row.cells))
    found = _sentences(row, quotes)
    if not found:
        return f"<tr>{cells}{'<td></td>' * sourced}</tr>"
    fold = f'<td class="short"><details><summary>{len(found)}</summary></details></td>'
    return f'<tr>{cells}{fold}</tr><tr class="told"><td colspan="{width + 1}">{"".join(map(_quote, found))}</td></tr>'


def _sentences(row: Row, quotes: Quotes) -> list[Quote]:
    """The sentences behind a row, each once, though it may carry several of its claims."""
    found: dict[tuple[str, str], Quote] = {}
    for claim in row.claims:
        if quote := quotes.get(claim):
            found.setdefault((quote.document, quote.sentence), quote)
    return list(found.values())


def _cell(cell: object) -> str:
    if isinstance(cell, int | float):
        return f"<td{NUMBER}>{cell}</td>"
    letters = len(str(cell))
    width = ' class="short"' if letters <= SHORT else ' class="long"' if letters > LONG else ""
    return f"<td{width}>{_words(cell)}</td>"


def _passage(passage: Passage) -> str:
    return f"<h5>{escape(passage.heading)}</h5>{''.join(map(_quote, passage.quotes))}"


def _quote(quote: Quote) -> str:
    title = escape(quote.title or quote.document)
    # Only an address of the web becomes a link: an article may name any other.
    if quote.url.startswith(("https://", "http://")):
        title = f'<a href="{escape(quote.url)}" rel="noopener noreferrer" target="_blank">{title}</a>'
    about = (title, escape(quote.published), escape(quote.document if quote.title else ""))
    source = f"{', '.join(filter(None, about))} {escape(how_known(quote))}"
    return f"<blockquote><p>{_words(marked(quote))}</p><footer>{source}</footer></blockquote>"


def _words(cell: object) -> str:
    if not isinstance(cell, Marked):
        return escape(str(cell))
    before, words, after = map(escape, cell.pieces())
    return f"{before}<mark>{words}</mark>{after}" if words else before
