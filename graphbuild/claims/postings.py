"""Posts: who holds what where, with a bare title's unit found in the chain, the sentence or the article."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import PartialDate, PostingClaim
from .article import Article
from .post_units import title_and_unit
from .ranks import ranks_said


def posting_claims(article: Article, day: PartialDate | None) -> Iterator[PostingClaim]:
    """One claim a post and mention, in the order of the text."""
    chains, said = article.posts, ranks_said(article)
    for n, chain in enumerate(chains):
        name = article.name_of(chain)
        if not name:
            continue
        following = chains[n + 1] if n + 1 < len(chains) else None
        for i, post in enumerate(chain.posts):
            title, where = title_and_unit(article, chain, i, following)
            rule, sure = ("chain of posts", 0.95) if post.unit else ("title with its unit inferred", 0.8)
            evidence = article.evidence(chain.start, chain.end, rule, sure)
            rank = chain.rank if chain.rank and not said[name].doubtful(chain.rank) else None
            yield PostingClaim(name, title, post.role, where or None, rank, post.status, day, evidence)
