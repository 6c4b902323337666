"""graphbuild diff"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.errors import GraphbuildError, UsageError

from .options import AsJson
from .output import print_json, print_section

if TYPE_CHECKING:
    from graphbuild.graph.diff import Difference


def diff(
    old: Annotated[Path, typer.Argument(help="The folder of one build.")],
    new: Annotated[Path, typer.Argument(help="The folder of the other, later build.")],
    as_json: AsJson = False,
) -> int:
    """Show which entities, postings and edges came, went or changed between two builds.

    Exits with 0 where the builds say the same, 1 where they differ, and 2 where one cannot be read.
    """
    from graphbuild.building.comparing import diff as compare

    try:
        found = compare(old, new)
    except GraphbuildError as error:
        raise UsageError(error.what, where=error.where, do=error.do) from error
    if as_json:
        print_json(found)
    else:
        _print("Entities", found.entities)
        _print("Postings", found.postings)
        _print("Edges", found.edges)
    return 0 if found.is_empty else 1


def _print(title: str, differences: Iterable[Difference]) -> None:
    rows = [(one.change, one.kind, one.name, _details(one), one.id) for one in differences]
    print_section(title, ("change", "kind", "what", "details", "id"), rows)


def _details(one: Difference) -> str:
    changes = [f"{field.field}: {field.old or '-'} -> {field.new or '-'}" for field in one.fields]
    if one.related:
        changes.append(f"records {'now' if one.change == 'went' else 'before'} in {', '.join(one.related)}")
    return "; ".join(changes)
