"""graphbuild chart"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .answer import Answer, Row, Section
from .asking import Ask, Unit, question

if TYPE_CHECKING:
    from graphbuild.graph import Chart, Holder


@question()
def chart(
    ask: Ask,
    unit: Unit,
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="A day, month or year; without it, the graph's newest date.")
    ] = "",
) -> Answer:
    """Show who held which post of a unit at a time.

    Certain: seen in the post then, or between a stated beginning and end. Likely: seen before and after. Not known:
    seen only before or only after. A unit that was gone by then is followed to its successors.
    """
    graph, (id,) = ask.around(unit, kind="unit", line=True)
    return _answer(graph.chart(id, on or ask.nearby.newest_date(), ask.only))


def _answer(found: Chart) -> Answer:
    from graphbuild.graph import Certainty

    titles = {Certainty.CERTAIN: "Certain", Certainty.LIKELY: "Likely", Certainty.UNKNOWN: "Not known"}
    sections = tuple(
        Section(("title", "person", "rank", "because"), [_row(holder) for holder in found.of(certainty)], title)
        for certainty, title in titles.items()
    )
    heading = f"{found.unit.name}, {found.on}" if found.on else found.unit.name
    followed = "; ".join(found.followed_by)
    fields = (("formed", found.valid_from), ("until", found.valid_to), ("followed by", followed))
    return Answer(found, sections, heading, fields, more=tuple(map(_answer, found.successors)))


def _row(holder: Holder) -> Row:
    title = f"{holder.title} (acting)" if holder.acting else holder.title
    return Row((title, holder.person.name, holder.rank, holder.because), holder.link.claims)
