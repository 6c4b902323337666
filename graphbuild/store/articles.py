"""What an article says as rows of the tables documents, mentions and claims."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.model import BlockKind, Claim, Document, Extraction

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
    for n, (id, claim) in enumerate(zip(extraction.claim_ids(), extraction.claims, strict=True)):
        yield (id, extraction.document.id, n, claim.kind, encode_claim(claim), *_evidence(extraction.document, claim))


def _evidence(document: Document, claim: Claim) -> tuple[Value, ...]:
    evidence = claim.evidence
    caption = document.kind_at(evidence.start) is BlockKind.CAPTION
    offsets = (evidence.start, evidence.end, evidence.word_start, evidence.word_end)
    sentence = document.text[evidence.start : evidence.end]
    return (*offsets, evidence.rule, evidence.confidence, caption, sentence)
