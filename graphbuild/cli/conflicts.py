"""graphbuild conflicts"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.model import ConflictKind

from .answer import Answer, Row, table
from .asking import Ask, question
from .output import marked

if TYPE_CHECKING:
    from graphbuild.graph.records import Told


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
    found = ask.graph.conflicts(name, kind, ask.only)
    columns = ("what", "about", "says", "sentence", "article", "but", "other sentence", "other article")
    rows = [Row((one.what, one.about.name, *_cells(one.one), *_cells(one.other))) for one in found]
    return table(found, columns, rows, "no contradictions")


def _cells(told: Told) -> tuple[str, str, str]:
    quote = told.quote
    says = told.words if told.date in ("", told.words) else f"{told.date}: {told.words}"
    return says, marked(quote), quote.document
