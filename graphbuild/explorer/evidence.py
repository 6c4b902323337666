"""The sentences behind the edges, in chunks that the page reads only when somebody asks; see payload.py."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from ..model import Quote
from ..text import utf16_length
from .columns import Column, dictionary

Row = TypeVar("Row", bound=Hashable)

QUOTES, SENTENCES = 2048, 512
"""Rows of a chunk: some 50 and 100 kB of JSON, read in a few milliseconds."""


class Table(Generic[Row]):
    """Rows in the order of their first use, each once."""

    def __init__(self) -> None:
        self._places: dict[Row, int] = {}

    def place(self, row: Row) -> int:
        """The place of `row`, added if it is new."""
        return self._places.setdefault(row, len(self._places))

    def rows(self) -> list[Row]:
        """All rows in order."""
        return list(self._places)


class AnyEvidence(Protocol):
    """What a payload asks of the sentences behind its edges."""

    @property
    def quotes(self) -> int: ...

    def add(self, claims: Sequence[str], /) -> tuple[list[int], int]: ...

    def articles(self) -> dict[str, Column]: ...

    def rules(self) -> list[str]: ...

    def chunks(self) -> Iterator[tuple[str, Column]]: ...


class Evidence:
    """The tables of quotes, sentences, articles and rules, filled as edges ask for their claims.

    Parameters
    ----------
    quotes: quote by claim id.
    """

    def __init__(self, quotes: Mapping[str, Quote]) -> None:
        self._by_claim = quotes
        self._quotes: list[tuple[int, int, int, int, int]] = []
        self._sentences: Table[tuple[int, str, int]] = Table()
        self._articles: Table[tuple[str, str, str, str, str]] = Table()
        self._rules: Table[str] = Table()
        self._article_of: list[int] = []

    @property
    def quotes(self) -> int:
        """How many quotes have been asked for."""
        return len(self._quotes)

    def add(self, claims: Iterable[str]) -> tuple[list[int], int]:
        """Add the quotes behind `claims`, each once; claims without a quote are passed over.

        Returns the articles they stand in, ascending, and the greatest confidence in per cent, 0 if there is none.
        """
        found = (self._by_claim.get(claim) for claim in claims)
        rows = list(dict.fromkeys(self._row(quote) for quote in found if quote))
        self._quotes += rows
        sentences = {row[0] for row in rows}
        return sorted({self._article_of[n] for n in sentences}), max((row[4] for row in rows), default=0)

    def _row(self, quote: Quote) -> tuple[int, int, int, int, int]:
        article = self._articles.place((quote.document, quote.title, quote.url, quote.published, quote.publisher))
        sentence = self._sentences.place((article, quote.sentence, int(quote.caption)))
        if sentence == len(self._article_of):
            self._article_of.append(article)
        start = utf16_length(quote.sentence[: quote.mark_start])
        end = start + utf16_length(quote.sentence[quote.mark_start : quote.mark_end])
        return sentence, start, end, self._rules.place(quote.rule), round(quote.confidence * 100)

    def articles(self) -> dict[str, Column]:
        """The articles that were asked for, as columns."""
        return article_columns(self._articles.rows())

    def rules(self) -> list[str]:
        """Names of the rules, in the order that quotes refer to."""
        return self._rules.rows()

    def chunks(self) -> Iterator[tuple[str, Column]]:
        """Name and content of every chunk: 'quotes-0', 'quotes-1', ..., 'sentences-0', ..."""
        for number, rows in enumerate(_cut(self._quotes, QUOTES)):
            sentence, start, end, rule, confidence = _columns(rows, 5)
            yield (
                f"quotes-{number}",
                {"sentence": sentence, "start": start, "end": end, "rule": rule, "confidence": confidence},
            )
        for number, told in enumerate(_cut(self._sentences.rows(), SENTENCES)):
            article, text, caption = _columns(told, 3)
            yield f"sentences-{number}", {"article": article, "text": text, "caption": caption}


def article_columns(articles: Sequence[Sequence[Any]]) -> dict[str, Column]:
    """Id, title, address, date and publisher of each article as columns; the address tells a publisher not known."""
    documents, titles, addresses, published, publishers = _columns(articles, 5)
    known = [publisher or _host(url) for publisher, url in zip(publishers, addresses, strict=True)]
    return {
        "document": {"plain": documents},
        "title": {"plain": titles},
        "address": {"plain": addresses},
        "published": dictionary(published),
        "publisher": dictionary(known),
    }


def _columns(rows: Sequence[Sequence[Any]], width: int) -> list[list[Any]]:
    return [[row[n] for row in rows] for n in range(width)]


def _cut(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    return (rows[n : n + size] for n in range(0, len(rows), size))


def _host(address: str) -> str:
    """'bao.example' for 'https://www.bao.example/a', '' for what is no web address."""
    try:
        found = urlsplit(address)
    except ValueError:
        return ""
    return (found.hostname or "").removeprefix("www.") if found.scheme in ("http", "https") else ""
