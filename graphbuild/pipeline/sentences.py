"""Sentence borders: at the ends of the reader's blocks and at full stops that end something."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

STOPS = frozenset(".!?…")
CLOSERS = frozenset("\"”’')»")


@Language.factory("vi_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> SentenceBorders:
    return SentenceBorders()


class SentenceBorders:
    """Set `token.is_sent_start`.

    A stop ends a sentence if white space or the end follows and the next word does not begin lower-case, so that
    'TP. Hồ Chí Minh' is cut only where 'TP' is no abbreviation (one to three capitals before the stop).
    """

    def __call__(self, doc: Doc) -> Doc:
        starts = _block_starts(doc)
        begin = True
        for token in doc:
            token.is_sent_start = begin or token.idx in starts
            begin = _ends_sentence(doc, token.i)
        return doc


def _block_starts(doc: Doc) -> frozenset[int]:
    document = doc._.document
    if document is None or not document.blocks:
        return frozenset(t.idx for t in doc if t.i and "\n" in doc[t.i - 1].text)
    return frozenset(block.start for block in document.blocks)


def _ends_sentence(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.text in CLOSERS and i and doc[i - 1].text in STOPS:
        return _next_begins(doc, i)
    if token.text not in STOPS or not _next_begins(doc, i):
        return False
    return not (token.text == "." and i and _is_abbreviation(doc[i - 1].text))


def _next_begins(doc: Doc, i: int) -> bool:
    if i + 1 >= len(doc):
        return True
    follower = doc[i + 1]
    apart = bool(doc[i].whitespace_) or follower.text.isspace()
    return apart and not follower.text[:1].islower() and follower.text not in CLOSERS


def _is_abbreviation(word: str) -> bool:
    """'TP', 'TS', 'Th': short, beginning with a capital and without a vowel to make a syllable of it."""
    return len(word) <= 3 and word.isupper() and not any(c in "AEIOUYÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐŨƠƯ" for c in word)
