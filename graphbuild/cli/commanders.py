"""graphbuild commanders"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, Unit, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


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
    return graph.commanders(id, follow=follow, only=ask.only).answer()
