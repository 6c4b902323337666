"""Reading the claims of a test's own article."""

from __future__ import annotations

from graphbuild.claims import DocumentFacts, extract, facts
from graphbuild.model import Extraction
from graphbuild.readers import read_text
from tests.pipeline.reading import pipeline


def extraction(text: str, **metadata: str) -> Extraction:
    """The mentions and claims of `text`."""
    return extract(read_text(text, **metadata), pipeline())


def facts_of(text: str, **metadata: str) -> DocumentFacts:
    """The facts of `text`."""
    return facts(extraction(text, **metadata))
