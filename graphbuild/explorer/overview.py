"""The first view of a large graph: its groups as bubbles, the most important names beside them, in a box of its own.

A group is a community of nodes; the smallest communities join the one they are tied to most. Everything here is
worked out on arrays of node numbers (places in the sorted list of ids) and is the same in every process.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .layout import SPACING, arrange, communities, spread

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .table import GraphTable

    Numbers = NDArray[np.int64]
    Points = NDArray[np.complex128]

ALL_DRAWN = 1000
"""Up to so many nodes all are drawn, and there is no overview."""

GROUPS = 64
"""So many bubbles at most."""

NAMED = {"person": 40, "unit": 40, "event": 24, "place": 8}
"""So many of each kind, those with most edges, stand in the overview by name."""

STRONGEST = 2
"""A bubble shows its ties to so many other bubbles."""

NEAREST = 3
"""A bubble is placed by its ties to so many others."""

BUBBLE = 20.0
"""Least radius of a bubble, in the page's pixels at scale 1; it grows with the root of its nodes."""

WIDER = 1.5
"""Names are wide and so are screens: the finished picture is stretched sideways by this."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The first view.

    Attributes
    ----------
    group: the group of every node, as numbers from 0 on, the largest group first.
    bubbles: (x, y, radius) of every group.
    named: node -> (x, y) of those that stand there by name.
    lines: (one end, other end, facts); a group's end is 'g' and its number, a name's its node.
    """

    group: tuple[int, ...]
    bubbles: tuple[tuple[int, int, float], ...]
    named: dict[int, tuple[int, int]]
    lines: tuple[tuple[int | str, int | str, int], ...]


def make_overview(table: GraphTable) -> Overview:
    """Lay out the overview of a graph; up to 64 bubbles and 112 names, none on another.

    Example
    -------
    >>> import networkx as nx
    >>> from graphbuild.explorer.table import read_table
    >>> graph = nx.MultiDiGraph([("person/a", "unit/b")])
    >>> nx.set_node_attributes(graph, {"person/a": "person", "unit/b": "unit"}, "kind")
    >>> make_overview(read_table(graph)).group
    (0, 0)
    """
    import numpy as np

    ends = np.array([pair for pair in table.facts if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)
    group = _groups(len(table), ends)
    named = _named([node["kind"] for node in table.nodes], table.degree)
    bubbles, places = _lay_out(group, ends, named)
    return Overview(tuple(group.tolist()), bubbles, places, _lines(group, ends, named))


def _groups(size: int, ends: Numbers) -> Numbers:
    """Communities, at most `GROUPS`, the largest first; those that are tied to none of the kept are the last."""
    import numpy as np

    labels = communities(size, ends)
    sizes = np.bincount(labels)
    order = np.lexsort((np.arange(len(sizes)), -sizes))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    labels = rank[labels]
    kept = min(len(sizes), GROUPS - 1)
    if len(sizes) <= GROUPS:
        return labels
    home = np.concatenate([np.arange(kept), np.full(len(sizes) - kept, kept)])
    for small, large in _strongest_ties(labels[ends], kept):
        home[small] = large
    return home[labels]


def _strongest_ties(ties: Numbers, kept: int) -> list[tuple[int, int]]:
    """For each small community tied to a kept one, the one it has most edges to."""
    import numpy as np

    both = np.concatenate([ties, ties[:, ::-1]])
    small = both[(both[:, 0] >= kept) & (both[:, 1] < kept)]
    pairs, counts = np.unique(small, axis=0, return_counts=True)
    best: dict[int, tuple[int, int]] = {}
    for (community, home), count in zip(pairs.tolist(), counts.tolist(), strict=True):
        best[community] = max(best.get(community, (0, 0)), (count, -home))
    return [(community, -home) for community, (_, home) in best.items()]


def _named(kinds: list[str], degrees: Sequence[int]) -> list[int]:
    """The nodes that stand in the overview by name, ascending."""
    order = sorted(range(len(kinds)), key=lambda n: (-degrees[n], n))
    chosen: list[int] = []
    for kind, most in NAMED.items():
        chosen += [n for n in order if kinds[n] == kind][:most]
    return sorted(chosen)


def _lay_out(
    group: Numbers, ends: Numbers, named: list[int]
) -> tuple[tuple[tuple[int, int, float], ...], dict[int, tuple[int, int]]]:
    """Each bubble with its names in rings around it is a disc; tied discs stand near each other."""
    import numpy as np

    sizes = np.bincount(group)
    radius = np.minimum(BUBBLE + 0.8 * np.sqrt(sizes), 3 * BUBBLE)
    members: list[list[int]] = [[] for _ in sizes]
    for node in named:
        members[group[node]].append(node)
    rings = [_ring(len(own), own_radius) for own, own_radius in zip(members, radius.tolist(), strict=True)]
    reach = [
        max([own_radius + SPACING / 4, *(abs(ring) + SPACING / 3)])
        for ring, own_radius in zip(rings, radius.tolist(), strict=True)
    ]
    centres = spread(arrange(len(sizes), _ties(group[ends])) * float(np.mean(reach)), reach)
    middle = complex(centres.real.max() + centres.real.min(), centres.imag.max() + centres.imag.min()) / 2
    centres = (centres - middle).real * WIDER + 1j * (centres - middle).imag
    bubbles = tuple(
        (round(c.real), round(c.imag), round(r, 1)) for c, r in zip(centres.tolist(), radius.tolist(), strict=True)
    )
    places = {
        node: (round(at.real), round(at.imag))
        for own, ring, centre in zip(members, rings, centres, strict=True)
        for node, at in zip(own, (ring + centre).tolist(), strict=True)
    }
    return bubbles, places


def _ring(count: int, radius: float) -> Points:
    """Points in rings around a bubble, about `SPACING` apart, beginning above it."""
    import numpy as np

    points: list[complex] = []
    distance = radius + 0.55 * SPACING
    while len(points) < count:
        room = max(1, int(2 * np.pi * distance / (0.9 * SPACING)))
        here = min(room, count - len(points))
        points += [distance * np.exp(1j * (2 * np.pi * n / here - np.pi / 2)) for n in range(here)]
        distance += 0.8 * SPACING
    return np.array(points, dtype=complex)


def _ties(pairs: Numbers) -> dict[tuple[int, int], float]:
    """Weight by pair of groups, the smaller first: of each group its `NEAREST` strongest, as those place it best."""
    import numpy as np

    pairs = np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1)
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    rows = [(a, b, count) for (a, b), count in zip(found.tolist(), counts.tolist(), strict=True)]
    of_group: dict[int, list[tuple[int, int, int]]] = {}
    for row in rows:
        for end in row[:2]:
            of_group.setdefault(end, []).append(row)
    kept = {row for ties in of_group.values() for row in sorted(ties, key=lambda row: (-row[2], row))[:NEAREST]}
    return {(a, b): float(count) for a, b, count in sorted(kept)}


def _lines(group: Numbers, ends: Numbers, named: list[int]) -> tuple[tuple[int | str, int | str, int], ...]:
    """The lines that are drawn: all between names, those of a name to its own bubble, of each bubble the `STRONGEST`
    to other bubbles; model/lod.js thins them alike when something was opened."""
    import numpy as np

    # Marks are numbered as there: names first, then bubbles.
    mark = group + len(named)
    mark[named] = np.arange(len(named))
    home = np.concatenate([group[named], np.arange(group.max() + 1)])
    pairs = np.sort(mark[ends], axis=1)
    found, counts = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0, return_counts=True)
    rows = [(a, b, facts) for (a, b), facts in zip(found.tolist(), counts.tolist(), strict=True)]
    kept = [row for row in rows if row[1] < len(named) or (row[0] < len(named) and home[row[0]] == home[row[1]])]
    of_bubble: dict[int, list[tuple[int, int, int]]] = {}
    for row in rows:
        if row[0] >= len(named):
            for own in row[:2]:
                of_bubble.setdefault(own, []).append(row)
    for ties in of_bubble.values():
        kept += sorted(ties, key=lambda row: (-row[2], row[0], row[1]))[:STRONGEST]

    def end(place: int) -> int | str:
        return named[place] if place < len(named) else f"g{place - len(named)}"

    return tuple((end(a), end(b), facts) for a, b, facts in sorted(set(kept)))
