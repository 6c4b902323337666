"""The sentence behind a fact that the program found: that of the first claim which has all its words."""

from __future__ import annotations

from ..model import (
    Claim,
    ClusterClaim,
    EventClaim,
    ParentClaim,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    RankClaim,
    UnitClaim,
)
from .article import Article, Span
from .event_rows import role_class
from .fact import Fact
from .positions import BETWEEN_TITLES


def sentence_behind(fact: Fact, article: Article | None) -> str:
    """Return the sentence; '' where there is no article, or no claim has the fact."""
    if article is None:
        return ""
    events = {c.event: c.name for c in article.extraction.claims if isinstance(c, EventClaim)}
    wanted = [*(name.text for name in fact.names), *filter(None, [fact.value, fact.note])]
    for claim in article.extraction.claims:
        words = _words(claim, events)
        if all(word in words for word in wanted):
            return article.text(Span(claim.evidence.start, claim.evidence.end))
    return ""


def _words(claim: Claim, events: dict[str, str]) -> list[str | None]:
    """Names and values of a claim, as facts have them."""
    match claim:
        case RankClaim():
            return [claim.person, claim.rank]
        case PostingClaim():
            titles = [part.strip() for part in BETWEEN_TITLES.split(claim.title)]
            return [claim.person, claim.unit, *titles, claim.status]
        case EventClaim():
            return [claim.name, claim.type, str(claim.date), claim.organiser, claim.place]
        case ParticipationClaim():
            return [claim.person, claim.unit, events[claim.event], role_class(claim.role)]
        case UnitClaim():
            return [claim.unit]
        case ParentClaim():
            return [claim.unit, claim.parent]
        case ClusterClaim():
            return [claim.unit, claim.cluster, "leads" if claim.leads else "member_of"]
        case PlaceClaim():
            return [claim.place]
