"""Opening a published graph to ask it questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.graph import Graph, Row, SearchIndex, build_graph
from graphbuild.graph.reading import EXTRA
from graphbuild.model import Quote
from graphbuild.store import Reader, Workspace
from graphbuild.text import compare_key

if TYPE_CHECKING:
    import networkx as nx


def open_graph(output: str | Path = "output") -> Graph:
    """Open the graph that `build` has written into the folder `output`; it stays as it is while builds go on.

    Raises OpenError where there is no graph or another version of the program wrote it.

    Example
    -------
    >>> g = open_graph("output")                # doctest: +SKIP
    >>> g.person("bui hai son").rank            # doctest: +SKIP
    'Trung tướng'
    """
    reader = Workspace(output).open_reader()

    def quotes(claims: Sequence[str]) -> list[Quote]:
        found = reader.quotes(claims)
        return [found[claim] for claim in claims]

    graph = build_graph(reader.entities(), reader.edges())
    about, expand = reader.meta(), _expander(reader)
    return Graph(
        graph,
        quotes,
        about,
        expand,
        reader.conflicts(),
        reader.merged(),
        reader.doubtful(),
        sources=reader.claim_sources,
        draw=_draw,
    )


def open_index(output: str | Path = "output") -> SearchIndex:
    """The names of the graph alone, to be searched: sooner there than the whole graph, and without networkx.

    Raises OpenError as `open_graph` does.
    """
    with Workspace(output).open_reader() as reader:
        return index_of(reader)


def index_of(reader: Reader) -> SearchIndex:
    """The names of the graph that `reader` has open, to be searched; it may be closed afterwards."""
    rows = (
        Row(row.id, row.kind, row.name, row.aliases, str(row.attributes.get(EXTRA[row.kind], "")), row.articles)
        for row in reader.names()
    )
    return SearchIndex(rows, _expander(reader), reader.merged())


def _draw(graph: nx.MultiDiGraph[str], quotes: Mapping[str, Quote], title: str) -> str:
    from .viewing import page_of

    return page_of(graph, quotes, title)


def _expander(reader: Reader) -> Callable[[str], str]:
    """What `Gazetteer.expand` does, without loading the gazetteer for names that the store knows or that need none."""
    known, abbreviations = reader.expansions(), reader.abbreviations()

    def expand(name: str) -> str:
        if name in known:
            return known[name]
        key = compare_key(name)
        if abbreviations.isdisjoint(key.split()) and "(" not in name:
            return key
        from graphbuild.resources import load_gazetteer

        return load_gazetteer().expand(name)

    return expand
