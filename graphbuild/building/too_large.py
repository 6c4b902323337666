"""Which graphs are too large for one page."""

from __future__ import annotations

MOST_NAMES, MOST_EDGES = 50_000, 250_000
"""A graph of more names or edges has a page of its most linked part, which has at most so many."""


def is_too_large(names: int, edges: int) -> bool:
    """True if the page of a graph of so many names and edges shows its most linked part alone."""
    return names > MOST_NAMES or edges > MOST_EDGES
