"""An invented order of battle: real commands from the gazetteer, made-up numbers below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from graphbuild.model import PostRole
from graphbuild.resources import Gazetteer

COMMANDS = ("Quân khu", "Quân đoàn", "Quân chủng", "Binh chủng", "Binh đoàn")


@dataclass(frozen=True, slots=True)
class Post:
    """A kind of post: who may hold it (seniority of ranks, 0 for a civilian) and how many do at a time."""

    title: str
    role: PostRole
    lowest: int
    highest: int
    seats: int = 1


POSTS: dict[str, tuple[Post, ...]] = {
    "command": (
        Post("Tư lệnh", PostRole.COMMANDER, 14, 15),
        Post("Chính ủy", PostRole.POLITICAL, 14, 15),
        Post("Phó Tư lệnh", PostRole.DEPUTY, 13, 14, 3),
        Post("Tham mưu trưởng", PostRole.STAFF, 13, 14),
        Post("Phó Tham mưu trưởng", PostRole.STAFF, 12, 13, 2),
        Post("Chủ nhiệm Chính trị", PostRole.POLITICAL_STAFF, 13, 14),
    ),
    "province": (
        Post("Chỉ huy trưởng", PostRole.COMMANDER, 12, 13),
        Post("Chính ủy", PostRole.POLITICAL, 12, 13),
        Post("Phó Chỉ huy trưởng", PostRole.DEPUTY, 11, 13, 2),
    ),
    "division": (
        Post("Sư đoàn trưởng", PostRole.COMMANDER, 12, 13),
        Post("Chính ủy", PostRole.POLITICAL, 12, 13),
        Post("Phó Sư đoàn trưởng", PostRole.DEPUTY, 11, 12, 2),
        Post("Tham mưu trưởng", PostRole.STAFF, 11, 12),
    ),
    "brigade": (
        Post("Lữ đoàn trưởng", PostRole.COMMANDER, 11, 13),
        Post("Chính ủy", PostRole.POLITICAL, 11, 13),
        Post("Phó Lữ đoàn trưởng", PostRole.DEPUTY, 11, 12, 2),
    ),
    "regiment": (
        Post("Trung đoàn trưởng", PostRole.COMMANDER, 11, 12),
        Post("Chính ủy", PostRole.POLITICAL, 11, 12),
        Post("Phó Trung đoàn trưởng", PostRole.DEPUTY, 10, 12, 2),
        Post("Trợ lý", PostRole.MEMBER, 8, 11, 2),
    ),
    "district": (
        Post("Chỉ huy trưởng", PostRole.COMMANDER, 11, 12),
        Post("Chính trị viên", PostRole.POLITICAL, 10, 12),
    ),
    "battalion": (
        Post("Tiểu đoàn trưởng", PostRole.COMMANDER, 9, 11),
        Post("Chính trị viên", PostRole.POLITICAL, 9, 11),
    ),
    "office": (
        Post("Trưởng phòng", PostRole.HEAD, 11, 13),
        Post("Phó Trưởng phòng", PostRole.DEPUTY, 10, 12),
        Post("Trợ lý", PostRole.MEMBER, 8, 11, 2),
    ),
    "government": (
        Post("Chủ tịch", PostRole.HEAD, 0, 0),
        Post("Phó Chủ tịch", PostRole.DEPUTY, 0, 0, 3),
    ),
}


@dataclass(slots=True)
class Unit:
    """A unit. `forms`: how articles name it, most often the first. `home`: the province it lies in."""

    number: int
    kind: str
    type: str
    forms: tuple[str, ...]
    parent: Unit | None
    home: str
    relative: bool = False
    parts: list[Unit] = field(default_factory=list)

    @property
    def command(self) -> Unit:
        """The highest unit of its line."""
        return self if self.parent is None else self.parent.command

    def seats(self) -> Iterator[Post]:
        """Every seat, a post of several seats as often as it has."""
        for post in POSTS[self.kind]:
            for _ in range(post.seats):
                yield post


class Army:
    """Units, enough to seat `seats` persons at a time."""

    def __init__(self, gazetteer: Gazetteer, random: Random, seats: int) -> None:
        self._random = random
        self.units: list[Unit] = []
        self._provinces = [p.name for p in gazetteer.provinces]
        self._districts = {d.province: d.names for d in gazetteer.districts if d.kind == "huyện"}
        self._used: set[tuple[str, int]] = set()
        commands = [
            self._add("command", k.name.split()[0] + " " + k.name.split()[1], (k.name, f"Bộ Tư lệnh {k.name}"), None)
            for k in gazetteer.known_units
            if k.name.startswith(COMMANDS) and k.parent == "Bộ Quốc phòng"
        ]
        for n, province in enumerate(self._provinces):
            regions = [c for c in commands if c.type == "Quân khu"]
            self._province(regions[n % len(regions)], province)
        self._seats = sum(sum(1 for _ in unit.seats()) for unit in self.units)
        while self._seats < seats:
            self._division(random.choice(commands))

    def _province(self, region: Unit, name: str) -> None:
        kind = "thành phố" if name in ("Hà Nội", "Đà Nẵng", "Hải Phòng", "Cần Thơ") else "tỉnh"
        forms = (f"Bộ CHQS {kind} {name}", f"Bộ Chỉ huy quân sự {kind} {name}")
        province = self._add("province", "Bộ Chỉ huy Quân sự", forms, region, name)
        self._add("government", "Ủy ban nhân dân", (f"UBND {kind} {name}",), None, name)
        for district in sorted(self._districts.get(name, ()))[:4]:
            names = (f"Ban CHQS huyện {district}",)
            self._add("district", "Ban Chỉ huy Quân sự", names, province, name)

    def _division(self, command: Unit) -> None:
        kind, head = self._random.choice((("division", "Sư đoàn"), ("brigade", "Lữ đoàn")))
        before = len(self.units)
        division = self._add(kind, head, (self._numbered(head),), command)
        for office in ("Phòng Chính trị", "Phòng Tham mưu"):
            self._add("office", "Phòng", (office,), division, division.home, relative=True)
        for _ in range(3 if kind == "division" else 0):
            regiment = self._add("regiment", "Trung đoàn", (self._numbered("Trung đoàn"),), division, division.home)
            for n in (1, 2, 3):
                self._add("battalion", "Tiểu đoàn", (f"Tiểu đoàn {n}",), regiment, division.home, relative=True)
        self._seats += sum(sum(1 for _ in unit.seats()) for unit in self.units[before:])

    def _numbered(self, head: str) -> str:
        number = self._random.randrange(1, 10_000)
        while (head, number) in self._used:
            number = self._random.randrange(1, 10_000)
        self._used.add((head, number))
        return f"{head} {number}"

    def _add(
        self, kind: str, type: str, forms: tuple[str, ...], parent: Unit | None, home: str = "", relative: bool = False
    ) -> Unit:
        home = home or self._random.choice(self._provinces)
        unit = Unit(len(self.units), kind, type, forms, parent, home, relative)
        self.units.append(unit)
        if parent:
            parent.parts.append(unit)
        return unit
