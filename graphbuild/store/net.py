"""Who is tied to whom, as numbers: steps and ways are found in it, and only what they lead to is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphbuild.model import EntityKind, Relation

from .pages import Numbers, Pages, Texts
from .reach import Ends, Reach
from .ties import KINDS, RELATIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .reader import Reader


class Ties(NamedTuple):
    """Ties of entities: the place of the entity, that of the other end, the number of the edge, whether it leads on."""

    here: NDArray[np.int64]
    there: NDArray[np.int32]
    edge: NDArray[np.int32]
    onward: NDArray[np.bool_]

    def where(self, which: NDArray[np.bool_]) -> Ties:
        """Those of the ties for which it is True."""
        return Ties(self.here[which], self.there[which], self.edge[which], self.onward[which])

    def ends(self) -> Ends:
        """The edges of these ties."""
        sources = np.where(self.onward, self.here, self.there).tolist()
        targets = np.where(self.onward, self.there, self.here).tolist()
        return dict(zip(self.edge.tolist(), zip(sources, targets, strict=True), strict=True))


class Net:
    """The columns that `put_ties` has written, of which each question reads the pages that it needs.

    Attributes
    ----------
    id, name: of the entities, by place. articles: their ids. dates, manners: what edges have in common.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        pages = Pages(reader)
        self.id, self.name, self.article_id = Texts(pages, "id"), Texts(pages, "name"), Texts(pages, "article id")
        self.date, self.manner_text = Texts(pages, "date"), Texts(pages, "manner text")
        self._kind = Numbers(pages, "kind", np.uint8)
        self._ties = Numbers(pages, "ties", np.int64)
        self._there, self._edge = Numbers(pages, "there", np.int32), Numbers(pages, "edge", np.int32)
        self._onward, self._relation = Numbers(pages, "onward", np.bool_), Numbers(pages, "relation", np.uint8)
        self.count, self.manner = Numbers(pages, "count", np.int32), Numbers(pages, "manner", np.int32)
        self.first, self.last = Numbers(pages, "first", np.int32), Numbers(pages, "last", np.int32)
        self._behind = Numbers(pages, "behind", np.int64)
        self._article, self._claim = Numbers(pages, "article", np.int32), Numbers(pages, "claim", np.int32)

    @cached_property
    def size(self) -> int:
        """How many entities there are."""
        ((many,),) = self._reader.rows("SELECT count(*) FROM entities")
        return int(many)

    def places(self, ids: Iterable[str]) -> frozenset[int]:
        """The places of the ids that there are."""
        return frozenset(place for id in ids if (place := self._place(id)) is not None)

    def ids(self, places: Collection[int]) -> list[str]:
        """The ids of the entities at these places."""
        return self.id[np.array(sorted(places), np.int64)]

    def kinds(self, places: NDArray[np.integer]) -> list[EntityKind]:
        """The kinds of the entities at these places."""
        return [KINDS[number] for number in self._kind[places].tolist()]

    def ties_of(self, places: Collection[int], *relations: Relation) -> Ties:
        """The ties of these places, of the relations given (all, if none is)."""
        here = np.fromiter(sorted(places), np.int64, len(places))
        first = self._ties[here]
        many = self._ties[here + 1] - first
        at = _spread(first, many)
        ties = Ties(np.repeat(here, many), self._there[at], self._edge[at], self._onward[at])
        wanted = [RELATIONS.index(relation) for relation in relations]
        return ties.where(np.isin(self._relation[at], wanted)) if wanted else ties

    def claims_of(self, edges: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
        """How many claims are behind each of these edges, and of all of them the article and the number in it."""
        first = self._behind[edges]
        many = self._behind[edges + 1] - first
        at = _spread(first, many)
        return many, self._article[at], self._claim[at]

    def steps_from(self, start: int, end: int | None = None) -> NDArray[np.int32]:
        """How many steps each place is from `start`, -1 where no way leads; no farther than to `end`, if given."""
        first, there = self._ties.all, self._there.all
        away = np.full(len(first) - 1, -1, dtype=np.int32)
        ring = np.array([start], dtype=np.int64)
        away[ring] = steps = 0
        while len(ring) and (end is None or away[end] < 0):
            steps += 1
            reached = there[_spread(first[ring], first[ring + 1] - first[ring])]
            away[reached[away[reached] < 0]] = steps
            ring = (away == steps).nonzero()[0]
        return away

    def shortest_ways(self, start: int, end: int) -> Reach:
        """What lies on the shortest ways between two places; the two alone where none joins them."""
        away = self.steps_from(start, end)
        on_way = Reach(frozenset((start, end)))
        ring: Collection[int] = [end]
        for steps in range(away[end] - 1, -1, -1):
            ties = self.ties_of(ring)
            nearer = ties.where(away[ties.there] == steps)
            ring = np.unique(nearer.there).tolist()
            on_way = on_way.wider(ring, nearer.ends())
        return on_way

    def among(self, places: NDArray[np.bool_]) -> Reach:
        """The places that are True, and the edges of which both ends are among them."""
        near = places.nonzero()[0].tolist()
        ties = self.ties_of(near)
        return Reach(frozenset(near), ties.where(places[ties.there] & ties.onward).ends())

    def edges(self, relations: Collection[str]) -> tuple[NDArray[np.int64], ...]:
        """Of every edge source, target, articles, and 1 where its relation is one of `relations`, else 0, sorted."""
        onward = self._onward.all
        many = np.diff(self._ties.all)
        source = np.repeat(np.arange(len(many)), many)[onward]
        target, edge = self._there.all[onward].astype(np.int64), self._edge.all[onward]
        wanted = [number for number, relation in enumerate(RELATIONS) if relation in relations]
        chosen = np.isin(self._relation.all[onward], wanted).astype(np.int64)
        columns = (source, target, self.count.all[edge].astype(np.int64), chosen)
        order = np.lexsort(columns[::-1])
        return tuple(column[order] for column in columns)

    def most_ties(self, limit: int) -> list[tuple[int, int]]:
        """Place and number of ties of the entities that have most, the first by id where they tie."""
        many = np.diff(self._ties.all)
        order = (-many).argsort(kind="stable")[:limit]
        return list(zip(order.tolist(), many[order].tolist(), strict=True))

    def _place(self, id: str) -> int | None:
        # A shell may hand over what is no text; nothing is called so.
        wanted = id.encode("utf-8", "surrogatepass")
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            (found,) = self.id[np.array([middle])]
            if found == id:
                return middle
            low, high = (middle + 1, high) if found.encode() < wanted else (low, middle)
        return None


def _spread(first: NDArray[np.int64], many: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of so many that begin at each of `first`."""
    before = np.concatenate([[0], many.cumsum()])
    return np.repeat(first - before[:-1], many) + np.arange(before[-1])
