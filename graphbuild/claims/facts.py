"""The facts of one article as one plain record: what `graphbuild extract` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from ..model import (
    ClusterClaim,
    EventClaim,
    Extraction,
    ParentClaim,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    RankClaim,
    UnitClaim,
)
from ..resources import Gazetteer, load_gazetteer


@dataclass(frozen=True, slots=True)
class PositionFact:
    title: str
    unit: str | None
    status: str
    role: str


@dataclass(frozen=True, slots=True)
class PersonFact:
    name: str
    rank: str | None
    positions: tuple[PositionFact, ...]


@dataclass(frozen=True, slots=True)
class UnitFact:
    name: str
    aliases: tuple[str, ...]
    parent: str | None


@dataclass(frozen=True, slots=True)
class EventFact:
    type: str
    name: str
    date: str | None
    place: str | None
    organiser: str | None


@dataclass(frozen=True, slots=True)
class RelationFact:
    person: str
    event: int
    role: str


@dataclass(frozen=True, slots=True)
class UnitRelationFact:
    type: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts of one article, each once; `as_dict` gives them as one JSON object.

    Attributes
    ----------
    document: id of the article.
    persons, units, events, places: what it names; persons with their ranks and posts, the main event first.
    relations: who did what at which event. unit_relations: which unit is part, member or leader of which.
    title, publisher, byline, published, url: of the article, None where it does not say.
    """

    document: str
    persons: tuple[PersonFact, ...]
    units: tuple[UnitFact, ...]
    events: tuple[EventFact, ...]
    relations: tuple[RelationFact, ...]
    unit_relations: tuple[UnitRelationFact, ...]
    places: tuple[str, ...]
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    url: str | None

    def as_dict(self) -> dict[str, object]:
        """A dictionary of plain lists, strings, numbers and None."""
        plain = asdict(self)
        plain["unit_relations"] = [{"type": r.type, "from": r.from_, "to": r.to} for r in self.unit_relations]
        return plain


def facts(extraction: Extraction, gazetteer: Gazetteer | None = None) -> DocumentFacts:
    """Fold the claims of one article into its facts: each person, unit, event and relation once."""
    gazetteer = gazetteer or load_gazetteer()
    claims, document = extraction.claims, extraction.document
    events = sorted((c for c in claims if isinstance(c, EventClaim)), key=lambda e: not e.main)
    index = {e.event: n for n, e in enumerate(events)}
    relations = dict.fromkeys(
        RelationFact(c.person, index[c.event], c.role.value)
        for c in claims
        if isinstance(c, ParticipationClaim) and c.person
    )
    parents = {c.unit: c.parent for c in reversed(claims) if isinstance(c, ParentClaim)}
    clusters = dict.fromkeys(
        UnitRelationFact("leads" if c.leads else "member_of", c.unit, c.cluster)
        for c in claims
        if isinstance(c, ClusterClaim)
    )
    return DocumentFacts(
        document=document.id,
        persons=_persons(claims, gazetteer),
        units=tuple(UnitFact(c.unit, c.aliases, parents.get(c.unit)) for c in claims if isinstance(c, UnitClaim)),
        events=tuple(EventFact(e.type.value, e.name, _iso(e.date), e.place, e.organiser) for e in events),
        relations=tuple(relations),
        unit_relations=tuple(clusters),
        places=tuple(c.place for c in claims if isinstance(c, PlaceClaim)),
        title=document.title,
        publisher=document.publisher,
        byline=document.byline,
        published=_iso(document.published),
        url=document.url,
    )


def _persons(claims: Iterable[object], gazetteer: Gazetteer) -> tuple[PersonFact, ...]:
    posts: dict[str, dict[tuple[str, str | None], PositionFact]] = {}
    ranks: dict[str, Counter[str]] = {}
    for claim in claims:
        if isinstance(claim, PostingClaim):
            held = posts.setdefault(claim.person, {})
            fact = PositionFact(claim.title, claim.unit, claim.status.value, claim.role.value)
            held.setdefault((claim.title.casefold(), claim.unit), fact)
        elif isinstance(claim, RankClaim) and not claim.former and not claim.doubtful:
            ranks.setdefault(claim.person, Counter())[claim.rank] += 1
        elif isinstance(claim, ParticipationClaim) and claim.person:
            posts.setdefault(claim.person, {})
    names = dict.fromkeys([*posts, *ranks])
    return tuple(PersonFact(n, _rank(ranks.get(n), gazetteer), tuple(posts.get(n, {}).values())) for n in names)


def _rank(seen: Counter[str] | None, gazetteer: Gazetteer) -> str | None:
    """The highest rank that the article gives the person: after a promotion the new one."""
    return max(seen, key=lambda rank: (gazetteer.rank_order(rank) or 0.0, rank)) if seen else None


def _iso(date: object) -> str | None:
    return str(date) if date else None
