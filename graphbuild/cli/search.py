"""graphbuild search"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from graphbuild.model import EntityKind

from .options import OUTPUT, AsJson, GraphFolder
from .output import print_json, print_table


def search(
    text: Annotated[str, typer.Argument(help="A name or a part of one, with or without accents.")],
    kind: Annotated[EntityKind | None, typer.Option("--kind", help="Only persons, units, events or places.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to print, best first.")] = 20,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Find persons, units, events and places by name."""
    from graphbuild.building.opening import open_index

    hits = open_index(graph).search(text, kind, limit)
    if as_json:
        print_json(hits)
    elif hits:
        rows = [(hit.name, hit.kind, hit.extra, hit.matched if hit.matched != hit.name else "", hit.id) for hit in hits]
        print_table(("name", "kind", "about", "found as", "id"), rows)
    else:
        print(f"nothing answers to {text!r}", file=sys.stderr)
