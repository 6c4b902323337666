"""Phrases of the word lists as patterns and keys, each compiled once."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuild.text import compare_key

LONGEST = 120
"""No phrase has more letters than this, signs around it included."""


@lru_cache(maxsize=256)
def keys(phrases: tuple[str, ...]) -> frozenset[str]:
    """The phrases' comparison keys: case, tone placement and punctuation do not matter."""
    return frozenset(compare_key(phrase) for phrase in phrases)


@lru_cache(maxsize=256)
def any_of(phrases: tuple[str, ...]) -> str:
    """A regular expression that matches one whole phrase, longest first, any run of blanks between its words."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    return rf"(?<!\w)(?:{alternatives})(?!\w)"


@lru_cache(maxsize=256)
def opening(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a text that opens with one of the phrases, in any case."""
    return re.compile(any_of(phrases), re.IGNORECASE)


@lru_cache(maxsize=256)
def anywhere(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of the phrases in a text, in any case; use `.search`."""
    return re.compile(any_of(phrases), re.IGNORECASE)


def is_one_of(text: str, phrases: tuple[str, ...]) -> bool:
    """True if `text` is one of the phrases.

    >>> is_one_of("Bài viết khác:", ("Bài viết khác",))
    True
    """
    return len(text) <= LONGEST and compare_key(text) in keys(phrases)
