"""Posts and ranks: who holds what where, with a bare title's unit found in the chain, the sentence or the article."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import PartialDate, PostingClaim, PostRole, RankClaim, Status
from ..pipeline.records import PersonPosts, Post
from ..pipeline.unit_names import NamedUnit
from ..resources import Title
from ..text import compare_key
from .article import Article


def posting_claims(article: Article, day: PartialDate | None) -> Iterator[PostingClaim]:
    """One claim a post and mention, in the order of the text."""
    chains = article.posts
    for n, chain in enumerate(chains):
        name = article.name_of(chain)
        if not name:
            continue
        following = chains[n + 1] if n + 1 < len(chains) else None
        for i, post in enumerate(chain.posts):
            title, unit = _title_and_unit(article, chain, i, following)
            rule, sure = ("chain of posts", 0.95) if post.unit else ("title with its unit inferred", 0.8)
            evidence = article.evidence(chain.start, chain.end, rule, sure)
            where, rank = unit.name if unit else None, chain.rank or None
            yield PostingClaim(name, title, post.role, where, rank, post.status, day, evidence)


def rank_claims(article: Article, day: PartialDate | None) -> Iterator[RankClaim]:
    """One claim a rank before or given to a name."""
    for chain in article.posts:
        name = article.name_of(chain)
        if name and chain.rank:
            yield RankClaim(name, chain.rank, day, article.evidence(chain.start, chain.end, "rank beside a name", 0.97))


def _title_and_unit(
    article: Article, chain: PersonPosts, i: int, following: PersonPosts | None
) -> tuple[str, NamedUnit | None]:
    """The words of the title and the unit, 'Bí thư Đảng ủy' where no party committee of a known unit is meant."""
    post = chain.posts[i]
    own = article.unit_names.at(post.unit)
    if own is not None and _is_bare(article, post) and not _named_in_sentence(article, post, own):
        unit = _from_chain(chain, i, article, None) or _inferred_for_chain(article, chain)
        if unit or own.vague:
            words = article.text(*post.unit) if post.unit else ""
            return f"{post.title} {words}", unit
    if own is not None and not own.vague:
        return post.title, own
    known = article.gazetteer.title(post.title)
    if known is not None and known.alone:
        return post.title, None
    return post.title, (
        _from_chain(chain, i, article, known)
        or (_from_chain(following, -1, article, known) if following and _joined(article, chain, following) else None)
        or _from_article(article, post, known)
    )


def _is_bare(article: Article, post: Post) -> bool:
    """The unit behind the title is a bare party committee: 'Bí thư Đảng ủy'."""
    span = next((u for u in article.units if (u.start, u.end) == post.unit), None)
    return span is not None and span.relative and span.own_end == span.end and span.type in article.clauses.party


def _named_in_sentence(article: Article, post: Post, unit: NamedUnit) -> bool:
    sentence = article.sentence(post.start)
    return any(sentence.start <= start < post.start for start, _ in unit.mentions)


def _from_chain(chain: PersonPosts, i: int, article: Article, title: Title | None) -> NamedUnit | None:
    """The unit of the next post of the chain that has one, else of the last before."""
    order = [*chain.posts[i + 1 :], *reversed(chain.posts[: max(i, 0)])]
    for post in order:
        unit = article.unit_names.at(post.unit)
        if i < 0 and post.status is Status.FORMER:
            continue
        if unit is not None and not unit.vague and _fits(title, unit):
            return unit
    return None


def _inferred_for_chain(article: Article, chain: PersonPosts) -> NamedUnit | None:
    """The unit inferred for a command post of the same chain: 'Bí thư Đảng ủy, Chính ủy chủ trì'."""
    for post in chain.posts:
        title = article.gazetteer.title(post.title)
        if post.unit is None and title is not None and title.role is not PostRole.PARTY:
            found = _from_article(article, post, title)
            if found:
                return found
    return None


def _joined(article: Article, chain: PersonPosts, following: PersonPosts) -> bool:
    """'Đại tá A, Chỉ huy trưởng và Thượng tá B, Chính ủy Bộ CHQS tỉnh': only 'và' stands between the two."""
    return 0 <= following.start - chain.end <= 1 and article.text(chain.end, following.start) in ("", "và")


def _from_article(article: Article, post: Post, title: Title | None) -> NamedUnit | None:
    """The unit of a kind that has such a post: named last before it in the sentence, else the one named most."""
    if title is None or not title.heads:
        return None
    fitting = [unit for unit in article.unit_names.units if unit.type and not unit.vague and _fits(title, unit)]
    sentence = article.sentence(post.start)
    former = {p.unit for chain in article.posts for p in chain.posts if p.status is Status.FORMER}
    near = [
        (at[0], unit)
        for unit in fitting
        for at in unit.mentions
        if sentence.start <= at[0] < post.start and at not in former
    ]
    if near:
        return max(near, key=lambda pair: pair[0])[1]
    return max(fitting, key=lambda unit: (len(unit.mentions), -unit.mentions[0][0]), default=None)


def _fits(title: Title | None, unit: NamedUnit) -> bool:
    return title is None or not title.heads or not unit.type or unit.type in title.heads


def same_post(a: PostingClaim, b: PostingClaim) -> bool:
    """The two claims say one and the same thing of one person."""
    return a.person == b.person and compare_key(a.title) == compare_key(b.title) and a.unit == b.unit
