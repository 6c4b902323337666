"""graphbuild together"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .answer import Answer, Row, claims_of, table
from .asking import Ask, Name, question
from .output import edge_words, period

if TYPE_CHECKING:
    from graphbuild.graph import Link


@question()
def together(ask: Ask, a: Name, b: Name) -> Answer:
    """Show what two names have in common: events, units, people, places, and days.

    For a unit or person, the time in which both are known to have been tied to it at once. A day is one on which each
    was at an event of its own.
    """
    graph, (one, other) = ask.around(a, b)
    found = graph.together(one, other, ask.only)
    rows = [
        Row(
            (one.node.kind, one.node.name, "; ".join(period(*time) for time in one.times), _as(one.a), _as(one.b)),
            claims_of(one.a, one.b),
        )
        for one in found.shared
    ]
    rows += [Row(("day", "", day.date, _at(day.a), _at(day.b)), claims_of(day.a, day.b)) for day in found.days]
    columns = ("what", "name", "when", found.a.name, found.b.name)
    return table(found, columns, rows, "they have nothing in common")


def _as(links: Iterable[Link]) -> str:
    return "; ".join(dict.fromkeys(edge_words(link.key) or link.relation for link in links))


def _at(links: Iterable[Link]) -> str:
    return "; ".join(dict.fromkeys(f"{link.target.name} ({edge_words(link.key) or link.relation})" for link in links))
