"""Contradictions with the sentences of both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ..model import Conflict, ConflictSide, Quote
from .reading import node
from .records import Contradiction, Told

if TYPE_CHECKING:
    import networkx as nx


def contradictions(
    graph: nx.MultiDiGraph[str],
    conflicts: Iterable[Conflict],
    quotes: Callable[[Sequence[str]], Sequence[Quote]],
) -> tuple[Contradiction, ...]:
    """The conflicts with their sentences, in the order they come in.

    Parameters
    ----------
    quotes: gives the sentences behind claim ids, one each.
    """
    chosen = list(conflicts)
    sides = [side for conflict in chosen for side in (conflict.one, conflict.other)]
    told = iter([_told(side, quote) for side, quote in zip(sides, quotes([s.claim for s in sides]), strict=True)])
    return tuple(Contradiction(c.kind, c.kind.words, node(graph, c.about), next(told), next(told)) for c in chosen)


def _told(side: ConflictSide, quote: Quote) -> Told:
    return Told(side.words, side.date, quote)
