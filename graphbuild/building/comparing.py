"""Comparing two builds in their folders."""

from __future__ import annotations

from pathlib import Path

from graphbuild.graph.diff import Diff
from graphbuild.graph.diff import diff as compare
from graphbuild.store import Workspace


def diff(old: str | Path, new: str | Path) -> Diff:
    """What changed from the build in the folder `old` to that in the folder `new`.

    Raises OpenError where there is no graph or another version of the program wrote it.

    Example
    -------
    >>> diff("output", "output-of-today").is_empty      # doctest: +SKIP
    False
    """
    with Workspace(old).open_reader() as before, Workspace(new).open_reader() as after:
        return compare((before.entities(), before.edges()), (after.entities(), after.edges()))
