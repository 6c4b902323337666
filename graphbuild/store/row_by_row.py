"""The whole graph row by row, for what writes it to a file without holding it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from .reader import Reader

EDGES = 50_000
"""Edges that are held in memory at a time."""


def entity_rows(reader: Reader) -> Iterator[tuple[str, str, str, dict[str, Any], list[str]]]:
    """Id, kind, name, attributes and aliases of every entity, by id."""
    statement = (
        "WITH called AS (SELECT entity, list(alias ORDER BY n) AS aliases FROM aliases GROUP BY entity)"
        " SELECT id, kind, name, attributes, coalesce(aliases, []) FROM entities"
        " LEFT JOIN called ON entity = id ORDER BY id"
    )
    for id, kind, name, attributes, aliases in reader.streamed(statement):
        yield id, kind, name, json.loads(attributes), aliases


def edge_rows(reader: Reader) -> Iterator[tuple[str, str, str, str, Mapping[str, Any], list[str], int, str, str]]:
    """Source, target, relation, key, attributes, claims, count, first and last of every edge.

    They come by source, target and relation with key.
    """
    for ends in _stretches(reader):
        claims: dict[int, list[str]] = {}
        of = "(SELECT n FROM edges WHERE source BETWEEN $1 AND $2)"
        for edge, claim in reader.rows(
            f"SELECT edge, claim FROM edge_claims WHERE edge IN {of} ORDER BY edge, claim", *ends
        ):
            claims.setdefault(edge, []).append(claim)
        rows = reader.rows(
            "SELECT n, source, target, relation, key, attributes, count, first, last FROM edges"
            " WHERE source BETWEEN $1 AND $2 ORDER BY source, target, relation || '|' || key",
            *ends,
        )
        for n, source, target, relation, key, attributes, *rest in rows:
            yield source, target, relation, key, _shared(attributes), claims.get(n, []), *rest


def _stretches(reader: Reader) -> Iterator[tuple[str, str]]:
    """First and last source of edges that are read at once."""
    begin, gathered, last = "", 0, ""
    for last, count in reader.rows("SELECT source, count(*) FROM edges GROUP BY source ORDER BY source"):
        begin, gathered = begin or last, gathered + count
        if gathered >= EDGES:
            yield begin, last
            begin, gathered = "", 0
    if begin:
        yield begin, last


@lru_cache(4096)
def _shared(attributes: str) -> Mapping[str, Any]:
    """Attributes that many edges have are decoded once; nobody is to change them."""
    found: Mapping[str, Any] = json.loads(attributes)
    return found
