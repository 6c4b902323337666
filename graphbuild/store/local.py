"""Reading what a question needs, so that one about a few names need not read the whole graph."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from graphbuild.model import ClaimSource, EntityKind, Relation

from .literals import any_number, any_text
from .reach import Ends, Reach, entities_in, places_of
from .reader import Reader

if TYPE_CHECKING:
    from graphbuild.resolve import Doubt

PARTICIPATES = f"relation = '{Relation.PARTICIPATES}' AND NOT onward"
"""Ties of events to those who took part."""

Participant = tuple[int, str, str, str, str]
"""Number of the edge, id of the event, and id, kind and name of who took part."""


def around(reader: Reader, places: frozenset[int], hops: int) -> Reach:
    """Every edge on a way of `hops` steps from `places`, and the entities at the edges' ends."""
    ring = places
    reached = Reach(ring)
    while ring and hops:
        ties = _ties(reader, ring)
        wider = reached.wider((there for _, there, _, _ in ties), _ends(ties))
        ring, reached, hops = wider.places - reached.places, wider, hops - 1
    return reached


def among(reader: Reader, places: frozenset[int]) -> Reach:
    """These places, and every edge with both ends among them."""
    return Reach(places, _ends(_ties(reader, places, f"onward AND there IN {any_number(places)}")))


def below(reader: Reader, unit: str) -> frozenset[int]:
    """The place of a unit with those of all units that are part of it, however far below."""
    return _line(reader, unit, f"relation = '{Relation.PART_OF}' AND NOT onward")


def line_of(reader: Reader, id: str) -> frozenset[int]:
    """The place of the id with those that it followed and that followed it, however far."""
    return _line(reader, id, f"relation = '{Relation.SUCCEEDED_BY}'")


def participants(reader: Reader, places: frozenset[int]) -> list[Participant]:
    """Who took part in the events among `places`."""
    ties = sorted(_ties(reader, places, PARTICIPATES), key=lambda tie: tie[2])
    ends = {end for here, there, _, _ in ties for end in (here, there)}
    told = entities_in(reader, ends, (), bare=True)
    return [
        (edge, told[event].id, who.id, who.kind.value, who.name)
        for event, place, edge, _ in ties
        for who in (told[place],)
    ]


def events_of(reader: Reader, places: frozenset[int]) -> frozenset[int]:
    """The events that those at `places` took part in or held, or that were held there."""
    beside = any_number({there for _, there, _, _ in _ties(reader, places)})
    rows = reader.rows(f"SELECT place FROM nodes WHERE place IN {beside} AND kind = '{EntityKind.EVENT}'")
    return frozenset(place for (place,) in rows)


def with_participants(reader: Reader, reach: Reach) -> Reach:
    """What is reached, and the edges of all who took part in the events among it."""
    ties = _ties(reader, reach.places, PARTICIPATES)
    return reach.wider((there for _, there, _, _ in ties), _ends(ties))


def doubts_of(reader: Reader, ids: Collection[str]) -> list[Doubt]:
    """The pairs of `ids` with others that may be one, by ids; `Reader.doubtful` weighs them too, which takes longer."""
    from graphbuild.resolve import Doubt

    these = any_text(ids)
    rows = reader.rows(
        f"SELECT a, b, likelihood, reasons FROM doubtful WHERE a IN {these}"
        f" UNION SELECT a, b, likelihood, reasons FROM doubtful WHERE b IN {these} ORDER BY a, b"
    )
    return [Doubt(a, b, likelihood, tuple(json.loads(reasons))) for a, b, likelihood, reasons in rows]


def claim_sources(reader: Reader) -> dict[str, ClaimSource]:
    """Claim id -> where it stands and how sure it is, for the claims of every edge."""
    rows = reader.rows(
        "SELECT c.id, c.document, coalesce(d.publisher, ''), coalesce(d.url, ''), c.confidence"
        " FROM claims c JOIN documents d ON d.id = c.document WHERE c.id IN (SELECT claim FROM edge_claims)"
    )
    return {id: ClaimSource(*source) for id, *source in rows}


def count_of_edges(reader: Reader) -> int:
    """How many edges there are."""
    ((edges,),) = reader.rows("SELECT count(*) FROM edges")
    return int(edges)


def newest_date(reader: Reader) -> str:
    """The last date of any edge, '' where none is dated."""
    ((newest,),) = reader.rows("SELECT coalesce(max(last), '') FROM edges")
    return str(newest)


def _line(reader: Reader, id: str, ties: str) -> frozenset[int]:
    """The place of the id with all that such ties lead to, however far."""
    found = ring = places_of(reader, [id])
    while ring:
        ring = frozenset(there for _, there, _, _ in _ties(reader, ring, ties)) - found
        found |= ring
    return found


def _ties(reader: Reader, places: frozenset[int], which: str = "TRUE") -> list[tuple[int, int, int, bool]]:
    """Here, there, number of the edge and whether it leads on, of the ties of these places."""
    if not places:
        return []
    return reader.rows(f"SELECT here, there, edge, onward FROM ties WHERE here IN {any_number(places)} AND {which}")


def _ends(ties: Iterable[tuple[int, int, int, bool]]) -> Ends:
    return {edge: (here, there) if onward else (there, here) for here, there, edge, onward in ties}
