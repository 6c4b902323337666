"""An opened graph that is too large to be read whole for every question."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from graphbuild.answers import Answer, Listing
from graphbuild.graph import Filters, Graph
from graphbuild.graph.finder import Hit, Kinds
from graphbuild.graph.measures import Measure
from graphbuild.graph.part import NO_FACTS
from graphbuild.graph.tables.lists import doubts_answer, hits_answer
from graphbuild.graph.tables.whole import stats_answer
from graphbuild.model import EntityKind
from graphbuild.store.local import doubts_of
from graphbuild.store.whole import claim_sources

from .nearby import EDGES, Nearby, Want
from .opening import draw, quotes_of, read_graph

if TYPE_CHECKING:
    from graphbuild.graph import (
        Chart,
        Community,
        Contradiction,
        EventCard,
        Gap,
        Held,
        Link,
        Neighbour,
        Path,
        PersonCard,
        PlaceCard,
        Ranked,
        Stats,
        Tenure,
        TimelineRow,
        Together,
        UnitCard,
    )
    from graphbuild.graph.records import Card
    from graphbuild.model import ConflictKind, Quote
    from graphbuild.resolve import Doubt
    from graphbuild.store import Reader

    from .opening import Known


class StoredGraph(Graph):
    """A graph of which a question reads what it needs and no more; it answers as a `Graph` of all of it would.

    Once the whole has been read, for `nx` or for a question about all of it, that answers what follows.

    Parameters
    ----------
    reader: the store. known: what is the same for every part of it.

    Example
    -------
    >>> StoredGraph(reader, known(reader)).timeline("bui hai son")      # doctest: +SKIP
    """

    def __init__(self, reader: Reader, known: Known) -> None:
        super().__init__(
            partial(read_graph, reader),
            partial(quotes_of, reader),
            known.about,
            known.expand,
            reader.conflicts,
            known.merged,
            reader.doubtful,
            sources=partial(claim_sources, reader),
            draw=draw,
            title=known.title,
            ask=reader.ask,
        )
        self._reader = reader
        self._near = Nearby(reader, known)

    def answer(self) -> Answer:
        """The graph in numbers, as `stats` has them, under its title."""
        return stats_answer(self.stats(), self.title)

    def search(self, text: str, kind: Kinds = None, limit: int = 20) -> Listing[Hit]:
        """Nodes that answer to `text`, as `Graph.search`."""
        return Listing(self._near.names.search(text, kind, limit), partial(hits_answer, text=text))

    def find(self, name: str, kind: EntityKind | str | None = None) -> str:
        """The id of the one node that answers to `name`, as `Graph.find`."""
        return self._near.names.find_one(name, kind)

    def part(self, name: str | None = None, hops: int = 2, only: Filters | None = None) -> Graph:
        """A part of the graph, as `Graph.part`."""
        id = self.find(name) if name else None
        # Doubts lead on to names that no fact is tied to.
        if id is None or self._is_read or (only and NO_FACTS.intersection(only.relations)):
            return self._all.part(id, hops, only)
        return self._near.part(id, hops).part(id, hops, only)

    def card(self, name: str, only: Filters | None = None) -> Card:
        """The card of a node of any kind."""
        id = self.find(name)
        return self._around(id, want=Want(card=True, brief=not only)).card(id, only)

    def person(self, name: str, only: Filters | None = None) -> PersonCard:
        """Ranks, postings, events and companions of a person."""
        id = self.find(name, EntityKind.PERSON)
        return self._around(id, want=Want(card=True, brief=not only)).person(id, only)

    def unit(self, name: str, only: Filters | None = None) -> UnitCard:
        """Parents, children, clusters, commanders, posts and events of a unit."""
        id = self.find(name, EntityKind.UNIT)
        return self._around(id, want=Want(card=True, brief=not only)).unit(id, only)

    def event(self, name: str, only: Filters | None = None) -> EventCard:
        """Date, places, organisers and participants of an event."""
        id = self.find(name, EntityKind.EVENT)
        return self._around(id, want=Want(card=True, brief=not only)).event(id, only)

    def place(self, name: str, only: Filters | None = None) -> PlaceCard:
        """The events at a place."""
        id = self.find(name, EntityKind.PLACE)
        return self._around(id, want=Want(card=True, brief=not only)).place(id, only)

    def path(self, a: str, b: str, only: Filters | None = None, *, possibly_same: bool = False) -> Path:
        """The shortest way between two nodes, as `Graph.path`."""
        one, other = self.find(a), self.find(b)
        near = self._all if only or possibly_same or self._is_read else self._near.between(one, other)
        return near.path(one, other, only, possibly_same=possibly_same)

    def paths(
        self, a: str, b: str, best: int = 3, only: Filters | None = None, *, possibly_same: bool = False
    ) -> Listing[Path]:
        """The `best` ways by strength of evidence, as `Graph.paths`."""
        one, other = self.find(a), self.find(b)
        if only or possibly_same or self._is_read:
            return self._all.paths(one, other, best, only, possibly_same=possibly_same)
        return self._near.best_ways(one, other, best)[1]

    def neighbours(self, name: str, hops: int = 1, only: Filters | None = None) -> Listing[Neighbour]:
        """Every node within `hops` steps, nearest first."""
        id = self.find(name)
        return self._around(id, want=Want(max(1, hops), bare=not only)).neighbours(id, hops, only)

    def together(self, a: str, b: str, only: Filters | None = None) -> Together:
        """What two nodes have in common, as `Graph.together`."""
        one, other = self.find(a), self.find(b)
        return self._around(one, other).together(one, other, only)

    def timeline(self, name: str, other: str | None = None, only: Filters | None = None) -> Listing[TimelineRow]:
        """What happened to a node by date; with `other`, what they share."""
        id, *more = [self.find(one) for one in (name, other) if one is not None]
        return self._around(id, *more).timeline(id, next(iter(more), None), only)

    def chart(self, unit: str, on: str = "", only: Filters | None = None) -> Chart:
        """Who held which post of a unit at a time, as `Graph.chart`."""
        id = self.find(unit, EntityKind.UNIT)
        if only and not on:
            return self._all.chart(id, on, only)
        return self._around(id, want=Want(line=True)).chart(id, on or self._near.newest_date(), only)

    def commanders(self, unit: str, *, follow: bool = False, only: Filters | None = None) -> Listing[Tenure]:
        """Who held the command of a unit one after the other, as `Graph.commanders`."""
        id = self.find(unit, EntityKind.UNIT)
        return self._around(id, want=Want(line=follow)).commanders(id, follow=follow, only=only)

    def events(
        self,
        *,
        unit: str | None = None,
        person: str | None = None,
        place: str | None = None,
        sub_units: bool = False,
        only: Filters | None = None,
    ) -> Listing[Held]:
        """Events by date, as `Graph.events`."""
        asked = {EntityKind.UNIT: unit, EntityKind.PERSON: person, EntityKind.PLACE: place}
        ids = {kind.value: self.find(name, kind) for kind, name in asked.items() if name is not None}
        if not ids or self._is_read:
            return self._all.events(**ids, sub_units=sub_units, only=only)
        return self._near.events(ids.values(), sub_units=sub_units).events(**ids, sub_units=sub_units, only=only)

    def top(self, by: Measure | str = Measure.DEGREE, limit: int = 10, only: Filters | None = None) -> Listing[Ranked]:
        """The first `limit` by a measure, as `Graph.top`."""
        if only and only.of_edges:
            return self._all.top(by, limit, only)
        return self._near.top(by, limit, only.kinds if only else ())

    def communities(self, least: int = 3, resolution: float = 1.0, only: Filters | None = None) -> Listing[Community]:
        """Groups of nodes that hang together, as `Graph.communities`."""
        return self._all.communities(least, resolution, only) if only else self._near.communities(least, resolution)

    def gaps(self, unit: str | None = None, least: int = 1, only: Filters | None = None) -> Listing[Gap]:
        """Posts with no known holder for a while, as `Graph.gaps`."""
        if unit is None:
            return self._all.gaps(unit, least, only)
        id = self.find(unit, EntityKind.UNIT)
        return self._around(id).gaps(id, least, only)

    def conflicts(
        self, name: str | None = None, kind: ConflictKind | str | None = None, only: Filters | None = None
    ) -> Listing[Contradiction]:
        """Where articles contradict each other, as `Graph.conflicts`."""
        id = self.find(name) if name else None
        return (self._all if only else self._near.contradicting(id)).conflicts(id, kind, only)

    def possibly_same(self, name: str | None = None) -> Listing[Doubt]:
        """Which nodes may be one and were not joined, as `Graph.possibly_same`."""
        if name is None:
            return self._all.possibly_same()
        found = sorted(doubts_of(self._reader, [self.find(name)]), key=lambda pair: (-pair.likelihood, pair.a, pair.b))
        return Listing(found, doubts_answer)

    def evidence(self, a: str, b: str | None = None, only: Filters | None = None) -> Listing[tuple[Link, list[Quote]]]:
        """The edges between two nodes, or all around one, each with the sentences behind it."""
        id, *more = [self.find(one) for one in (a, b) if one is not None]
        return self._around(id, *more).evidence(id, next(iter(more), None), only)

    def stats(self, only: Filters | None = None) -> Stats:
        """The graph, or what the filters leave of it, in numbers."""
        return self._all.stats(only) if only else self._near.stats()

    @property
    def _is_read(self) -> bool:
        return "facts" in self.__dict__

    @cached_property
    def _all(self) -> Graph:
        """The same as a graph that is held whole; it is read when that is asked."""
        return Graph(
            lambda: self.facts,
            self._quotes,
            self._about,
            self._expand,
            lambda: self._conflicts,
            self._merged,
            lambda: self._doubtful,
            sources=self._sources,
            draw=self._draw,
            title=self.title,
            ask=self._ask,
        )

    def _around(self, *ids: str, want: Want = EDGES) -> Graph:
        return self._all if self._is_read else self._near.around(ids, want)
