"""Places that the article names."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import BlockKind, PlaceClaim
from ..pipeline.places import SITE_OF_UNIT
from ..pipeline.statistical import PLACE_CONFIDENCE
from ..pipeline.statistical import RULE as NER
from ..text import compare_key
from .article import Article


def place_claims(article: Article) -> Iterator[PlaceClaim]:
    """One claim a place, at its first mention."""
    seen: set[str] = set()
    for place in article.places:
        name = article.text(place.start, place.end)
        key = compare_key(name)
        if key in seen or place.rule == SITE_OF_UNIT or article.kind(place.start) is BlockKind.BYLINE:
            continue
        seen.add(key)
        yield PlaceClaim(
            name,
            place.type,
            article.evidence(place.start, place.end, place.rule, PLACE_CONFIDENCE if place.rule == NER else 0.9),
        )
