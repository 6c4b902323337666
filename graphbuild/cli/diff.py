"""graphbuild diff"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphbuild.errors import GraphbuildError, UsageError

from .answer import print_answer
from .options import AsJson


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
    print_answer(found.answer(), as_json=as_json)
    return 0 if found.is_empty else 1
