"""What changed from one build to another: which entities, postings and other edges came, went or changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..answers import Answer, Answered
from ..model import Edge, Entity, Relation
from ..text import compare_key


class Change(StrEnum):
    """What happened to a thing between two builds."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that has another value; '' stands for none."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One entity or edge that is not in both builds as it was.

    Attributes
    ----------
    kind: kind of entity, or relation. id: of an entity, '' for an edge. name: in words, with both ends of an edge.
    fields: what changed, by name; empty for what came or went.
    related: ids of the other build that share records with an entity that came or went: it was split or merged.
    """

    change: Change
    kind: str
    id: str
    name: str
    fields: tuple[FieldChange, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Diff(Answered):
    """All differences between two builds.

    Attributes
    ----------
    entities: by id. postings, edges: HOLDS and the others, by their ends.
    """

    entities: tuple[Difference, ...]
    postings: tuple[Difference, ...]
    edges: tuple[Difference, ...]

    def answer(self) -> Answer:
        """Its tables."""
        from .tables.whole import diff_answer

        return diff_answer(self)

    @property
    def is_empty(self) -> bool:
        """True where the two builds say the same."""
        return not (self.entities or self.postings or self.edges)


Build = tuple[Iterable[Entity], Iterable[Edge]]


def diff(old: Build, new: Build) -> Diff:
    """Compare the entities and edges of two builds.

    Example
    -------
    >>> from graphbuild.model import EntityKind
    >>> unit = Entity("unit/quan-khu-6", EntityKind.UNIT, "Quân khu 6")
    >>> [(d.change.value, d.name) for d in diff(([], []), ([unit], [])).entities]
    [('came', 'Quân khu 6')]
    """
    before, after = ({entity.id: entity for entity in entities} for entities, _ in (old, new))
    names = {id: entity.name for id, entity in (before | after).items()}
    edges = list(_edges(_by_ends(old[1]), _by_ends(new[1]), names))
    return Diff(
        tuple(_entities(before, after)),
        tuple(one for one in edges if one.kind == Relation.HOLDS),
        tuple(one for one in edges if one.kind != Relation.HOLDS),
    )


# --- entities -----------------------------------------------------------------------------------------------------


def _entities(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Iterator[Difference]:
    homes_before, homes_after = _homes(before.values()), _homes(after.values())
    for id in sorted({*before, *after}):
        old, new = before.get(id), after.get(id)
        if old and new:
            fields = _fields(_shown(old), _shown(new))
            if fields or old.members != new.members:
                yield Difference(Change.CHANGED, new.kind, id, new.name, fields or (_records(old, new),))
        elif new:
            yield Difference(Change.CAME, new.kind, id, new.name, (), _related(new, homes_before))
        elif old:
            yield Difference(Change.WENT, old.kind, id, old.name, (), _related(old, homes_after))


def _homes(entities: Iterable[Entity]) -> dict[tuple[str, str, str], str]:
    return {(entity.kind, *member): entity.id for entity in entities for member in entity.members}


def _related(entity: Entity, homes: Mapping[tuple[str, str, str], str]) -> tuple[str, ...]:
    """Where its records are in the other build, most of them first."""
    found = Counter(homes[key] for member in entity.members if (key := (entity.kind, *member)) in homes)
    return tuple(sorted(found, key=lambda id: (-found[id], id)))


def _shown(entity: Entity) -> dict[str, str]:
    articles = {document for document, _ in entity.members}
    own = {"name": entity.name, "aliases": "; ".join(entity.aliases), "articles": str(len(articles))}
    return own | {name: str(value) for name, value in entity.attributes.items()}


def _records(old: Entity, new: Entity) -> FieldChange:
    """The same number of articles, but others."""
    went, came = (
        "; ".join(f"{document}: {key}" for document, key in sorted(set(a.members) - set(b.members)))
        for a, b in ((old, new), (new, old))
    )
    return FieldChange("records", went, came)


# --- edges --------------------------------------------------------------------------------------------------------

Ends = tuple[str, str, str, str, int]
"""Source, target, relation, what tells parallel edges apart, and the number among those that share even that."""


def _by_ends(edges: Iterable[Edge]) -> dict[Ends, Edge]:
    """A posting is the same when its status changes: its words tell it apart, and returns go by their order in time."""
    groups: defaultdict[tuple[str, str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        words = edge.key
        if edge.relation is Relation.HOLDS:
            words = compare_key(str(edge.attributes.get("title", ""))) + "|acting" * bool(edge.attributes.get("acting"))
        groups[edge.source, edge.target, edge.relation, words].append(edge)
    return {
        (*ends, number): edge
        for ends, group in groups.items()
        for number, edge in enumerate(sorted(group, key=lambda e: (e.first, e.last, e.key)))
    }


def _edges(before: Mapping[Ends, Edge], after: Mapping[Ends, Edge], names: Mapping[str, str]) -> Iterator[Difference]:
    for ends in sorted({*before, *after}):
        old, new = before.get(ends), after.get(ends)
        edge = new or old
        if edge is None:
            continue
        words = str(edge.attributes.get("title") or edge.key)
        told = f" ({words})" if words else ""
        name = f"{names[edge.source]} {edge.relation}{told} {names[edge.target]}"
        if old and new:
            fields = _fields(_said(old), _said(new))
            if fields or old.claims != new.claims:
                fields = fields or (FieldChange("claims", "; ".join(old.claims), "; ".join(new.claims)),)
                yield Difference(Change.CHANGED, edge.relation, "", name, fields)
        else:
            yield Difference(Change.CAME if new else Change.WENT, edge.relation, "", name)


def _said(edge: Edge) -> dict[str, str]:
    own = {"articles": str(edge.count), "first": edge.first, "last": edge.last}
    return own | {name: str(value) for name, value in edge.attributes.items()}


def _fields(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, old.get(name, ""), new.get(name, ""))
        for name in sorted({*old, *new})
        if old.get(name, "") != new.get(name, "")
    )
