"""graphbuild show"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .asking import Ask, Name, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question()
def show(ask: Ask, name: Name) -> Answer:
    """Show all that the graph knows of one name: the card of a person, unit, event or place."""
    graph, (id,) = ask.around(name, card=True)
    return graph.card(id, ask.only).answer()
