"""graphbuild conflicts"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.model import ConflictKind

from .options import OUTPUT, AsJson, GraphFolder
from .output import mark, print_json, print_table

if TYPE_CHECKING:
    from graphbuild.graph.records import Told


def conflicts(
    name: Annotated[str | None, typer.Argument(help="Name or id; without it, the whole graph.")] = None,
    kind: Annotated[ConflictKind | None, typer.Option("--kind", help="Only contradictions of this kind.")] = None,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """List where articles contradict each other, with both sentences.

    Two ranks on one day, two holders of one post, two dates, places or organisers of one event, units part of each
    other, two parents of one kind. Both sides stay in the graph.
    """
    from graphbuild.building.opening import open_graph

    found = open_graph(graph).conflicts(name, kind)
    if as_json:
        print_json(found)
    elif found:
        columns = ("what", "about", "says", "sentence", "article", "but", "sentence", "article")
        print_table(columns, [(one.what, one.about.name, *_cells(one.one), *_cells(one.other)) for one in found])
    else:
        print("no contradictions", file=sys.stderr)


def _cells(told: Told) -> tuple[str, str, str]:
    quote = told.quote
    says = told.words if told.date in ("", told.words) else f"{told.date}: {told.words}"
    sentence = mark(quote.sentence, quote.mark_start, quote.mark_end)
    return says, " ".join(sentence.split()), quote.document
