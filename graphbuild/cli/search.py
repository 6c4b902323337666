"""graphbuild search"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .answer import Answer, Row, table
from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.building.names import StoredNames
    from graphbuild.graph import Graph


@question(sourced=False)
def search(
    ask: Ask,
    text: Annotated[str, typer.Argument(help="A name or a part of one, with or without accents.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to print, best first.")] = 20,
) -> Answer:
    """Find persons, units, events and places by name: in part, without accents, abbreviated, with a slip of typing."""
    hits = _names(ask).search(text, ask.only.kinds, limit)
    rows = [
        Row((hit.name, hit.kind, hit.extra, hit.matched if hit.matched != hit.name else "", hit.id)) for hit in hits
    ]
    return table(hits, ("name", "kind", "about", "found as", "id"), rows, f"nothing answers to {text!r}")


def _names(ask: Ask) -> StoredNames | Graph:
    """The names alone where that is enough: they are there sooner than the graph."""
    from graphbuild.building.opening import open_index

    return ask.graph.part(only=ask.only) if ask.only.of_edges else open_index(ask.folder)
