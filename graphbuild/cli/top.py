"""graphbuild top"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from .asking import Ask, question

if TYPE_CHECKING:
    from graphbuild.answers import Answer


class By(StrEnum):
    """The measures, without loading what measures them."""

    DEGREE = "degree"
    PAGERANK = "pagerank"
    BETWEENNESS = "betweenness"
    EVENTS = "events"


@question(sourced=False)
def top(
    ask: Ask,
    by: Annotated[By, typer.Option("--by", help="By what they are ranked.")] = By.DEGREE,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to print.")] = 10,
) -> Answer:
    """List who and what stands out.

    degree: edges. events: events taken part in or organised. pagerank: how likely a walk along the edges ends there.
    betweenness: the share of shortest ways that lead through it; above 3,000 nodes it is estimated. --only person lists
    persons; the measure is taken with nodes of every kind.
    """
    if ask.only.of_edges:
        return ask.graph.top(by.value, limit, ask.only).answer()
    return ask.nearby.top(by.value, limit, ask.only.kinds).answer()
