"""graphbuild communities"""

from __future__ import annotations

from typing import Annotated

import typer

from .answer import Answer, Row, table
from .asking import Ask, question


@question(sourced=False)
def communities(
    ask: Ask,
    least: Annotated[int, typer.Option("--least", min=1, help="Leave out smaller ones.")] = 3,
    resolution: Annotated[float, typer.Option("--resolution", help="Above 1 for more, smaller ones.")] = 1.0,
) -> Answer:
    """List groups that hang together more closely than with others, the largest first.

    In the middle stand the members with most edges inside the group; --json lists all members.
    """
    found = ask.graph.communities(least, resolution, ask.only)
    rows = [
        Row(
            (
                one.number,
                one.size,
                ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in one.kinds.items()),
                "; ".join(member.name for member in one.middle),
            )
        )
        for one in found
    ]
    return table(found, ("number", "size", "kinds", "in the middle"), rows, "no communities of that size")
