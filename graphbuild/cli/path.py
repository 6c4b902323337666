"""graphbuild path"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from .answer import Answer, Row, table
from .asking import Ask, Name, question
from .output import edge_words, period

if TYPE_CHECKING:
    from graphbuild.graph import Path

STEP = ("from", "relation", "as", "to", "seen", "articles")


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
        found = graph.path(one, other, ask.only, possibly_same=possibly_same)
        return table(found, STEP, _rows(found), "both are one")
    ways = ask.graph.paths(a, b, best, ask.only, possibly_same=possibly_same)
    rows = [Row((number, *row.cells), row.claims) for number, way in enumerate(ways, 1) for row in _rows(way)]
    return table(ways, ("way", *STEP), rows, "both are one")


def _rows(found: Path) -> Iterator[Row]:
    for step in found.steps:
        link = step.link
        relation = f"{link.relation} ->" if link.source == step.start else f"<- {link.relation}"
        seen = period(link.first, link.last)
        yield Row((step.start.name, relation, edge_words(link.key), step.end.name, seen, link.count), link.claims)
