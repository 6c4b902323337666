"""GraphML: for Gephi, yEd, Cytoscape, igraph and networkx itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError
from ..model import Attribute
from .content import Content, told
from .texts import JOINT, clean, scalar

if TYPE_CHECKING:
    import networkx as nx

INTERNAL = frozenset({"members"})
"""Attributes of use to the program only."""


def write(content: Content, path: Path) -> None:
    """Write a part of the graph: what `write_graphml` writes, with the number of articles and the sentences behind."""
    graph = content.graph.copy()
    for entry in content.entries():
        graph.nodes[entry.id]["articles"] = entry.count
    for fact in content.facts():
        edge = graph.edges[fact.source.id, fact.target.id, f"{fact.relation}|{fact.key}"]
        edge["evidence"] = JOINT.join(map(told, content.said(fact)))
    write_graphml(graph, path)


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
        plain.add_node(clean(node), **_scalars(graph.nodes[node]))
    for source, target, key in sorted(graph.edges(keys=True)):
        plain.add_edge(clean(source), clean(target), clean(key), **_scalars(graph.edges[source, target, key]))
    return plain


def _scalars(attributes: Mapping[str, object]) -> dict[str, Attribute]:
    return {name: scalar(attributes[name]) for name in sorted(attributes) if name not in INTERNAL}
