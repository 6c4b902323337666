"""graphbuild path"""

from __future__ import annotations

from typing import Annotated

import typer

from .options import OUTPUT, AsJson, GraphFolder
from .output import edge_words, period, print_json, print_table, say_moved


def path(
    a: Annotated[str, typer.Argument(help="Name or id.")],
    b: Annotated[str, typer.Argument(help="Name or id.")],
    possibly_same: Annotated[
        bool, typer.Option("--possibly-same", help="Lead also through pairs that may be one, which is no fact.")
    ] = False,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Show the shortest way between two names."""
    from graphbuild.building.opening import open_graph

    opened = open_graph(graph)
    say_moved(opened, a, b)
    found = opened.path(a, b, possibly_same=possibly_same)
    if as_json:
        print_json(found)
        return
    rows = [
        (
            step.start.name,
            f"{step.link.relation} ->" if step.link.source == step.start else f"<- {step.link.relation}",
            edge_words(step.link.key),
            step.end.name,
            period(step.link.first, step.link.last),
            step.link.count,
        )
        for step in found.steps
    ]
    print_table(("from", "relation", "as", "to", "seen", "articles"), rows)
