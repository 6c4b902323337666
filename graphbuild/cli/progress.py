"""A progress bar on stderr, in a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.building.report import Progress


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress | None]:
    """Hand out what a build reports to; None, and no bar, where `quiet` or nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None, pace="")

        def show(doing: str, done: int, of: int | None) -> None:
            bar.update(task, description=doing, completed=done, total=of)
            # The bar itself knows the pace of the last half minute.
            pace = bar.tasks[0].speed
            bar.update(task, pace=f"{done:,} ({pace:,.0f}/s)" if done and pace else "")

        yield show
