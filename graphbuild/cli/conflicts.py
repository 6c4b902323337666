"""graphbuild conflicts"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.model import ConflictKind

from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question(sourced=False)
def conflicts(
    ask: Ask,
    name: Annotated[str | None, typer.Argument(help="Name or id; without it, the whole graph.")] = None,
    kind: Annotated[ConflictKind | None, typer.Option("--kind", help="Only contradictions of this kind.")] = None,
) -> Answer:
    """List where articles contradict each other, with both sentences.

    Two ranks on one day, two holders of one post, two dates, places or organisers of one event, units part of each
    other, two parents of one kind. Both sides stay in the graph.
    """
    if not ask.only:
        ids = ask.nearby.find([name]) if name is not None else ()
        ask.opened = ask.nearby.contradicting(*ids)
    return ask.graph.conflicts(name, kind, ask.only).answer()
