"""What newspapers have to tell: an event of a unit, the day, and who of those in post then was there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from graphbuild.model import EventType

from .careers import Officer, Service, Term
from .units import Unit

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

DISPATCH = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
"""How many articles tell of one event."""

Held = tuple[Term, Officer]
"""A post and who holds it."""


@dataclass(frozen=True, slots=True)
class Story:
    """What one article tells: event number `event`, called `name`, which `unit` held on `day`, and who is shown."""

    event: int
    name: str
    type: EventType
    unit: Unit
    day: date
    shown: list[Held]

    @property
    def when(self) -> float:
        """The day in years."""
        return _in_years(self.day)

    def told_as(self, random: Random) -> str:
        """The event's name in one article, with the unit in it or without."""
        if not self.unit.relative and random.random() < 0.3:
            unit = self.unit.forms[0]
            return f"{self.name} {unit}" if "năm" not in self.name else self.name.replace(" năm", f" {unit} năm")
        return self.name


class News:
    """Events without end, drawn by `random`; an article shows about `guests` persons."""

    def __init__(self, service: Service, units: list[Unit], random: Random, guests: float = 6) -> None:
        self._service, self._random, self._few = service, random, guests
        self._units = [u for u in units if u.kind not in ("office", "battalion", "government")]
        weights = {"command": 40, "province": 20, "division": 12, "brigade": 8, "regiment": 4, "district": 3}
        self._weights = [weights[u.kind] for u in self._units]
        self._government = {u.home: u for u in units if u.kind == "government"}
        self._events = 0

    def event(self) -> Iterator[Story]:
        """One event as each of the articles tells it that are written of it; none where nobody was there."""
        unit = self._random.choices(self._units, self._weights)[0]
        day = date(2011, 1, 1) + timedelta(self._random.randrange(15 * 365))
        guests = self._guests(unit, _in_years(day))
        if not guests:
            return
        self._events += 1
        template, type = self._random.choice(EVENTS)
        for _ in range(self._random.choice(DISPATCH)):
            count = min(len(guests), 1 + int(self._random.expovariate(1 / self._few)))
            shown = sorted(self._random.sample(range(len(guests)), count))
            yield Story(self._events, template.format(year=day.year), type, unit, day, [guests[n] for n in shown])

    def _guests(self, unit: Unit, when: float) -> list[Held]:
        """Those of the unit, of the unit above, of some parts, and at times of the province."""
        near = [unit, *([unit.parent] if unit.parent else [])]
        near += self._random.sample(unit.parts, min(4, len(unit.parts)))
        if self._random.random() < 0.4:
            near.append(self._government[unit.home])
        if unit.kind == "command" and self._random.random() < 0.3:
            near.append(self._random.choice(self._units))
        found = [held for u in near for held in self._service.holders(u, when)]
        return [held for held in found if self._random.random() < 0.7]


def _in_years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365
