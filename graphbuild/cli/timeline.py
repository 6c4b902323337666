"""graphbuild timeline"""

from __future__ import annotations

from typing import Annotated

import typer

from .options import OUTPUT, AsJson, GraphFolder
from .output import period, print_json, print_table, say_moved


def timeline(
    name: Annotated[str, typer.Argument(help="Name or id.")],
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """List what happened to one name, by date.

    A post shows its first and last sighting, which are no start and end.
    """
    from graphbuild.building.opening import open_graph

    opened = open_graph(graph)
    say_moved(opened, name)
    rows = opened.timeline(name)
    if as_json:
        print_json(rows)
        return
    cells = [(period(row.date, row.until), row.what, row.other.name, row.other.kind, row.link.count) for row in rows]
    print_table(("date", "what", "where or who", "kind", "articles"), cells)
