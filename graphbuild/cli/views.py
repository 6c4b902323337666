"""Saying that the page and the GraphML do not show the graph as it is."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from .options import OUTPUT


def say_if_older(folder: Path) -> None:
    """One line on stderr, with what to do, where the views of the graph in `folder` are older than it."""
    from graphbuild.store import Workspace

    workspace = Workspace(folder)
    if workspace.views_are_older:
        where = "" if folder == OUTPUT else f" -g {shlex.quote(str(folder))}"
        views = f"{workspace.page.name} and {workspace.graphml.name}"
        print(
            f"{views} are older than the graph; to write them anew: graphbuild judge --refresh{where}", file=sys.stderr
        )
