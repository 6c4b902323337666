"""graphbuild evidence"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, Name, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question(sourced=False)
def evidence(
    ask: Ask,
    a: Name,
    b: Annotated[str | None, typer.Argument(help="Name or id of the other; without it, everything about A.")] = None,
) -> Answer:
    """Show the sentences behind what the graph says.

    Of A and B together, or of A alone with everything around it.
    """
    graph, (id, *more) = ask.around(a, *([] if b is None else [b]))
    return graph.evidence(id, next(iter(more), None), ask.only).answer()
