"""graphbuild path"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, Name, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def path(
    ask: Ask,
    a: Name,
    b: Name,
    best: Annotated[
        int, typer.Option("--best", min=0, help="So many ways, by the strength of their evidence; 0: the shortest.")
    ] = 0,
    possibly_same: Annotated[
        bool, typer.Option("--possibly-same", help="Lead also through pairs that may be one, which is no fact.")
    ] = False,
) -> Answer:
    """Show the shortest way between two names, or the best ones by evidence.

    --only chooses the relations to walk along and the kinds to walk through. With --best a step costs one, and one more
    divided by the articles behind it.
    """
    if not best:
        # Filters and doubts may lead another way than the shortest.
        graph, one, other = (ask.graph, a, b) if ask.only or possibly_same else ask.between(a, b)
        return graph.path(one, other, ask.only, possibly_same=possibly_same).answer()
    if ask.only or possibly_same:
        return ask.graph.paths(a, b, best, ask.only, possibly_same=possibly_same).answer()
    one, other = ask.nearby.find((a, b))
    ask.opened, found = ask.nearby.best_ways(one, other, best)
    return found.answer()
