"""graphbuild search"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer
    from graphbuild.building.names import StoredNames
    from graphbuild.graph import Graph


@question(sourced=False)
def search(
    ask: Ask,
    text: Annotated[str, typer.Argument(help="A name or a part of one, with or without accents.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to print, best first.")] = 20,
) -> Answer:
    """Find persons, units, events and places by name: in part, without accents, abbreviated, with a slip of typing."""
    from graphbuild.graph.tables.lists import hits_answer

    return hits_answer(_names(ask).search(text, ask.only.kinds, limit), text)


def _names(ask: Ask) -> StoredNames | Graph:
    """The names alone where that is enough: they are there sooner than the graph."""
    from graphbuild.building.opening import open_index

    return ask.graph.part(only=ask.only) if ask.only.of_edges else open_index(ask.folder)
