"""Articles about an invented army, as claims: who was where, with what rank and post, with the slips that articles have."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from graphbuild.model import (
    Claim,
    EventClaim,
    EventRole,
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

from .careers import Officer, Service, Term
from .names import Names
from .news import News, Story
from .units import Unit

RANKS = {
    6: "Thiếu úy",
    7: "Trung úy",
    8: "Thượng úy",
    9: "Đại úy",
    10: "Thiếu tá",
    11: "Trung tá",
    12: "Thượng tá",
    13: "Đại tá",
    14: "Thiếu tướng",
    15: "Trung tướng",
}

SHARE_WITH_RANK = 0.73
SHARE_WITH_POST = 0.93
SHARE_WITH_UNIT = 0.94
SHARE_WITH_PARENT = 0.37
"""Measured on our own marked articles (tests/gold: 278 persons, 348 units)."""

NAME_SLIPS, RANK_SLIPS, UNIT_SLIPS = 0.004, 0.005, 0.05
"""Shares of misspelled names, of ranks a step off, and of posts read with a neighbour's unit."""

SHARE_WITH_PARTY_POST = 0.08


@dataclass(slots=True)
class Truth:
    """(document, 'kind:local key') -> number of what it really is, by kind: the keys of `Resolution.assigned`."""

    persons: dict[tuple[str, str], int] = field(default_factory=dict)
    units: dict[tuple[str, str], int] = field(default_factory=dict)
    events: dict[tuple[str, str], int] = field(default_factory=dict)


class Newspaper:
    """Writes reports; `claim_sets` and `truth` grow with each."""

    def __init__(self, service: Service, units: list[Unit], names: Names, random: Random) -> None:
        self._news, self._names, self._random = News(service, units, random), names, random
        self.claim_sets: list[ClaimSet] = []
        self.truth = Truth()

    def report(self) -> None:
        """One event, told by one article or several."""
        for story in self._news.event():
            self._write(story)

    def _write(self, story: Story) -> None:
        document = f"a{len(self.claim_sets):07d}.txt"
        unit, day = story.unit, story.day
        article = _Article(document, self._random, self.truth, unit)
        event = story.told_as(self._random)
        self.truth.events[document, f"event:{event}"] = story.event
        stated = PartialDate(day.year, day.month, day.day)
        organiser = article.unit(unit) if self._random.random() < 0.9 else None
        place = f"tỉnh {unit.home}" if self._random.random() < 0.5 else None
        evidence = article.evidence
        article.claims.append(EventClaim(event, story.type, event, stated, place, organiser, True, evidence))
        if place:
            article.claims.append(PlaceClaim(place, "province", evidence))
        for term, officer in story.shown:
            article.show(term, officer, story.when, event, self._names)
        published = str(day + timedelta(self._random.choice((0, 0, 1, 2))))
        numbered = tuple((f"{document}:{n}", claim) for n, claim in enumerate(article.claims))
        self.claim_sets.append(ClaimSet(document, published, numbered))


class _Article:
    """One article under construction."""

    def __init__(self, document: str, random: Random, truth: Truth, organiser: Unit) -> None:
        self.document, self._random, self._truth, self._organiser = document, random, truth, organiser
        self.evidence = Evidence(document, 0, 1, 0, 1, "generated")
        self.claims: list[Claim] = []
        self._named: dict[int, str] = {}
        self._people: set[str] = set()
        self._committees: set[str] = set()

    def unit(self, unit: Unit) -> str:
        """The unit's local name, told with its claims on first use."""
        if unit.number in self._named:
            return self._named[unit.number]
        forms = unit.forms
        name = forms[0] if len(forms) == 1 or self._random.random() < 0.8 else forms[1]
        if name in self._named.values() and unit.parent:
            name = f"{name} {unit.parent.forms[0]}"
        self._named[unit.number] = name
        self._truth.units[self.document, f"unit:{name}"] = unit.number
        self.claims.append(UnitClaim(name, unit.type, (), self.evidence))
        if unit.parent and (unit.relative or self._random.random() < SHARE_WITH_PARENT):
            self.claims.append(ParentClaim(name, self.unit(unit.parent), None, self.evidence))
        return name

    def show(self, term: Term, officer: Officer, when: float, event: str, names: Names) -> None:
        """What the article says of one person; of two of one name only the first is told."""
        draw = self._random.random
        name = names.misspelled(officer.name) if draw() < NAME_SLIPS else officer.name
        if name in self._people:
            return
        self._people.add(name)
        self._truth.persons[self.document, f"person:{name}"] = officer.number
        rank = None
        if (order := officer.order(when)) and draw() < SHARE_WITH_RANK:
            slip = self._random.choice((-1, 1)) if draw() < RANK_SLIPS else 0
            rank = RANKS[min(max(order + slip, 6), 15)]
            self.claims.append(RankClaim(name, rank, None, self.evidence))
        posted = draw() < SHARE_WITH_POST
        if posted:
            shown = self._organiser if draw() < UNIT_SLIPS else term.unit
            unit = self.unit(shown) if draw() < SHARE_WITH_UNIT else None
            if draw() < SHARE_WITH_PARTY_POST and term.post.lowest:
                self._party_post(name, term.unit)
            self._post(name, term, unit, rank, Status.CURRENT)
        if when - term.start < 0.5 and len(officer.terms) > 1 and draw() < 0.4:
            before = officer.terms[officer.terms.index(term) - 1] if officer.terms[0] is not term else None
            if before and before.unit is not term.unit:
                self._post(name, before, self.unit(before.unit), None, Status.FORMER)
        self.claims.append(ParticipationClaim(name, None, event, EventRole.ATTENDS, self.evidence))

    def _party_post(self, name: str, unit: Unit) -> None:
        """'Ủy viên Ban Thường vụ Đảng ủy Sư đoàn 941': a post in a unit of its own inside the officer's."""
        committee = f"Đảng ủy {self.unit(unit)}"
        if committee not in self._committees:
            self._committees.add(committee)
            self._truth.units[self.document, f"unit:{committee}"] = -1 - unit.number
            self.claims.append(UnitClaim(committee, "Đảng ủy", (), self.evidence))
            self.claims.append(ParentClaim(committee, self.unit(unit), None, self.evidence))
        self.claims.append(
            PostingClaim(
                name, "Ủy viên Ban Thường vụ", PostRole.PARTY, committee, None, Status.CURRENT, None, self.evidence
            )
        )

    def _post(self, name: str, term: Term, unit: str | None, rank: str | None, status: Status) -> None:
        self.claims.append(PostingClaim(name, term.post.title, term.post.role, unit, rank, status, None, self.evidence))
