"""The read-only graph that `gb.open` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import ConflictKind, EntityKind, Quote
from .as_of import Chart, as_of
from .base import Opened
from .cards import card, event_card, person_card, place_card, unit_card
from .conflicts import Contradiction, contradictions
from .frames import edges_frame, nodes_frame
from .neighbours import neighbours as around
from .path import path as shortest_path
from .reading import edges_between
from .records import Card, EventCard, Link, Neighbour, Path, PersonCard, PlaceCard, Stats, TimelineRow, UnitCard
from .stats import stats as numbers
from .timeline import timeline as dated_rows

if TYPE_CHECKING:
    import pandas as pd

    from ..resolve import DoubtfulPair


class Graph(Opened):
    """A built graph, read-only. Names may be typed without accents or in part, or be an id.

    Parameters
    ----------
    graph: the MultiDiGraph as `build_graph` makes it.
    quotes: gives the sentences behind claim ids.
    about: what the build recorded of itself (version, sources, ...).
    expand: spells out the abbreviations of a name ('BTL' -> 'bộ tư lệnh'), as `Gazetteer.expand` does.
    conflicts: what resolution found to contradict each other.
    merged: id that no node has any more -> the id under which it goes on.
    doubtful: pairs that resolution did not join though they may be one.
    sources: gives, for every claim, where it stands and how sure it is; asked only by filters.
    draw: makes a page, for `show`. title: of that page, where it shows the whole graph.

    Every method that takes a name raises NotFoundError if nothing answers to it and AmbiguousError,
    with the candidates, if several do.

    Example
    -------
    >>> g = gb.open("output")                                   # doctest: +SKIP
    >>> g.person("bui hai son").rank                            # doctest: +SKIP
    'Trung tướng'
    """

    def card(self, name: str) -> Card:
        """The card of a node of any kind."""
        return card(self._graph, self.find(name))

    def person(self, name: str) -> PersonCard:
        """Ranks, postings, events and companions of a person."""
        return person_card(self._graph, self.find(name, EntityKind.PERSON))

    def unit(self, name: str) -> UnitCard:
        """Parents, children, clusters, posts and events of a unit."""
        return unit_card(self._graph, self.find(name, EntityKind.UNIT))

    def event(self, name: str) -> EventCard:
        """Date, places, organisers and participants of an event."""
        return event_card(self._graph, self.find(name, EntityKind.EVENT))

    def place(self, name: str) -> PlaceCard:
        """The events at a place."""
        return place_card(self._graph, self.find(name, EntityKind.PLACE))

    def path(self, a: str, b: str) -> Path:
        """The shortest way between two nodes. Raises NotFoundError if there is none."""
        return shortest_path(self._graph, self.find(a), self.find(b))

    def neighbours(self, name: str, hops: int = 1) -> tuple[Neighbour, ...]:
        """Every node within `hops` steps, nearest first."""
        return around(self._graph, self.find(name), hops)

    def timeline(self, name: str) -> tuple[TimelineRow, ...]:
        """What happened to a person, unit, event or place, by date, undated last."""
        return dated_rows(self._graph, self.find(name))

    def chart(self, unit: str, on: str = "") -> Chart:
        """Who held which post of a unit on a day, or in a month or year: for certain, likely, or nobody knows.

        A unit that was gone by then is followed to its successors; '' for `on` is the newest date of the graph.
        Raises UsageError for what is not a date.
        """
        return as_of(self._graph, self.find(unit, EntityKind.UNIT), on)

    def conflicts(self, name: str | None = None, kind: ConflictKind | str | None = None) -> tuple[Contradiction, ...]:
        """Where articles contradict each other, with both sentences; of one node or one kind only, if given.

        Raises UsageError for an unknown kind.
        """
        about = self.find(name) if name else None
        wanted = _conflict_kind(kind)
        chosen = [c for c in self._conflicts if about in (None, c.about) and wanted in (None, c.kind)]
        return contradictions(self._graph, chosen, self._quotes)

    def possibly_same(self, name: str | None = None) -> tuple[DoubtfulPair, ...]:
        """Who may be one person and was not joined, with likelihood and reasons, the likeliest first.

        Parameters
        ----------
        name: a person; None lists all pairs.
        """
        id = None if name is None else self.find(name)
        chosen = [pair for pair in self._doubtful if id in (None, pair.a, pair.b)]
        return tuple(sorted(chosen, key=lambda pair: (-pair.score, pair.a, pair.b)))

    def evidence(self, a: str, b: str) -> list[tuple[Link, list[Quote]]]:
        """The edges between two nodes, each with the sentences behind it."""
        return [(link, self._quotes(link.claims)) for link in edges_between(self._graph, self.find(a), self.find(b))]

    def stats(self) -> Stats:
        """The graph in numbers."""
        return numbers(self._graph)

    def nodes_frame(self) -> pd.DataFrame:
        """The nodes as a data frame: id, kind, name, aliases, members and a column an attribute.

        Raises UsageError if pandas is not installed.
        """
        return nodes_frame(self._graph)

    def edges_frame(self) -> pd.DataFrame:
        """The edges as a data frame: source, target, relation, key, claims, ... and a column an attribute.

        Raises UsageError if pandas is not installed.
        """
        return edges_frame(self._graph)


def _conflict_kind(kind: ConflictKind | str | None) -> ConflictKind | None:
    try:
        return None if kind is None else ConflictKind(kind)
    except ValueError:
        raise UsageError(f"no such kind: {kind!r}", do=f"choose from {', '.join(ConflictKind)}") from None
