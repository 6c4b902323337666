"""Articles' claims with what they are really about, written by hand in few words."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphbuild.model import (
    Claim,
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
    Status,
    UnitClaim,
)
from graphbuild.resolve import ClaimSet


@dataclass(slots=True)
class Told:
    """An article under construction. `truth`: 'kind:local key' -> what it really is."""

    document: str
    published: str
    claims: list[Claim] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)
    main: str = ""

    def unit(
        self, name: str, *aliases: str, part_of: str | None = None, true: str | None = None, type: str = ""
    ) -> Told:
        """A unit; `true` where the name is not the one that the gold knows it by."""
        self._add(UnitClaim(name, type, aliases, self._evidence()))
        if part_of:
            self._add(ParentClaim(name, part_of, None, self._evidence()))
            self.truth.setdefault(f"unit:{part_of}", part_of)
        self.truth[f"unit:{name}"] = true or name
        return self

    def event(
        self,
        name: str,
        true: str,
        date: str | None = None,
        *,
        by: str | None = None,
        at: str | None = None,
        type: EventType = EventType.CONFERENCE,
        main: bool = True,
    ) -> Told:
        """An event; `at` a province. Persons told afterwards take part in the last one."""
        day = PartialDate.parse(date) if date else None
        self._add(EventClaim(name, type, name, day, at, by, main, self._evidence()))
        if at:
            self._add(PlaceClaim(at, "province", self._evidence()))
        if by:
            self.truth.setdefault(f"unit:{by}", by)
        self.truth[f"event:{name}"] = true
        self.main = name
        return self

    def person(
        self,
        true: str,
        name: str,
        rank: str | None = None,
        title: str | None = None,
        unit: str | None = None,
        *,
        status: Status = Status.CURRENT,
        role: PostRole = PostRole.COMMANDER,
    ) -> Told:
        """A person with rank and post, who takes part in the event told last."""
        if rank:
            self._add(RankClaim(name, rank, None, self._evidence()))
        if title:
            self._add(PostingClaim(name, title, role, unit, rank, status, None, self._evidence()))
        if unit:
            self.truth.setdefault(f"unit:{unit}", unit)
        if self.main:
            self._add(ParticipationClaim(name, None, self.main, EventRole.ATTENDS, self._evidence()))
        self.truth[f"person:{name}"] = true
        return self

    def claim_set(self) -> ClaimSet:
        """What resolution is given."""
        numbered = tuple((f"{self.document}:{n}", claim) for n, claim in enumerate(self.claims))
        return ClaimSet(self.document, self.published, numbered)

    def _add(self, claim: Claim) -> None:
        self.claims.append(claim)

    def _evidence(self) -> Evidence:
        return Evidence(self.document, 0, 1, 0, 1, "gold")


@dataclass(slots=True)
class Case:
    """The articles of one hard case; names of documents begin with the case's."""

    name: str
    articles: list[Told] = field(default_factory=list)

    def article(self, published: str) -> Told:
        """A new article of that day."""
        told = Told(f"{self.name}-{len(self.articles) + 1}.txt", published)
        self.articles.append(told)
        return told
