"""The page of a part of a graph, as a file or as text."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from graphbuild.explorer import write_page
from graphbuild.graph import Filters, Graph


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
    _write(part, path)
    return View(path, part.title, len(part.facts), part.facts.number_of_edges())


def page_of(graph: Graph) -> str:
    """The page of `graph` as text, for a frame in a notebook."""
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
        return _write(graph, Path(folder) / "view.html").read_text("utf-8")


def _write(graph: Graph, path: Path) -> Path:
    language = str(graph.about.get("language", "en"))
    return write_page(
        graph.nx, graph.quotes(), path, title=graph.title, language=language, conflicts=graph.contradicting
    )
