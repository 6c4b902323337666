"""Where each node of the page stands: worked out here once, so that the browser only draws.

Communities are laid out one by one and packed side by side, turned towards the communities they are tied to.
The same graph gives the same places in every process: nodes are sorted, seeds fixed, one thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from .packing import SCREEN, pack, rows

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.complex128]
    """One complex number a node, x + iy, so that turning a group is one multiplication."""

Links = Mapping[tuple[int, int], float]
"""Weight by pair of node numbers, the smaller first."""

SPACING = 76.0
"""Least distance between the centres of two nodes, in the page's pixels at scale 1."""

FINEST, WHOLE = 80, 400
"""Largest groups for Kamada-Kawai (even edge lengths, n^3) and for springs (n^2); beyond, a group is divided."""

ASIDE = 3.0
"""Between the rows of nodes without ties and all others, in the distance of two nodes."""

SEED = 20


def lay_out(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[int, int]]:
    """Give every node a point; no two nodes share one, and they are at least about `SPACING` apart.

    Parameters
    ----------
    graph: any size; parallel edges and directions only add weight.

    Returns
    -------
    Node id -> (x, y) in pixels at scale 1, y downwards, the middle of the drawing near (0, 0).

    Example
    -------
    >>> import networkx as nx
    >>> lay_out(nx.MultiDiGraph([("a", "b")])).keys()
    dict_keys(['a', 'b'])
    """
    names = sorted(graph)
    if not names:
        return {}
    number = {name: n for n, name in enumerate(names)}
    pairs = Counter((min(number[a], number[b]), max(number[a], number[b])) for a, b in graph.edges() if a != b)
    points = spread(arrange(len(names), pairs, fit=_across) * SPACING, [SPACING / 2] * len(names))
    middle = complex(points.real.max() + points.real.min(), points.imag.max() + points.imag.min()) / 2
    return {name: (round(p.real), round(p.imag)) for name, p in zip(names, points - middle, strict=True)}


def arrange(size: int, links: Links, fit: Callable[[Points], Points] = lambda points: points) -> Points:
    """Points about one unit apart for nodes 0 to size - 1; linked ones stand near each other.

    Parameters
    ----------
    fit: gives every connected part its shape.
    """
    parts = _components(size, links)
    if len(parts) == size > 1:
        return _sunflower(size, links)
    if len(parts) > 1:
        return _apart(size, parts, [fit(points) for points in _inner(parts, links)])
    return fit(_connected(size, links))


def _connected(size: int, links: Links) -> Points:
    if size <= WHOLE:
        return _springs(size, links)
    parts = _parted(size, links)
    if len(parts) in (1, size):
        return _sunflower(size, links)
    inner = _inner(parts, links)
    radii = [_radius(points) for points in inner]
    centres = spread(arrange(len(parts), _between(parts, links)) * 0.3 * sum(radii) / len(radii), radii)
    return _join(size, parts, _turned(size, parts, inner, centres, links), centres)


def _springs(size: int, links: Links) -> Points:
    """A connected group small enough for networkx, scaled so that a typical edge is little longer than a unit."""
    import networkx as nx
    import numpy as np

    if size == 1:
        return np.zeros(1, dtype=complex)
    group: nx.Graph[int] = nx.Graph()
    group.add_nodes_from(range(size))
    group.add_edges_from(sorted(links))
    start = nx.circular_layout(group)
    if size <= FINEST:
        places = nx.kamada_kawai_layout(group, pos=start)
    else:
        places = nx.spring_layout(group, iterations=60, seed=SEED, method="force")
    points: Points = np.array([complex(*places[n]) for n in range(size)])
    lengths = [abs(points[a] - points[b]) for a, b in sorted(links)]
    points *= 1.2 / max(float(np.median(lengths)), 1e-9)
    return points


def _sunflower(size: int, links: Links) -> Points:
    """Nodes without ties, or a group that nothing divides (one event with thousands of guests): the most linked
    in the middle."""
    import numpy as np

    degree = Counter(end for pair in links for end in pair)
    order = sorted(range(size), key=lambda n: (-degree[n], n))
    points = np.zeros(size, dtype=complex)
    steps = np.arange(size)
    points[order] = 0.6 * np.sqrt(steps) * np.exp(1j * steps * np.pi * (3 - np.sqrt(5)))
    return points


def _components(size: int, links: Links) -> list[list[int]]:
    """Connected parts, each sorted, the largest first."""
    import networkx as nx

    whole: nx.Graph[int] = nx.Graph()
    whole.add_nodes_from(range(size))
    whole.add_edges_from(links)
    return sorted((sorted(part) for part in nx.connected_components(whole)), key=lambda part: (-len(part), part[0]))


def communities(size: int, ends: NDArray[np.int64], weights: NDArray[np.float64] | None = None) -> NDArray[np.int64]:
    """The Louvain community of each node, as numbers from 0 on in the order of their first nodes.

    Parameters
    ----------
    ends: one row an edge; parallel ones add up. weights: of the edges, 1 each if None.
    """
    import networkit as nk
    import numpy as np

    threads = nk.engineering.getMaxNumberOfThreads()
    nk.engineering.setNumberOfThreads(1)  # with more, the order of moves and so the communities differ from run to run
    try:
        nk.setSeed(SEED, False)
        pairs, place = np.unique(np.sort(ends, axis=1), axis=0, return_inverse=True)
        total = np.bincount(place.ravel(), weights=weights, minlength=len(pairs)).astype(float)
        whole = nk.GraphFromCoo((total, tuple(np.ascontiguousarray(pairs.T))), n=size, weighted=True)
        found = nk.community.PLM(whole, refine=True)
        found.run()
        labels = np.array(found.getPartition().getVector(), dtype=np.int64)
    finally:
        nk.engineering.setNumberOfThreads(threads)
    _, firsts, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(firsts))[inverse.ravel()])


def _parted(size: int, links: Links) -> list[list[int]]:
    """The communities of a group, each sorted, by their first node."""
    import numpy as np

    pairs = sorted(links)
    labels = communities(size, np.array(pairs, dtype=np.int64), np.array([links[pair] for pair in pairs], dtype=float))
    parts: dict[int, list[int]] = {}
    for node, label in enumerate(labels.tolist()):
        parts.setdefault(label, []).append(node)
    return list(parts.values())


def _inner(parts: Sequence[Sequence[int]], links: Links) -> list[Points]:
    """Each part laid out by itself, its nodes numbered anew; parts are sorted, so pairs keep their order."""
    home = {node: (n, place) for n, part in enumerate(parts) for place, node in enumerate(part)}
    inside: list[dict[tuple[int, int], float]] = [{} for _ in parts]
    for (a, b), weight in links.items():
        if home[a][0] == home[b][0]:
            inside[home[a][0]][home[a][1], home[b][1]] = weight
    return [arrange(len(part), own) for part, own in zip(parts, inside, strict=True)]


def _between(parts: Sequence[Sequence[int]], links: Links) -> Links:
    """The links between parts, as numbers of parts."""
    home = {node: n for n, part in enumerate(parts) for node in part}
    between: dict[tuple[int, int], float] = {}
    for (a, b), weight in links.items():
        if home[a] != home[b]:
            pair = min(home[a], home[b]), max(home[a], home[b])
            between[pair] = between.get(pair, 0.0) + weight
    return between


def _turned(
    size: int, parts: Sequence[Sequence[int]], inner: Sequence[Points], centres: Points, links: Links
) -> list[Points]:
    """Each group turned so that its members face the groups they are tied to."""
    import numpy as np

    home = np.zeros(size, dtype=int)
    for n, part in enumerate(parts):
        home[list(part)] = n
    pull = np.zeros(size, dtype=complex)
    for (a, b), weight in links.items():
        way = centres[home[b]] - centres[home[a]]
        if way:
            pull[a] += weight * way / abs(way)
            pull[b] -= weight * way / abs(way)
    turned = []
    for part, points in zip(parts, inner, strict=True):
        # The angle that makes the sum of dot products of places and pulls largest.
        best = (points.conj() * pull[list(part)]).sum()
        turned.append(points * (best / abs(best)) if abs(best) > 1e-9 else points)
    return turned


def _apart(size: int, parts: Sequence[Sequence[int]], inner: Sequence[Points]) -> Points:
    """Parts that nothing ties together side by side, and single nodes in rows below them."""
    import numpy as np

    tied = [part for part in parts if len(part) > 1]
    alone = sorted(part[0] for part in parts if len(part) == 1)
    # Parts come with the largest first, so that those of one node stand behind all others.
    shapes = inner[: len(tied)]
    points = _join(size, tied, shapes, pack(shapes))
    if alone:
        drawn = points[[node for part in tied for node in part]]
        corner = complex(drawn.real.min(), drawn.imag.max() + ASIDE)
        points[alone] = corner + rows(len(alone), float(np.ptp(drawn.real)))
    return points


def _radius(points: Points) -> float:
    """Radius of the disc a group needs, with room for labels around it."""
    middle = points.mean()
    return float(abs(points - middle).max()) + 0.7


def _join(size: int, parts: Sequence[Sequence[int]], inner: Sequence[Points], centres: Points) -> Points:
    import numpy as np

    points = np.zeros(size, dtype=complex)
    for part, local, centre in zip(parts, inner, centres, strict=True):
        points[list(part)] = local - local.mean() + centre
    return points


def _across(points: Points) -> Points:
    """The drawing turned and stretched towards the shape of a screen, for a screen is wider than high."""
    import numpy as np

    middle = points.mean()
    x, y = (points - middle).real, (points - middle).imag
    # Half the angle of the second moment is that of the longest way through the points.
    turned = (points - middle) * np.exp(-0.5j * np.angle(complex((x * x - y * y).sum(), 2 * (x * y).sum())))
    wide, high = float(turned.real.std()), float(turned.imag.std())
    stretch = max(1.0, (SCREEN * high / wide) ** 0.5) if wide else 1.0
    return np.asarray(turned.real * stretch + 1j * turned.imag / stretch)


def spread(points: Points, radii: Sequence[float]) -> Points:
    """Push discs apart until none overlap, moving each as little as it takes."""
    import numpy as np
    from scipy.spatial import cKDTree

    reach = np.array(radii)
    # Points on one spot have no direction to part in: give each its own, far below what can be seen.
    turn = np.arange(len(points))
    points = points + reach.min() * 1e-3 * np.exp(1j * turn) * (1 + turn / len(points))
    for _ in range(400):
        tree = cKDTree(np.column_stack([points.real, points.imag]))
        pairs = tree.query_pairs(2 * reach.max(), output_type="ndarray")
        gap = points[pairs[:, 1]] - points[pairs[:, 0]]
        short = reach[pairs].sum(axis=1) - abs(gap)
        close = short > 0.02 * reach.min()
        if not close.any():
            break
        pairs, push = pairs[close], gap[close] / abs(gap[close]) * short[close] * 0.55
        order = np.lexsort((pairs[:, 1], pairs[:, 0]))
        ends = pairs[order].T.ravel()
        moves = np.zeros_like(points)
        np.add.at(moves, ends, np.concatenate([-push[order], push[order]]))
        # The mean of a disc's pushes: their sum would throw it far out of a crowd, and nothing calls it back.
        points = points + moves / np.maximum(np.bincount(ends, minlength=len(points)), 2)
    return points
