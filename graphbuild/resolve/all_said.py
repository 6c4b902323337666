"""What all articles say, gathered once it is known who is who, here or in several processes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import Relation
from .conflicts import RanksByDay
from .corrections import JudgedParent, says_right
from .edges import sayings
from .event_conflicts import EventSayings
from .handovers import Handovers
from .record_ids import RecordIds
from .records import ClaimSet
from .saying_table import Sayings
from .sightings import Sightings
from .sole_posts import SolePosts
from .spread import spread
from .stretches import stretches
from .telling import Telling, tellings

if TYPE_CHECKING:
    from ..resources import Gazetteer

FEW = 8000
"""Articles that are told again sooner than other processes have started."""

Found = tuple[Any, ...]
"""What each part of `AllSaid` found."""


class AllSaid:
    """What the articles say, gathered one by one once it is known who is who.

    Parameters
    ----------
    event_dates: event id -> ISO date or ''. parents: unit id -> its judged parent.
    """

    def __init__(
        self, event_dates: Mapping[str, str], parents: Mapping[str, JudgedParent], gazetteer: Gazetteer
    ) -> None:
        self._event_dates = event_dates
        self.parents, self.gazetteer = parents, gazetteer
        self.titles = SolePosts(gazetteer)
        self.sightings = Sightings(event_dates)
        self.handovers = Handovers(self.titles)
        self.ranks = RanksByDay(gazetteer)
        self.events = EventSayings()
        self.posts, self.others = Sayings(), Sayings()

    def add(self, telling: Telling) -> None:
        """Take in what one article tells."""
        for part in (self.sightings, self.handovers, self.ranks, self.events):
            part.add(telling)
        for said in sayings(telling, self._event_dates):
            if said.relation is Relation.HOLDS:
                self.posts.append(said)
            elif says_right(said, self.parents):
                self.others.append(said)

    def found(self) -> Found:
        """All that was taken in, as `add_found` takes it in another process."""
        parts = (self.sightings, self.handovers, self.ranks, self.events)
        return (*(part.found() for part in parts), self.posts.numbered(), self.others.numbered())

    def add_found(self, found: Found) -> None:
        """Take in what the articles behind these tell."""
        sightings, handovers, ranks, events, posts, others = found
        self.sightings.add_found(sightings)
        self.handovers.add_found(handovers)
        self.ranks.add_found(ranks)
        self.events.add_found(events)
        self.posts.extend(posts)
        self.others.extend(others)


class _Untold(NamedTuple):
    """A stretch of articles, and what of all that is known is about them: `AllSaid` and `tellings` say what it is."""

    sets: Iterable[ClaimSet]
    dates: Mapping[str, str]
    ids: RecordIds
    event_dates: Mapping[str, str]


def tell_again(
    said: AllSaid,
    sets: Iterable[ClaimSet],
    dates: Mapping[str, str],
    ids: RecordIds,
    event_dates: Mapping[str, str],
    jobs: int = 1,
) -> None:
    """Have `said` take in what all articles tell.

    Parameters
    ----------
    dates, ids: as `tellings` takes them. jobs: processes to work in where there are many articles; 1 is this one.
    """
    if jobs == 1 or len(dates) < FEW:
        for telling in tellings(sets, dates, ids):
            said.add(telling)
        return
    # Other processes get it bare: what has been looked up in it is large, and not all of it can be sent.
    work = partial(_prepare, said.parents, replace(said.gazetteer))
    for found in spread(_untold(sets, dates, ids, event_dates), work, jobs):
        said.add_found(found)


def _untold(
    sets: Iterable[ClaimSet], dates: Mapping[str, str], ids: RecordIds, event_dates: Mapping[str, str]
) -> Iterator[bytes]:
    """Every `_Untold`, pickled: the engine pickles an item as often as it looks for a process that takes it."""
    for documents, some in stretches(sets):
        own = ids.part(documents)
        events = {id: event_dates[id] for id in own.entities() if id in event_dates}
        yield pickle.dumps(_Untold(some, {document: dates[document] for document in documents}, own, events))


def _prepare(parents: Mapping[str, JudgedParent], gazetteer: Gazetteer) -> Callable[[bytes], Found]:
    def tell(pickled: bytes) -> Found:
        untold: _Untold = pickle.loads(pickled)
        said = AllSaid(untold.event_dates, parents, gazetteer)
        for telling in tellings(untold.sets, untold.dates, untold.ids):
            said.add(telling)
        return said.found()

    return tell
