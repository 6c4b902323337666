"""Reading one sentence of a test with the real pipeline."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.pipeline import annotate, load_pipeline
from graphbuild.readers import read_text


@cache
def pipeline() -> Language:
    """The packaged pipeline, loaded once."""
    return load_pipeline()


def read(text: str) -> Doc:
    """`text` as an article, cleaned and annotated."""
    return annotate(pipeline(), read_text(text))


def words(doc: Doc, span: tuple[int, int] | None) -> str | None:
    """The words of a pair of token numbers."""
    return doc[span[0] : span[1]].text if span else None
