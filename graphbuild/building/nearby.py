"""Asking a store of which only what a question needs is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property, partial
from pathlib import Path as Folder
from typing import TYPE_CHECKING, Self

from graphbuild.answers import Listing
from graphbuild.graph import Community, Filters, Graph, Path, Ranked, Stats
from graphbuild.graph.finder import Kinds
from graphbuild.graph.measures import grouped, ranked
from graphbuild.graph.part import NO_FACTS
from graphbuild.graph.tables.lists import communities_answer, ranked_answer
from graphbuild.model import Relation
from graphbuild.store import Reader, Workspace
from graphbuild.store.local import (
    Participant,
    among,
    around,
    below,
    doubts_of,
    events_of,
    line_of,
    newest_date,
    participants,
    with_participants,
)
from graphbuild.store.reach import Reach, ids_of, places_of
from graphbuild.store.ties import Net, read_net

from .measured import between, stats_in, ties_in
from .names import StoredNames
from .opening import Known, known, open_graph, opened
from .settings import remembered

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def open_around(output: str | Folder, name: str | None, hops: int, only: Filters) -> tuple[Graph, str | None]:
    """As much of the graph as the part of it around `name` needs, and the id of that; without a name, the whole.

    Raises as `open_graph` and `Nearby.find` do.

    Example
    -------
    >>> graph, id = open_around("output", "quan khu 6", 2, Filters())       # doctest: +SKIP
    >>> graph.part(id, 2).stats()                                           # doctest: +SKIP
    """
    if name is None:
        return open_graph(output), None
    nearby = Nearby.of(output)
    (id,) = nearby.find([name])
    # Doubts lead on to names that no fact is tied to.
    return open_graph(output) if NO_FACTS.intersection(only.relations) else nearby.part(id, hops), id


class Nearby:
    """A store of which only what a question needs is read: what lies around a few names.

    Parameters
    ----------
    reader: the store. known: what is the same for every part of it.

    Example
    -------
    >>> nearby = Nearby.of("output")                            # doctest: +SKIP
    >>> (id,) = nearby.find(["quan khu 6"], "unit")             # doctest: +SKIP
    >>> nearby.around([id]).commanders(id)                      # doctest: +SKIP
    """

    def __init__(self, reader: Reader, known: Known) -> None:
        self._reader = reader
        self._known = known
        self._opened = partial(opened, reader, known=known)

    @classmethod
    def of(cls, output: str | Folder) -> Self:
        """The store in a folder. Raises OpenError as `open_graph` does."""
        reader = Workspace(output).open_reader()
        return cls(reader, known(reader, remembered(output)))

    @cached_property
    def names(self) -> StoredNames:
        """The names of all that the store has, to be searched."""
        return StoredNames(self._reader, self._known.expand, self._known.merged)

    @cached_property
    def _net(self) -> Net:
        return read_net(self._reader)

    def find(self, names: Iterable[str], kind: Kinds = None) -> tuple[str, ...]:
        """The id of the one node that answers to each name. Raises NotFoundError and AmbiguousError."""
        return tuple(self.names.find_one(name, kind) for name in names)

    def around(
        self,
        ids: Iterable[str],
        hops: int = 1,
        *,
        card: bool = False,
        brief: bool = False,
        line: bool = False,
        bare: bool = False,
    ) -> Graph:
        """The graph of every edge on a way of `hops` steps from `ids`.

        Parameters
        ----------
        card: with what a card tells besides: who took part in the events that are reached, which nodes may be the same
            as those of `ids`, and where articles disagree about these.
        brief: with those who took part in name only, which is enough where nothing is filtered.
        line: around the units as well that those of `ids` followed or that followed them.
        bare: nodes without their attributes, which is enough where only names are told.
        """
        asked = set(ids)
        start = places_of(self._reader, asked)
        if line:
            start = start.union(*(line_of(self._reader, id) for id in asked))
        reached = around(self._reader, start, hops)
        if not card:
            return self._opened(reached, told=asked, bare=bare)
        doubts = doubts_of(self._reader, asked)
        conflicts = self._reader.conflicts(asked)
        companions = participants(self._reader, reached.places - start) if brief else []
        if not brief:
            reached = with_participants(self._reader, reached)
        alike = {id for doubt in doubts for id in (doubt.a, doubt.b)}
        if alike:
            reached = reached.wider(places_of(self._reader, alike))
        near = self._opened(reached, conflicts, doubts, told=asked)
        _add_companions(near.facts, companions)
        return near

    def part(self, id: str, hops: int) -> Graph:
        """The graph of all that is at most `hops` steps from an id, with every edge, doubt and contradiction in it."""
        reached = among(self._reader, around(self._reader, places_of(self._reader, {id}), hops).places)
        ids = set(ids_of(self._reader, reached.places))
        doubts = [doubt for doubt in doubts_of(self._reader, ids) if {doubt.a, doubt.b} <= ids]
        return self._opened(reached, self._reader.conflicts(ids), doubts)

    def events(self, ids: Collection[str], *, sub_units: bool = False) -> Graph:
        """The graph of the events of `ids`, with all who were there; `sub_units`: and of the units below those."""
        start = places_of(self._reader, ids)
        if sub_units:
            start = start.union(*(below(self._reader, id) for id in ids))
        held = events_of(self._reader, start)
        reached, ties = around(self._reader, held, 1), among(self._reader, start)
        return self._opened(reached.wider(ties.places, ties.edges), told=ids_of(self._reader, held))

    def contradicting(self, id: str | None = None) -> Graph:
        """The nodes that articles contradict each other about, without edges; of one id alone, if given."""
        conflicts = self._reader.conflicts({id} if id else None)
        about = {one.about for one in conflicts} | ({id} if id else set())
        return self._opened(Reach(places_of(self._reader, about)), conflicts, told=())

    def between(self, a: str, b: str) -> Graph:
        """The graph of the shortest ways from one id to another."""
        return self._opened(self._net.shortest_ways(a, b), told=())

    def best_ways(self, a: str, b: str, best: int) -> tuple[Graph, Listing[Path]]:
        """As much of the graph as the `best` ways by evidence from one id to another need, and these ways.

        A step costs more than one: once the last of the best ways costs no more than another step would have, none that
        leads farther away can be better.
        """
        near = between(self._net, a, b)
        steps = near.shortest
        if a == b or steps < 0:
            graph = self._opened(Reach(places_of(self._reader, {a, b})))
            return graph, graph.paths(a, b, best)
        while True:
            graph = self._opened(near.within(steps), told=())
            found = graph.paths(a, b, best)
            if steps >= near.longest or (len(found) == best and found[-1].cost <= steps + 1):
                return graph, found
            steps += 1

    def stats(self) -> Stats:
        """The whole graph in numbers."""
        return stats_in(self._reader)

    def top(self, by: str, limit: int, kinds: Collection[str] = ()) -> Listing[Ranked]:
        """Who of these kinds, or of all, stands out in the whole graph."""
        return Listing(ranked(ties_in(self._reader), by, limit, kinds), partial(ranked_answer, by=by))

    def communities(self, least: int, resolution: float) -> Listing[Community]:
        """Nodes of the whole graph that hang together more closely than with others."""
        return Listing(grouped(ties_in(self._reader), least, resolution), communities_answer)

    def newest_date(self) -> str:
        """The last date of any edge of the whole graph, '' where none is dated."""
        return newest_date(self._reader)


def _add_companions(graph: MultiDiGraph[str], participants: Iterable[Participant]) -> None:
    """Add who took part in events, without what the articles say of that."""
    for number, event, id, kind, name in participants:
        if id not in graph:
            graph.add_node(id, kind=kind, name=name, aliases=(), members=())
        if not graph.has_edge(id, event):
            key = f"{Relation.PARTICIPATES}|{number}"
            graph.add_edge(id, event, key, relation=Relation.PARTICIPATES.value, claims=(), count=0, first="", last="")
