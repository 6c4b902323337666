"""The claims of a store as resolution takes them: article by article, as often as it asks, and never all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from graphbuild.model import Claim, Evidence

from .codec import decode_claim

if TYPE_CHECKING:
    from graphbuild.resolve import ClaimSet, Stretch

    from .reader import Reader

ARTICLES = 1000
"""Articles whose claims are held in memory at a time."""

STRETCH = 100
"""Articles of a stretch, which is what another process is given at a time."""

Said = tuple[Sequence[str], str, str]
"""The ids of one article's claims, and as one text each their kinds and their payloads, where no line ends within one.

Few long texts are sent to another process in a fraction of the time that many short ones take.
"""

NOTHING: Said = (), "", ""

NOWHERE = Evidence("", 0, 0, 0, 0, "")
"""In place of where a claim stands: resolution never asks, and reading it takes longer than the claim itself."""


class ClaimStream:
    """Every article's claims, in the order of the articles' ids and of the claims in their texts.

    Each time it is iterated they are read from the store again. Their evidence is `NOWHERE`.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __len__(self) -> int:
        ((count,),) = self._reader.rows("SELECT count(*) FROM documents")
        return int(count)

    def __iter__(self) -> Iterator[ClaimSet]:
        for stretch in self.stretches():
            yield from stretch.sets

    def stretches(self) -> Iterator[Stretch]:
        """The same, some articles at a time, as `resolve` hands them to other processes: they are decoded there."""
        from graphbuild.resolve import Stretch

        articles = self._reader.rows("SELECT id, published FROM documents ORDER BY id")
        for start in range(0, len(articles), ARTICLES):
            chunk = articles[start : start + ARTICLES]
            said = self._said(chunk[0][0], chunk[-1][0])
            for at in range(0, len(chunk), STRETCH):
                some = chunk[at : at + STRETCH]
                encoded = Encoded([(document, published, *said.pop(document, NOTHING)) for document, published in some])
                yield Stretch(tuple(document for document, _ in some), encoded)

    def _said(self, first: str, last: str) -> dict[str, Said]:
        """What each of the articles from the first to the last says, if it says anything."""
        found = self._reader.columns(
            "SELECT document, id, kind, payload FROM claims WHERE document BETWEEN $1 AND $2 ORDER BY document, n",
            first,
            last,
        )
        documents, ids, kinds, payloads = (found[name] for name in ("document", "id", "kind", "payload"))
        borders = np.flatnonzero(documents[1:] != documents[:-1]) + 1
        return {
            documents[start]: (
                ids[start:end].tolist(),
                ",".join(kinds[start:end].tolist()),
                "\n".join(payloads[start:end].tolist()),
            )
            for start, end in pairwise([0, *borders.tolist(), len(documents)])
            if start < end
        }


@dataclass(frozen=True, slots=True)
class Encoded:
    """The claims of some articles as the store has them; they are decoded when they are iterated.

    `articles`: id, published date, and what it says.
    """

    articles: Sequence[tuple[str, str | None, Sequence[str], str, str]]

    def __iter__(self) -> Iterator[ClaimSet]:
        from graphbuild.resolve import ClaimSet

        for document, published, ids, kinds, payloads in self.articles:
            claims = map(_decoded, kinds.split(","), payloads.split("\n")) if ids else ()
            yield ClaimSet(document, published, tuple(zip(ids, claims, strict=True)))


@lru_cache(maxsize=1 << 14)
def _decoded(kind: str, payload: str) -> Claim:
    """Articles say many things in the same words, and what is equal here need be there once only."""
    return decode_claim(kind, payload, NOWHERE)
