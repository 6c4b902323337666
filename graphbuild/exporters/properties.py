"""The graph as a property graph: what Neo4j's import and a Cypher script have in common.

Nodes are labelled Entity and by their kind, sentences Claim, and the articles in which they were said Article. A
relationship names its claims by id, since none can lead to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..graph import Link
from ..model import Attribute, EntityKind, Quote
from .content import Article, Content, Entry

Property = Attribute | tuple[str, ...]
Properties = Mapping[str, Property]

ENTITY, CLAIM, ARTICLE, SAID_IN = "Entity", "Claim", "Article", "SAID_IN"

LABELS = {kind: kind.value.title() for kind in EntityKind}
"""Kind of node -> its second label."""


def links(content: Content) -> Iterator[Link]:
    """Every fact, then every pair that may be one; the latter are POSSIBLY_SAME and have no claims."""
    yield from content.facts()
    yield from content.doubts()


def of_entity(entry: Entry) -> Properties:
    """What a node carries besides its id."""
    own: Properties = {"name": entry.name, "aliases": entry.aliases, "articles": entry.count}
    return _told({**entry.attributes, **own})


def of_link(link: Link) -> Properties:
    """What a relationship carries; `key` tells those of one type between the same two apart."""
    own: Properties = {
        "key": link.key,
        "claims": link.claims,
        "count": link.count,
        "first": link.first,
        "last": link.last,
    }
    return _told({**link.attributes, **own}) | {"key": link.key}


def of_claim(quote: Quote) -> Properties:
    """What the node of a sentence carries besides its id."""
    marked = quote.sentence[quote.mark_start : quote.mark_end]
    sure: Properties = {"rule": quote.rule, "confidence": quote.confidence, "caption": quote.caption}
    return _told({"sentence": quote.sentence, "marked": marked, **sure})


def of_article(article: Article) -> Properties:
    """What the node of an article carries besides its id."""
    about = {"title": article.title, "publisher": article.publisher}
    return _told({**about, "published": article.published, "url": article.url})


def quotes(content: Content) -> Iterator[Quote]:
    """The sentences in the order of their claims' ids."""
    return (content.quotes[claim] for claim in sorted(content.quotes))


def _told(properties: Mapping[str, Property]) -> dict[str, Property]:
    """What there is something to say of, sorted by name."""
    return {name: properties[name] for name in sorted(properties) if properties[name] not in ("", ())}
