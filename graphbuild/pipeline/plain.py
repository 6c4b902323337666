"""The tokens of a text as plain Python objects, which the rules read.

spaCy makes a Token anew at each `doc[i]`, and the rules ask for some thirty times a token; a Word is made once for
each spelling. The attributes have spaCy's names, so that a rule reads the same. The words are cut from the text
itself: spaCy's own tokens need not be there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from spacy.tokens import Doc

from ..model import BlockKind, Document
from ..text import compare_key, is_capitalised
from .matches import Matches
from .tokenizer import pieces, token_of

CREDITED = frozenset({BlockKind.BYLINE, BlockKind.HEADER})
"""Lines that name whoever wrote and published the article, of whom it says nothing."""


NUMBER = re.compile(r"\d+[A-Za-zĐ]?(?:[-/]\d+)?|[IVX]{1,5}|[A-ZĐ]{1,2}\d+[A-Z]?")
"""What numbers a unit: '301', '17B', 'IX', 'K9', 'M3'."""

DASHES = {"–": "-", "—": "-"}
"""Newspapers write 'Hậu cần - Kỹ thuật' with any of them."""


def norm_of(word: str) -> str:
    """The form that phrases are compared by: lower case, the tone mark at the syllable's end, one kind of dash."""
    return compare_key(word) or DASHES.get(word, word)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What the letters of one token tell. Of each spelling there is one, so that it is itself a key of what is known
    of it.

    `key` is its compare key, '' for a sign; `norm` what phrases are compared by; `is_capital` is true of what begins
    with a capital, `is_name` of letters alone that do; `is_number` of what numbers a unit: '301', 'IX', 'K9'.
    """

    text: str
    lower_: str
    key: str
    norm: str
    is_alpha: bool
    is_space: bool
    is_lower: bool
    is_upper: bool
    is_capital: bool
    is_name: bool
    is_number: bool


class Spellings(dict[str, Word]):
    """The Word of each spelling, with a blank behind it or without, made when it is asked for first."""

    def __missing__(self, piece: str) -> Word:
        text = token_of(piece)
        if text != piece:
            self[piece] = self[text]
            return self[text]
        alpha = text.isalpha()
        word = Word(
            text,
            text.lower(),
            compare_key(text),
            norm_of(text),
            alpha,
            text.isspace(),
            text.islower(),
            text.isupper(),
            is_capitalised(text),
            alpha and is_capitalised(text),
            NUMBER.fullmatch(text) is not None,
        )
        self[text] = word
        return word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its tokens and by its offsets in the text, ends exclusive."""

    start: int
    end: int
    start_char: int
    end_char: int


class PlainDoc(tuple[Word, ...]):
    """The words of one Doc with where they stand. Components share it through `plain_of`.

    Attributes
    ----------
    text: the whole text.
    starts: offsets of the words in `text`.
    document: the article, None for a Doc made of bare text.
    sentences: set by `vi_sentences`.
    matches: set by `vi_gazetteer`.
    """

    text: str
    starts: list[int]
    document: Document | None
    sentences: tuple[Sentence, ...]
    matches: Matches

    @classmethod
    def of(cls, text: str, document: Document | None, spellings: Spellings) -> PlainDoc:
        """Cut the text of an article, or bare text where there is none."""
        cut = pieces(text)
        plain = cls(map(spellings.__getitem__, cut))
        plain.document, plain.text = document, text
        plain.starts = [0, *accumulate(map(len, cut))]
        plain.starts.pop()
        plain.sentences, plain.matches = (), Matches()
        return plain

    def text_of(self, start: int, end: int) -> str:
        """The text from token `start` to token `end`, which is not part of it; '' where there is none between."""
        try:
            return self.text[self.starts[start] : self.end_of(end - 1)] if start < end else ""
        except IndexError:  # which few ask for: to compare first would cost all the others
            return self.text_of(start, len(self))

    def end_of(self, i: int) -> int:
        """The offset right behind token `i`."""
        return self.starts[i] + len(self[i].text)

    def offsets(self, words: Set[str]) -> dict[str, list[int]]:
        """Where in the text each of `words` stands, whatever its case; no entry for a word that does not."""
        found: dict[str, list[int]] = {}
        for word, start in zip(self, self.starts, strict=True):
            if word.lower_ in words:
                found.setdefault(word.lower_, []).append(start)
        return found

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """(start, end) of the tokens that a stretch of the text touches."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def spaced(self, i: int) -> bool:
        """A blank stands right behind token `i`."""
        return self.text.startswith(" ", self.end_of(i))

    @cached_property
    def names(self) -> list[int]:
        """The tokens that are letters alone and begin with a capital."""
        return [i for i, word in enumerate(self) if word.is_name]

    @cached_property
    def kinds(self) -> list[BlockKind]:
        """The kind of the block that each token stands in."""
        kinds = [BlockKind.PARAGRAPH] * len(self)
        for block in self.document.blocks if self.document else ():
            first, last = (bisect_left(self.starts, offset) for offset in (block.start, block.end))
            kinds[first:last] = [block.kind] * (last - first)
        return kinds

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The first token of each sentence."""
        return frozenset(s.start for s in self.sentences)

    def sentence(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.sentences[bisect_right(self._sentence_order, token) - 1]

    @cached_property
    def _sentence_order(self) -> list[int]:
        return [s.start for s in self.sentences]


def plain_of(doc: Doc) -> PlainDoc:
    """The plain tokens of `doc`, which `vi_sentences` has read."""
    plain: PlainDoc = doc._.plain
    return plain
