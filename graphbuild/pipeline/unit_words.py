"""Words inside the names of units: numbers, abbreviations, and whether a run of words names anything."""

from __future__ import annotations

import re

from .plain import PlainDoc

LETTER = re.compile(r"[A-ZĐ]")
"""The 'B' of 'Sư đoàn 8B', a token of its own."""

ALL_CAPS = re.compile(r"[A-ZĐ&]{2,}")
"""An abbreviation: 'LLVT', 'TNHHMTV'."""


def has_number(doc: PlainDoc, start: int, end: int) -> bool:
    return any(word.is_number for word in doc[start:end])


def has_name(doc: PlainDoc, place: tuple[int, int]) -> bool:
    """True for 'tỉnh Lâm Đồng', False for 'tỉnh'."""
    words = doc[place[0] : place[1]]
    return any((word.is_capital and word.lower_ != "tp") or word.text.isdigit() for word in words)


def number_end(doc: PlainDoc, i: int) -> int:
    """Where the number that begins with token `i` ends, with a letter glued to it (8B); `i` itself if none does."""
    if i >= len(doc) or not doc[i].is_number:
        return i
    lettered = i + 1 < len(doc) and not doc.spaced(i) and LETTER.fullmatch(doc[i + 1].text)
    return i + 2 if lettered else i + 1


def number_in(doc: PlainDoc, start: int, end: int) -> str:
    """The first number among the words of a name; '' if it has none."""
    for at, word in enumerate(doc[start:end], start):
        if word.is_number:
            return doc.text_of(at, number_end(doc, at))
    return ""
