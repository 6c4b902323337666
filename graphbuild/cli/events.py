"""graphbuild events"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def events(
    ask: Ask,
    unit: Annotated[str | None, typer.Option("--unit", help="Of this unit: it took part or organised.")] = None,
    person: Annotated[str | None, typer.Option("--person", help="At which this person was.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Held at this place.")] = None,
    sub_units: Annotated[bool, typer.Option("--sub-units", help="With --unit: of the units below it as well.")] = False,
) -> Answer:
    """List events by date: all of them, or of a unit, a person and a place.

    With --role, events at which the one named had that role, or at which anyone had.
    """
    asked = {"unit": unit, "person": person, "place": place}
    ids = {kind: ask.nearby.find([name], kind)[0] for kind, name in asked.items() if name is not None}
    if ids:
        ask.opened = ask.nearby.events(tuple(ids.values()), sub_units=sub_units)
    return ask.graph.events(**ids, sub_units=sub_units, only=ask.only).answer()
