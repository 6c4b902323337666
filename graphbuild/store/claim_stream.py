"""The claims of a store as resolution takes them: article by article, as often as it asks, and never all at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.model import Claim, Evidence

from .codec import decode_claim

if TYPE_CHECKING:
    from graphbuild.resolve import ClaimSet

    from .reader import Reader

ARTICLES = 1000
"""Articles whose claims are held in memory at a time."""

NOWHERE = Evidence("", 0, 0, 0, 0, "")
"""In place of where a claim stands: resolution never asks, and reading it takes longer than the claim itself."""


class ClaimStream:
    """Every article's claims, in the order of the articles' ids and of the claims in their texts.

    Each time it is iterated they are read from the store again. Their evidence is `NOWHERE`.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __iter__(self) -> Iterator[ClaimSet]:
        from graphbuild.resolve import ClaimSet

        articles = self._reader.rows("SELECT id, published FROM documents ORDER BY id")
        for start in range(0, len(articles), ARTICLES):
            chunk = articles[start : start + ARTICLES]
            claims: dict[str, list[tuple[str, Claim]]] = {document: [] for document, _ in chunk}
            for document, id, kind, payload in self._reader.rows(
                "SELECT document, id, kind, payload FROM claims WHERE document BETWEEN $1 AND $2 ORDER BY document, n",
                chunk[0][0],
                chunk[-1][0],
            ):
                claims[document].append((id, _decoded(kind, payload)))
            yield from (ClaimSet(document, published, tuple(claims[document])) for document, published in chunk)


@lru_cache(maxsize=1 << 14)
def _decoded(kind: str, payload: str) -> Claim:
    """Articles say many things in the same words, and what is equal here need be there once only."""
    return decode_claim(kind, payload, NOWHERE)
