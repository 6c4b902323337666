"""Reading what a question needs, so that one about a few names need not read the whole graph."""

from __future__ import annotations

from collections.abc import Collection

from graphbuild.model import ClaimSource, EntityKind, Relation

from .reader import Reader

ANY = "(SELECT unnest($1))"

Reach = tuple[set[str], set[int]]
"""Ids of entities and numbers of edges."""


def around(reader: Reader, ids: Collection[str], hops: int) -> Reach:
    """Every edge on a way of `hops` steps from `ids`, and the entities at the edges' ends."""
    reached, numbers, ring = set(ids), set[int](), set(ids)
    for _ in range(hops):
        edges = _touching(reader, ring)
        numbers.update(number for number, _, _ in edges)
        ring = {end for _, *ends in edges for end in ends} - reached
        reached |= ring
    return reached, numbers


def among(reader: Reader, ids: Collection[str]) -> Reach:
    """`ids`, and every edge with both ends among them."""
    rows = reader.rows(f"SELECT n FROM edges WHERE source IN {ANY} AND target IN {ANY}", sorted(ids))
    return set(ids), {number for (number,) in rows}


def below(reader: Reader, unit: str) -> set[str]:
    """The id of a unit with those of all units that are part of it, however far below."""
    found, ring = {unit}, {unit}
    while ring:
        rows = reader.rows(
            f"SELECT source FROM edges WHERE relation = '{Relation.PART_OF}' AND target IN {ANY}", sorted(ring)
        )
        ring = {source for (source,) in rows} - found
        found |= ring
    return found


def events_of(reader: Reader, ids: Collection[str]) -> set[str]:
    """The events that those of `ids` took part in or held, or that were held there."""
    prefix = f"{EntityKind.EVENT}/"
    beside = {end for _, *ends in _touching(reader, ids) for end in ends}
    return {id for id in beside if id.startswith(prefix)}


def with_participants(reader: Reader, reach: Reach) -> Reach:
    """What is reached, and the edges of all who took part in the events among it."""
    ids, numbers = reach
    events = [id for id in ids if id.startswith(f"{EntityKind.EVENT}/")]
    rows = reader.rows(
        f"SELECT n, source FROM edges WHERE target IN {ANY} AND relation = '{Relation.PARTICIPATES}'", events
    )
    return ids | {source for _, source in rows}, numbers | {number for number, _ in rows}


def line_of(reader: Reader, id: str) -> set[str]:
    """The id with those that it followed and that followed it, however far."""
    line, ring = {id}, {id}
    while ring:
        rows = reader.rows(
            f"SELECT source, target FROM edges WHERE relation = '{Relation.SUCCEEDED_BY}'"
            f" AND (source IN {ANY} OR target IN {ANY})",
            sorted(ring),
        )
        ring = {end for ends in rows for end in ends} - line
        line |= ring
    return line


def shortest_ways(reader: Reader, a: str, b: str) -> Reach:
    """What lies on the shortest ways between two; nothing but the two where none joins them."""
    rings = [{a}]
    reached = {a}
    while rings[-1] and b not in reached:
        ring = {end for _, *ends in _touching(reader, rings[-1]) for end in ends} - reached
        reached |= ring
        rings.append(ring)
    if b not in reached:
        return {a, b}, set()
    here, ids, numbers = {b}, {b}, set[int]()
    for ring in reversed(rings[:-1]):
        edges = [edge for edge in _touching(reader, here) if edge[1] in ring or edge[2] in ring]
        numbers.update(number for number, _, _ in edges)
        here = {end for _, *ends in edges for end in ends if end in ring}
        ids |= here
    return ids, numbers


def claim_sources(reader: Reader) -> dict[str, ClaimSource]:
    """Claim id -> where it stands and how sure it is, for the claims of every edge."""
    rows = reader.rows(
        "SELECT c.id, c.document, coalesce(d.publisher, ''), coalesce(d.url, ''), c.confidence"
        " FROM claims c JOIN documents d ON d.id = c.document WHERE c.id IN (SELECT claim FROM edge_claims)"
    )
    return {id: ClaimSource(*source) for id, *source in rows}


def newest_date(reader: Reader) -> str:
    """The last date of any edge, '' where none is dated."""
    ((newest,),) = reader.rows("SELECT coalesce(max(last), '') FROM edges")
    return str(newest)


def _touching(reader: Reader, ids: Collection[str]) -> list[tuple[int, str, str]]:
    """Number, source and target of every edge of `ids`."""
    # Two scans: DuckDB answers an OR over two lists many times slower.
    rows = reader.rows(
        f"SELECT n, source, target FROM edges WHERE source IN {ANY}"
        f" UNION SELECT n, source, target FROM edges WHERE target IN {ANY}",
        sorted(ids),
    )
    return [(number, source, target) for number, source, target in rows]
