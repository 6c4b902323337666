"""What an article says as rows of the tables documents, mentions and claims."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.model import BlockKind, Document, Extraction

from .codec import encode_blocks, encode_claim, encode_cuts
from .tables import Value


def document_row(document: Document, source: str) -> tuple[Value, ...]:
    """The row of an article that was read from `source`."""
    published = document.published
    return (
        document.id,
        source,
        document.digest,
        document.title,
        document.publisher,
        document.byline,
        str(published) if published else None,
        published.source if published else None,
        document.url,
        document.text,
        encode_blocks(document.blocks),
        encode_cuts(document.cuts),
    )


def mention_rows(extraction: Extraction) -> Iterable[tuple[Value, ...]]:
    """A row a mention."""
    for n, mention in enumerate(extraction.mentions):
        yield extraction.document.id, n, mention.start, mention.end, mention.kind, mention.key, mention.rule


def claim_rows(extraction: Extraction) -> Iterable[tuple[Value, ...]]:
    """A row a claim."""
    document = extraction.document
    # A sentence is told of several times: one text of it is made.
    told: dict[tuple[int, int], tuple[bool, str]] = {}
    for n, (id, claim) in enumerate(zip(extraction.claim_ids(), extraction.claims, strict=True)):
        at = claim.evidence
        sentence = told.get((at.start, at.end))
        if sentence is None:
            caption = document.kind_at(at.start) is BlockKind.CAPTION
            sentence = told[at.start, at.end] = caption, document.text[at.start : at.end]
        offsets = at.start, at.end, at.word_start, at.word_end
        yield id, document.id, n, claim.kind, encode_claim(claim), *offsets, at.rule, at.confidence, *sentence
