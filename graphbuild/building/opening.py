"""Opening a published graph to ask it questions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.model import Conflict, Quote
from graphbuild.store import Reader, Workspace
from graphbuild.store.names import names_in
from graphbuild.store.reach import Reach
from graphbuild.store.whole import claim_sources, count_of_edges

from .names import StoredNames, as_row, expander
from .settings import Settings, remembered

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from graphbuild.graph import Graph, SearchIndex
    from graphbuild.resolve import Doubt
    from graphbuild.store.net import Net


WHOLE = 20_000
"""Up to so many edges a graph is read whole when it is first asked, which takes less than half a second."""


def open_graph(output: str | Path = "output") -> Graph:
    """Open the graph that `build` has written into the folder `output`; it stays as it is while builds go on.

    Of a large graph a question reads only what it needs; `nx`, the data frames and questions about all of it, unless
    they are told in numbers, read the whole.

    Raises OpenError where there is no graph or another version of the program wrote it.

    Example
    -------
    >>> g = open_graph("output")                # doctest: +SKIP
    >>> g.person("bui hai son").rank            # doctest: +SKIP
    'Trung tướng'
    """
    from .stored import StoredGraph

    reader = Workspace(output).open_reader()
    shared = known(reader, remembered(output))
    return opened(reader, known=shared) if count_of_edges(reader) <= WHOLE else StoredGraph(reader, shared)


def open_index(output: str | Path = "output") -> StoredNames:
    """The names of the graph alone, to be searched: sooner there than the whole graph, and without networkx.

    Raises OpenError as `open_graph` does.
    """
    return StoredNames(Workspace(output).open_reader())


def index_of(reader: Reader) -> SearchIndex:
    """The names of the graph that `reader` has open, to be searched; it may be closed afterwards."""
    from graphbuild.graph import SearchIndex

    return SearchIndex(map(as_row, names_in(reader)), expander(reader), reader.merged())


@dataclass(frozen=True)
class Known:
    """What is the same for every part of a store: what its build recorded, how names are spelled out, former ids."""

    about: Mapping[str, object]
    expand: Callable[[str], str]
    merged: Mapping[str, str]
    title: str


def known(reader: Reader, settings: Settings | None = None) -> Known:
    """Read what is the same for every part."""
    settings = settings or Settings()
    about = reader.meta() | {"settings": settings, "language": settings.language}
    return Known(about, expander(reader), reader.merged(), settings.name or "graphbuild")


def opened(
    reader: Reader,
    part: Reach | None = None,
    conflicts: Sequence[Conflict] = (),
    doubts: Sequence[Doubt] = (),
    *,
    known: Known,
    net: Net | None = None,
    told: Collection[str] | None = None,
    bare: bool = False,
) -> Graph:
    """The graph of a part of the store with these conflicts and doubts, or of the whole with all of them.

    Parameters
    ----------
    net: what the part is read from. told, bare: what is read of its entities, as `entities_in` says.
    """
    from graphbuild.graph import Graph

    return Graph(
        partial(read_part, reader, net, part, told, bare=bare) if net and part else partial(read_graph, reader),
        partial(quotes_of, reader),
        known.about,
        known.expand,
        conflicts if part else reader.conflicts,
        known.merged,
        doubts if part else reader.doubtful,
        sources=partial(claim_sources, reader),
        draw=draw,
        title=known.title,
        ask=None if part else reader.ask,
    )


def read_graph(reader: Reader) -> MultiDiGraph[str]:
    """The whole graph."""
    from graphbuild.graph import build_graph

    return build_graph(reader.entities(), reader.edges())


def read_part(
    reader: Reader, net: Net, part: Reach, told: Collection[str] | None = None, *, bare: bool = False
) -> MultiDiGraph[str]:
    """The graph of a part, with what `entities_in` reads of entities."""
    from graphbuild.graph import build_graph
    from graphbuild.store.told import edges_in, entities_in

    entities = entities_in(reader, net, part.places, told, bare=bare)
    ids = {place: one.id for place, one in entities.items()}
    return build_graph(entities.values(), edges_in(net, part.edges, ids))


def quotes_of(reader: Reader, claims: Sequence[str]) -> list[Quote]:
    """The sentences of these claims, in their order."""
    found = reader.quotes(claims)
    return [found[claim] for claim in claims]


def draw(graph: Graph) -> str:
    """The page of a graph, as text."""
    from .viewing import page_of

    return page_of(graph)
