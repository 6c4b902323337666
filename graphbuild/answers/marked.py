"""Text with some words marked, which a terminal underlines, a notebook colours and plain text puts in «»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Quote

OPEN, CLOSE = "«", "»"
"""Around marked words where there is no bold type."""

WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Marked:
    """`text` of which the characters from `start` to `end` are marked; none where `start` is not before `end`.

    >>> str(Marked("Hội nghị ở Khu K9.", 11, 17))
    'Hội nghị ở «Khu K9».'
    """

    text: str
    start: int
    end: int

    def __str__(self) -> str:
        before, marked, after = self.pieces()
        return f"{before}{OPEN}{marked}{CLOSE}{after}" if marked else self.text

    def pieces(self) -> tuple[str, str, str]:
        """The text before the marked words, these, and the text behind them."""
        if self.start >= self.end:
            return self.text, "", ""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


def marked(quote: Quote) -> Marked:
    """The sentence of a quote with the words marked that carry the claim."""
    return Marked(quote.sentence, quote.mark_start, quote.mark_end)


def on_one_line(quote: Quote) -> Marked:
    """The same on one line, for the cell of a table.

    >>> str(on_one_line(Quote("c", "a.txt", "", "", "", "ở  Khu\\nK9, hôm qua", 3, 9, "title", 0.9)))
    'ở «Khu K9», hôm qua'
    """
    before, words, after = (WHITE.sub(" ", piece) for piece in marked(quote).pieces())
    before = before.lstrip()
    return Marked((before + words + after).rstrip(), len(before), len(before) + len(words))
