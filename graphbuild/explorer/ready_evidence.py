"""The evidence of a large graph, looked up at once: what `Evidence` tells, without an object for every quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .columns import Column
from .evidence import QUOTES, SENTENCES, article_columns

if TYPE_CHECKING:
    from ..store.told_by import ToldBy


class ReadyEvidence:
    """The tables of `Evidence`, for who asks for the claims of the edges in their order, and then of the conflicts.

    Parameters
    ----------
    told: of all edges that are asked for and have claims, and then of the claims of the conflicts' sides.
    """

    def __init__(self, told: ToldBy) -> None:
        self._told = told
        self._ends = told.source_counts.cumsum()
        self._quotes = told.counts.cumsum()
        self._group = 0

    @property
    def quotes(self) -> int:
        """How many quotes have been asked for."""
        return int(self._quotes[self._group - 1]) if self._group else 0

    def add(self, claims: Sequence[object]) -> tuple[list[int], int]:
        """What `Evidence.add` returns of the next claims; only whether there are any is looked at."""
        if not claims:
            return [], 0
        end = self._ends[self._group]
        articles = self._told.sources[end - self._told.source_counts[self._group] : end]
        sure = self._told.confidence[self._group]
        self._group += 1
        return articles.tolist(), int(sure)

    def articles(self) -> dict[str, Column]:
        """The articles that were asked for, as columns."""
        return article_columns(self._told.articles)

    def rules(self) -> list[str]:
        """Names of the rules, in the order that quotes refer to."""
        return self._told.rules

    def chunks(self) -> Iterator[tuple[str, Column]]:
        """Name and content of every chunk, as `Evidence.chunks` has them; the sentences are read as they are taken."""
        told = self._told
        for number, first in enumerate(range(0, len(told.sentence), QUOTES)):
            rows = slice(first, first + QUOTES)
            yield (
                f"quotes-{number}",
                {
                    "sentence": told.sentence[rows].tolist(),
                    "start": told.start[rows].tolist(),
                    "end": told.end[rows].tolist(),
                    "rule": told.rule[rows].tolist(),
                    "confidence": told.sure[rows].tolist(),
                },
            )
        texts = told.texts()
        for number, first in enumerate(range(0, len(told.article_of), SENTENCES)):
            article = told.article_of[first : first + SENTENCES].tolist()
            caption = told.caption[first : first + SENTENCES].astype(int).tolist()
            yield (
                f"sentences-{number}",
                {"article": article, "text": [next(texts) for _ in article], "caption": caption},
            )
