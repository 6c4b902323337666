"""The records of all articles, gathered here or in several processes."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from functools import lru_cache
from typing import Any

from ..model import DateSource, PartialDate
from .articles import Article, EventRecord, PersonRecord, PlaceRecord, Post, UnitRecord, gather, once
from .records import ClaimSet
from .spread import spread
from .stretches import stretches

FEW = 8000
"""Articles that are gathered sooner than other processes have started."""

Packed = tuple[Any, ...]
"""An article's records as plain tuples: records themselves take several times as long to send."""


def gathered(sets: Iterable[ClaimSet], jobs: int = 1) -> Iterator[Article]:
    """The records of each article, in the order of the articles.

    Parameters
    ----------
    sets: of what does not know how many there are, all is done in this process.
    jobs: processes to work in where there are many articles; 1 is this one.

    Raises ValueError for two sets of one article, and for articles that are not in the order of their ids.
    """
    before: str | None = None
    for article in _gathered(sets, jobs):
        if before is not None and article.document <= before:
            raise ValueError(f"two sets of claims for the document {article.document!r}, or sets out of order")
        before = article.document
        yield article


def _gathered(sets: Iterable[ClaimSet], jobs: int) -> Iterator[Article]:
    if jobs == 1 or not isinstance(sets, Sized) or len(sets) < FEW:
        yield from map(gather, sets)
        return
    # Pickled here: the engine pickles an item as often as it looks for a process that takes it.
    items = (pickle.dumps(stretch.sets) for stretch in stretches(sets))
    for articles in spread(items, _prepare, jobs):
        yield from map(unpacked, articles)


def _prepare() -> Callable[[bytes], Sequence[Packed]]:
    def work(pickled: bytes) -> Sequence[Packed]:
        sets: Iterable[ClaimSet] = pickle.loads(pickled)
        return [packed(gather(one)) for one in sets]

    return work


def packed(article: Article) -> Packed:
    """The records of `gather`, as `unpacked` takes them."""
    return (
        article.document,
        article.date,
        [(one.key[1], one.type, one.aliases, [name for _, name in one.parents]) for one in article.units],
        [
            (one.key[1], one.ranks, [(post.unit, post.date, post.held, post.title) for post in one.posts], one.events)
            for one in article.persons
        ],
        [(e.key[1], e.name, e.type, e.date, e.place, e.organiser, e.main) for e in article.events],
        [(one.key[1], one.type) for one in article.places],
    )


def unpacked(article: Packed) -> Article:
    """The records that `packed` was given; texts that other articles have too are there once."""
    same = sys.intern
    document, date, units, persons, events, places = article
    date = same(date)
    keys = {name: (document, same(name)) for name, *_ in units}
    return Article(
        document,
        date,
        tuple(
            UnitRecord(keys[name], same(type), _texts(aliases), tuple([keys[parent] for parent in parents]))
            for name, type, aliases, parents in units
        ),
        tuple(
            PersonRecord(
                (document, same(name)),
                date,
                once(tuple([once((same(rank), same(day))) for rank, day in ranks])),
                tuple([Post(same(unit), same(day), held, same(title)) for unit, day, held, title in posts]),
                once(_texts(present)),
            )
            for name, ranks, posts, present in persons
        ),
        tuple(
            EventRecord(
                (document, same(key)),
                same(name),
                type,
                _date(day, day.source) if day else None,
                same(place),
                same(organiser),
                main=main,
            )
            for key, name, type, day, place, organiser, main in events
        ),
        tuple(PlaceRecord((document, same(name)), same(type)) for name, type in places),
    )


def _texts(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(sys.intern, texts)) if texts else ()


@lru_cache(maxsize=1 << 14)
def _date(date: PartialDate, source: DateSource) -> PartialDate:
    """The one and same object for equal dates that are known in one way, which by themselves are equal in any way."""
    return date
