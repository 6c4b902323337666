"""What an export is made of: the nodes, facts and doubts of a part of the graph, with the sentences behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..graph import Link
from ..graph.reading import link, node, period
from ..model import Attribute, EntityKind, Quote, Relation
from ..resolve import before

if TYPE_CHECKING:
    import networkx as nx

APART = frozenset({"kind", "name", "aliases", "members"})
"""Node data that an `Entry` has a field for; the rest are the node's attributes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A node.

    Attributes
    ----------
    aliases: every other form seen. attributes: rank, type, date, ... as its kind has them.
    articles: ids of the articles that name it, sorted; count: how many.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    attributes: Mapping[str, Attribute]
    articles: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article that is quoted or names a node; what is not known of it is ''."""

    id: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A part of the graph, each thing of it in the order of ids.

    Attributes
    ----------
    graph: as `graph.build_graph` makes it; its edges POSSIBLY_SAME are doubts and no facts.
    quotes: the sentences behind claims, by the claims' ids; those of formats that have room for none are left out.
    title: what the part is, in words.
    """

    graph: nx.MultiDiGraph[str]
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    title: str = ""

    def entries(self) -> Iterator[Entry]:
        """The nodes."""
        for id in sorted(self.graph):
            one, data = node(self.graph, id), self.graph.nodes[id]
            own = {name: data[name] for name in sorted(data) if name not in APART}
            named = tuple(sorted({document for document, _ in data.get("members", ())}))
            yield Entry(id, one.kind, one.name, tuple(data.get("aliases", ())), own, named, len(named))

    def facts(self) -> Iterator[Link]:
        """The edges that articles state."""
        return (one for one in self._links() if one.relation is not Relation.POSSIBLY_SAME)

    def doubts(self) -> Iterator[Link]:
        """The pairs that may be one: `likelihood` and `reasons` are among the attributes."""
        return (one for one in self._links() if one.relation is Relation.POSSIBLY_SAME)

    def said(self, fact: Link) -> list[Quote]:
        """The sentences behind a fact."""
        return [self.quotes[claim] for claim in fact.claims if claim in self.quotes]

    def articles(self) -> tuple[Article, ...]:
        """Every article that is quoted or names a node."""
        found = {id: Article(id) for one in self.entries() for id in one.articles}
        for quote in self.quotes.values():
            found[quote.document] = Article(quote.document, quote.title, quote.publisher, quote.url, quote.published)
        return tuple(found[id] for id in sorted(found))

    def period(self, fact: Link) -> tuple[str, str]:
        """From when and until when a fact was, as partial ISO dates; '' where that is not known.

        Of a post that is told of as a past one only, the dates of telling it are none of holding it.
        """
        if fact.attributes.get("past_only"):
            return fact.text("start"), fact.text("end") or fact.text("left_by")
        data = {**fact.attributes, "first": fact.first, "last": fact.last}
        start, end = period(self.graph, fact.source.id, fact.target.id, data)
        if before(end, start):
            start, end = fact.first, fact.last
        return ("", "") if before(end, start) else (start, end)

    def _links(self) -> Iterator[Link]:
        for edge in sorted(self.graph.edges(keys=True)):
            one = link(self.graph, *edge)
            yield replace(one, attributes=dict(sorted(one.attributes.items())))


def told(quote: Quote) -> str:
    """A sentence with its article on one line, for formats that can hold no more than a text.

    >>> told(Quote("a.txt:1", "a.txt", "Tin", "", "2021-07", "Hội nghị họp.", 0, 8, "event head", 0.9))
    'Hội nghị họp. [Tin, 2021-07, a.txt]'
    """
    source = ", ".join(filter(None, (quote.title, quote.published, quote.url or quote.document)))
    return f"{' '.join(quote.sentence.split())} [{source}]"
