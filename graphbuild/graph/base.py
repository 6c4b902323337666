"""What every question to an opened graph begins with: names, sentences, and the part of the graph that is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from ..answers import Answer, Framed, Listing, Rows
from ..errors import UsageError
from ..model import ClaimSource, Conflict, EntityKind, Quote, Relation
from .cut import cut
from .doubts import with_doubts
from .finder import Hit, Kinds
from .part import NO_FACTS, Filters, Part
from .reading import node, rows
from .search import SearchIndex
from .shown import Shown
from .stats import stats
from .tables.lists import hits_answer
from .tables.whole import stats_answer

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ..resolve import Doubt
    from ..store.asking import Found, Parameters
    from .opened import Graph

Draw = Callable[[Any], str]
"""Makes the page of an opened graph."""

Ask = Callable[[str, "Parameters"], "Found"]
"""Answers a question in SQL from the store of an opened graph."""


class Opened(Framed):
    """A graph with its names and sentences; `Graph` adds the questions and tells what the parameters are."""

    def __init__(
        self,
        graph: MultiDiGraph[str] | Callable[[], MultiDiGraph[str]],
        quotes: Callable[[Sequence[str]], list[Quote]],
        about: Mapping[str, object] | None = None,
        expand: Callable[[str], str] | None = None,
        conflicts: Sequence[Conflict] | Callable[[], Sequence[Conflict]] = (),
        merged: Mapping[str, str] | None = None,
        doubtful: Sequence[Doubt] | Callable[[], Sequence[Doubt]] = (),
        *,
        sources: Callable[[], Mapping[str, ClaimSource]] = dict,
        draw: Draw | None = None,
        ask: Ask | None = None,
        title: str = "graphbuild",
    ) -> None:
        self._held = graph
        self._quotes = quotes
        self._about = dict(about or {})
        self._expand = expand
        self._held_conflicts = conflicts
        self._merged = dict(merged or {})
        self._held_doubts = doubtful
        self._sources = sources
        self._draw = draw
        self._ask = ask
        self.title = title

    @cached_property
    def facts(self) -> MultiDiGraph[str]:
        """The networkx graph of all that articles say; every question is asked of it."""
        return self._held() if callable(self._held) else self._held

    @cached_property
    def _conflicts(self) -> tuple[Conflict, ...]:
        return tuple(self._held_conflicts() if callable(self._held_conflicts) else self._held_conflicts)

    @cached_property
    def _doubtful(self) -> tuple[Doubt, ...]:
        return tuple(self._held_doubts() if callable(self._held_doubts) else self._held_doubts)

    @cached_property
    def nx(self) -> MultiDiGraph[str]:
        """The networkx graph itself: every fact, and an edge POSSIBLY_SAME for each pair in doubt, which is no fact."""
        return with_doubts(self.facts, self._doubtful)

    @property
    def about(self) -> dict[str, object]:
        """What the build recorded of itself; a copy."""
        return dict(self._about)

    def answer(self) -> Answer:
        """The graph in numbers, as `stats` has them, under its title."""
        return stats_answer(stats(self.facts), self.title)

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(rows(self.facts), self._expand, self._merged)

    def search(self, text: str, kind: Kinds = None, limit: int = 20) -> Listing[Hit]:
        """Nodes that answer to `text`, best first, at most `limit`; `kind` keeps one kind, or several."""
        return Listing(self._index.search(text, kind, limit), partial(hits_answer, text=text))

    def find(self, name: str, kind: EntityKind | str | None = None) -> str:
        """The id of the one node that answers to `name`; `kind` says of which kind it is.

        >>> g.find("khue", "person")                                        # doctest: +SKIP
        'person/tran-dac-khue'
        """
        if name in self.facts and kind in (None, self.facts.nodes[name]["kind"]):
            return name
        return self._index.find_one(name, kind)

    def merged_into(self, id: str) -> str | None:
        """The `id` under which a former one goes on, None for one that is in use or was never given.

        >>> g.merged_into("person/le-van-tuan-2")                           # doctest: +SKIP
        """
        return self._merged.get(id)

    def part(self, name: str | None = None, hops: int = 2, only: Filters | None = None) -> Graph:
        """A part of the graph, to be asked like the whole.

        Parameters
        ----------
        name: what it is around, `hops` steps wide; None takes the whole graph.
        only: which nodes and edges are left.

        Raises UsageError if the filters leave nothing.

        Example
        -------
        >>> g.part("quan khu 6", hops=1, only=Filters(since="2021", until="2022")).stats()    # doctest: +SKIP
        """
        only = only or Filters()
        around = self.find(name) if name else None
        found = self._cut(Part(only, (around,), hops) if around else Part(only))
        if len(found) <= (1 if around and only else 0):
            raise UsageError("nothing is left of the graph", do="widen the dates, or ask for more kinds or relations")
        steps = f"{hops} step{'s' * (hops != 1)}"
        title = f"{node(self.facts, around).name}, {steps}" if around else ""
        doubts = [pair for pair in self._doubtful if pair.a in found and pair.b in found]
        if only.relations and not NO_FACTS.intersection(only.relations):
            doubts = []
        found.remove_edges_from([edge for edge in found.edges(keys=True) if _relation(edge) in NO_FACTS])
        from .opened import Graph

        return Graph(
            found,
            self._quotes,
            self._about,
            self._expand,
            [conflict for conflict in self._conflicts if conflict.about in found],
            self._merged,
            doubts,
            sources=self._sources,
            draw=self._draw,
            title=", ".join(filter(None, (title, only.words()))) or self.title,
        )

    def sql(self, query: str, parameters: Parameters = ()) -> Rows:
        """Answer a question in SQL from the views that docs/sql.md lists; nothing can be changed by it.

        Parameters
        ----------
        query: one statement that reads. parameters: values for ? in it, or by name for $name.

        Raises UsageError for a query that is not right or does more than read, and for a part of a graph: SQL is asked
        of the whole.

        Example
        -------
        >>> g.sql("SELECT name, articles FROM persons WHERE rank = ?", ["Trung tướng"]).frame()     # doctest: +SKIP
        """
        if self._ask is None:
            raise UsageError("SQL is asked of a whole graph in its folder", do="open that with graphbuild.open")
        return Rows(*self._ask(query, parameters))

    def quotes(self, claims: Iterable[str] | None = None) -> dict[str, Quote]:
        """The sentences behind `claims`, by the claims' ids; None gives those of every edge and of what contradicts.

        >>> g.quotes(g.path("lo van hoan", "do the bang").steps[0].claims)  # doctest: +SKIP
        """
        ids = set(claims) if claims is not None else set(self._claims())
        return {quote.claim: quote for quote in self._quotes(sorted(ids))}

    @property
    def contradicting(self) -> tuple[Conflict, ...]:
        """What resolution found to contradict each other, by claims; `conflicts` tells it with the sentences."""
        return self._conflicts

    def _claims(self) -> Iterator[str]:
        for _, _, data in self.facts.edges(data=True):
            yield from data["claims"]
        for conflict in self._conflicts:
            yield from (conflict.one.claim, conflict.other.claim)

    def show(self, name: str | None = None, hops: int = 2, only: Filters | None = None) -> Shown:
        """The page of a part of the graph: in a notebook it shows itself, elsewhere it says how to open it.

        Parameters and errors are those of `part`.

        Example
        -------
        >>> g.show("tran dac khue", hops=1)                             # doctest: +SKIP
        Trần Đắc Khuê, 1 step: 23 nodes, 60 edges; .open() shows them in the browser, .save(path) writes the page
        """
        if self._draw is None:
            raise UsageError("this graph was opened without its page", do="open it with graphbuild.open")
        part = self.part(name, hops, only)
        page = self._draw(part)
        return Shown(part.title, len(part.facts), part.facts.number_of_edges(), page)

    def _asked(self, only: Filters | None, *around: str, hops: int | None = None) -> MultiDiGraph[str]:
        """What a question is answered from: the edges that `only` leaves, with nodes of every kind."""
        if not only:
            return self.facts
        return self._cut(Part(replace(only, kinds=()), around, hops))

    def _on_the_way(
        self, only: Filters | None, ends: tuple[str, str], possibly_same: bool = False
    ) -> MultiDiGraph[str]:
        """What leads from one end to the other: through the kinds that `only` leaves, and doubts if they are wanted."""
        if possibly_same:
            only = only or Filters()
            only = replace(only, relations=(*(only.relations or Relation), Relation.POSSIBLY_SAME))
        return self._cut(Part(only, ends)) if only else self.facts

    def _cut(self, part: Part) -> MultiDiGraph[str]:
        doubts = NO_FACTS.intersection(part.only.relations)
        return cut(self.nx if doubts else self.facts, part, self._sources() if part.only.of_claims else {})


def _relation(edge: tuple[str, str, str]) -> str:
    """Of an edge by its ends and key, 'HOLDS|Tư lệnh|current'."""
    return edge[2].partition("|")[0]
