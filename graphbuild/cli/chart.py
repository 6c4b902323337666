"""graphbuild chart"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, Unit, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def chart(
    ask: Ask,
    unit: Unit,
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="A day, month or year; without it, the graph's newest date.")
    ] = "",
) -> Answer:
    """Show who held which post of a unit at a time.

    Certain: seen in the post then, or between a stated beginning and end. Likely: seen before and after. Not known:
    seen only before or only after. A unit that was gone by then is followed to its successors.
    """
    graph, (id,) = ask.around(unit, kind="unit", line=True)
    return graph.chart(id, on or ask.nearby.newest_date(), ask.only).answer()
