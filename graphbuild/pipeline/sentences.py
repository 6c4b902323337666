"""Sentence borders: at the ends of the reader's blocks and at full stops that end something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from ..resources import load_gazetteer
from .plain import PlainDoc, Sentence, Spellings

STOPS = frozenset(".!?…")
CLOSERS = frozenset("\"”’')»")
ENDINGS = STOPS | CLOSERS


@Language.factory("vi_sentences", default_config={"extra": []}, assigns=["token.is_sent_start", "doc._.plain"])
def create_sentences(nlp: Language, name: str, extra: list[str]) -> SentenceBorders:
    stopped = load_gazetteer([Path(p) for p in extra]).words.grammar.stopped
    return SentenceBorders(Spellings(), stopped)


class SentenceBorders:
    """Set `doc._.plain`, the words that the other components read, with its sentences; and `token.is_sent_start`
    where the Doc has tokens.

    A stop ends a sentence if white space or the end follows and the next word does not begin lower-case, so that
    'TP. Hồ Chí Minh' is cut only where 'TP' is no abbreviation (one to three capitals before the stop, or one of
    `stopped`).
    """

    def __init__(self, spellings: Spellings, stopped: Set[str] = frozenset()) -> None:
        self.spellings, self.stopped = spellings, stopped

    def __call__(self, doc: Doc) -> Doc:
        document = doc._.document
        plain = doc._.plain = PlainDoc.of(document.text if document else doc.text, document, self.spellings)
        starts = _block_starts(plain) | {
            i + 1 for i, word in enumerate(plain) if word.text in ENDINGS and _ends_sentence(plain, i, self.stopped)
        }
        plain.sentences = _sentences(plain, sorted({0, *starts} - {len(plain)}))
        if len(doc):
            doc.from_array(["SENT_START"], _borders(plain))  # type: ignore[arg-type]  # one column is enough
        return doc


def _borders(doc: PlainDoc) -> NDArray[np.uint64]:
    """spaCy's own column of borders: 1 begins a sentence, -1 does not; it wants the sign bit as it is."""
    column = np.full(len(doc), -1, dtype=np.int64)
    column[[sentence.start for sentence in doc.sentences]] = 1
    return column.view(np.uint64)


def _sentences(doc: PlainDoc, starts: list[int]) -> tuple[Sentence, ...]:
    return tuple(Sentence(a, b, doc.starts[a], doc.end_of(b - 1)) for a, b in pairwise((*starts, len(doc))))


def _block_starts(doc: PlainDoc) -> set[int]:
    """The first token of each block of the article, or of each line where no reader has made blocks."""
    if doc.document is None or not doc.document.blocks:
        return {i + 1 for i, word in enumerate(doc) if word.is_space and "\n" in word.text}
    starts = doc.starts
    return {
        i
        for offset in (block.start for block in doc.document.blocks)
        for i in (bisect_left(starts, offset),)
        if i < len(starts) and starts[i] == offset
    }


def _ends_sentence(doc: PlainDoc, i: int, stopped: Set[str]) -> bool:
    token = doc[i]
    if token.text in CLOSERS and i and doc[i - 1].text in STOPS:
        return _next_begins(doc, i)
    if token.text not in STOPS or not _next_begins(doc, i):
        return False
    before = doc[i - 1].text if i else ""
    return not (token.text == "." and (_is_abbreviation(before) or before in stopped))


def _next_begins(doc: PlainDoc, i: int) -> bool:
    if i + 1 >= len(doc):
        return True
    follower = doc[i + 1]
    apart = doc.spaced(i) or follower.is_space
    return apart and not follower.text[:1].islower() and follower.text not in CLOSERS


def _is_abbreviation(word: str) -> bool:
    """'TP', 'TS', 'Th': short, beginning with a capital and without a vowel to make a syllable of it."""
    return len(word) <= 3 and word.isupper() and not any(c in "AEIOUYÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐŨƠƯ" for c in word)
