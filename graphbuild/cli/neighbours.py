"""graphbuild neighbours"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .answer import Answer, Row, claims_of, table
from .asking import Ask, Name, question
from .output import edge_words

if TYPE_CHECKING:
    from graphbuild.graph import Link


@question()
def neighbours(
    ask: Ask, name: Name, hops: Annotated[int, typer.Option("--hops", min=1, help="How many steps around it.")] = 1
) -> Answer:
    """List what lies around a name, nearest first, with the edges that lead there."""
    graph, (id,) = ask.around(name, hops=hops)
    found = graph.neighbours(id, hops, ask.only)
    rows = [
        Row(
            (one.hops, one.node.name, one.node.kind, "; ".join(dict.fromkeys(map(_words, one.links))), one.node.id),
            claims_of(one.links),
        )
        for one in found
    ]
    return table(found, ("steps", "name", "kind", "by", "id"), rows, "nothing lies around it")


def _words(link: Link) -> str:
    return f"{link.relation} {edge_words(link.key)}".strip()
