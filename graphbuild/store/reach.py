"""A part of a graph by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Ends = Mapping[int, tuple[int, int]]
"""Number of an edge -> the places of its source and its target."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A part of a graph.

    Attributes
    ----------
    places: of its entities. edges: with their ends, which are among the places.
    """

    places: frozenset[int]
    edges: Ends = field(default_factory=dict)

    def wider(self, places: Iterable[int], edges: Ends | None = None) -> Reach:
        """This with more entities and edges."""
        return Reach(self.places.union(places), {**self.edges, **(edges or {})})
