"""Events of the article as claims: date, place and organiser."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventClaim
from .article import Article
from .named_events import NamedEvent
from .organisers import organiser_of
from .venues import venue_of
from .when import event_date


def event_claims(article: Article, events: list[NamedEvent]) -> Iterator[EventClaim]:
    """One claim an event."""
    for event in events:
        organiser = organiser_of(article, event.spans, main=event.main)
        yield EventClaim(
            event.name,
            event.type,
            event.name,
            event_date(article, event.span, main=event.main),
            venue_of(article, event.spans) if event.main else None,
            organiser.name if organiser else None,
            event.main,
            article.evidence(event.span.start, event.span.end, event.span.rule, 0.95 if event.main else 0.85),
        )
