"""Vietnamese text as strings: one normal form, one tone placement, and keys to compare and search by.

Nothing here knows of articles or of the gazetteer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Grave, acute, tilde, hook above, dot below: the five written tones."""

SYLLABLE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""One written syllable: 'Nguyễn', "K'Brơi"."""

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits: 'Đoàn', '969'."""


def nfc(text: str) -> str:
    """Return `text` with every letter as one composed code point (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def _tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in decomposed if c in TONE_MARKS)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONE_MARKS)) + tone


@lru_cache(maxsize=65536)
def compare_key(text: str) -> str:
    """Case-folded words with the tone mark moved to the syllable's end, so that 'uỷ' equals 'ủy'.

    >>> compare_key("Đảng uỷ") == compare_key("đảng ủy")
    True
    """
    return " ".join(map(_tone_last, WORD.findall(nfc(text).casefold())))


@lru_cache(maxsize=65536)
def search_key(text: str) -> str:
    """Lower-case words without accents, đ as d: what a person types on a plain keyboard.

    >>> search_key("Bùi Hải Sơn, Đoàn 969")
    'bui hai son doan 969'
    """
    folded = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join(WORD.findall("".join(c for c in folded if not unicodedata.combining(c))))


def slug(text: str, limit: int = 80) -> str:
    """The search key with hyphens, cut at a word border at `limit` characters; 'x' if nothing is left.

    >>> slug("Hội nghị Quý IV năm 2020")
    'hoi-nghi-quy-iv-nam-2020'
    """
    whole = search_key(text).replace(" ", "-")
    if len(whole) > limit:
        whole = whole[: limit + 1].rpartition("-")[0] or whole[:limit]
    return whole or "x"


def is_capitalised(word: str) -> bool:
    """True for a word that begins with an upper-case letter: 'Sơn', 'TUẤN', 'K9'."""
    return word[:1].isupper()


def title_case(name: str) -> str:
    """A name in capitals with one capital a syllable; other spellings are left as they are.

    >>> title_case("TUẤN HƯƠNG")
    'Tuấn Hương'
    """
    if not name.isupper():
        return name
    return SYLLABLE.sub(lambda m: m.group()[0] + m.group()[1:].lower(), name)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as a browser's strings count.

    >>> utf16_length("Đại tá"), utf16_length("🎖")
    (6, 2)
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
