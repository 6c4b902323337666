"""graphbuild communities"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question(sourced=False)
def communities(
    ask: Ask,
    least: Annotated[int, typer.Option("--least", min=1, help="Leave out smaller ones.")] = 3,
    resolution: Annotated[float, typer.Option("--resolution", help="Above 1 for more, smaller ones.")] = 1.0,
) -> Answer:
    """List groups that hang together more closely than with others, the largest first.

    In the middle stand the members with most edges inside the group; --json lists all members.
    """
    if ask.only:
        return ask.graph.communities(least, resolution, ask.only).answer()
    return ask.nearby.communities(least, resolution).answer()
