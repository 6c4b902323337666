"""Asking a store of which only what a question needs is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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
from graphbuild.store.net import Net
from graphbuild.store.reach import Reach

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


@dataclass(frozen=True, slots=True)
class Want:
    """What a question needs to know of what lies around the names it asks about.

    Attributes
    ----------
    hops: edges on ways of so many steps.
    card: what a card tells besides: who took part in the events that are reached, which nodes may be the same as those
        asked about, and where articles disagree about these.
    brief: those who took part in name only, which is enough where nothing is filtered.
    line: around the units as well that those asked about followed or that followed them.
    bare: no more than kind and name of nodes, which is enough where these are told.
    """

    hops: int = 1
    card: bool = False
    brief: bool = False
    line: bool = False
    bare: bool = False


EDGES = Want()
"""The edges of the names alone."""


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
        self._net = Net(reader)
        self._opened = partial(opened, reader, known=known, net=self._net)

    @classmethod
    def of(cls, output: str | Folder) -> Self:
        """The store in a folder. Raises OpenError as `open_graph` does."""
        reader = Workspace(output).open_reader()
        return cls(reader, known(reader, remembered(output)))

    @cached_property
    def names(self) -> StoredNames:
        """The names of all that the store has, to be searched."""
        return StoredNames(self._reader, self._known.expand, self._known.merged)

    def find(self, names: Iterable[str], kind: Kinds = None) -> tuple[str, ...]:
        """The id of the one node that answers to each name. Raises NotFoundError and AmbiguousError."""
        return tuple(self.names.find_one(name, kind) for name in names)

    def around(self, ids: Iterable[str], want: Want = EDGES) -> Graph:
        """The graph of what lies around `ids`, as far as it is wanted."""
        asked = set(ids)
        start = self._net.places(asked)
        if want.line:
            start = start.union(*(line_of(self._net, id) for id in asked))
            asked |= set(self._net.ids(start))
        reached = around(self._net, start, want.hops)
        if not want.card:
            return self._opened(reached, told=asked, bare=want.bare)
        doubts = doubts_of(self._reader, asked)
        conflicts = self._reader.conflicts(asked)
        companions = participants(self._net, reached.places - start) if want.brief else []
        if not want.brief:
            reached = with_participants(self._net, reached)
        alike = {id for doubt in doubts for id in (doubt.a, doubt.b)}
        if alike:
            reached = reached.wider(self._net.places(alike))
        near = self._opened(reached, conflicts, doubts, told=asked)
        _add_companions(near.facts, companions)
        return near

    def part(self, id: str, hops: int) -> Graph:
        """The graph of all that is at most `hops` steps from an id, with every edge, doubt and contradiction in it."""
        reached = among(self._net, around(self._net, self._net.places({id}), hops).places)
        ids = set(self._net.ids(reached.places))
        doubts = [doubt for doubt in doubts_of(self._reader, ids) if {doubt.a, doubt.b} <= ids]
        return self._opened(reached, self._reader.conflicts(ids), doubts)

    def events(self, ids: Collection[str], *, sub_units: bool = False) -> Graph:
        """The graph of the events of `ids`, with all who were there; `sub_units`: and of the units below those."""
        start = self._net.places(ids)
        if sub_units:
            start = start.union(*(below(self._net, id) for id in ids))
        held = events_of(self._net, start)
        reached, ties = around(self._net, held, 1), among(self._net, start)
        return self._opened(reached.wider(ties.places, ties.edges), told=self._net.ids(held))

    def contradicting(self, id: str | None = None) -> Graph:
        """The nodes that articles contradict each other about, without edges; of one id alone, if given."""
        conflicts = self._reader.conflicts({id} if id else None)
        about = {one.about for one in conflicts} | ({id} if id else set())
        return self._opened(Reach(self._net.places(about)), conflicts, told=())

    def between(self, a: str, b: str) -> Graph:
        """The graph of the shortest ways from one id to another."""
        return self._opened(self._net.shortest_ways(*self._ends(a, b)), told=())

    def best_ways(self, a: str, b: str, best: int) -> tuple[Graph, Listing[Path]]:
        """As much of the graph as the `best` ways by evidence from one id to another need, and these ways.

        A step costs more than one: once the last of the best ways costs no more than another step would have, none that
        leads farther away can be better.
        """
        near = between(self._net, *self._ends(a, b))
        steps = near.shortest
        if a == b or steps < 0:
            graph = self._opened(Reach(self._net.places({a, b})))
            return graph, graph.paths(a, b, best)
        while True:
            graph = self._opened(near.within(steps), told=())
            found = graph.paths(a, b, best)
            if steps >= near.longest or (len(found) == best and found[-1].cost <= steps + 1):
                return graph, found
            steps += 1

    def _ends(self, a: str, b: str) -> tuple[int, int]:
        (start,), (end,) = self._net.places([a]), self._net.places([b])
        return start, end

    def stats(self) -> Stats:
        """The whole graph in numbers."""
        return stats_in(self._reader, self._net)

    def top(self, by: str, limit: int, kinds: Collection[str] = ()) -> Listing[Ranked]:
        """Who of these kinds, or of all, stands out in the whole graph."""
        return Listing(ranked(ties_in(self._reader, self._net), by, limit, kinds), partial(ranked_answer, by=by))

    def communities(self, least: int, resolution: float) -> Listing[Community]:
        """Nodes of the whole graph that hang together more closely than with others."""
        return Listing(grouped(ties_in(self._reader, self._net), least, resolution), communities_answer)

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
