"""graphbuild gaps"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


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
    return graph.gaps(next(iter(ids), None), least, ask.only).answer()
