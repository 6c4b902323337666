"""graphbuild commanders"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .answer import Answer, Row, table
from .asking import Ask, Unit, question
from .output import period, stated

if TYPE_CHECKING:
    from graphbuild.graph import Tenure

COLUMNS = ("seen", "person", "rank", "title", "stated", "handed over by", "handed over to")


@question()
def commanders(
    ask: Ask,
    unit: Unit,
    follow: Annotated[
        bool, typer.Option("--follow", help="Go on with the units that it followed and that followed it.")
    ] = False,
) -> Answer:
    """List who commanded a unit, one after the other.

    First and last are sightings; what articles state of a beginning and an end stands beside them. --role political
    lists the commissars, --role deputy the deputies.
    """
    graph, (id,) = ask.around(unit, kind="unit", line=follow)
    found = graph.commanders(id, follow=follow, only=ask.only)
    units = [(one.unit.name,) if follow else () for one in found]
    rows = [Row((*unit, *_cells(one)), one.link.claims) for unit, one in zip(units, found, strict=True)]
    return table(found, (*(("unit",) if follow else ()), *COLUMNS), rows, "no article names its commander")


def _cells(one: Tenure) -> tuple[object, ...]:
    title = f"{one.title} (acting)" if one.acting else one.title
    seen = period(one.first, one.last)
    before, after = (other.name if other else "" for other in (one.predecessor, one.successor))
    return f"told {seen}" if one.past_only else seen, one.person.name, one.rank, title, stated(one.link), before, after
