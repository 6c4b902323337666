"""Predictions made worse by a seed: facts dropped, renamed, doubled and mixed up, in the shape of the contract."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

Facts = dict[str, Any]

ROLES = ("chairs", "presides", "speaks", "directs", "hands over", "hands_over", "attends", "other")
TYPES = ("conference", "ceremony", "visit", "appointment")
DATES = (None, "2019", "2023-07", "2024-12-05")


def damaged(facts: Facts, random: Random, severity: float) -> Facts:
    """Return a copy of `facts` in which a share of `severity`, 0 to 1, of everything is spoilt."""
    spoil = _Spoiler(random, severity)
    worse = deepcopy(facts)
    worse["persons"] = spoil.some(worse["persons"])
    worse["units"] = spoil.some(worse["units"])
    worse["places"] = spoil.some(worse["places"])
    worse["unit_relations"] = spoil.some(worse["unit_relations"])
    kept = [n for n in range(len(worse["events"])) if not spoil.now()]
    worse["events"] = [worse["events"][n] for n in kept]
    relations = [relation for relation in spoil.some(worse["relations"]) if relation["event"] in kept]
    worse["relations"] = [{**relation, "event": kept.index(relation["event"])} for relation in relations]
    for person in worse["persons"]:
        spoil.fields(person, name=spoil.name, rank=spoil.other_rank)
        person["positions"] = spoil.some(person["positions"])
        for position in person["positions"]:
            spoil.fields(position, title=spoil.title, unit=spoil.name)
    for unit in worse["units"]:
        spoil.fields(unit, name=spoil.name, parent=spoil.name)
        unit["aliases"] = spoil.some(unit["aliases"])
    for event in worse["events"]:
        spoil.fields(event, name=spoil.name, organiser=spoil.name, place=spoil.name)
        spoil.fields(event, type=lambda _: random.choice(TYPES), date=lambda _: random.choice(DATES))
    for relation in worse["relations"]:
        spoil.fields(relation, person=spoil.name, role=lambda _: random.choice(ROLES))
    spoil.fields(worse, byline=spoil.name)
    return worse


class _Spoiler:
    def __init__(self, random: Random, severity: float) -> None:
        self.random, self.severity = random, severity

    def now(self) -> bool:
        return self.random.random() < self.severity

    def some(self, facts: list[Any]) -> list[Any]:
        """The facts in another order, some gone and some twice."""
        kept = [fact for fact in facts if not self.now()]
        kept += [deepcopy(fact) for fact in kept if self.now()]
        if self.now():
            self.random.shuffle(kept)
        return kept

    def fields(self, fact: Facts, **changes: Any) -> None:
        for name, change in changes.items():
            if self.now():
                fact[name] = change(fact[name])

    def name(self, name: str | None) -> str:
        """The name in capitals, cut short, continued, abbreviated, with an aside, or another one."""
        syllables = (name or "Ban CHQS").split()
        middle = len(syllables) // 2
        return self.random.choice(
            (
                " ".join(syllables).upper(),
                " ".join(syllables[: middle + 1]),
                " ".join(syllables[middle:]),
                " ".join([*syllables, "tỉnh Lâm Giang"]),
                " ".join(syllables).replace("Chỉ huy quân sự", "CHQS").replace("ủy", "uỷ"),
                " ".join([*syllables, "(BQP)"]),
                "Trung đoàn 9",
            )
        )

    def title(self, title: str) -> str:
        return self.random.choice((f"nguyên {title}", f"{title}, Bí thư Đảng ủy", f"{title} kiêm Chính ủy", "Bí thư"))

    def other_rank(self, rank: str | None) -> str | None:
        return self.random.choice((None, "Đại tá", "Trung tướng", (rank or "Thiếu úy").upper()))
