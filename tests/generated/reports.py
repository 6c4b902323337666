"""Articles about an invented army, as claims: who was where, with what rank and post, with the slips that articles have."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

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

from .careers import Officer, Service, Term
from .names import Names
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

EVENTS = (
    ("Hội nghị quân chính năm {year}", EventType.CONFERENCE),
    ("Hội nghị sơ kết 6 tháng đầu năm {year}", EventType.CONFERENCE),
    ("Hội nghị tổng kết công tác Đảng, công tác chính trị năm {year}", EventType.CONFERENCE),
    ("Hội nghị rút kinh nghiệm huấn luyện chiến sĩ mới", EventType.CONFERENCE),
    ("Lễ ra quân huấn luyện năm {year}", EventType.CEREMONY),
    ("Lễ giao nhận quân năm {year}", EventType.CEREMONY),
    ("Lễ bàn giao nhà tình nghĩa", EventType.CEREMONY),
    ("Hội thi bắn súng quân dụng", EventType.COMPETITION),
    ("Diễn tập khu vực phòng thủ năm {year}", EventType.EXERCISE),
    ("Đoàn công tác kiểm tra công tác sẵn sàng chiến đấu", EventType.VISIT),
)

SHARE_WITH_RANK = 0.73
SHARE_WITH_POST = 0.93
SHARE_WITH_UNIT = 0.94
SHARE_WITH_PARENT = 0.37
"""Measured on our own marked articles (tests/gold: 278 persons, 348 units)."""

NAME_SLIPS, RANK_SLIPS, UNIT_SLIPS = 0.004, 0.005, 0.05
"""Shares of misspelled names, of ranks a step off, and of posts read with a neighbour's unit."""

SHARE_WITH_PARTY_POST = 0.08

DISPATCH = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
"""How many articles tell of one event."""


@dataclass(slots=True)
class Truth:
    """(document, 'kind:local key') -> number of what it really is, by kind: the keys of `Resolution.assigned`."""

    persons: dict[tuple[str, str], int] = field(default_factory=dict)
    units: dict[tuple[str, str], int] = field(default_factory=dict)
    events: dict[tuple[str, str], int] = field(default_factory=dict)


class Newspaper:
    """Writes reports; `claim_sets` and `truth` grow with each."""

    def __init__(self, service: Service, units: list[Unit], names: Names, random: Random) -> None:
        self._service, self._names, self._random = service, names, random
        self._units = [u for u in units if u.kind not in ("office", "battalion", "government")]
        weights = {"command": 40, "province": 20, "division": 12, "brigade": 8, "regiment": 4, "district": 3}
        self._weights = [weights[u.kind] for u in self._units]
        self._government = {u.home: u for u in units if u.kind == "government"}
        self._events = 0
        self.claim_sets: list[ClaimSet] = []
        self.truth = Truth()

    def report(self) -> None:
        """One event, told by one article or several."""
        unit = self._random.choices(self._units, self._weights)[0]
        day = date(2011, 1, 1) + timedelta(self._random.randrange(15 * 365))
        guests = self._guests(unit, day.year + (day.timetuple().tm_yday - 1) / 365)
        if not guests:
            return
        self._events += 1
        template, type = self._random.choice(EVENTS)
        for _ in range(self._random.choice(DISPATCH)):
            count = min(len(guests), 1 + int(self._random.expovariate(1 / 6)))
            shown = sorted(self._random.sample(range(len(guests)), count))
            self._write(unit, day, template.format(year=day.year), type, [guests[n] for n in shown])

    def _guests(self, unit: Unit, when: float) -> list[tuple[Term, Officer]]:
        """Those of the unit, of the unit above, of some parts, and at times of the province."""
        near = [unit, *([unit.parent] if unit.parent else [])]
        near += self._random.sample(unit.parts, min(4, len(unit.parts)))
        if self._random.random() < 0.4:
            near.append(self._government[unit.home])
        if unit.kind == "command" and self._random.random() < 0.3:
            near.append(self._random.choice(self._units))
        found = [held for u in near for held in self._service.holders(u, when)]
        return [held for held in found if self._random.random() < 0.7]

    def _write(self, unit: Unit, day: date, name: str, type: EventType, guests: list[tuple[Term, Officer]]) -> None:
        document = f"a{len(self.claim_sets):07d}.txt"
        article = _Article(document, self._random, self.truth, unit)
        event = self._event_name(name, unit)
        self.truth.events[document, f"event:{event}"] = self._events
        stated = PartialDate(day.year, day.month, day.day)
        organiser = article.unit(unit) if self._random.random() < 0.9 else None
        place = f"tỉnh {unit.home}" if self._random.random() < 0.5 else None
        evidence = article.evidence
        article.claims.append(EventClaim(event, type, event, stated, place, organiser, True, evidence))
        if place:
            article.claims.append(PlaceClaim(place, "province", evidence))
        when = day.year + (day.timetuple().tm_yday - 1) / 365
        for term, officer in guests:
            article.show(term, officer, when, event, self._names)
        published = str(day + timedelta(self._random.choice((0, 0, 1, 2))))
        numbered = tuple((f"{document}:{n}", claim) for n, claim in enumerate(article.claims))
        self.claim_sets.append(ClaimSet(document, published, numbered))

    def _event_name(self, name: str, unit: Unit) -> str:
        if not unit.relative and self._random.random() < 0.3:
            return f"{name} {unit.forms[0]}" if "năm" not in name else name.replace(" năm", f" {unit.forms[0]} năm")
        return name


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
