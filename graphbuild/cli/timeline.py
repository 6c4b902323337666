"""graphbuild timeline"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, Name, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def timeline(
    ask: Ask,
    name: Name,
    other: Annotated[str | None, typer.Argument(help="Name or id of another; what both have in common.")] = None,
) -> Answer:
    """List what happened to one name, or what two have in common, by date.

    A post shows its first and last sighting, which are no start and end. A year or month stands before the days in it,
    what bears no date at the end.
    """
    graph, (id, *more) = ask.around(name, *([] if other is None else [other]))
    return graph.timeline(id, next(iter(more), None), ask.only).answer()
