"""When persons are seen, and with which titles that name no unit."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Set

from ..model import EntityKind, Status
from .telling import Telling

Seen = tuple[Mapping[str, tuple[str, str]], Mapping[str, Set[str]]]
"""First and last day, and the titles that come without a unit, by person id."""


class Sightings:
    """What articles tell of the days of persons, by person id.

    Parameters
    ----------
    event_dates: event id -> ISO date or ''.

    Attributes
    ----------
    loose_posts: the titles that come without a unit.
    """

    def __init__(self, event_dates: Mapping[str, str]) -> None:
        self._event_dates = event_dates
        self._days: dict[str, tuple[str, str]] = {}
        self.loose_posts: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, telling: Telling) -> None:
        """Take in what one article tells."""
        told = telling.told
        for _, rank in told.ranks:
            if rank.person:
                self._see(telling.id(EntityKind.PERSON, rank.person), str(rank.date or telling.date))
        for _, part in told.participations:
            if part.person:
                day = self._event_dates[telling.id(EntityKind.EVENT, part.event)] or telling.date
                self._see(telling.id(EntityKind.PERSON, part.person), day)
        for _, post in told.postings:
            if post.person:
                person = telling.id(EntityKind.PERSON, post.person)
                self._see(person, str(post.date or telling.date))
                if not post.unit:
                    words = post.title + ("" if post.status is Status.CURRENT else f" ({post.status})")
                    self.loose_posts[person].add(words)

    def found(self) -> Seen:
        """All that was taken in, as `add_found` takes it."""
        return self._days, dict(self.loose_posts)

    def add_found(self, seen: Seen) -> None:
        """Take in what other articles tell."""
        days, posts = seen
        for person, both in days.items():
            for day in both:
                self._see(sys.intern(person), sys.intern(day))
        for person, words in posts.items():
            self.loose_posts[sys.intern(person)].update(map(sys.intern, words))

    def _see(self, person: str, day: str) -> None:
        if day:
            first, last = self._days.get(person, (day, day))
            if day <= first or day >= last:
                self._days[person] = min(first, day), max(last, day)

    def days(self, person: str) -> tuple[str, str]:
        """The first and the last ISO date of all that is said of the person, '' where nothing bears a date."""
        return self._days.get(person, ("", ""))
