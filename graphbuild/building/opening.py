"""Opening a published graph to ask it questions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.model import Conflict, Quote
from graphbuild.store import Reader, Workspace
from graphbuild.store.local import Reach, claim_sources
from graphbuild.store.names import names_in

from .names import StoredNames, as_row, expander
from .settings import Settings, remembered

if TYPE_CHECKING:
    from graphbuild.graph import Graph, SearchIndex
    from graphbuild.resolve import Doubt


def open_graph(output: str | Path = "output") -> Graph:
    """Open the graph that `build` has written into the folder `output`; it stays as it is while builds go on.

    Raises OpenError where there is no graph or another version of the program wrote it.

    Example
    -------
    >>> g = open_graph("output")                # doctest: +SKIP
    >>> g.person("bui hai son").rank            # doctest: +SKIP
    'Trung tướng'
    """
    return opened(Workspace(output).open_reader(), settings=remembered(output))


def open_index(output: str | Path = "output") -> StoredNames:
    """The names of the graph alone, to be searched: sooner there than the whole graph, and without networkx.

    Raises OpenError as `open_graph` does.
    """
    return StoredNames(Workspace(output).open_reader())


def index_of(reader: Reader) -> SearchIndex:
    """The names of the graph that `reader` has open, to be searched; it may be closed afterwards."""
    from graphbuild.graph import SearchIndex

    return SearchIndex(map(as_row, names_in(reader)), expander(reader), reader.merged())


def opened(
    reader: Reader,
    part: Reach | None = None,
    conflicts: Sequence[Conflict] = (),
    doubts: Sequence[Doubt] = (),
    *,
    settings: Settings | None = None,
) -> Graph:
    """The graph of a part of the store with these conflicts and doubts, or of the whole with all of them."""
    from graphbuild.graph import Graph, build_graph

    ids, edges = part or (None, None)
    settings = settings or Settings()

    def quotes(claims: Sequence[str]) -> list[Quote]:
        found = reader.quotes(claims)
        return [found[claim] for claim in claims]

    return Graph(
        build_graph(reader.entities(ids), reader.edges(edges)),
        quotes,
        reader.meta() | {"settings": settings, "language": settings.language},
        expander(reader),
        conflicts if part else reader.conflicts(),
        reader.merged(),
        doubts if part else reader.doubtful(),
        sources=partial(claim_sources, reader),
        draw=_draw,
        title=settings.name or "graphbuild",
        ask=None if part else reader.ask,
    )


def _draw(graph: Graph) -> str:
    from .viewing import page_of

    return page_of(graph)
