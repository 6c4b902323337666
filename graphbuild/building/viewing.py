"""The page of a part of a graph, as a file or as text."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.explorer import write_page
from graphbuild.graph import Filters, Graph
from graphbuild.model import Quote

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class View:
    """A page that was written: its file, its title, and how many nodes and edges it shows."""

    path: Path
    title: str
    nodes: int
    edges: int


def write_view(graph: Graph, path: Path, name: str | None = None, hops: int = 2, only: Filters | None = None) -> View:
    """Write the page of a part of `graph` to the file `path`.

    Parameters
    ----------
    name: what the part is around, `hops` steps wide; None takes the whole graph.
    only: which nodes and edges are left.

    Raises UsageError if nothing is left, and NotFoundError, AmbiguousError and StoreError as `Graph.part` and
    `write_page` do.

    Example
    -------
    >>> write_view(gb.open("output"), Path("view.html"), "quan khu 6", hops=1)    # doctest: +SKIP
    View(path=PosixPath('view.html'), title='Quân khu 6, 1 step', nodes=56, edges=131)
    """
    part = graph.part(name, hops, only)
    write_page(part.nx, part.quotes(), path, title=part.title)
    return View(path, part.title, part.nx.number_of_nodes(), part.nx.number_of_edges())


def page_of(graph: nx.MultiDiGraph[str], quotes: Mapping[str, Quote], title: str) -> str:
    """The page as text, for a frame in a notebook."""
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
        return write_page(graph, quotes, Path(folder) / "view.html", title=title).read_text("utf-8")
