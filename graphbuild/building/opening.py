"""Opening a published graph to ask it questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.graph import Graph, SearchIndex, build_graph
from graphbuild.graph.search import Kinds
from graphbuild.model import Conflict, Quote
from graphbuild.store import Reader, Workspace
from graphbuild.store.local import Reach, around, claim_sources, line_of, newest_date, shortest_ways, with_participants
from graphbuild.store.names import names_in

from .names import StoredNames, as_row, expander

if TYPE_CHECKING:
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
    return _opened(Workspace(output).open_reader())


def open_index(output: str | Path = "output") -> StoredNames:
    """The names of the graph alone, to be searched: sooner there than the whole graph, and without networkx.

    Raises OpenError as `open_graph` does.
    """
    return StoredNames(Workspace(output).open_reader())


class Nearby:
    """A store of which only what a question needs is read: what lies around a few names.

    Parameters
    ----------
    output: the folder. Raises OpenError as `open_graph` does.

    Example
    -------
    >>> nearby = Nearby("output")                               # doctest: +SKIP
    >>> (id,) = nearby.find(["quan khu 6"], "unit")             # doctest: +SKIP
    >>> nearby.around([id]).commanders(id)                      # doctest: +SKIP
    """

    def __init__(self, output: str | Path) -> None:
        self._reader = Workspace(output).open_reader()

    def find(self, names: Iterable[str], kind: Kinds = None) -> tuple[str, ...]:
        """The id of the one node that answers to each name. Raises NotFoundError and AmbiguousError."""
        stored = StoredNames(self._reader)
        return tuple(stored.find_one(name, kind) for name in names)

    def around(self, ids: Iterable[str], hops: int = 1, *, card: bool = False, line: bool = False) -> Graph:
        """The graph of every edge on a way of `hops` steps from `ids`.

        Parameters
        ----------
        card: with what a card tells besides: who took part in the events that are reached, which nodes may be the same
            as those of `ids`, and where articles disagree about these.
        line: around the units as well that those of `ids` followed or that followed them.
        """
        start = {one for id in ids for one in (line_of(self._reader, id) if line else {id})}
        reached, edges = around(self._reader, start, hops)
        if not card:
            return _opened(self._reader, (reached, edges))
        doubts = [doubt for doubt in self._reader.doubtful() if not start.isdisjoint((doubt.a, doubt.b))]
        conflicts = [conflict for conflict in self._reader.conflicts() if conflict.about in start]
        reached, edges = with_participants(self._reader, (reached, edges))
        reached |= {id for doubt in doubts for id in (doubt.a, doubt.b)}
        return _opened(self._reader, (reached, edges), conflicts, doubts)

    def between(self, a: str, b: str) -> Graph:
        """The graph of the shortest ways from one id to another."""
        return _opened(self._reader, shortest_ways(self._reader, a, b))

    def newest_date(self) -> str:
        """The last date of any edge of the whole graph, '' where none is dated."""
        return newest_date(self._reader)


def index_of(reader: Reader) -> SearchIndex:
    """The names of the graph that `reader` has open, to be searched; it may be closed afterwards."""
    return SearchIndex(map(as_row, names_in(reader)), expander(reader), reader.merged())


def _opened(
    reader: Reader, part: Reach | None = None, conflicts: Sequence[Conflict] = (), doubts: Sequence[Doubt] = ()
) -> Graph:
    """The graph of a part of the store with these conflicts and doubts, or of the whole with all of them."""
    ids, edges = part or (None, None)

    def quotes(claims: Sequence[str]) -> list[Quote]:
        found = reader.quotes(claims)
        return [found[claim] for claim in claims]

    return Graph(
        build_graph(reader.entities(ids), reader.edges(edges)),
        quotes,
        reader.meta(),
        expander(reader),
        conflicts if part else reader.conflicts(),
        reader.merged(),
        doubts if part else reader.doubtful(),
        sources=partial(claim_sources, reader),
        draw=_draw,
        ask=None if part else reader.ask,
    )


def _draw(graph: Graph) -> str:
    from .viewing import page_of

    return page_of(graph)
