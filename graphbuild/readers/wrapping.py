"""Unwrapping: lines that a program broke at a column, or a writer inside a sentence, become one again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from .dates import read_date_line
from .lines import Line, ends_sentence, is_closed, starts_lower, words_in
from .names import read_byline

WIDEST = 120
"""No program wraps wider than this; longer lines are paragraphs."""

FEWEST = 5
"""So many full lines make a wrapped file; fewer are chance."""

SENTENCE_PART = 5
"""A shorter line is a name, a button or a heading, and the small letter below it belongs to something else."""

SLACK = 12
"""How much shorter than the widest a full line may be: a long Vietnamese word with its blank."""


def unwrap(lines: list[Line]) -> list[Line]:
    """Join lines that belong to one paragraph.

    >>> [line.text for line in unwrap([Line("Đồng chí Lê Văn A, Bí thư Đảng ủy,"), Line("Chính ủy phát biểu.")])]
    ['Đồng chí Lê Văn A, Bí thư Đảng ủy, Chính ủy phát biểu.']
    """
    width = _width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [replace(group[0], text=" ".join(line.text for line in group)) for group in groups]


def _continues(paragraph: list[Line], line: Line, width: int) -> bool:
    """True if `line` goes on where the lines of `paragraph` break off."""
    first, last = paragraph[0], paragraph[-1].text
    if line.gap or line.cut or line.kind or first.cut or first.kind:
        return False
    if last.endswith(",") and not first.text.startswith(("-", "+", "*", "•")):
        return True
    part = len(paragraph) > 1 or words_in(last) >= SENTENCE_PART
    if part and starts_lower(line.text) and not is_closed(last):
        return not _stands_alone(line.text)
    return bool(width) and len(last) + 1 + len(line.text.split(maxsplit=1)[0]) > width


def _stands_alone(text: str) -> bool:
    """'date 2020-12', 'ảnh: Hoài Anh': small letters, but a line of its own."""
    date = read_date_line(text)
    return bool(date and date.label) or read_byline(text) is not None


def _width(lines: list[Line]) -> int:
    """The column at which the file was wrapped, 0 for a file with a line a paragraph.

    Only a file whose paragraphs are apart by blank lines can be told; a full line that is the last of
    its paragraph would else swallow the next one.
    """
    open_lines = [line for line in lines if line.open]
    longest = max((len(line.text) for line in open_lines), default=0)
    if longest > WIDEST:
        return 0
    inner = [a for a, b in pairwise(open_lines) if not b.gap]
    full = Counter(longest - len(line.text) <= SLACK for line in inner)
    mid_sentence = sum(not ends_sentence(line.text) for line in inner)
    wrapped = full[True] >= FEWEST and full[True] > 3 * full[False] and 2 * mid_sentence > len(inner)
    return longest if wrapped else 0
