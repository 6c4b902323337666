"""The text behind a prediction: where names and words stand in it, and in which sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import spacy
from spacy.language import Language

from ..model import Extraction, Mention
from ..pipeline import annotate
from ..pipeline.records import register_extensions
from ..pipeline.tokenizer import NAME
from .names import norm

WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
"""What one normal form is made of: 'CHQS', '969', 'GD&ĐT'."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, end exclusive."""

    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """True if the two share a character."""
        return self.start < end and start < self.end


class Article:
    """One article with its mentions and claims, searched by normal forms (`names.norm`).

    Example
    -------
    >>> article = Article(extraction)                                   # doctest: +SKIP
    >>> article.text(article.sentence(article.spans("quân khu 6")[0]))  # doctest: +SKIP
    """

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction

    def spans(self, key: str) -> list[Span]:
        """Where words of this normal form stand, in order; an empty one stands nowhere."""
        if not key:
            return []
        return [
            Span(self._words[first].start, self._words[last].end)
            for found in re.finditer(rf"(?= {re.escape(key)} )", self._keys)
            for first in [self._word_at(found.start())]
            for last in [self._word_at(found.start() + len(key))]
        ]

    def sentence(self, span: Span) -> Span:
        """The sentence in which the words begin."""
        starts = [sentence.start for sentence in self.sentences]
        return self.sentences[max(0, bisect_right(starts, span.start) - 1)]

    def mentions(self, span: Span) -> Iterator[Mention]:
        """The mentions that share a character with the words."""
        return (mention for mention in self.extraction.mentions if span.meets(mention.start, mention.end))

    def text(self, span: Span) -> str:
        """The words, on one line."""
        return " ".join(self.extraction.document.text[span.start : span.end].split())

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the article as the pipeline cuts them."""
        doc = annotate(_sentence_borders(), self.extraction.document)
        return [Span(sentence.start_char, sentence.end_char) for sentence in doc.sents]

    @cached_property
    def _words(self) -> list[Span]:
        """The word that each of the normal syllables comes from: 'CHQS' is that of three."""
        return [
            Span(found.start(), found.end())
            for found in WORD.finditer(self.extraction.document.text)
            for _ in norm(found.group()).split()
        ]

    @cached_property
    def _keys(self) -> str:
        """The normal syllables, each with a blank before and behind it."""
        words = WORD.findall(self.extraction.document.text)
        return f" {' '.join(filter(None, map(norm, words)))} "

    @cached_property
    def _blanks(self) -> list[int]:
        return [i for i, letter in enumerate(self._keys) if letter == " "]

    def _word_at(self, offset: int) -> int:
        """Which of the normal syllables stands behind the last blank before or at an offset of `_keys`."""
        return bisect_right(self._blanks, offset) - 1


@cache
def _sentence_borders() -> Language:
    """The part of the pipeline that cuts sentences."""
    register_extensions()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    nlp.add_pipe("vi_sentences")
    return nlp
