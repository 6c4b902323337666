"""What an article touches: everything that chains of edges and of shared names lead to from what it names.

Two things share a name where resolution compares them: persons whose names are alike without accents, units that go by
one name, places with one last word, events of one type and year or without a year. All else is untouched, and must stay as it was, whatever the
article says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphbuild.model import Entity, EntityKind
from graphbuild.resolve import Resolution
from graphbuild.resolve.person_profile import block_of
from graphbuild.resolve.unit_names import UnitNames
from graphbuild.resources import load_gazetteer
from graphbuild.text import search_key


def untouched(after: Resolution, document: str) -> frozenset[str]:
    """Ids of the entities of `after` that the article `document` does not touch."""
    names = UnitNames(load_gazetteer())
    links: defaultdict[object, set[object]] = defaultdict(set)
    for edge in after.edges:
        _link(links, edge.source, edge.target)
    for entity in after.entities:
        for block in _blocks(entity, names):
            _link(links, entity.id, block)
    reached: set[object] = {e.id for e in after.entities if any(d == document for d, _ in e.members)}
    edge = list(reached)
    while edge:
        fresh = links[edge.pop()] - reached
        reached |= fresh
        edge += fresh
    return frozenset(entity.id for entity in after.entities if entity.id not in reached)


def _link(links: defaultdict[object, set[object]], one: object, other: object) -> None:
    links[one].add(other)
    links[other].add(one)


def _blocks(entity: Entity, names: UnitNames) -> Iterator[tuple[str, str]]:
    """What the entity shares with all that it is compared to."""
    for name in (entity.name, *entity.aliases):
        match entity.kind:
            case EntityKind.PERSON:
                yield entity.kind, block_of(name)
            case EntityKind.UNIT:
                yield entity.kind, names.read(name).key
                yield entity.kind, names.read(name).part
            case EntityKind.PLACE:
                yield entity.kind, search_key(name).split()[-1]
            case EntityKind.EVENT:
                for date in (entity.attributes["date"], *str(entity.attributes.get("other_dates", "")).split("; ")):
                    yield entity.kind, f"{entity.attributes['type']} {str(date)[:4]}"
                    yield entity.kind, f"{entity.attributes['type']} {name}"


def kept(resolution: Resolution, ids: frozenset[str]) -> tuple[object, ...]:
    """All that a resolution says of these entities alone: entities, edges, contradictions and doubts."""
    return (
        [entity for entity in resolution.entities if entity.id in ids],
        [edge for edge in resolution.edges if {edge.source, edge.target} <= ids],
        [conflict for conflict in resolution.conflicts if conflict.about in ids],
        [doubt for doubt in resolution.doubtful if {doubt.a, doubt.b} <= ids],
        {key: id for key, id in resolution.assigned.items() if id in ids},
    )
