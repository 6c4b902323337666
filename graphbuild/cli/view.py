"""graphbuild view"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .filters import filtered
from .options import OUTPUT, GraphFolder
from .output import say_moved

if TYPE_CHECKING:
    from graphbuild.graph import Filters


@filtered
def view(
    only: Filters,
    entity: Annotated[str | None, typer.Argument(help="Name or id in the middle; without it, the whole graph.")] = None,
    hops: Annotated[int, typer.Option("--hops", min=1, help="How many steps around it.")] = 2,
    file: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="By default view.html in the folder.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    graph: GraphFolder = OUTPUT,
) -> None:
    """Write the page of a part of the graph: around one name, in a stretch of time, of some kinds.

    A post or tie belongs to the time from its first to its last sighting, what happens at an event to the date of the
    event. A date that is only known as a year or month stays if it can lie in the time asked about; what bears no date
    does not.
    """
    from graphbuild.building.nearby import open_around
    from graphbuild.building.viewing import write_view

    opened, id = open_around(graph, entity, hops, only)
    say_moved(opened, *filter(None, (entity,)))
    written = write_view(opened, file or graph / "view.html", id, hops, only)
    print(f"{written.path}: {written.title}, {written.nodes} nodes, {written.edges} edges")
    if show:
        import webbrowser

        webbrowser.open(written.path.resolve().as_uri())
