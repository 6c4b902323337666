"""graphbuild top"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .answer import Answer, Row, table
from .asking import Ask, question


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
    found = ask.graph.top(by, limit, ask.only)
    rows = [Row((one.place, one.node.name, one.node.kind, f"{one.value:.4g}", one.node.id)) for one in found]
    return table(found, ("place", "name", "kind", by.value, "id"), rows, "nothing stands out")
