"""A part of a graph for a page, such as the most linked of one that is too large to be shown whole."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

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


def names_linked(reader: Reader, ids: Collection[str]) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Id, attributes and number of articles of the entities of `ids`, by id.

    The attributes are those of the nodes of a networkx graph, but without the records, which are millions.
    """
    statement = (
        "WITH wanted AS (SELECT unnest($1::VARCHAR[]) AS id),"
        " called AS (SELECT entity AS id, list(alias ORDER BY n) AS aliases FROM aliases SEMI JOIN wanted"
        " ON entity = wanted.id GROUP BY entity),"
        " told AS (SELECT entity AS id, count(DISTINCT document) AS articles FROM members SEMI JOIN wanted"
        " ON entity = wanted.id GROUP BY entity)"
        " SELECT id, kind, name, attributes, coalesce(aliases, []), coalesce(articles, 0)"
        " FROM entities SEMI JOIN wanted USING (id) LEFT JOIN called USING (id) LEFT JOIN told USING (id) ORDER BY id"
    )
    for id, kind, name, attributes, aliases, articles in reader.streamed(statement, sorted(ids)):
        yield id, {**json.loads(attributes), "kind": kind, "name": name, "aliases": tuple(aliases)}, articles


def edges_numbered(reader: Reader, numbers: Collection[int]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Source, target, key and data of the edges of these numbers, by these three, as a networkx graph has them.

    Of the claims no more than their number is told, as a range.
    """
    shared: dict[str, str] = {}
    for source, target, key, relation, attributes, count, first, last, claims in reader.streamed(
        "WITH wanted AS (SELECT unnest($1::INTEGER[]) AS n),"
        " told AS (SELECT edge AS n, count(*) AS claims FROM edge_claims SEMI JOIN wanted ON edge = wanted.n"
        " GROUP BY edge)"
        " SELECT source, target, relation || '|' || key AS key, relation, attributes, count, first, last,"
        " coalesce(claims, 0) FROM edges SEMI JOIN wanted USING (n) LEFT JOIN told USING (n)"
        " ORDER BY source, target, key",
        sorted(numbers),
    ):
        dates = {"first": shared.setdefault(first, first), "last": shared.setdefault(last, last)}
        own = {"relation": shared.setdefault(relation, relation), "claims": range(claims), "count": count, **dates}
        yield source, target, key, {**_shared(attributes), **own}


@lru_cache(4096)
def _shared(attributes: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(attributes)
    return found
