"""graphbuild neighbours"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, Name, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def neighbours(
    ask: Ask, name: Name, hops: Annotated[int, typer.Option("--hops", min=1, help="How many steps around it.")] = 1
) -> Answer:
    """List what lies around a name, nearest first, with the edges that lead there."""
    graph, (id,) = ask.around(name, hops=hops, bare=True)
    return graph.neighbours(id, hops, ask.only).answer()
