"""Doubtful pairs as a judge needs them: both sides with what their articles say, most valuable first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.model import Claim, Entity, Quote
from graphbuild.resolve import Doubt, JudgedPairs
from graphbuild.store import JudgementFile, Reader

from .judging import SHOWN

SENTENCES = 2
"""Sentences shown of each record."""

NAMING = ("person", "unit", "event", "place", "parent", "cluster", "organiser")
"""Fields of claims that name a record."""


TELLING = ("posting", "rank", "parent", "event")
"""Kinds of claims that tell most of what they name."""


@dataclass(frozen=True, slots=True)
class ReviewSide:
    """One side of a doubtful pair.

    Attributes
    ----------
    about: what the graph says of it in a few words. articles: how many name it.
    records: those that a judgement will name. quotes: sentences of these records' claims.
    """

    id: str
    name: str
    about: str
    articles: int
    records: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A doubtful pair with both its sides. `worth`: how many articles an answer is likely to change."""

    a: ReviewSide
    b: ReviewSide
    likelihood: float
    reasons: tuple[str, ...]
    worth: float


def reviews(reader: Reader, file: JudgementFile) -> Iterator[Review]:
    """The doubtful pairs that judgements leave open, those first whose answer is likely to change most.

    Only 'same' changes the graph, and then for the articles of the smaller side: that number times the likelihood is
    what an answer is worth. Before each pair the file is read again, so that pairs are left out whose answer follows
    from those given meanwhile.
    """
    for pair in reader.doubtful():
        a, b = reader.entity(pair.a), reader.entity(pair.b)
        if not JudgedPairs(file.load(), a.kind).settled(a.members, b.members):
            yield _review(reader, pair, a, b)


def _review(reader: Reader, pair: Doubt, a: Entity, b: Entity) -> Review:
    sides = (_side(reader, a), _side(reader, b))
    worth = round(pair.likelihood * min(side.articles for side in sides), 2)
    return Review(*sides, pair.likelihood, pair.reasons, worth)


def _side(reader: Reader, entity: Entity) -> ReviewSide:
    records = entity.members[:SHOWN]
    quotes = [quote for record in records for quote in _quotes(reader, *record)]
    return ReviewSide(
        entity.id,
        entity.name,
        _about(entity),
        len({document for document, _ in entity.members}),
        records,
        tuple(quotes),
    )


def _quotes(reader: Reader, document: str, key: str) -> list[Quote]:
    """The first sentences of what an article claims of a record; the telling ones before mere mentions."""
    claims = [(id, claim) for id, claim in reader.claims_of(document) if _names(claim, key)]
    claims.sort(key=lambda pair: pair[1].kind not in TELLING)
    found = reader.quotes([id for id, _ in claims])
    by_sentence: dict[str, Quote] = {}
    for id, _ in claims:
        by_sentence.setdefault(found[id].sentence, found[id])
    return list(by_sentence.values())[:SENTENCES]


def _names(claim: Claim, key: str) -> bool:
    return any(getattr(claim, field, None) == key for field in NAMING)


def _about(entity: Entity) -> str:
    shown = ("rank", "type", "date", "first", "last")
    words = [str(entity.attributes.get(name) or "") for name in shown]
    return ", ".join(dict.fromkeys(filter(None, words)))
