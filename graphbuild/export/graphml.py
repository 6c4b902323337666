"""GraphML: for Gephi, yEd, Cytoscape, igraph and networkx itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError

if TYPE_CHECKING:
    import networkx as nx

JOINT = " | "
"""Between the parts of a list: GraphML knows no lists."""

INTERNAL = frozenset({"members"})
"""Attributes of use to the program only."""

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped, such as NUL; U+FFFD stands for them."""

Scalar = str | int | float | bool


def write_graphml(graph: nx.MultiDiGraph[str], path: Path) -> Path:
    """Write `graph` as GraphML in UTF-8; equal graphs give equal bytes, whatever order they were made in.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it. Tuples (aliases, claims) are joined with ' | '; `members` is left out.
    path: the file, replaced if it is there.

    Returns `path`. Raises StoreError if the file cannot be written.

    Example
    -------
    >>> write_graphml(graph, Path("output/graph.graphml"))                  # doctest: +SKIP
    >>> networkx.read_graphml("output/graph.graphml", force_multigraph=True)  # doctest: +SKIP
    """
    import networkx as nx

    try:
        with path.open("wb") as file:
            nx.write_graphml(_plain(graph), file, encoding="utf-8", prettyprint=True)
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", where=str(path), do="check the folder") from error
    return path


def _plain(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy in sorted order whose attributes are scalars of the same type wherever they stand."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(graph):
        plain.add_node(node, **_scalars(graph.nodes[node]))
    for source, target, key in sorted(graph.edges(keys=True)):
        plain.add_edge(source, target, key, **_scalars(graph.edges[source, target, key]))
    return plain


def _scalars(attributes: Mapping[str, object]) -> dict[str, Scalar]:
    return {name: _scalar(attributes[name]) for name in sorted(attributes) if name not in INTERNAL}


def _scalar(value: object) -> Scalar:
    if isinstance(value, int | float):
        return value
    text = JOINT.join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return NOT_XML.sub("\ufffd", text)
