"""Contradictions with the sentences of both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Conflict, ConflictKind, ConflictSide, Quote
from .reading import node
from .records import Node

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a contradiction: what it says in short, the date it says it of ('' if unknown), and the sentence."""

    words: str
    date: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sentences that cannot both be right; `about` is the person, unit or event, `what` the kind in words."""

    kind: ConflictKind
    what: str
    about: Node
    one: Told
    other: Told


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
