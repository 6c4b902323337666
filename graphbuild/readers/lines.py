"""Lines: the unit that reading works on, from raw text to the kinds and cuts of a Document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graphbuild.model import BlockKind, PartialDate
from graphbuild.text import nfc

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ue000-\uf8ff]"
)
"""Control characters and lone surrogates, which are no part of a text and cannot all be written to a file; soft hyphen,
zero-width and direction marks, variation selectors, a word processor's private bullets."""

SENTENCE_END = re.compile(r"[.!?…][\s\"”’»)\]/.]*$")
"""A line that ends a sentence: '... năm 2023.', '... Đoàn 969./.', '... cuộc sống."'."""

ENDING = 12
"""Letters that hold a line's final punctuation, closing quotes and brackets included."""

CLOSED = re.compile(r"[.!?…:;][\s\"”’»)\]/.]*$")
"""A line that ends in punctuation, so that the next one begins anew."""


HEADER_LINES = 12
"""So many lines above the body are looked at for headline, date and byline."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line on its way to becoming a block or a cut.

    Attributes
    ----------
    text: normalised words.
    glue: what stands between the line before and this one: a line break, a blank, or nothing.
    gap: True where a blank line stood before.
    kind: what the line is, None as long as nothing is known.
    cut: why the line is left out, '' where it stays.
    """

    text: str
    glue: str = "\n"
    gap: bool = False
    kind: BlockKind | None = None
    cut: str = ""

    @property
    def open(self) -> bool:
        """True while the line is neither cut nor known as something."""
        return not self.cut and self.kind is None

    def dropped(self, reason: str) -> Line:
        """The same line, cut for `reason`."""
        return replace(self, cut=reason, kind=None)

    def known_as(self, kind: BlockKind) -> Line:
        """The same line, known as `kind`."""
        return replace(self, kind=kind)


@dataclass(frozen=True, slots=True)
class Page:
    """What a format's reader found: lines, and the fields that the format itself states."""

    lines: tuple[Line, ...] = ()
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    notes: tuple[Line, ...] = field(default=())
    """Cut lines that stand nowhere in the text, such as a date column that is no date."""


def tidy(text: str) -> str:
    """One line in NFC with single blanks and nothing invisible.

    >>> tidy(" Đại tá\\u00a0 Lê\\u200b ")
    'Đại tá Lê'
    """
    shown = INVISIBLE.sub("", text)
    return " ".join(nfc(shown).split())


def split_lines(text: str) -> list[Line]:
    """The text's lines, tidied; blank ones become the `gap` of the next."""
    lines: list[Line] = []
    gap = False
    for raw in text.splitlines():
        words = tidy(raw)
        if words:
            lines.append(Line(words, gap=gap))
        gap = not words
    return lines


def words_in(text: str) -> int:
    """Number of words in a tidied text."""
    return text.count(" ") + 1


def ends_sentence(text: str) -> bool:
    """True if the line ends as a sentence does. Only its last letters are looked at: a row of dots may be long."""
    return bool(SENTENCE_END.search(text[-ENDING:]))


def is_closed(text: str) -> bool:
    """True if the line ends in punctuation, so that the next one begins anew."""
    return bool(CLOSED.search(text[-ENDING:]))


def is_sentence(text: str) -> bool:
    """True for a line of at least four words that ends as a sentence does."""
    return words_in(text) >= 4 and ends_sentence(text)


def is_body(line: Line) -> bool:
    """True for a line that only running text can be: a sentence of a dozen words or more, or a very long line."""
    if line.cut or line.kind not in (None, BlockKind.PARAGRAPH):
        return False
    count = words_in(line.text)
    return count >= 30 or (count >= 12 and ends_sentence(line.text))


def first_body(lines: Iterable[Line]) -> int | None:
    """Index of the first body line, None where there is none."""
    return next((n for n, line in enumerate(lines) if is_body(line)), None)


def above_body(lines: Sequence[Line]) -> Iterator[int]:
    """Indices of lines above the body, cuts left out."""
    seen = 0
    for n, line in enumerate(lines):
        if line.cut:
            continue
        if is_body(line) or seen == HEADER_LINES:
            return
        seen += 1
        yield n


def starts_lower(text: str) -> bool:
    """True if the first letter is a small one; digits and signs say nothing."""
    return unicodedata.category(text[0]) == "Ll"
