"""A part of a graph by number, and reading no more than it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from graphbuild.model import Edge, Entity, EntityKind, Relation

from .literals import any_number, any_text
from .reader import Reader

Ends = Mapping[int, tuple[int, int]]
"""Number of an edge -> the places of its source and its target."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A part of a graph.

    Attributes
    ----------
    places: of its entities. edges: with their ends, which are among the places.
    """

    places: frozenset[int]
    edges: Ends = field(default_factory=dict)

    def wider(self, places: Iterable[int], edges: Ends | None = None) -> Reach:
        """This with more entities and edges."""
        return Reach(self.places.union(places), {**self.edges, **(edges or {})})


def places_of(reader: Reader, ids: Collection[str]) -> frozenset[int]:
    """The places of the ids that there are."""
    rows = reader.rows(f"SELECT place FROM nodes WHERE id IN {any_text(ids)}") if ids else []
    return frozenset(place for (place,) in rows)


def ids_of(reader: Reader, places: Collection[int]) -> list[str]:
    """The ids of these places."""
    rows = reader.rows(f"SELECT id FROM nodes WHERE place IN {any_number(places)}") if places else []
    return [id for (id,) in rows]


def entities_in(
    reader: Reader, places: Collection[int], told: Collection[str] | None = None, *, bare: bool = False
) -> dict[int, Entity]:
    """Place -> its entity.

    Parameters
    ----------
    told: those of which records and aliases are read, all if None. bare: without attributes.
    """
    if not places:
        return {}
    named = reader.rows(f"SELECT place, id, kind, name FROM nodes WHERE place IN {any_number(places)}")
    ids = [id for _, id, _, _ in named]
    whose = any_text(ids if told is None else told)
    attributes: dict[str, str] = {}
    if not bare:
        attributes = dict(reader.rows(f"SELECT id, attributes FROM entities WHERE id IN {any_text(ids)}"))
    aliases: dict[str, list[str]] = {}
    members: dict[str, list[tuple[str, str]]] = {}
    if told is None or told:
        for id, alias in reader.rows(f"SELECT entity, alias FROM aliases WHERE entity IN {whose} ORDER BY entity, n"):
            aliases.setdefault(id, []).append(alias)
        records = f"SELECT entity, document, key FROM members WHERE entity IN {whose} ORDER BY ALL"
        for id, *member in reader.rows(records):
            members.setdefault(id, []).append((member[0], member[1]))
    return {
        place: Entity(
            id,
            EntityKind(kind),
            name,
            tuple(aliases.get(id, ())),
            json.loads(attributes.get(id, "{}")),
            tuple(members.get(id, ())),
        )
        for place, id, kind, name in named
    }


def edges_in(reader: Reader, ends: Ends, ids: Mapping[int, str]) -> list[Edge]:
    """These edges; `ids` by place."""
    if not ends:
        return []
    those = any_number(ends)
    claims = _claims(reader, those)
    rows = reader.rows(f"SELECT n, relation, key, attributes, count, first, last FROM edges WHERE n IN {those}")
    found = []
    for n, relation, key, attributes, *seen in rows:
        source, target = (ids[place] for place in ends[n])
        edge = Edge(source, target, Relation(relation), key, json.loads(attributes), tuple(claims.get(n, ())), *seen)
        found.append(edge)
    return found


def _claims(reader: Reader, edges: str) -> dict[int, list[str]]:
    """Number of an edge -> its claims in order, called as `Extraction.claim_ids` calls them."""
    behind = reader.rows(f"SELECT edge, article, n FROM behind WHERE edge IN {edges}")
    articles = any_number({article for _, article, _ in behind})
    names = dict(reader.rows(f"SELECT place, id FROM articles WHERE place IN {articles}"))
    claims: dict[int, list[str]] = {}
    for edge, article, n in behind:
        claims.setdefault(edge, []).append(f"{names[article]}:{n}")
    for some in claims.values():
        some.sort()
    return claims
