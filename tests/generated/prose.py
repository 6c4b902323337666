"""Sentences from `prose.toml`: a template is drawn from a list, and its slots are filled by what is drawn for them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from graphbuild.training.slots import pieces

FILE = Path(__file__).with_name("prose.toml")

Drawn = Callable[[], str]


class Prose:
    """Draws phrases and sentences; the same `random` gives the same ones in the same order."""

    def __init__(self, random: Random) -> None:
        self._random = random.random
        lists: dict[str, list[str]] = tomllib.loads(FILE.read_text("utf-8"))
        # A template is cut once into words and slots, since a hundred thousand articles are written from them.
        self._lists = {name: [tuple(pieces(text)) for text in texts] for name, texts in lists.items()}
        self._last = dict.fromkeys(lists, -1)
        self._values: Mapping[str, str | Drawn] = {}
        self._numbers: dict[str, Drawn] = {
            "small": lambda: str(self.between(2, 9)),
            "tens": lambda: str(self.between(10, 95)),
            "hundreds": lambda: str(self.between(11, 95) * 10),
            "percent": lambda: str(self.between(70, 99)),
            "decimal": lambda: f"{self.between(1, 20)},{self.between(1, 9)}",
            "roman": lambda: ("I", "II", "III", "IV")[self.between(0, 3)],
            "month": lambda: str(self.between(1, 12)),
            "date": lambda: f"{self.between(1, 28)}/{self.between(1, 12)}",
        }

    def about(self, values: Mapping[str, str | Drawn]) -> None:
        """From now on slots of these names are filled by these values."""
        self._values = values

    def between(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._random() * (highest - lowest + 1))

    def sentence(self, name: str) -> str:
        """A sentence of the list of this name, with a capital."""
        said = self.phrase(name)
        return said[0].upper() + said[1:]

    def phrase(self, name: str) -> str:
        """A phrase of the list of this name, not one that was drawn just before."""
        templates = self._lists[name]
        at = (self._last[name] + 1 + int(self._random() * len(templates) * 0.7)) % len(templates)
        self._last[name] = at
        return "".join([self._filled(slot) if slot else words for words, slot in templates[at]])

    def _filled(self, slot: str) -> str:
        value = self._values.get(slot) or self._numbers.get(slot)
        if value is None:
            return self.phrase(slot)
        return value if isinstance(value, str) else value()
