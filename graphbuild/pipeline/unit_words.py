"""Words inside the names of units: numbers, abbreviations, and whether a run of words names anything."""

from __future__ import annotations

import re

from ..text import is_capitalised
from .plain import PlainDoc

NUMBER = re.compile(r"\d+[A-Za-zĐ]?(?:[-/]\d+)?|[IVX]{1,5}|[A-ZĐ]{1,2}\d+[A-Z]?")
"""'301', '17B', 'IX', 'K9', 'M3'."""

LETTER = re.compile(r"[A-ZĐ]")
"""The 'B' of 'Sư đoàn 8B', a token of its own."""

ALL_CAPS = re.compile(r"[A-ZĐ&]{2,}")
"""An abbreviation: 'LLVT', 'TNHHMTV'."""


def begins_name(doc: PlainDoc, i: int) -> bool:
    return is_capitalised(doc[i].text)


def has_number(doc: PlainDoc, start: int, end: int) -> bool:
    return any(NUMBER.fullmatch(t.text) for t in doc[start:end])


def has_name(doc: PlainDoc, place: tuple[int, int]) -> bool:
    """True for 'tỉnh Lâm Đồng', False for 'tỉnh'."""
    words = doc[place[0] : place[1]]
    return any((is_capitalised(t.text) and t.lower_ != "tp") or t.text.isdigit() for t in words)


def number_end(doc: PlainDoc, i: int) -> int:
    """Where the number that begins with token `i` ends, with a letter glued to it (8B); `i` itself if none does."""
    if i >= len(doc) or not NUMBER.fullmatch(doc[i].text):
        return i
    lettered = i + 1 < len(doc) and not doc.spaced(i) and LETTER.fullmatch(doc[i + 1].text)
    return i + 2 if lettered else i + 1


def number_in(doc: PlainDoc, start: int, end: int) -> str:
    """The first number among the words of a name; '' if it has none."""
    at = next((i for i in range(start, end) if NUMBER.fullmatch(doc[i].text)), None)
    return "" if at is None else doc.text_of(at, number_end(doc, at))
