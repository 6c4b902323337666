"""The graph as RDF resources, for Turtle and JSON-LD: PROV-O for where each fact comes from, W3C's ORG and schema.org.

A fact is a resource of its own with its two ends, dates and attributes, `prov:wasDerivedFrom` the claims behind it; a
claim is a sentence, `prov:wasQuotedFrom` its article. Beside it stands the plain triple, which says no more than that
it was so at some time. A pair that may be one is a resource, and never a plain triple.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote as percent

from ..graph import Link
from ..model import Attribute, EntityKind, Quote, Relation
from .content import Article, Content, Entry
from .texts import clean

OURS = "urn:graphbuild:"
"""Before the ids of a graph: it has no address in the web."""

PREFIXES = {
    "gb": f"{OURS}vocabulary:",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

VIETNAMESE = "vi"

OF_KIND = {
    EntityKind.PERSON: ("schema:Person", "prov:Person"),
    EntityKind.UNIT: ("org:Organization", "prov:Organization"),
    EntityKind.EVENT: ("schema:Event", "prov:Activity"),
    EntityKind.PLACE: ("schema:Place", "prov:Location"),
}

ALSO = {
    Relation.HOLDS: "org:memberOf",
    Relation.PART_OF: "org:subOrganizationOf",
    Relation.HELD_AT: "schema:location",
}
"""The relations that vocabularies of the web have too, in the same direction."""

DATES = {"first", "last", "start", "end", "date", "valid_from", "valid_to", "left_by"}
"""Attributes that are partial dates."""


@dataclass(frozen=True, slots=True)
class Iri:
    """A resource, whole or with a prefix: 'schema:Person'."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value with its type ('xsd:gYear') or its language; neither where it is a plain text."""

    text: str
    type: str = ""
    language: str = ""


Value = Iri | Literal


@dataclass(frozen=True, slots=True)
class Resource:
    """What is said of one thing: (property, value) pairs, each once and in order."""

    iri: Iri
    types: tuple[Iri, ...]
    said: tuple[tuple[str, Value], ...]


def resources(content: Content) -> Iterator[Resource]:
    """Articles, claims, nodes, facts and doubts."""
    for article in content.articles():
        yield _article(article)
    for claim in sorted(content.quotes):
        yield _claim(content.quotes[claim])
    facts = list(content.facts())
    plain: dict[str, list[Link]] = {}
    for fact in facts:
        plain.setdefault(fact.source.id, []).append(fact)
    for entry in content.entries():
        yield _node(entry, plain.get(entry.id, ()))
    for fact in facts:
        yield _fact(content, fact)
    for doubt in content.doubts():
        yield _doubt(doubt)


def iri(*parts: str) -> Iri:
    """The name of something of ours, with whatever an IRI cannot hold escaped.

    >>> iri("unit/quan-khu-6").text
    'urn:graphbuild:unit/quan-khu-6'
    """
    return Iri(OURS + "/".join(percent(clean(part), safe="/-._~:") for part in parts))


def property_of(name: str) -> str:
    """The property of an attribute: 'gb:rank'."""
    return f"gb:{percent(clean(name), safe='-_')}"


def dated(iso: str) -> Literal:
    """A partial date as what it is: a day, a month or a year.

    >>> dated("2021-07").type
    'xsd:gYearMonth'
    """
    return Literal(iso, {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}.get(len(iso), "xsd:string"))


def _resource(name: Iri, types: Iterable[str], said: Iterable[tuple[str, Value]]) -> Resource:
    told = (one for one in said if not isinstance(one[1], Literal) or one[1].text)
    unique = sorted(set(told), key=lambda one: (one[0], one[1].text, repr(one[1])))
    return Resource(name, tuple(map(Iri, types)), tuple(unique))


def _article(article: Article) -> Resource:
    return _resource(
        iri("article", article.id),
        ("prov:Entity", "schema:NewsArticle"),
        (
            ("gb:id", _text(article.id)),
            ("schema:name", _text(article.title, VIETNAMESE)),
            ("schema:publisher", _text(article.publisher, VIETNAMESE)),
            ("schema:datePublished", dated(article.published)),
            ("schema:url", _text(article.url)),
        ),
    )


def _claim(quote: Quote) -> Resource:
    marked = quote.sentence[quote.mark_start : quote.mark_end]
    return _resource(
        iri("claim", quote.claim),
        ("prov:Entity", "gb:Claim"),
        (
            ("gb:id", _text(quote.claim)),
            ("prov:value", _text(quote.sentence, VIETNAMESE)),
            ("gb:marked", _text(marked, VIETNAMESE)),
            ("prov:wasQuotedFrom", iri("article", quote.document)),
            ("gb:rule", _text(quote.rule)),
            ("gb:confidence", _value(quote.confidence)),
            ("gb:caption", _value(quote.caption)),
        ),
    )


def _node(entry: Entry, facts: Iterable[Link]) -> Resource:
    said: list[tuple[str, Value]] = [
        ("gb:id", _text(entry.id)),
        ("rdfs:label", _text(entry.name, VIETNAMESE)),
        *(("schema:alternateName", _text(alias, VIETNAMESE)) for alias in entry.aliases),
        *(("prov:wasDerivedFrom", iri("article", article)) for article in entry.articles),
        *_attributes(entry.attributes.items()),
    ]
    if entry.kind is EntityKind.EVENT:
        said.append(("schema:startDate", dated(str(entry.attributes.get("date", "")))))
    for fact in facts:
        names = filter(None, (f"gb:{fact.relation}", ALSO.get(fact.relation)))
        said += [(name, iri(fact.target.id)) for name in names]
    return _resource(iri(entry.id), OF_KIND[entry.kind], said)


def _fact(content: Content, fact: Link) -> Resource:
    known: dict[str, Attribute] = {"first": fact.first, "last": fact.last, "count": fact.count, "key": fact.key}
    types = ["rdf:Statement", "prov:Entity"]
    said: list[tuple[str, Value]] = [
        ("rdf:subject", iri(fact.source.id)),
        ("rdf:predicate", Iri(f"gb:{fact.relation}")),
        ("rdf:object", iri(fact.target.id)),
        *_attributes({**fact.attributes, **known}.items()),
        *(("prov:wasDerivedFrom", iri("claim", quote.claim)) for quote in content.said(fact)),
    ]
    if fact.relation is Relation.HOLDS:
        types.append("org:Membership")
        said += [("org:member", iri(fact.source.id)), ("org:organization", iri(fact.target.id))]
    return _resource(_of_link(fact), types, said)


def _doubt(doubt: Link) -> Resource:
    said = (
        ("gb:one", iri(doubt.source.id)),
        ("gb:other", iri(doubt.target.id)),
        ("gb:likelihood", _value(doubt.attributes["likelihood"])),
        ("gb:reasons", _text(doubt.text("reasons"))),
    )
    return _resource(_of_link(doubt), ("gb:PossiblySame",), said)


def _of_link(link: Link) -> Iri:
    return iri("fact", link.source.id, f"{link.relation}|{link.key}", link.target.id)


def _attributes(attributes: Iterable[tuple[str, Attribute]]) -> Iterator[tuple[str, Value]]:
    for name, value in attributes:
        yield property_of(name), dated(value) if name in DATES and isinstance(value, str) else _value(value)


def _value(value: Attribute) -> Literal:
    if isinstance(value, bool):
        return Literal(str(value).lower(), "xsd:boolean")
    if isinstance(value, int):
        return Literal(str(value), "xsd:integer")
    return Literal(repr(value), "xsd:double") if isinstance(value, float) else _text(value)


def _text(text: str, language: str = "") -> Literal:
    return Literal(clean(text), language=language)
