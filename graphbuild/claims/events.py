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
    """One claim an event; what is told of with 'cùng ngày' has the main event's day."""
    day = next((event_date(article, e.span, main=True) for e in events if e.main), None)
    for event in events:
        date = day if event.main else event_date(article, event.span, main=False)
        organiser = organiser_of(article, event.spans, main=event.main)
        yield EventClaim(
            event.name,
            event.type,
            event.name,
            day if date is None and _same_day(article, event) else date,
            venue_of(article, event.spans) if event.main else None,
            organiser.name if organiser else None,
            event.main,
            article.evidence(event.span.start, event.span.end, event.span.rule, 0.95 if event.main else 0.85),
        )


def _same_day(article: Article, event: NamedEvent) -> bool:
    """'Chiều cùng ngày, Đoàn tới chào xã giao ...'."""
    start = article.sentence(event.span.start).start
    opening = article.text(start, event.span.start).casefold()
    return any(words in opening for words in article.clauses.same_day)
