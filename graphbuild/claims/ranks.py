"""Ranks: those beside a name, and which of them the article itself makes doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ..model import PartialDate, RankClaim
from ..pipeline.records import PersonPosts
from ..resources import Gazetteer
from .article import Article

OFTEN = 3
"""So often must one rank stand beside a name for another that stands there once to be a slip of the pen."""


def rank_claims(article: Article, day: PartialDate | None) -> Iterator[RankClaim]:
    """One claim a rank before or given to a name; the rank before a promotion is a former one."""
    said = ranks_said(article)
    for chain in article.posts:
        name = article.name_of(chain)
        if name and chain.rank:
            evidence = article.evidence(chain.start, chain.end, "rank beside a name", 0.97)
            ranks = said[name]
            former = not chain.promoted and ranks.before_promotion(chain.rank)
            yield RankClaim(name, chain.rank, day, evidence, former, ranks.doubtful(chain.rank))


class RanksSaid:
    """Every rank that an article gives one person, with how often."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.counts: Counter[str] = Counter()
        self.given: set[str] = set()

    def add(self, chain: PersonPosts) -> None:
        """Count the rank of one mention."""
        self.counts[chain.rank] += 1
        if chain.promoted:
            self.given.add(chain.rank)

    def before_promotion(self, rank: str) -> bool:
        """The article promotes the person to a higher rank."""
        return any(self._order(given) > self._order(rank) for given in self.given)

    def doubtful(self, rank: str) -> bool:
        """The rank stands once against another that stands often, and nobody is promoted."""
        return not self.given and self.counts[rank] == 1 and max(self.counts.values()) >= OFTEN

    def _order(self, rank: str) -> float:
        return self.gazetteer.rank_order(rank) or 0.0


def ranks_said(article: Article) -> Mapping[str, RanksSaid]:
    """The ranks of each person by full name."""
    said: dict[str, RanksSaid] = {}
    for chain in article.posts:
        name = article.name_of(chain)
        if name and chain.rank:
            said.setdefault(name, RanksSaid(article.gazetteer)).add(chain)
    return said
