"""Reading what a question needs, so that one about a few names need not read the whole graph."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from graphbuild.model import EntityKind, Relation

from .literals import any_text
from .net import Net, Ties
from .pages import looked_up
from .reach import Reach
from .reader import Reader

if TYPE_CHECKING:
    from graphbuild.resolve import Doubt

Participant = tuple[int, str, str, str, str]
"""Number of the edge, id of the event, and id, kind and name of who took part."""


def around(net: Net, places: frozenset[int], hops: int) -> Reach:
    """Every edge on a way of `hops` steps from `places`, and the entities at the edges' ends."""
    ring = places
    reached = Reach(ring)
    while ring and hops:
        ties = net.ties_of(ring)
        wider = reached.wider(ties.there.tolist(), ties.ends())
        ring, reached, hops = wider.places - reached.places, wider, hops - 1
    return reached


def among(net: Net, places: frozenset[int]) -> Reach:
    """These places, and every edge with both ends among them."""
    ties = net.ties_of(places)
    return Reach(places, ties.where(ties.onward & np.isin(ties.there, list(places))).ends())


def below(net: Net, unit: str) -> frozenset[int]:
    """The place of a unit with those of all units that are part of it, however far below."""
    found = ring = net.places([unit])
    while ring:
        ties = net.ties_of(ring, Relation.PART_OF)
        ring = frozenset(ties.there[~ties.onward].tolist()) - found
        found |= ring
    return found


def line_of(net: Net, id: str) -> frozenset[int]:
    """The place of the id with those that it followed and that followed it, however far."""
    found = ring = net.places([id])
    while ring:
        ring = frozenset(net.ties_of(ring, Relation.SUCCEEDED_BY).there.tolist()) - found
        found |= ring
    return found


def participants(net: Net, places: frozenset[int]) -> list[Participant]:
    """Who took part in the events among `places`."""
    ties = _taking_part(net, places)
    different, which = np.unique(ties.there, return_inverse=True)
    who = [
        (id, kind.value, name)
        for id, kind, name in zip(net.id[different], net.kinds(different), net.name[different], strict=True)
    ]
    rows = zip(ties.edge.tolist(), looked_up(net.id, ties.here), which.tolist(), strict=True)
    return sorted((edge, event, *who[number]) for edge, event, number in rows)


def events_of(net: Net, places: frozenset[int]) -> frozenset[int]:
    """The events that those at `places` took part in or held, or that were held there."""
    beside = np.unique(net.ties_of(places).there)
    is_event = [kind is EntityKind.EVENT for kind in net.kinds(beside)]
    return frozenset(beside[is_event].tolist())


def with_participants(net: Net, reach: Reach) -> Reach:
    """What is reached, and the edges of all who took part in the events among it."""
    ties = _taking_part(net, reach.places)
    return reach.wider(ties.there.tolist(), ties.ends())


def doubts_of(reader: Reader, ids: Collection[str]) -> list[Doubt]:
    """The pairs of `ids` with others that may be one, by ids; `Reader.doubtful` weighs them too, which takes longer."""
    from graphbuild.resolve import Doubt

    these = any_text(ids)
    rows = reader.rows(
        f"SELECT a, b, likelihood, reasons FROM doubtful WHERE a IN {these}"
        f" UNION SELECT a, b, likelihood, reasons FROM doubtful WHERE b IN {these} ORDER BY a, b"
    )
    return [Doubt(a, b, likelihood, tuple(json.loads(reasons))) for a, b, likelihood, reasons in rows]


def newest_date(reader: Reader) -> str:
    """The last date of any edge, '' where none is dated."""
    ((newest,),) = reader.rows("SELECT coalesce(max(last), '') FROM edges")
    return str(newest)


def _taking_part(net: Net, places: frozenset[int]) -> Ties:
    """The ties of the events among `places` to those who took part in them."""
    ties = net.ties_of(places, Relation.PARTICIPATES)
    return ties.where(~ties.onward)
