"""A tokeniser that cuts Vietnamese text into syllables, numbers with their separators, and signs."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

TOKEN = re.compile(r"[^\W\d_][^\W_]*|\d+(?:[./:,-]\d+)*|[^\w\s]|_")
"""'29/12', '2020-2025'; 'Sơn', 'K9', 'TNHHMTV'; '(', '…'."""

NAME = "graphbuild.syllables.v1"
"""Under which spaCy knows the tokeniser."""

PIECE = re.compile(rf"(?:{TOKEN.pattern}|\s+) ?")
"""A token, or a run of white space, with the blank behind it that spaCy does not count as a token."""


def pieces(text: str) -> list[str]:
    """Cut a text into its tokens, each with the blank behind it; put together they are the text.

    >>> pieces("Sáng 29/12, Đoàn 969")
    ['Sáng ', '29/12', ', ', 'Đoàn ', '969']
    """
    return PIECE.findall(text)


def token_of(piece: str) -> str:
    """A piece without the blank; white space is a token as it is."""
    return piece if piece.isspace() else piece.removesuffix(" ")


class SyllableTokenizer:
    """Cut a text at every syllable; a line's end is a token of its own, so that offsets stay true.

    >>> [t.text for t in SyllableTokenizer(Vocab())("Sáng 29/12, Đoàn 969")]
    ['Sáng', '29/12', ',', 'Đoàn', '969']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        cut = pieces(text)
        words = [token_of(piece) for piece in cut]
        return Doc(self.vocab, words=words, spaces=[piece != word for piece, word in zip(cut, words, strict=True)])

    def to_bytes(self, **kwargs: object) -> bytes:
        """Nothing to keep: the pattern is the whole tokeniser."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> SyllableTokenizer:
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        """Nothing to keep."""

    def from_disk(self, path: object, **kwargs: object) -> SyllableTokenizer:
        return self


@registry.tokenizers(NAME)
def create_tokenizer():  # type: ignore[no-untyped-def]  # spaCy reads the signature of a registered function
    def make(nlp: Language) -> SyllableTokenizer:
        return SyllableTokenizer(nlp.vocab)

    return make
