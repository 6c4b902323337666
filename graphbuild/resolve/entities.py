"""Groups of records -> entities with names, aliases and attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Attribute, DateSource, Entity, EntityKind
from .articles import EventRecord, PlaceRecord, UnitRecord
from .event_date import choose_date
from .naming import event_name, others, person_name, place_name, unit_name
from .persons import PersonGroup
from .places import Places
from .ranks import SEPARATOR, format_ranks
from .unit_names import UnitNames
from .units import Units

if TYPE_CHECKING:
    from ..resources import Gazetteer


def describe_person(id: str, group: PersonGroup, gazetteer: Gazetteer) -> Entity:
    """The entity of a person, without what `tell_sightings` adds."""
    forms = [record.key[1] for record in group.records]
    name = person_name(forms)
    ranks = _ranks(group, gazetteer)
    attributes: dict[str, Attribute] = {
        "rank": ranks[-1][0] if ranks else "",
        "ranks": format_ranks(sorted(ranks, key=lambda pair: not pair[1])),
        "joined_because": SEPARATOR.join(group.because),
    }
    return Entity(
        id,
        EntityKind.PERSON,
        name,
        others(name, forms),
        _filled(attributes),
        tuple(record.key for record in group.records),
    )


def tell_sightings(person: Entity, days: tuple[str, str], posts: Iterable[str]) -> Entity:
    """The entity with when the person was seen, which is known only when all articles are told again.

    Parameters
    ----------
    days: the first and last ISO date of all that articles say of the person, '' where nothing bears one.
    posts: titles for which no article names the unit.
    """
    attributes = dict(person.attributes)
    because = attributes.pop("joined_because", "")
    attributes["first"], attributes["last"] = days
    attributes["posts_without_unit"] = SEPARATOR.join(sorted(set(posts)))
    return replace(person, attributes=_filled({**attributes, "joined_because": because}))


def unit_titles(units: Units, names: UnitNames) -> list[str]:
    """The name of every unit; a part that only its parent tells apart has the parent's name behind its own."""
    own = [unit_name(group, names) for group in units.groups]
    forms = [{names.expanded(form) for record in group for form in record.forms} for group in units.groups]
    return [_full_title(n, units, own, forms, names) for n in range(len(own))]


def _full_title(
    n: int,
    units: Units,
    own: Sequence[str],
    forms: Sequence[Set[str]],
    names: UnitNames,
    below: frozenset[int] = frozenset(),
) -> str:
    if n not in units.inside or n in below or names.read(own[n]).alone:
        return own[n]
    parent = units.inside[n]
    tail = names.read(own[n]).tail
    part = own[n].split()
    if tail in forms[parent]:
        part = part[: len(part) - len(tail.split())] or part
    return f"{' '.join(part)} {_full_title(parent, units, own, forms, names, below | {n})}"


def describe_unit(id: str, name: str, group: Sequence[UnitRecord], names: UnitNames, gazetteer: Gazetteer) -> Entity:
    """The entity of a unit under the name that `unit_titles` gives it."""
    types = Counter(record.type for record in group if record.type)
    head = names.read(name).type
    type = min(types, key=lambda t: (-types[t], t)) if types else head.key if head else ""
    kind = gazetteer.unit_type(type) or head
    attributes: dict[str, Attribute] = {
        "type": type,
        "level": kind.level if kind else 0,
        "known": names.read(name).known is not None,
    }
    forms = [form for record in group for form in record.forms]
    return Entity(id, EntityKind.UNIT, name, others(name, forms), attributes, tuple(record.key for record in group))


def describe_event(id: str, group: Sequence[EventRecord]) -> Entity:
    """The entity of an event; dates that contradict the chosen one are kept in `other_dates`."""
    forms = [record.name for record in group]
    name = event_name(forms)
    date, contrary = choose_date(group)
    source = date.source if date else DateSource.STATED
    attributes: dict[str, Attribute] = {
        "type": group[0].type.value,
        "date": str(date or ""),
        "date_source": source.value if date else "",
        "main": any(record.main for record in group),
    }
    if contrary:
        attributes["other_dates"] = SEPARATOR.join(map(str, contrary))
    return Entity(id, EntityKind.EVENT, name, others(name, forms), attributes, tuple(record.key for record in group))


def describe_place(id: str, n: int, places: Places) -> Entity:
    """The entity of the `n`-th place."""
    group: Sequence[PlaceRecord] = places.groups[n]
    forms = [record.key[1] for record in group]
    name = place_name(forms)
    return Entity(
        id,
        EntityKind.PLACE,
        name,
        others(name, forms),
        {"type": places.types[n]},
        tuple(record.key for record in group),
    )


def _ranks(group: PersonGroup, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Each rank with the first day it was seen on; the last one is the latest, then highest. Undated ones first."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for rank, day in sorted(pair for record in group.records for pair in record.ranks):
        first[rank] = min(filter(None, (first.get(rank), day)), default="")
        last[rank] = max(last.get(rank, ""), day)
    return [(rank, first[rank]) for rank in sorted(first, key=lambda r: (last[r], gazetteer.rank_order(r) or 0, r))]


def _filled(attributes: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """Without the optional ones that are empty; rank, first and last stay, so that every person has them."""
    kept = ("rank", "first", "last")
    return {name: value for name, value in attributes.items() if value != "" or name in kept}
