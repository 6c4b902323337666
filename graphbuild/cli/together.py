"""graphbuild together"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .asking import Ask, Name, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def together(ask: Ask, a: Name, b: Name) -> Answer:
    """Show what two names have in common: events, units, people, places, and days.

    For a unit or person, the time in which both are known to have been tied to it at once. A day is one on which each
    was at an event of its own.
    """
    graph, (one, other) = ask.around(a, b)
    return graph.together(one, other, ask.only).answer()
