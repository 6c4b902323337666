"""When two names, units or dates of an article count as the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..text import compare_key, nfc
from .measure import load_measure
from .records import Unit

Aliases = Mapping[str, frozenset[str]]
"""Normal form of a name -> the normal forms of every name of the same unit."""

BRACKETED = re.compile(r"\((.*?)\)")
"""An aside, '(BQP)' of 'Bộ Quốc phòng (BQP)'."""

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits: 'CHQS', '969'."""

SHORTEST_BEGINNING = 5
"""Syllables that a unit's name has at least where it counts as the longer name that it begins."""


@lru_cache(maxsize=65536)
def norm(name: str | None) -> str:
    """Return the name folded, without brackets and punctuation, abbreviations spelled out; '' for None.

    >>> norm("Ban CHQS quận (mới)") == norm("Ban Chỉ huy quân sự quận")
    True
    """
    if not name:
        return ""
    folded = nfc(name).casefold()
    for short, spelled in load_measure().phrases.items():
        folded = re.sub(rf"\b{re.escape(short)}\b", spelled, folded)
    words = WORD.findall(BRACKETED.sub(" ", folded))
    return compare_key(" ".join(load_measure().abbreviations.get(word, word) for word in words))


def alias_table(units: Iterable[Unit]) -> Aliases:
    """Map every name of the units to all names of the units that bear it."""
    table: dict[str, frozenset[str]] = {}
    for unit in units:
        names = frozenset(map(norm, (unit.name, *unit.aliases))) - {""}
        for name in names:
            table[name] = table.get(name, frozenset()) | names
    return table


def same_unit(one: str | None, other: str | None, aliases: Aliases) -> bool:
    """True for equal names, two names of one unit, or a name of five syllables or more that begins the other.

    >>> same_unit("Bộ Tư lệnh Quân khu 6", "BTL Quân khu 6", {})
    True
    """
    a, b = norm(one), norm(other)
    if not a or not b:
        return False
    if a == b or b in aliases.get(a, ()):
        return True
    short, long = sorted((a, b), key=len)
    return len(short.split()) >= SHORTEST_BEGINNING and long.startswith(short + " ")


def overlap(one: str | None, other: str | None) -> float:
    """Return the F1, 0 to 1, of the syllables of two names, whatever their order.

    >>> overlap("Hội nghị quân chính", "hội nghị")
    0.6666666666666666
    """
    a, b = norm(one).split(), norm(other).split()
    if not a or not b:
        return 0.0
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


def same_date(one: str | None, other: str | None) -> bool:
    """True for two ISO dates that agree as far as the coarser one goes, and for two that are unknown.

    >>> same_date("2021-07-03", "2021-07"), same_date("2021", None)
    (True, False)
    """
    if not one or not other:
        return not one and not other
    known = min(len(one), len(other))
    return one[:known] == other[:known]


def same_place(one: str, other: str) -> bool:
    """True for equal names, or one that begins or ends the other at a syllable's border.

    >>> same_place("Khu K9", "Đá Chông, Khu K9")
    True
    """
    a, b = norm(one), norm(other)
    return any(
        long == short or long.startswith(short + " ") or long.endswith(" " + short) for long, short in ((a, b), (b, a))
    )
