"""When persons are seen, and with which titles that name no unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..model import EntityKind, ParticipationClaim, PostingClaim, RankClaim, Status
from .articles import Article, Key
from .ids import assigned_key


def sightings(
    articles: Iterable[Article], ids: Mapping[Key, str], event_dates: Mapping[str, str]
) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """By person id: the dates of all that is said of the person, and the titles that come without a unit."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    posts: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for _, claim in article.claims:
            if not isinstance(claim, RankClaim | PostingClaim | ParticipationClaim) or not claim.person:
                continue
            person = ids[assigned_key(EntityKind.PERSON, (article.document, claim.person))]
            if isinstance(claim, ParticipationClaim):
                event = ids[assigned_key(EntityKind.EVENT, (article.document, claim.event))]
                days[person].add(event_dates[event] or article.date)
            else:
                days[person].add(str(claim.date or article.date))
            if isinstance(claim, PostingClaim) and not claim.unit:
                posts[person].add(claim.title + ("" if claim.status is Status.CURRENT else f" ({claim.status})"))
    return days, posts
