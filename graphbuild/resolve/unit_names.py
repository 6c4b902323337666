"""What a unit's name says: its kind, whether it tells the unit apart by itself, and the unit it names within.

'Sư đoàn 3' and 'Ban CHQS huyện An Thạch' tell which unit they mean in any article; 'Phòng Chính trị', 'Bộ Tư lệnh'
and 'Ban CHQS cơ quan' only inside their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..resources import Gazetteer, KnownUnit, UnitType

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name says.

    Attributes
    ----------
    key: two names of the same key are the same unit, if they tell it apart by themselves.
    known: the gazetteer's unit of this name. type: the kind of unit, None for an unknown head.
    numbers: the numbers in the name. alone: the name tells the unit apart by itself.
    tail: the words of a unit glued on, as compared ('Đảng ủy Quân khu 6' -> 'quân khu 6'), '' where there is none;
    part: the words before it, or the whole name.
    within: the key of the unit glued on, if its name tells it apart by itself.
    """

    key: str
    known: KnownUnit | None
    type: UnitType | None
    numbers: frozenset[str]
    alone: bool
    tail: str
    part: str
    within: str


@dataclass(slots=True)
class _Tail:
    """What stands behind the head of a name, up to the first unit or place named in it."""

    field: bool = False
    number: bool = False
    other: bool = False
    place: bool = False
    unit: Words = ()


class UnitNames:
    """Reads unit names with the gazetteer's lists; every name is read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        words = gazetteer.words
        self._heads = {
            self._words(form): kind for kind in reversed(gazetteer.unit_types) for form in (kind.name, *kind.forms)
        }
        self._fields = self._phrases((*words.arms, *words.topics))
        self._places = self._phrases(form for forms in words.place_kinds.values() for form in forms)
        self._own = self._phrases(words.grammar.own_agency)
        self._known = {
            gazetteer.expand(name): unit
            for unit in reversed(gazetteer.known_units)
            for name in (*unit.aliases, unit.name)
        }
        self._readings: dict[str, Reading] = {}
        self._of_twins: dict[str, Reading] = {}
        self._twins: frozenset[str] = frozenset()

    def read(self, name: str) -> Reading:
        """What `name` says."""
        read = self._readings.get(name)
        if read is None:
            read = self._readings[name] = self._read(name)
        if read.key in self._twins:
            return self._of_twins.get(name) or self._of_twins.setdefault(name, replace(read, alone=False))
        return read

    def tell_apart(self, keys: Iterable[str]) -> None:
        """From now on names of these keys, and no others, are borne by several units: only a parent tells which."""
        self._twins = frozenset(keys)

    def expanded(self, name: str) -> str:
        """The name as compared, abbreviations spelled out."""
        return self._gazetteer.expand(name)

    def known_line(self, unit: KnownUnit) -> list[tuple[Reading, Reading]]:
        """The gazetteer's line of command from `unit` upwards, as (unit, its parent) pairs."""
        line: list[tuple[Reading, Reading]] = []
        seen = {unit.name}
        while unit.parent and (above := self._known.get(self._gazetteer.expand(unit.parent))):
            line.append((self.read(unit.name), self.read(above.name)))
            if above.name in seen:
                break
            seen.add(above.name)
            unit = above
        return line

    def _read(self, name: str) -> Reading:
        words = self._words(name)
        head = _longest(self._heads, words, 0)
        kind = self._heads[words[:head]] if head else None
        tail = self._tail(words[head:])
        housed = self._houses(kind, tail)
        known = self._gazetteer.canonical_unit(" ".join(tail.unit) if housed else name)
        return Reading(
            self._gazetteer.expand(known.name) if known else " ".join(tail.unit if housed else words),
            known,
            kind,
            frozenset(word for word in words if any(c.isdigit() for c in word)),
            known is not None or kind is None or self._alone(kind, tail),
            " ".join(tail.unit),
            " ".join(words[: len(words) - len(tail.unit)]),
            self._key_of(tail.unit) if tail.unit and not housed and self._words_alone(tail.unit) else "",
        )

    def _houses(self, kind: UnitType | None, tail: _Tail) -> bool:
        """'Bộ Tư lệnh Quân khu 6' is the headquarters of Quân khu 6, and named for it."""
        if kind is None or not tail.unit or tail.field or tail.number or tail.other or tail.place:
            return False
        inner = self._heads[tail.unit[: _longest(self._heads, tail.unit, 0)]]
        return inner.key in kind.houses and self._words_alone(tail.unit)

    def _alone(self, kind: UnitType, tail: _Tail) -> bool:
        if tail.place or (tail.unit and self._words_alone(tail.unit)):
            return True
        match kind.scope:
            case "number" | "place":
                return tail.number or tail.other
            case "name":
                return tail.number or tail.other or tail.field
            case "parent":
                return False

    def _words_alone(self, words: Words) -> bool:
        head = _longest(self._heads, words, 0)
        return self._alone(self._heads[words[:head]], self._tail(words[head:]))

    def _key_of(self, words: Words) -> str:
        head = _longest(self._heads, words, 0)
        tail = self._tail(words[head:])
        if self._houses(self._heads[words[:head]], tail):
            return self._key_of(tail.unit)
        key = " ".join(words)
        return self._gazetteer.expand(self._known[key].name) if key in self._known else key

    def _tail(self, words: Words) -> _Tail:
        tail = _Tail()
        at = 0
        while at < len(words):
            field = _longest(self._fields, words, at)
            head = _longest(self._heads, words, at)
            place = _longest(self._places, words, at)
            own = _longest(self._own, words, at)
            if field and field >= max(head, place):
                tail.field = True
                at += field
            elif own:
                at += own
            elif head and head >= place:
                tail.unit = words[at:]
                break
            elif place:
                tail.place = at + place < len(words)
                break
            else:
                is_number = any(c.isdigit() for c in words[at])
                tail.number |= is_number
                tail.other |= not is_number
                at += 1
        return tail

    def _words(self, name: str) -> Words:
        return tuple(self._gazetteer.expand(name).split())

    def _phrases(self, forms: Iterable[str]) -> dict[Words, None]:
        return dict.fromkeys(self._words(form) for form in forms)


def _longest(phrases: Mapping[Words, object], words: Words, at: int) -> int:
    """How many words of the longest phrase that stands at `at`; 0 where none does."""
    return next((n for n in range(min(len(words) - at, 8), 0, -1) if words[at : at + n] in phrases), 0)
