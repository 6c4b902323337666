"""The most linked part of a graph that is too large to be shown whole, and its sentences a few at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from graphbuild.model import Entity, EntityKind, Quote

from .reader import Reader

PLACED = """WITH counted AS (
    SELECT id, count(*) AS degree FROM (SELECT source AS id FROM edges UNION ALL SELECT target FROM edges) GROUP BY id
), ranked AS (
    SELECT id, row_number() OVER (ORDER BY coalesce(degree, 0) DESC, id) AS place
    FROM entities LEFT JOIN counted USING (id)
), placed AS (
    SELECT n, greatest(one.place, other.place) AS place
    FROM edges JOIN ranked one ON one.id = source JOIN ranked other ON other.id = target
)"""
"""Names by how many edges touch them, and edges by the later of their ends."""

QUOTES = 50_000
"""Sentences that are held in memory at a time."""


def most_linked(reader: Reader, names: int, edges: int) -> tuple[list[str], list[int]]:
    """Ids of the names with most edges, and numbers of the edges between them.

    Parameters
    ----------
    names, edges: at most so many; there are fewer names where too many edges lie between them.
    """
    last, between = names, 0
    counts = f"{PLACED} SELECT place, count(*) FROM placed WHERE place <= $1 GROUP BY place ORDER BY place"
    for place, count in reader.rows(counts, names):
        between += count
        if between > edges:
            last = place - 1
            break
    ids = [id for (id,) in reader.rows(f"{PLACED} SELECT id FROM ranked WHERE place <= $1 ORDER BY id", last)]
    numbers = [n for (n,) in reader.rows(f"{PLACED} SELECT n FROM placed WHERE place <= $1 ORDER BY n", last)]
    return ids, numbers


def entities_with_articles(reader: Reader, ids: Collection[str]) -> Iterator[Entity]:
    """The entities of `ids`, each with one record an article, which has no key: millions of keys take a gigabyte."""
    wanted = sorted(ids)
    some = "(SELECT unnest($1::VARCHAR[]))"
    records: dict[str, tuple[str, str]] = {}
    members: dict[str, list[tuple[str, str]]] = {}
    told = f"SELECT DISTINCT entity, document FROM members WHERE entity IN {some} ORDER BY ALL"
    for entity, document in reader.streamed(told, wanted):
        members.setdefault(entity, []).append(records.setdefault(document, (document, "")))
    aliases: dict[str, list[str]] = {}
    called = f"SELECT entity, alias FROM aliases WHERE entity IN {some} ORDER BY entity, n"
    for entity, alias in reader.streamed(called, wanted):
        aliases.setdefault(entity, []).append(alias)
    for id, kind, name, attributes in reader.streamed(
        f"SELECT id, kind, name, attributes FROM entities WHERE id IN {some} ORDER BY id", wanted
    ):
        own = tuple(aliases.get(id, ())), json.loads(attributes), tuple(members.get(id, ()))
        yield Entity(id, EntityKind(kind), name, *own)


def edges_numbered(reader: Reader, numbers: Collection[int]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Source, target, key and data of the edges of these numbers, by these three, as a networkx graph has them."""
    wanted = sorted(numbers)
    some = "(SELECT unnest($1::INTEGER[]))"
    claims: dict[int, list[str]] = {}
    told = f"SELECT edge, claim FROM edge_claims WHERE edge IN {some} ORDER BY edge, claim"
    for edge, claim in reader.streamed(told, wanted):
        claims.setdefault(edge, []).append(claim)
    for n, source, target, relation, key, attributes, count, first, last in reader.streamed(
        "SELECT n, source, target, relation, relation || '|' || key AS key, attributes, count, first, last FROM edges"
        f" WHERE n IN {some} ORDER BY source, target, key",
        wanted,
    ):
        own = {"relation": relation, "claims": claims.get(n, ()), "count": count, "first": first, "last": last}
        yield source, target, key, {**json.loads(attributes), **own}


class QuotesInTurn(Mapping[str, Quote]):
    """Claim id -> its sentence, for who asks for claims in the order of `claims`; only the next ones are in memory."""

    def __init__(self, reader: Reader, claims: Sequence[str]) -> None:
        self._reader, self._claims = reader, claims
        self._read = 0
        self._now: dict[str, Quote | None] = {}

    def __getitem__(self, claim: str) -> Quote:
        while claim not in self._now and self._read < len(self._claims):
            wanted = self._claims[self._read : self._read + QUOTES]
            self._now = dict.fromkeys(wanted) | self._reader.quotes(wanted)
            self._read += len(wanted)
        found = self._now.get(claim)
        if found is None:
            raise KeyError(claim)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)
