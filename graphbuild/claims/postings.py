"""Posts: who holds what where, with a bare title's unit found in the chain, the sentence or the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import ParentClaim, PartialDate, PostingClaim
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


def committee_claims(
    article: Article, postings: Iterable[PostingClaim], day: PartialDate | None
) -> Iterator[ParentClaim]:
    """'Bí thư Đảng ủy, Chính ủy Quân khu 6': the committee that only a post names is part of the unit it belongs to."""
    said: set[str] = set()
    for posting in postings:
        committee = posting.unit or ""
        if committee in said or article.unit_names.named(committee):
            continue
        said.add(committee)
        unit = next((u.name for u in article.unit_names.units if committee.endswith(f" {u.name}")), None)
        if unit is not None:
            yield ParentClaim(
                committee, unit, day, replace(posting.evidence, rule="committee of the unit", confidence=0.9)
            )
