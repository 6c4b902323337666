"""The read-only graph that `gb.open` returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from ..errors import UsageError
from ..model import Conflict, ConflictKind, EntityKind, Quote
from .as_of import Chart, as_of
from .cards import card, event_card, person_card, place_card, unit_card
from .conflicts import contradictions
from .doubts import possibly_same, with_doubts
from .neighbours import neighbours as around
from .path import path as shortest_path
from .reading import OWN, edges_between, rows
from .records import (
    Card,
    Contradiction,
    EventCard,
    Link,
    Neighbour,
    Path,
    PersonCard,
    PlaceCard,
    Stats,
    TimelineRow,
    UnitCard,
)
from .search import Hit, SearchIndex
from .stats import stats as numbers
from .timeline import timeline as dated_rows

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from ..resolve import Doubt


SomeCard = TypeVar("SomeCard", bound=Card)


class Graph:
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

    Every method that takes a name raises NotFoundError if nothing answers to it and AmbiguousError,
    with the candidates, if several do.

    Example
    -------
    >>> g = gb.open("output")                                   # doctest: +SKIP
    >>> g.person("bui hai son").rank                            # doctest: +SKIP
    'Trung tướng'
    """

    def __init__(
        self,
        graph: nx.MultiDiGraph[str],
        quotes: Callable[[Sequence[str]], list[Quote]],
        about: Mapping[str, object] | None = None,
        expand: Callable[[str], str] | None = None,
        conflicts: Sequence[Conflict] = (),
        merged: Mapping[str, str] | None = None,
        doubtful: Sequence[Doubt] = (),
    ) -> None:
        self._graph = graph
        self._quotes = quotes
        self._about = dict(about or {})
        self._expand = expand
        self._conflicts = tuple(conflicts)
        self._merged = dict(merged or {})
        self._doubtful = tuple(doubtful)

    @cached_property
    def _with_doubts(self) -> nx.MultiDiGraph[str]:
        return with_doubts(self._graph, self._doubtful)

    @property
    def nx(self) -> nx.MultiDiGraph[str]:
        """The networkx graph itself: every fact, and an edge POSSIBLY_SAME for each pair in doubt.

        Those edges are no facts: `graphbuild.graph.facts_of(g.nx)` is the graph that all other questions are asked of.
        """
        return self._with_doubts

    @property
    def about(self) -> dict[str, object]:
        """What the build recorded of itself; a copy."""
        return dict(self._about)

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(rows(self._graph), self._expand, self._merged)

    def search(self, text: str, kind: EntityKind | str | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Nodes that answer to `text`, best first, at most `limit`; `kind` keeps one kind only."""
        return self._index.search(text, kind, limit)

    def find(self, name: str, kind: EntityKind | str | None = None) -> str:
        """The id of the one node that answers to `name`."""
        return self._index.find_one(name, kind)

    def merged_into(self, id: str) -> str | None:
        """The id under which a former id goes on, None for an id that is in use or was never given."""
        return self._merged.get(id)

    def card(self, name: str) -> Card:
        """The card of a node of any kind."""
        return self._complete(card(self._graph, self.find(name)))

    def person(self, name: str) -> PersonCard:
        """Ranks, postings, events and companions of a person."""
        return self._complete(person_card(self._graph, self.find(name, EntityKind.PERSON)))

    def unit(self, name: str) -> UnitCard:
        """Parents, children, clusters, posts and events of a unit."""
        return self._complete(unit_card(self._graph, self.find(name, EntityKind.UNIT)))

    def event(self, name: str) -> EventCard:
        """Date, places, organisers and participants of an event."""
        return self._complete(event_card(self._graph, self.find(name, EntityKind.EVENT)))

    def place(self, name: str) -> PlaceCard:
        """The events at a place."""
        return self._complete(place_card(self._graph, self.find(name, EntityKind.PLACE)))

    def path(self, a: str, b: str, *, possibly_same: bool = False) -> Path:
        """The shortest way between two nodes. Raises NotFoundError if there is none.

        Parameters
        ----------
        possibly_same: let the way lead through pairs that may be one, which is no fact.
        """
        return shortest_path(self.nx if possibly_same else self._graph, self.find(a), self.find(b))

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

    def possibly_same(self, name: str | None = None) -> tuple[Doubt, ...]:
        """Which persons, units or events may be one and were not joined, with likelihood and reasons, likeliest first.

        Parameters
        ----------
        name: a person, unit or event; None lists all pairs.
        """
        id = None if name is None else self.find(name)
        chosen = [pair for pair in self._doubtful if id in (None, pair.a, pair.b)]
        return tuple(sorted(chosen, key=lambda pair: (-pair.likelihood, pair.a, pair.b)))

    def _complete(self, card: SomeCard) -> SomeCard:
        """The card with what is known besides the edges: who may be the same, and where articles disagree."""
        doubts = possibly_same(self._graph, card.node.id, self._doubtful)
        return replace(card, possibly_same=doubts, contradictions=self.conflicts(card.node.id))

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
        _need_pandas()
        import pandas as pd

        return pd.DataFrame([{"id": id, **data} for id, data in self._graph.nodes(data=True)])

    def edges_frame(self) -> pd.DataFrame:
        """The edges as a data frame: source, target, relation, key, claims, ... and a column an attribute.

        Raises UsageError if pandas is not installed.
        """
        _need_pandas()
        import pandas as pd

        return pd.DataFrame(
            [
                {"source": source, "target": target, "relation": data["relation"], "key": key.partition("|")[2]}
                | {name: data[name] for name in sorted(OWN - {"relation"})}
                | {name: value for name, value in data.items() if name not in OWN}
                for source, target, key, data in self._graph.edges(keys=True, data=True)
            ]
        )


def _conflict_kind(kind: ConflictKind | str | None) -> ConflictKind | None:
    try:
        return None if kind is None else ConflictKind(kind)
    except ValueError:
        raise UsageError(f"no such kind: {kind!r}", do=f"choose from {', '.join(ConflictKind)}") from None


def _need_pandas() -> None:
    if find_spec("pandas") is None:
        raise UsageError("data frames need pandas", do='pip install "graphbuild[notebook]"')
