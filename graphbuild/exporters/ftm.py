"""FollowTheMoney entities, a JSON object a line: for Aleph and OpenAleph."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from ..graph import Link
from ..model import EntityKind, Quote, Relation
from .content import Article, Content, Entry
from .texts import one_line

SAFE = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?")
"""What FollowTheMoney takes for an id."""

Values = Mapping[str, Iterable[object]]
Facts = Mapping[str, list[Link]]

LINKS = {
    Relation.PART_OF: ("Membership", "member", "organization", "part of"),
    Relation.MEMBER_OF: ("Membership", "member", "organization", "member"),
    Relation.LEADS: ("Membership", "member", "organization", "leads"),
    Relation.SUCCEEDED_BY: ("Succession", "predecessor", "successor", "succeeded by"),
    Relation.ORGANISES: ("UnknownLink", "subject", "object", "organises"),
    Relation.HELD_AT: ("UnknownLink", "subject", "object", "held at"),
    Relation.PARTICIPATES: ("UnknownLink", "subject", "object", "takes part"),
}
"""Relation -> schema, the properties of its two ends, and what its role is called where the edge has none."""


def write(content: Content, path: Path) -> None:
    """Write articles, nodes, posts and what links them; `proof` leads from each to its articles.

    Persons are Person, units PublicBody or Organization (ftm.toml says which), places Address, events Event. A post is
    a Position with an Occupancy. `startDate` and `endDate` are only what is stated; dates of being seen are `date`.
    Pairs that may be one are Similar. Nothing is added that no article says, such as a country.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in _entities(content):
            file.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")


def ftm_id(id: str) -> str:
    """The id of a node as FollowTheMoney takes it.

    >>> ftm_id("person/bui-hai-son")
    'person-bui-hai-son'
    """
    plain = id.replace("/", "-")
    if SAFE.fullmatch(plain):
        return plain
    return f"{re.sub('[^0-9a-zA-Z]+', '-', plain).strip('-') or 'x'}-{_digest(id)}"


def _entities(content: Content) -> Iterator[dict[str, object]]:
    for article in content.articles():
        yield _article(article)
    around = _around(content)
    for entry in content.entries():
        yield _node(entry, around[entry.id])
    posts: set[str] = set()
    for fact in content.facts():
        if fact.relation is Relation.HOLDS:
            post = _position(fact)
            if post["id"] not in posts:
                posts.add(str(post["id"]))
                yield post
            yield _occupancy(content, fact, str(post["id"]))
        else:
            yield _link(content, fact)
    for doubt in content.doubts():
        yield _similar(doubt)


def _around(content: Content) -> Facts:
    found: dict[str, list[Link]] = defaultdict(list)
    for fact in content.facts():
        for end in {fact.source.id, fact.target.id}:
            found[end].append(fact)
    return found


def _entity(schema: str, id: str, values: Values) -> dict[str, object]:
    """An entity with the properties that have a value, each value once, as a text on one line."""
    texts = {name: sorted({one_line(str(value)) for value in some} - {""}) for name, some in values.items()}
    return {"id": id, "schema": schema, "properties": {name: some for name, some in texts.items() if some}}


def _article(article: Article) -> dict[str, object]:
    values: Values = {
        "title": [article.title],
        "name": [article.title or article.id],
        "fileName": [article.id],
        "publisher": [article.publisher],
        "publishedAt": [article.published],
        "sourceUrl": _urls([article.url]),
    }
    return _entity("Article", article_id(article.id), values)


def _node(entry: Entry, facts: list[Link]) -> dict[str, object]:
    known = {name: str(value) for name, value in entry.attributes.items()}
    shared: Values = {"name": [entry.name], "alias": entry.aliases, "proof": map(article_id, entry.articles)}
    of_kind: dict[EntityKind, Values] = {
        EntityKind.PERSON: {
            "title": [known.get("rank", "")],
            "position": [known.get("posts_without_unit", "")],
            "notes": [f"Ranks: {known['ranks']}"] if known.get("ranks") else [],
        },
        EntityKind.UNIT: {
            "classification": [known.get("type", "")],
            "incorporationDate": [known.get("valid_from", "")],
            "dissolutionDate": [known.get("valid_to", "")],
            "parent": (ftm_id(fact.target.id) for fact in _of(facts, Relation.PART_OF) if fact.source.id == entry.id),
        },
        EntityKind.EVENT: {
            "date": [known.get("date", "")],
            "keywords": [known.get("type", "")],
            "recordId": [entry.id],
            "location": (fact.target.name for fact in _of(facts, Relation.HELD_AT)),
            "addressEntity": (ftm_id(fact.target.id) for fact in _of(facts, Relation.HELD_AT)),
            "organizer": (ftm_id(fact.source.id) for fact in _of(facts, Relation.ORGANISES)),
            "involved": (ftm_id(fact.source.id) for fact in _of(facts, Relation.PARTICIPATES)),
        },
        EntityKind.PLACE: {"full": [entry.name], "remarks": [known.get("type", "")]},
    }
    return _entity(_schema(entry), ftm_id(entry.id), {**shared, **of_kind[entry.kind]})


def _schema(entry: Entry) -> str:
    if entry.kind is EntityKind.UNIT:
        return "Organization" if entry.attributes.get("type") in _organizations() else "PublicBody"
    return {EntityKind.PERSON: "Person", EntityKind.EVENT: "Event", EntityKind.PLACE: "Address"}[entry.kind]


def _of(facts: Iterable[Link], relation: Relation) -> Iterator[Link]:
    return (fact for fact in facts if fact.relation is relation)


def _position(post: Link) -> dict[str, object]:
    title = post.text("title") or post.relation
    values: Values = {"name": [f"{title}, {post.target.name}"], "organization": [ftm_id(post.target.id)]}
    return _entity("Position", f"position-{_digest(post.target.id, title)}", values)


def _occupancy(content: Content, post: Link, position: str) -> dict[str, object]:
    rank = post.text("rank")
    values: Values = {
        "holder": [ftm_id(post.source.id)],
        "post": [position],
        "status": ["acting" if post.attributes.get("acting") else post.text("status")],
        "startDate": [post.text("start")],
        "endDate": [post.text("end")],
        "date": [post.first, post.last],
        "summary": [f"Rank: {rank}"] if rank else [],
    }
    return _entity("Occupancy", _id(post), {**values, **_evidence(content.said(post), post)})


def _link(content: Content, fact: Link) -> dict[str, object]:
    schema, source, target, role = LINKS[fact.relation]
    # What happens at an event bears its date and none other.
    at_event = EntityKind.EVENT in (fact.source.kind, fact.target.kind)
    values: Values = {
        source: [ftm_id(fact.source.id)],
        target: [ftm_id(fact.target.id)],
        "role": [(fact.text("role") or role).replace("_", " ")],
        "startDate": [fact.text("start") or fact.text("valid_from")],
        "endDate": [fact.text("end") or fact.text("valid_to")],
        "date": content.period(fact) if at_event else [fact.first, fact.last],
    }
    return _entity(schema, _id(fact), {**values, **_evidence(content.said(fact), fact)})


def _similar(doubt: Link) -> dict[str, object]:
    values: Values = {
        "candidate": [ftm_id(doubt.source.id)],
        "match": [ftm_id(doubt.target.id)],
        "confidenceScore": [doubt.attributes["likelihood"]],
        "criteria": [doubt.text("reasons")],
        "matcher": ["graphbuild"],
    }
    return _entity("Similar", _id(doubt), values)


def _evidence(quotes: list[Quote], fact: Link) -> Values:
    return {
        "description": (quote.sentence for quote in quotes),
        "publisher": (quote.publisher for quote in quotes),
        "sourceUrl": _urls(quote.url for quote in quotes),
        "proof": (article_id(quote.document) for quote in quotes),
        "recordId": fact.claims,
    }


def article_id(document: str) -> str:
    """The id of an article's entity."""
    return f"article-{_digest(document)}"


def _id(link: Link) -> str:
    relation = link.relation.lower().replace("_", "-")
    return f"{relation}-{_digest(link.source.id, link.key, link.target.id)}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:20]


def _urls(urls: Iterable[str]) -> Iterator[str]:
    """Those that are addresses of the web; others would be refused."""
    for url in urls:
        try:
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and "." in (parts.hostname or ""):
            yield url


@cache
def _organizations() -> frozenset[str]:
    text = Path(__file__).with_name("ftm.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["organizations"])
