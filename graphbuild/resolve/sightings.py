"""When persons are seen, and with which titles that name no unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..model import EntityKind, ParticipationClaim, PostingClaim, RankClaim, Status
from .telling import Telling


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
        for _, claim in telling.claims:
            if not isinstance(claim, RankClaim | PostingClaim | ParticipationClaim) or not claim.person:
                continue
            person = telling.id(EntityKind.PERSON, claim.person)
            if isinstance(claim, ParticipationClaim):
                day = self._event_dates[telling.id(EntityKind.EVENT, claim.event)] or telling.date
            else:
                day = str(claim.date or telling.date)
            if day:
                first, last = self._days.get(person, (day, day))
                self._days[person] = min(first, day), max(last, day)
            if isinstance(claim, PostingClaim) and not claim.unit:
                told = claim.title + ("" if claim.status is Status.CURRENT else f" ({claim.status})")
                self.loose_posts[person].add(told)

    def days(self, person: str) -> tuple[str, str]:
        """The first and the last ISO date of all that is said of the person, '' where nothing bears a date."""
        return self._days.get(person, ("", ""))
