"""Reading what a question needs, so that one about a few names need not read the whole graph."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from graphbuild.model import ClaimSource, EntityKind, Relation

from .reader import Reader

if TYPE_CHECKING:
    from graphbuild.resolve import Doubt

ANY = "(SELECT unnest($1))"

Reach = tuple[set[str], set[int]]
"""Ids of entities and numbers of edges."""

Participant = tuple[int, str, str, str, str]
"""Number of the edge, id of who took part, id of the event, and kind and name of who took part."""


def around(reader: Reader, ids: Collection[str], hops: int) -> Reach:
    """Every edge on a way of `hops` steps from `ids`, and the entities at the edges' ends."""
    ring = _places(reader, ids)
    reached, numbers = set(ring), set[int]()
    for _ in range(hops):
        ties = reader.rows(f"SELECT there, edge FROM ties WHERE here IN {ANY}", sorted(ring))
        numbers.update(edge for _, edge in ties)
        ring = {there for there, _ in ties} - reached
        reached |= ring
    return _ids(reader, reached).union(ids), numbers


def among(reader: Reader, ids: Collection[str]) -> Reach:
    """`ids`, and every edge with both ends among them."""
    rows = reader.rows(
        f"SELECT edge FROM ties WHERE onward AND here IN {ANY} AND there IN {ANY}", sorted(_places(reader, ids))
    )
    return set(ids), {number for (number,) in rows}


def below(reader: Reader, unit: str) -> set[str]:
    """The id of a unit with those of all units that are part of it, however far below."""
    return _line(reader, unit, f"relation = '{Relation.PART_OF}' AND NOT onward")


def participants(reader: Reader, ids: Iterable[str]) -> list[Participant]:
    """Who took part in the events among `ids`."""
    ties = reader.rows(
        "SELECT edge, there, nodes.id FROM ties JOIN nodes ON place = here"
        f" WHERE here IN {ANY} AND relation = '{Relation.PARTICIPATES}' AND NOT onward ORDER BY edge",
        sorted(_places(reader, _events(ids))),
    )
    names = reader.rows(
        "SELECT place, id, kind, name FROM entities JOIN nodes USING (id)"
        f" WHERE id IN (SELECT id FROM nodes WHERE place IN {ANY})",
        sorted({place for _, place, _ in ties}),
    )
    told = {place: told for place, *told in names}
    return [(edge, told[place][0], event, told[place][1], told[place][2]) for edge, place, event in ties]


def line_of(reader: Reader, id: str) -> set[str]:
    """The id with those that it followed and that followed it, however far."""
    return _line(reader, id, f"relation = '{Relation.SUCCEEDED_BY}'")


def events_of(reader: Reader, ids: Collection[str]) -> set[str]:
    """The events that those of `ids` took part in or held, or that were held there."""
    beside = reader.rows(f"SELECT DISTINCT there FROM ties WHERE here IN {ANY}", sorted(_places(reader, ids)))
    return _events(_ids(reader, (there for (there,) in beside)))


def with_participants(reader: Reader, reach: Reach) -> Reach:
    """What is reached, and the edges of all who took part in the events among it."""
    ids, numbers = reach
    rows = reader.rows(
        f"SELECT there, edge FROM ties WHERE here IN {ANY} AND relation = '{Relation.PARTICIPATES}' AND NOT onward",
        sorted(_places(reader, _events(ids))),
    )
    return ids | _ids(reader, (there for there, _ in rows)), numbers | {edge for _, edge in rows}


def doubts_of(reader: Reader, ids: Collection[str]) -> list[Doubt]:
    """The pairs of `ids` with others that may be one, by ids; `Reader.doubtful` weighs them too, which takes longer."""
    from graphbuild.resolve import Doubt

    rows = reader.rows(
        f"SELECT a, b, likelihood, reasons FROM doubtful WHERE a IN {ANY}"
        f" UNION SELECT a, b, likelihood, reasons FROM doubtful WHERE b IN {ANY} ORDER BY a, b",
        sorted(ids),
    )
    return [Doubt(a, b, likelihood, tuple(json.loads(reasons))) for a, b, likelihood, reasons in rows]


def claim_sources(reader: Reader) -> dict[str, ClaimSource]:
    """Claim id -> where it stands and how sure it is, for the claims of every edge."""
    rows = reader.rows(
        "SELECT c.id, c.document, coalesce(d.publisher, ''), coalesce(d.url, ''), c.confidence"
        " FROM claims c JOIN documents d ON d.id = c.document WHERE c.id IN (SELECT claim FROM edge_claims)"
    )
    return {id: ClaimSource(*source) for id, *source in rows}


def edges_in(reader: Reader) -> int:
    """How many edges there are."""
    ((edges,),) = reader.rows("SELECT count(*) FROM edges")
    return int(edges)


def newest_date(reader: Reader) -> str:
    """The last date of any edge, '' where none is dated."""
    ((newest,),) = reader.rows("SELECT coalesce(max(last), '') FROM edges")
    return str(newest)


def _line(reader: Reader, id: str, ties: str) -> set[str]:
    """The id with all that such ties lead to, however far."""
    found = ring = _places(reader, [id])
    while ring:
        rows = reader.rows(f"SELECT there FROM ties WHERE {ties} AND here IN {ANY}", sorted(ring))
        ring = {there for (there,) in rows} - found
        found = found | ring
    return _ids(reader, found) | {id}


def _events(ids: Iterable[str]) -> set[str]:
    return {id for id in ids if id.startswith(f"{EntityKind.EVENT}/")}


def _places(reader: Reader, ids: Iterable[str]) -> set[int]:
    return {place for (place,) in reader.rows(f"SELECT place FROM nodes WHERE id IN {ANY}", sorted(ids))}


def _ids(reader: Reader, places: Iterable[int]) -> set[str]:
    return {id for (id,) in reader.rows(f"SELECT id FROM nodes WHERE place IN {ANY}", sorted(places))}
