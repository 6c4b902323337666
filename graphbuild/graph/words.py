"""Which lines of words have which words: an inverted index for the rarest word typed, the lines for the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import compress, repeat
from operator import contains

from ..text import compare_key, search_key

INNER = 3
"""From this many letters on, a typed word may also be the middle of a word: '%hai%'; shorter ones only its start."""


class WordIndex:
    """An index over lines of words without accents, which are known by their numbers from 0 on.

    Parameters
    ----------
    lines: each with a blank on either side of each word.

    >>> index = WordIndex([" lo tham ", " thang "])
    >>> index.with_parts(["tha"]), index.with_words(["lo", "tham"]), index.near("thxm")
    ([0, 1], [0], ['tham'])
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._having: dict[str, list[int]] = {}
        having = self._having
        for number, line in enumerate(lines):
            for word in line.split():
                if word not in having:
                    having[word] = [number]
                elif having[word][-1] != number:
                    having[word].append(number)

    def with_parts(self, parts: Sequence[str]) -> list[int]:
        """Lines in which every part is a word, the start of one, or, if it is long enough, the middle of one."""
        return self._with_all(pieces_of(parts))

    def with_words(self, words: Sequence[str]) -> list[int]:
        """Lines that have all of these words."""
        return self._with_all([f" {word} " for word in words])

    def near(self, word: str) -> list[str]:
        """Words that are `word` but for one letter; digits are never forgiven."""
        if not word.isalpha():
            return []
        same_end = (*self._by_end[0].get(word[0], ()), *self._by_end[-1].get(word[-1], ()))
        return [other for other in dict.fromkeys(same_end) if one_letter_off(other, word)]

    def _with_all(self, pieces: Sequence[str]) -> list[int]:
        """Lines that have all pieces: found by the words that have the rarest of them, then looked through."""
        if not pieces:
            return list(range(len(self._lines)))
        pieces = list(dict.fromkeys(pieces))
        words: list[list[str]] = []
        for piece in pieces:
            words.append(self._words_with(piece))
            if not words[-1]:
                return []
        sizes = [sum(len(self._having[word]) for word in some) for some in words]
        rarest = sizes.index(min(sizes))
        if len(words[rarest]) == 1:
            found = self._having[words[rarest][0]]
        else:
            found = sorted({number for word in words[rarest] for number in self._having[word]})
        for piece in (*pieces[:rarest], *pieces[rarest + 1 :]):
            found = with_piece(found, self._lines, piece)
        return found

    def _words_with(self, piece: str) -> list[str]:
        """The words that have the piece, with a blank on either side; letters are never in a number."""
        words = self._numbers if piece.strip().isdigit() else self._others
        found = [word for word in words if piece in f" {word} "]
        return found + ([word for word in self._others if piece in f" {word} "] if words is self._numbers else [])

    @cached_property
    def _numbers(self) -> list[str]:
        return [word for word in self._having if word.isdigit()]

    @cached_property
    def _others(self) -> list[str]:
        return [word for word in self._having if not word.isdigit()]

    @cached_property
    def _by_end(self) -> dict[int, dict[str, list[str]]]:
        """Words of letters by their first and by their last letter: a slip changes one of the two at most."""
        ends: dict[int, dict[str, list[str]]] = {0: {}, -1: {}}
        for place, words in ends.items():
            for word in self._having:
                if word.isalpha():
                    words.setdefault(word[place], []).append(word)
        return ends


class Folding:
    """Compare keys and search keys made word by word and remembered: names are many, their syllables few."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}
        self._keys: dict[str, str] = {}

    def words(self, text: str) -> list[str]:
        """The words of the compare key of `text`."""
        known, found = self._words, []
        for word in text.split():
            if word not in known:
                known[word] = compare_key(word).split()
            found += known[word]
        return found

    def key(self, words: Iterable[str]) -> str:
        """The search key of words of a compare key."""
        known = self._keys
        for word in words:
            if word not in known:
                known[word] = search_key(word)
        return " ".join([known[word] for word in words])


def with_piece(numbers: Sequence[int], lines: Sequence[str], piece: str) -> list[int]:
    """Those of `numbers` whose line has the piece; written for speed, since it is asked of very many."""
    return list(compress(numbers, map(contains, map(lines.__getitem__, numbers), repeat(piece))))


def pieces_of(parts: Iterable[str]) -> list[str]:
    """What a line holds that has every part as a word, as the start of one, or in the middle of one.

    >>> pieces_of(["le", "tham"])
    [' le', 'tham']
    """
    return [part if len(part) >= INNER else f" {part}" for part in parts]


def one_letter_off(a: str, b: str) -> bool:
    """True where one letter of a word is another, missing, one too many, or changed places with the next."""
    longest = max(len(a), len(b))
    if longest < 3 or abs(len(a) - len(b)) > 1 or len(set(a) ^ set(b)) > 2:
        return False
    return SequenceMatcher(None, a, b).ratio() >= (longest - 1) / longest
