"""An invented cast: short builders of claims, so that a test reads like the articles it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.model import (
    Claim,
    ClusterClaim,
    Edge,
    Entity,
    EntityKind,
    EventClaim,
    EventRole,
    EventType,
    Evidence,
    ParentClaim,
    PartialDate,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    PostRole,
    RankClaim,
    Relation,
    Status,
    UnitClaim,
)
from graphbuild.resolve import ClaimSet, Judgements, Resolution, resolve
from graphbuild.resources import load_gazetteer


@dataclass
class Story:
    """An article under construction; every method adds one claim and returns the story."""

    document: str
    published: str | None = None
    claims: list[Claim] = field(default_factory=list)

    def _evidence(self) -> Evidence:
        return Evidence(self.document, 0, 10, 0, 5, "test")

    def _add(self, claim: Claim) -> Story:
        self.claims.append(claim)
        return self

    def unit(self, name: str, *aliases: str, type: str = "", part_of: str | None = None) -> Story:
        self._add(UnitClaim(name, type, aliases, self._evidence()))
        return self if part_of is None else self._add(ParentClaim(name, part_of, None, self._evidence()))

    def rank(self, person: str, rank: str, *, former: bool = False) -> Story:
        return self._add(RankClaim(person, rank, None, self._evidence(), former))

    def post(
        self,
        person: str,
        title: str,
        unit: str | None = None,
        *,
        status: Status = Status.CURRENT,
        rank: str | None = None,
    ) -> Story:
        if rank:
            self.rank(person, rank)
        return self._add(PostingClaim(person, title, PostRole.HEAD, unit, rank, status, None, self._evidence()))

    def event(
        self,
        name: str,
        date: str | None = None,
        *,
        type: EventType = EventType.CONFERENCE,
        by: str | None = None,
        at: str | None = None,
        main: bool = True,
    ) -> Story:
        day = PartialDate.parse(date) if date else None
        return self._add(EventClaim(name, type, name, day, at, by, main, self._evidence()))

    def joins(self, who: str, event: str, role: EventRole = EventRole.ATTENDS) -> Story:
        return self._add(ParticipationClaim(who, None, event, role, self._evidence()))

    def unit_joins(self, who: str, event: str, role: EventRole = EventRole.ATTENDS) -> Story:
        return self._add(ParticipationClaim(None, who, event, role, self._evidence()))

    def cluster(self, unit: str, cluster: str, *, leads: bool = False) -> Story:
        return self._add(ClusterClaim(unit, cluster, leads, None, self._evidence()))

    def place(self, name: str, type: str) -> Story:
        return self._add(PlaceClaim(name, type, self._evidence()))

    def done(self) -> ClaimSet:
        numbered = tuple((f"{self.document}:{n}", claim) for n, claim in enumerate(self.claims))
        return ClaimSet(self.document, self.published, numbered)


def resolved(
    *stories: Story,
    assigned: Mapping[tuple[str, str], str] | None = None,
    judgements: Judgements | None = None,
    former: Mapping[tuple[str, str], tuple[str, ...]] | None = None,
) -> Resolution:
    claims = [story.done() for story in stories]
    return resolve(claims, assigned or {}, load_gazetteer(), judgements or Judgements(), former or {})


def of_kind(resolution: Resolution, kind: EntityKind) -> list[Entity]:
    return [entity for entity in resolution.entities if entity.kind is kind]


def persons(resolution: Resolution) -> list[Entity]:
    return of_kind(resolution, EntityKind.PERSON)


def units(resolution: Resolution) -> list[Entity]:
    return of_kind(resolution, EntityKind.UNIT)


def events(resolution: Resolution) -> list[Entity]:
    return of_kind(resolution, EntityKind.EVENT)


def places(resolution: Resolution) -> list[Entity]:
    return of_kind(resolution, EntityKind.PLACE)


def edges(resolution: Resolution, relation: Relation) -> list[Edge]:
    return [edge for edge in resolution.edges if edge.relation is relation]


def articles_of(entity: Entity) -> list[str]:
    return sorted({document for document, _ in entity.members})


def grouped(entities: Sequence[Entity]) -> list[list[str]]:
    """Which articles went together, whatever the ids."""
    return sorted(articles_of(entity) for entity in entities)
