"""graphbuild gaps"""

from __future__ import annotations

from typing import Annotated

import typer

from .answer import Answer, Row, claims_of, table
from .asking import Ask, question


@question()
def gaps(
    ask: Ask,
    unit: Annotated[str | None, typer.Argument(help="Name or id of a unit; without it, all.")] = None,
    least: Annotated[int, typer.Option("--least", min=1, metavar="DAYS", help="Leave out shorter ones.")] = 1,
) -> Answer:
    """List posts of which no article says who held them for a while.

    Only posts of which a unit has one at a time. A gap lies between two sightings, or what is stated of an end and a
    start, and is at most so long; one without an end has a holder who is stated to have left, and nobody after.
    """
    graph, ids = (ask.graph, ()) if unit is None else ask.around(unit, kind="unit")
    found = graph.gaps(next(iter(ids), None), least, ask.only)
    rows = [
        Row(
            (
                one.unit.name,
                one.title,
                f"{one.since} ({'left' if one.left else 'last seen'})",
                one.before.source.name,
                f"{one.until} ({'came' if one.came else 'first seen'})" if one.until else "",
                one.after.source.name if one.after else "",
                one.days if one.until else "",
            ),
            claims_of([one.before], [one.after] if one.after else []),
        )
        for one in found
    ]
    return table(found, ("unit", "post", "since", "before", "until", "after", "days"), rows, "no gaps")
