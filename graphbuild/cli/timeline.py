"""graphbuild timeline"""

from __future__ import annotations

from typing import Annotated

import typer

from .answer import Answer, Row, table
from .asking import Ask, Name, question
from .output import period


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
    found = graph.timeline(id, next(iter(more), None), ask.only)
    columns = ("date", "what", "where or who", "kind", "articles")
    rows = [
        Row(
            (
                period(row.date, row.until),
                *((row.who.name,) if other else ()),
                *(row.what, row.other.name, row.other.kind, row.link.count),
            ),
            row.link.claims,
        )
        for row in found
    ]
    return table(found, (*columns[:1], *(("who",) if other else ()), *columns[1:]), rows, "nothing is told of it")
