"""graphbuild stats"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .asking import Ask, question
from .views import say_if_older

if TYPE_CHECKING:
    from graphbuild.answers import Answer


@question(sourced=False)
def stats(ask: Ask) -> Answer:
    """Show the graph, or what the filters leave of it, in numbers; say if its page is older than it."""
    found = ask.graph.stats(ask.only) if ask.only else ask.nearby.stats()
    say_if_older(ask.folder)
    return found.answer()
