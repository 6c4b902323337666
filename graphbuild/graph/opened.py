"""The read-only graph that `gb.open` returns."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ..answers import Listing
from ..errors import UsageError
from ..model import ConflictKind, EntityKind, Quote
from .as_of import Chart, as_of
from .base import Opened
from .cards import card, event_card, person_card, place_card, unit_card
from .commanders import IN_COMMAND, line_of_succession
from .commanders import commanders as one_after_the_other
from .conflicts import contradictions
from .doubts import possibly_same as may_be
from .events import Held, with_sub_units
from .events import events as list_of_events
from .frames import edges_frame, nodes_frame
from .gaps import Gap
from .gaps import gaps as without_holder
from .measures import Community, Measure, Ranked
from .measures import communities as close_together
from .measures import top as ranked
from .neighbours import Neighbour
from .neighbours import neighbours as around
from .part import Filters, Part
from .path import Path
from .path import path as shortest_path
from .path import paths as best_paths
from .reading import edges_between
from .records import (
    Card,
    Contradiction,
    EventCard,
    Link,
    PersonCard,
    PlaceCard,
    Tenure,
    UnitCard,
)
from .stats import Stats
from .stats import stats as numbers
from .tables import lists, pairs, posts
from .timeline import TimelineRow, timeline_of_two
from .timeline import timeline as dated_rows
from .together import Together
from .together import together as in_common

if TYPE_CHECKING:
    import pandas as pd

    from ..resolve import Doubt

SomeCard = TypeVar("SomeCard", bound=Card)


EVER = "9999"
"""The end of what has not ended."""


class Graph(Opened):
    """A built graph, read-only. Names may be typed without accents or in part, or be an id.

    Parameters
    ----------
    graph: the MultiDiGraph as `build_graph` makes it; or a function that reads it, called when it is first needed, as
        `conflicts` and `doubtful` may be.
    quotes: gives the sentences behind claim ids.
    about: what the build recorded of itself (version, sources, ...).
    expand: spells out the abbreviations of a name ('BTL' -> 'bộ tư lệnh'), as `Gazetteer.expand` does.
    conflicts: what resolution found to contradict each other.
    merged: id that no node has any more -> the id under which it goes on.
    doubtful: pairs that resolution did not join though they may be one.
    sources: gives, for every claim, where it stands and how sure it is; asked only by filters.
    draw: makes a page, for `show`. title: of that page, where it shows the whole graph.
    ask: answers questions in SQL, for `sql`.

    Every method that takes a name (`name`, `a`, `b`, `unit`, `person`, `place`) raises NotFoundError if nothing answers
    to it and AmbiguousError, with the candidates, if several do. Every question takes `only`, the filters: of the edges
    that they leave it is answered, and of the answers those are given that are of the kinds they leave. What was asked
    about by name always stays.

    Example
    -------
    >>> g = gb.open("output")                                   # doctest: +SKIP
    >>> g.person("bui hai son").rank                            # doctest: +SKIP
    'Trung tướng'
    >>> g.unit("quan khu 6"), g.event("hoi nghi quan chinh"), g.place("da lat"), g.possibly_same()  # doctest: +SKIP
    """

    def card(self, name: str, only: Filters | None = None) -> Card:
        """The card of a node of any kind."""
        id = self.find(name)
        return self._complete(card(self._asked(only, id, hops=2), id))

    def person(self, name: str, only: Filters | None = None) -> PersonCard:
        """Ranks, postings, events and companions of a person."""
        id = self.find(name, EntityKind.PERSON)
        return self._complete(person_card(self._asked(only, id, hops=2), id))

    def unit(self, name: str, only: Filters | None = None) -> UnitCard:
        """Parents, children, clusters, commanders, posts and events of a unit."""
        id = self.find(name, EntityKind.UNIT)
        return self._complete(unit_card(self._asked(only, id, hops=2), id))

    def event(self, name: str, only: Filters | None = None) -> EventCard:
        """Date, places, organisers and participants of an event."""
        id = self.find(name, EntityKind.EVENT)
        return self._complete(event_card(self._asked(only, id, hops=1), id))

    def place(self, name: str, only: Filters | None = None) -> PlaceCard:
        """The events at a place."""
        id = self.find(name, EntityKind.PLACE)
        return self._complete(place_card(self._asked(only, id, hops=1), id))

    def path(self, a: str, b: str, only: Filters | None = None, *, possibly_same: bool = False) -> Path:
        """The shortest way between two nodes, through kinds that are left. Raises NotFoundError if there is none.

        Parameters
        ----------
        possibly_same: let the way lead through pairs that may be one, which is no fact.
        """
        one, other = self.find(a), self.find(b)
        return shortest_path(self._on_the_way(only, (one, other), possibly_same), one, other).sourced(self._quotes)

    def paths(
        self, a: str, b: str, best: int = 3, only: Filters | None = None, *, possibly_same: bool = False
    ) -> Listing[Path]:
        """The `best` ways by strength of evidence; other parameters and errors are those of `path`."""
        one, other = self.find(a), self.find(b)
        ways = best_paths(self._on_the_way(only, (one, other), possibly_same), one, other, best)
        return Listing((way.sourced(self._quotes) for way in ways), pairs.paths_answer, self._quotes)

    def neighbours(self, name: str, hops: int = 1, only: Filters | None = None) -> Listing[Neighbour]:
        """Every node within `hops` steps, nearest first."""
        id = self.find(name)
        found = around(self._asked(only, id, hops=hops), id, hops)
        kept = (one for one in found if _listed(one.node.kind, only))
        return Listing(kept, lists.neighbours_answer, self._quotes)

    def together(self, a: str, b: str, only: Filters | None = None) -> Together:
        """What two nodes have in common: events, units, people, places, and days."""
        one, other = self.find(a), self.find(b)
        found = in_common(self._asked(only, one, other, hops=1), one, other)
        shared = tuple(one for one in found.shared if _listed(one.node.kind, only))
        days = found.days if _listed(EntityKind.EVENT, only) else ()
        return Together(found.a, found.b, shared, days).sourced(self._quotes)

    def timeline(self, name: str, other: str | None = None, only: Filters | None = None) -> Listing[TimelineRow]:
        """What happened to a person, unit, event or place, by date, undated last; with `other`, what they share."""
        ids = [self.find(one) for one in (name, other) if one is not None]
        graph = self._asked(only, *ids, hops=1)
        rows = timeline_of_two(graph, *ids) if len(ids) == 2 else dated_rows(graph, *ids)
        kept = (row for row in rows if _listed(row.other.kind, only))
        return Listing(kept, partial(lists.timeline_answer, two=len(ids) == 2), self._quotes)

    def chart(self, unit: str, on: str = "", only: Filters | None = None) -> Chart:
        """Who held which post of a unit on a day, or in a month or year: for certain, likely, or nobody knows.

        A unit that was gone by then is followed to its successors; '' for `on` is the newest date of the graph.
        Raises UsageError for what is not a date.
        """
        id = self.find(unit, EntityKind.UNIT)
        return as_of(self._asked(only, id) if only else self.facts, id, on).sourced(self._quotes)

    def commanders(self, unit: str, *, follow: bool = False, only: Filters | None = None) -> Listing[Tenure]:
        """Who held the command of a unit one after the other; with `follow` of those before and after it as well.

        Roles in `only` ask for other kinds of posts: 'political' for the commissars.
        """
        id = self.find(unit, EntityKind.UNIT)
        line = line_of_succession(self.facts, id) if follow else (id,)
        roles = only.roles if only and only.roles else IN_COMMAND
        graph = self._asked(only, *line, hops=1)
        found = (tenure for one in line for tenure in one_after_the_other(graph, one, roles=roles))
        return Listing(found, partial(posts.commanders_answer, several=follow), self._quotes)

    def events(
        self,
        *,
        unit: str | None = None,
        person: str | None = None,
        place: str | None = None,
        sub_units: bool = False,
        only: Filters | None = None,
    ) -> Listing[Held]:
        """Events by date, undated last: those of a unit, a person, a place, or of all of them that are named.

        Parameters
        ----------
        sub_units: take in what the units below `unit` did. only: its roles are those of `unit` and `person`.
        """
        asked: list[frozenset[str]] = []
        for name, kind in ((unit, EntityKind.UNIT), (person, EntityKind.PERSON), (place, EntityKind.PLACE)):
            if name is not None:
                id = self.find(name, kind)
                wide = sub_units and kind is EntityKind.UNIT
                asked.append(with_sub_units(self.facts, id) if wide else frozenset({id}))
        found = list_of_events(self.facts, asked, self._asked(only))
        return Listing(found, partial(lists.events_answer, named=bool(unit or person)), self._quotes)

    def top(self, by: Measure | str = Measure.DEGREE, limit: int = 10, only: Filters | None = None) -> Listing[Ranked]:
        """The first `limit` `by` degree, pagerank, betweenness or events. Raises UsageError for another measure."""
        found = ranked(self._asked(only), by, limit, only.kinds if only else ())
        return Listing(found, partial(lists.ranked_answer, by=by))

    def communities(self, least: int = 3, resolution: float = 1.0, only: Filters | None = None) -> Listing[Community]:
        """Groups of at least `least` nodes that hang together, the largest first; smaller for a higher `resolution`."""
        found = close_together(self._cut(Part(only)) if only else self.facts, least, resolution)
        return Listing(found, lists.communities_answer)

    def gaps(self, unit: str | None = None, least: int = 1, only: Filters | None = None) -> Listing[Gap]:
        """Posts with no known holder for a while, of one unit or of all; `least` is in days.

        With dates in `only`, those of which a part can lie in that time.
        """
        units = None if unit is None else [self.find(unit, EntityKind.UNIT)]
        timeless = only.without_time() if only else None
        found = without_holder(self._asked(timeless), units, least)
        kept = (gap for gap in found if only is None or only.of_time(gap.since, gap.until or EVER))
        return Listing(kept, posts.gaps_answer, self._quotes)

    def conflicts(
        self, name: str | None = None, kind: ConflictKind | str | None = None, only: Filters | None = None
    ) -> Listing[Contradiction]:
        """Where articles contradict each other, with both sentences; of one node or one kind only, if given.

        Raises UsageError for an unknown kind.
        """
        about = self.find(name) if name else None
        wanted = _conflict_kind(kind)
        left = self._cut(Part(only)) if only else self.facts
        chosen = [c for c in self._conflicts if about in (None, c.about) and wanted in (None, c.kind)]
        found = contradictions(self.facts, [c for c in chosen if c.about in left], self._quotes)
        return Listing(found, lists.conflicts_answer)

    def possibly_same(self, name: str | None = None) -> Listing[Doubt]:
        """Which persons, units or events may be one and were not joined, with likelihood and reasons, likeliest first.

        Parameters
        ----------
        name: a person, unit or event; None lists all pairs.
        """
        id = None if name is None else self.find(name)
        chosen = [pair for pair in self._doubtful if id in (None, pair.a, pair.b)]
        found = sorted(chosen, key=lambda pair: (-pair.likelihood, pair.a, pair.b))
        return Listing(found, lists.doubts_answer)

    def _complete(self, card: SomeCard) -> SomeCard:
        """The card with what is known besides the edges: who may be the same, and where articles disagree."""
        doubts = may_be(self.facts, card.node.id, self._doubtful)
        found = replace(card, possibly_same=doubts, contradictions=tuple(self.conflicts(card.node.id)))
        found.sourced(self._quotes)
        return found

    def evidence(self, a: str, b: str | None = None, only: Filters | None = None) -> Listing[tuple[Link, list[Quote]]]:
        """The edges between two nodes, or all around one, each with the sentences behind it."""
        ids = [self.find(one) for one in (a, b) if one is not None]
        graph = self._asked(only, *ids, hops=1)
        beside = (one.node for one in around(graph, ids[0]))
        others = ids[1:] or [one.id for one in beside if _listed(one.kind, only)]
        links = [link for other in others for link in edges_between(graph, ids[0], other)]
        said = self.quotes(claim for link in links for claim in link.claims)
        return Listing(((link, [said[claim] for claim in link.claims]) for link in links), lists.evidence_answer)

    def stats(self, only: Filters | None = None) -> Stats:
        """The graph, or what the filters leave of it, in numbers."""
        return numbers(self._cut(Part(only)) if only else self.facts)

    def nodes_frame(self) -> pd.DataFrame:
        """The nodes as a data frame: id, kind, name, aliases, members and a column an attribute.

        Raises UsageError if pandas is not installed.
        """
        return nodes_frame(self.facts)

    def edges_frame(self) -> pd.DataFrame:
        """The edges as a data frame: source, target, relation, key, claims, ... and a column an attribute.

        Raises UsageError if pandas is not installed.
        """
        return edges_frame(self.facts)


def _listed(kind: EntityKind, only: Filters | None) -> bool:
    return not only or not only.kinds or kind in only.kinds


def _conflict_kind(kind: ConflictKind | str | None) -> ConflictKind | None:
    try:
        return None if kind is None else ConflictKind(kind)
    except ValueError:
        raise UsageError(f"no such kind: {kind!r}", do=f"choose from {', '.join(ConflictKind)}") from None
