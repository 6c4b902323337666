"""The tokens of a Doc as plain Python objects, which the rules read.

spaCy makes a Token anew at each `doc[i]`, and the rules ask for some thirty times a token; a Word is made once for
each spelling. The attributes have spaCy's names, so that a rule reads the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from spacy.strings import StringStore
from spacy.tokens import Doc

from ..model import BlockKind, Document
from ..text import compare_key, is_capitalised
from .matches import Matches

CREDITED = frozenset({BlockKind.BYLINE, BlockKind.HEADER})
"""Lines that name whoever wrote and published the article, of whom it says nothing."""


DASHES = {"–": "-", "—": "-"}
"""Newspapers write 'Hậu cần - Kỹ thuật' with any of them."""


def norm_of(word: str) -> str:
    """The form that phrases are compared by: lower case, the tone mark at the syllable's end, one kind of dash."""
    return compare_key(word) or DASHES.get(word, word)


@dataclass(frozen=True, slots=True)
class Word:
    """What the letters of one token tell.

    `key` is its compare key, '' for a sign; `norm` what phrases are compared by; `is_name` is true of letters alone
    that begin with a capital.
    """

    text: str
    lower_: str
    key: str
    norm: str
    is_alpha: bool
    is_space: bool
    is_lower: bool
    is_upper: bool
    is_name: bool


class Spellings(dict[int, Word]):
    """The Word of each spelling of a vocabulary, by its number there, made when it is asked for first."""

    def __init__(self, strings: StringStore) -> None:
        self.strings = strings

    def __missing__(self, number: int) -> Word:
        text = self.strings[number]
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
            alpha and is_capitalised(text),
        )
        self[number] = word
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
    starts, ends: offsets of each word in `text`.
    document: the article, None for a Doc made of bare text.
    sentences: set by `vi_sentences`.
    matches: set by `vi_gazetteer`.
    """

    text: str
    starts: list[int]
    ends: list[int]
    document: Document | None
    sentences: tuple[Sentence, ...]
    matches: Matches

    @classmethod
    def of(cls, doc: Doc, spellings: Spellings) -> PlainDoc:
        """Read the tokens of `doc`."""
        numbers, starts, lengths = doc.to_array(["ORTH", "IDX", "LENGTH"]).T
        plain = cls(map(spellings.__getitem__, numbers.tolist()))
        plain.document = doc._.document
        plain.text = plain.document.text if plain.document else doc.text
        plain.starts, plain.ends = starts.tolist(), (starts + lengths).tolist()
        plain.sentences, plain.matches = (), Matches()
        return plain

    def text_of(self, start: int, end: int) -> str:
        """The text from token `start` to token `end`, which is not part of it; '' where there is none between."""
        end = min(end, len(self))
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

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
        return self.text.startswith(" ", self.ends[i])

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
