"""What the page knows, as one JSON value of rows; texts that many claims share are written once.

    nodes     [id, kind, name, [alias, ...], {attribute: value}]
    edges     [source, target, relation, {attribute: value}, articles, first, last, [quote, ...]]
    quotes    [sentence, mark start, mark end, rule, confidence]
    sentences [article, text, is caption]
    articles  [document id, title, address, published]
    rules     name
    words     the labels, as in words.py

`source`, `target`, `quote`, `sentence`, `rule` and `article` are places in those lists. Marks count UTF-16 code
units, as the browser's strings do.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from ..model import Quote
from .words import WORDS

if TYPE_CHECKING:
    import networkx as nx

Row = TypeVar("Row", bound=Hashable)

NODE_OWN = frozenset({"kind", "name", "aliases", "members"})
EDGE_OWN = frozenset({"relation", "claims", "count", "first", "last"})


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


class Sources:
    """The tables of quotes, sentences, articles and rules, filled as edges ask for their claims."""

    def __init__(self, quotes: Mapping[str, Quote]) -> None:
        self._by_claim = quotes
        self.quotes: Table[tuple[int, int, int, int, float]] = Table()
        self.sentences: Table[tuple[int, str, int]] = Table()
        self.articles: Table[tuple[str, str, str, str]] = Table()
        self.rules: Table[str] = Table()

    def places(self, claims: Iterable[str]) -> list[int]:
        """Places of the quotes behind `claims`, each once; claims without a quote are passed over."""
        found = (self._by_claim.get(claim) for claim in claims)
        return list(dict.fromkeys(self._place(quote) for quote in found if quote))

    def _place(self, quote: Quote) -> int:
        article = self.articles.place((quote.document, quote.title, quote.url, quote.published))
        sentence = self.sentences.place((article, quote.sentence, int(quote.caption)))
        start = _utf16(quote.sentence[: quote.mark_start])
        end = start + _utf16(quote.sentence[quote.mark_start : quote.mark_end])
        return self.quotes.place((sentence, start, end, self.rules.place(quote.rule), round(quote.confidence, 2)))


def make_payload(graph: nx.MultiDiGraph[str], quotes: Mapping[str, Quote]) -> dict[str, object]:
    """Return the page's data for `graph` as described above; nodes and edges are sorted by their ids.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it.
    quotes: quote by claim id, for the claims of the edges; others are not written.

    Example
    -------
    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("unit/quan-khu-6", kind="unit", name="Quân khu 6", aliases=(), members=(), level=95)
    >>> make_payload(graph, {})["nodes"]
    [['unit/quan-khu-6', 'unit', 'Quân khu 6', [], {'level': 95}]]
    """
    ids = sorted(graph)
    number = {id: place for place, id in enumerate(ids)}
    sources = Sources(quotes)
    edges = [
        [number[a], number[b], *_edge(graph.edges[a, b, key], sources)] for a, b, key in sorted(graph.edges(keys=True))
    ]
    return {
        "nodes": [_node(id, graph.nodes[id]) for id in ids],
        "edges": edges,
        "quotes": sources.quotes.rows(),
        "sentences": sources.sentences.rows(),
        "articles": sources.articles.rows(),
        "rules": sources.rules.rows(),
        "words": WORDS,
    }


def _node(id: str, data: Mapping[str, object]) -> list[object]:
    return [id, data["kind"], data["name"], list(_strings(data.get("aliases"))), _attributes(data, NODE_OWN)]


def _edge(data: Mapping[str, object], sources: Sources) -> chain[object]:
    said = [data.get("count", 0), data.get("first", ""), data.get("last", "")]
    return chain([data["relation"], _attributes(data, EDGE_OWN)], said, [sources.places(_strings(data.get("claims")))])


def _attributes(data: Mapping[str, object], own: frozenset[str]) -> dict[str, object]:
    """What the record has besides its `own` fields; empty values say nothing and are left out."""
    return {name: data[name] for name in sorted(data) if name not in own and data[name] not in ("", None, ())}


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
