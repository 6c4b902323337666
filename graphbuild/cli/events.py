"""graphbuild events"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from .answer import Answer, Row, claims_of, table
from .asking import Ask, question
from .output import edge_words

if TYPE_CHECKING:
    from graphbuild.graph import Held
    from graphbuild.graph.records import Node

COLUMNS = ("date", "type", "event", "place", "organiser", "participants")


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
    found = ask.graph.events(unit=unit, person=person, place=place, sub_units=sub_units, only=ask.only)
    named = bool(unit or person)
    rows = [Row((*_cells(one), *((_as(one),) if named else ())), claims_of(one.links)) for one in found]
    return table(found, (*COLUMNS, *(("as",) if named else ())), rows, "no such events")


def _cells(one: Held) -> tuple[object, ...]:
    return one.date, one.type, one.event.name, _names(one.places), _names(one.organisers), one.participants


def _as(one: Held) -> str:
    """What those who were asked about did there; with several, who did it."""
    did = [(link.source.name, edge_words(link.key) or link.relation) for link in one.links if link.target == one.event]
    several = len({name for name, _ in did}) > 1
    return "; ".join(dict.fromkeys(f"{name} {what}" if several else what for name, what in did))


def _names(nodes: Iterable[Node]) -> str:
    return "; ".join(node.name for node in nodes)
