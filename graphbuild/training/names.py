"""Invented names of persons, places and units, drawn by chance from the gazetteer and from syllables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeVar

from ..resources import Gazetteer, UnitType
from .material import Material
from .slots import fill

T = TypeVar("T")


class Names:
    """Draws names; the same `chance` gives the same names in the same order."""

    def __init__(self, gazetteer: Gazetteer, material: Material, chance: Random) -> None:
        self.gazetteer, self.material, self.chance = gazetteer, material, chance
        self._surnames = [s.name for s in gazetteer.surnames]
        # The rarest surnames are given more than their share: a model learns little from the tenth Nguyễn.
        self._shares = [max(s.share, 0.3) for s in gazetteer.surnames]
        self._listed_places = [p.name for p in gazetteer.provinces] + [n for d in gazetteer.districts for n in d.names]
        self._units = [name for unit in gazetteer.known_units for name in (unit.name, *unit.aliases)]
        self._kinds = [(kind, word) for words in gazetteer.words.place_kinds.items() for kind, word in _each(words)]
        self._drawn: Mapping[str, Callable[[], str]] = {
            "bare": self.place, "place": self.place_with_kind, "unit": self.unit, "person": self.person,
            "number": self.number,
        }  # fmt: skip

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return self.chance.choice(choices)

    def person(self) -> str:
        """'Nguyễn Thị Lan', 'Y Bhan Niê'."""
        m = self.material
        if self.chance.random() < 0.15:
            drawn = {"g": self.pick(m.highland_names), "v": self.pick(m.given_names)}
            return self.pick(m.highland_patterns).format_map(drawn)
        surname = self.chance.choices(self._surnames, self._shares)[0]
        between = self.chance.choices((0, 1, 2), (0.25, 0.63, 0.12))[0]
        return " ".join([surname, *(self.pick(m.middle_names) for _ in range(between)), self.pick(m.given_names)])

    def nickname(self) -> str:
        """'Sáu Kế': the southern way of calling a neighbour by the order of birth, which names no officer."""
        return f"{self.pick(self.material.birth_orders)} {self.pick(self.material.given_names)}"

    def place(self) -> str:
        """'Lâm Đồng', 'Thạch Khê', 'Đắk Mil': without a kind word."""
        m = self.material
        if self.chance.random() < 0.35:
            return self.pick(self._listed_places)
        drawn = {"a": self.pick(m.place_first), "b": self.pick(m.place_second), "h": self.pick(m.place_highland)}
        return self.pick(m.place_patterns).format_map(drawn)

    def place_with_kind(self) -> str:
        """'xã Thạch Khê', 'phường 7'."""
        kind, word = self.pick(self._kinds)
        name = str(self.chance.randint(1, 15)) if kind == "hamlet" and self.chance.random() < 0.4 else self.place()
        return f"{word} {name}"

    def number(self) -> str:
        """'7', '941'."""
        return str(self.chance.randint(1, 10 ** self.chance.randint(1, 4)))

    def unit(self) -> str:
        """A listed unit, one that a head begins, or one that no list foresees."""
        drawn = self.chance.random()
        if drawn < 0.15:
            return self.pick(self._units)
        if drawn < 0.55:
            return self._from_head(self.pick(self.gazetteer.unit_types), deep=True)
        return fill(self.pick(self.material.odd_units), self._drawn)

    def _from_head(self, kind: UnitType, *, deep: bool) -> str:
        """'Trung đoàn Pháo binh 452', 'Phòng Chính trị Sư đoàn 941', 'Sở Y tế tỉnh Sơn Khê'."""
        words = self.gazetteer.words
        parts = [self.pick((kind.name, *kind.forms))]
        if "arm" in kind.takes and self.chance.random() < 0.4:
            parts.append(self.pick(words.arms))
        if "topic" in kind.takes:
            parts.append(self.pick(words.topics))
        if "number" in kind.takes:
            parts.append(self.number())
        elif "name" in kind.takes and "topic" not in kind.takes:
            parts.append(self.place())
        if "place" in kind.takes and self.chance.random() < 0.7:
            parts.append(self.pick((self.place_with_kind, self.place))())
        elif kind.scope == "parent" and deep:
            parts.append(self._from_head(self.pick(self.gazetteer.unit_types), deep=False))
        return " ".join(parts)


def _each(words: tuple[str, Sequence[str]]) -> list[tuple[str, str]]:
    kind, forms = words
    return [(kind, form) for form in forms]
