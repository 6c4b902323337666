"""graphbuild chart"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .options import OUTPUT, AsJson, GraphFolder
from .output import print_heading, print_json, print_section, say_moved

if TYPE_CHECKING:
    from graphbuild.graph import Chart, Holder


def chart(
    unit: Annotated[str, typer.Argument(help="Name or id of a unit.")],
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="A day, month or year; without it, the graph's newest date.")
    ] = "",
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Show who held which post of a unit at a time.

    Certain: seen in the post then, or between a stated beginning and end. Likely: seen before and after. Not known:
    seen only before or only after. A unit that was gone by then is followed to its successors.
    """
    from graphbuild.building.opening import open_graph

    opened = open_graph(graph)
    say_moved(opened, unit)
    found = opened.chart(unit, on)
    if as_json:
        print_json(found)
    else:
        _print(found)


def _print(found: Chart) -> None:
    from graphbuild.graph import Certainty

    print_heading(f"{found.unit.name}, {found.on}" if found.on else found.unit.name)
    followed = "; ".join(found.followed_by)
    for label, words in (("formed", found.valid_from), ("until", found.valid_to), ("followed by", followed)):
        if words:
            print(f"{label}: {words}")
    for title, certainty in (
        ("Certain", Certainty.CERTAIN),
        ("Likely", Certainty.LIKELY),
        ("Not known", Certainty.UNKNOWN),
    ):
        print_section(title, ("title", "person", "rank", "because"), [_cells(holder) for holder in found.of(certainty)])
    for successor in found.successors:
        print()
        _print(successor)


def _cells(holder: Holder) -> tuple[str, str, str, str]:
    title = f"{holder.title} (acting)" if holder.acting else holder.title
    return title, holder.person.name, holder.rank, holder.because
