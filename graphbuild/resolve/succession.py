"""Units and provinces that were merged, renamed or dissolved: until when they were, and what follows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import Attribute, Edge, Entity, EntityKind, Relation
from .ranks import SEPARATOR

if TYPE_CHECKING:
    from ..resources import Gazetteer
    from ..resources.schema import Province


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a unit or province: `successors` are names, none where nothing follows it one by one."""

    on: str
    successors: tuple[str, ...]
    source: str


class Successions:
    """The gazetteer's successions, looked up by name.

    >>> from graphbuild.resources import load_gazetteer
    >>> Successions(load_gazetteer()).fate("Quân đoàn 3")
    Fate(on='2024-12-15', successors=('Quân đoàn 34',), source='TT3412')
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        listed = gazetteer.successions
        self._fates: dict[str, Fate] = {}
        self._formed: dict[str, str] = {}
        for kind in listed.with_province:
            for old, new in self._merged():
                self._add(f"{kind.kind} {_full(old)}", f"{kind.kind} {_full(new)}", kind.on, kind.source)
        for old, new in self._merged():
            self._add(_full(old), _full(new), listed.provinces.on, listed.provinces.source)
        for unit in listed.unit:
            self._add(unit.old, unit.new, unit.on, unit.source)
            if unit.formed:
                self._formed[self.key(unit.new)] = unit.on
        self._gone = {
            f"{self.key(f'{gone.kind} {place}')} ": Fate(gone.on, (), gone.source)
            for gone in listed.gone
            for place in gone.places
        }

    def key(self, name: str) -> str:
        """The name as compared: a known unit's own one, abbreviations spelled out."""
        known = self._gazetteer.canonical_unit(name)
        return self._gazetteer.expand(known.name if known else name)

    def fate(self, name: str) -> Fate | None:
        """What became of the unit or province of this name; None if it is not known to have ended."""
        key = self.key(name)
        if key in self._fates:
            return self._fates[key]
        return next((fate for head, fate in self._gone.items() if key.startswith(head)), None)

    def formed(self, name: str) -> str:
        """The ISO date on which the unit was formed from others, '' where that is not known."""
        return self._formed.get(self.key(name), "")

    def _add(self, old: str, new: str, on: str, source: str) -> None:
        self._fates[self.key(old)] = Fate(on, (new,), source)

    def _merged(self) -> Iterator[tuple[Province, Province]]:
        """Provinces that lost their name, each with the one that it became part of."""
        for province in self._gazetteer.provinces:
            new = self._gazetteer.province(province.new)
            if new is not None and new.name != province.name:
                yield province, new


def _full(province: Province) -> str:
    return f"{province.kind} {province.name}"


def tell_times(entities: Iterable[Entity], gazetteer: Gazetteer) -> tuple[list[Entity], list[Edge]]:
    """The entities, units and provinces with what is known of their time, and an edge from each to its successor.

    Attributes: valid_from, valid_to (ISO dates) and succeeded_by (names, whether or not an article names them).
    The edge SUCCEEDED_BY is there where articles name both; it carries `source`, the key of the gazetteer's source.
    """
    entities = list(entities)
    successions = Successions(gazetteer)
    times = {e.id: _times(e, successions) for e in entities if e.kind in (EntityKind.UNIT, EntityKind.PLACE)}
    by_key = _by_key((e for e in entities if e.id in times), successions)
    edges = [
        Edge(id, to, Relation.SUCCEEDED_BY, attributes={"source": fate.source}, first=fate.on, last=fate.on)
        for id, (fate, _) in times.items()
        if fate
        for name in fate.successors
        if (to := by_key.get((EntityKind(id.partition("/")[0]), successions.key(name)))) and to != id
    ]
    described = [
        replace(e, attributes={**e.attributes, **times[e.id][1]}) if e.id in times and times[e.id][1] else e
        for e in entities
    ]
    return described, edges


class KnownParents:
    """What the gazetteer knows of the time of command.

    Parameters
    ----------
    names: the names of units by id.
    """

    def __init__(self, names: Mapping[str, str], gazetteer: Gazetteer) -> None:
        self._names, self._successions = names, Successions(gazetteer)
        key = self._successions.key
        self._known = {
            (key(unit.name), key(unit.parent)): (unit.valid_from, unit.valid_to, unit.source)
            for unit in reversed(gazetteer.known_units)
            if unit.parent and (unit.valid_from or unit.valid_to)
        }
        for former in gazetteer.successions.parent:
            self._known[key(former.unit), key(former.parent)] = ("", former.until, former.source)

    def tell(self, edge: Edge) -> Edge:
        """The edge; one of command with from when and until when it is known to hold.

        Such an edge carries valid_from and valid_to, where known, and `source`; its first and last stay sightings.
        """
        if edge.relation is not Relation.PART_OF:
            return edge
        ends = (self._successions.key(self._names[end]) for end in (edge.source, edge.target))
        times = self._known.get((next(ends), next(ends)), ("", "", ""))
        told = {name: value for name, value in zip(("valid_from", "valid_to", "source"), times, strict=True) if value}
        return replace(edge, attributes={**edge.attributes, **told})


def _times(entity: Entity, successions: Successions) -> tuple[Fate | None, dict[str, Attribute]]:
    fate, formed = successions.fate(entity.name), successions.formed(entity.name)
    found: dict[str, Attribute] = {
        "valid_from": formed,
        "valid_to": fate.on if fate else "",
        "succeeded_by": SEPARATOR.join(fate.successors) if fate else "",
    }
    return fate, {name: value for name, value in found.items() if value}


def _by_key(entities: Iterable[Entity], successions: Successions) -> Mapping[tuple[EntityKind, str], str]:
    """(kind, name as compared) -> id, for names that one entity alone has as its own."""
    found: defaultdict[tuple[EntityKind, str], list[str]] = defaultdict(list)
    for entity in entities:
        found[entity.kind, successions.key(entity.name)].append(entity.id)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}
