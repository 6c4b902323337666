"""Which unit a post belongs to: the one beside the title, else one of the chain, the sentence or the article."""

from __future__ import annotations

from dataclasses import replace

from ..model import PostRole, Status
from ..pipeline.named_units import NamedUnit
from ..pipeline.records import PersonPosts, Post
from ..resources import Title
from .article import Article

IN_COMMAND = frozenset(
    {PostRole.COMMANDER, PostRole.POLITICAL, PostRole.HEAD, PostRole.DEPUTY, PostRole.DEPUTY_POLITICAL}
)
"""Whoever has such a post in a unit is in its party committee."""


def title_and_unit(article: Article, chain: PersonPosts, i: int, following: PersonPosts | None) -> tuple[str, str]:
    """The words of the title and the name of the unit, '' where the article does not tell."""
    post = _in_full(article, chain, chain.posts[i])
    own = article.unit_names.at(post.unit)
    if own is not None and _is_committee(article, post):
        return _of_committee(article, chain, i, own)
    if own is not None and not own.vague:
        return post.title, own.name
    if own is not None and post.unit:
        return f"{post.title} {article.text(*post.unit)}", ""
    known = article.gazetteer.title(post.key)
    if known is not None and known.alone:
        return post.title, ""
    unit = (
        _held_elsewhere(article, chain, post)
        or (None if known and known.passing else _from_chain(article, chain, i, known))
        or (_from_chain(article, following, -1, known) if following and _joined(article, chain, following) else None)
        or _inferred(article, chain, post, known)
    )
    return post.title, unit.name if unit else ""


def _in_full(article: Article, chain: PersonPosts, post: Post) -> Post:
    """'CHT' of whom the article also calls 'Chỉ huy trưởng': the same post under its full title."""
    if not post.title.isupper():
        return post
    return replace(post, title=article.full_titles.get((article.name_of(chain), post.key), post.title))


def _held_elsewhere(article: Article, chain: PersonPosts, post: Post) -> NamedUnit | None:
    """The unit of the same post of the same person where the article says it."""
    return article.held_at.get((article.name_of(chain), post.key)) if post.key else None


def _is_committee(article: Article, post: Post) -> bool:
    """The unit behind the title is a bare party committee: 'Bí thư Đảng ủy'."""
    start, end = post.unit or (-1, -1)
    span = next((u for u in article.units.starting(start) if u.end == end), None)
    return span is not None and span.relative and span.own_end == span.end and span.type in article.clauses.committees


def _of_committee(article: Article, chain: PersonPosts, i: int, own: NamedUnit) -> tuple[str, str]:
    """'Bí thư Đảng ủy, Chính ủy Quân khu 6': the committee of the unit that the same person heads."""
    post = chain.posts[i]
    words = article.text(*post.unit) if post.unit else ""
    headed = _headed(article, chain) or _inferred_for_chain(article, chain)
    if headed is None and not own.vague:
        return post.title, own.name
    unit = headed or _from_chain(article, chain, i, None)
    return (post.title, f"{words} {_seat(article, unit)}") if unit else (f"{post.title} {words}", "")


def _headed(article: Article, chain: PersonPosts) -> NamedUnit | None:
    for post in chain.posts:
        unit = article.unit_names.at(post.unit)
        if post.role not in IN_COMMAND or unit is None or unit.vague or post.status is Status.FORMER:
            continue
        if unit.type not in article.clauses.without_committee:
            return unit
    return None


def _seat(article: Article, unit: NamedUnit) -> str:
    """Whose committee it is: 'xã Tân Lập' of whoever heads its UBND, 'Quân khu 9' of its headquarters."""
    if unit.place and unit.type in article.clauses.committee_of_place:
        return unit.place
    kind = article.gazetteer.kind_of(unit.name)
    housed = [a for a in unit.aliases if unit.name.endswith(f" {a}") and kind and _kind(article, a) in kind.houses]
    return housed[0] if housed else unit.name


def _kind(article: Article, name: str) -> str:
    kind = article.gazetteer.kind_of(name)
    return kind.name if kind else ""


def _from_chain(article: Article, chain: PersonPosts, i: int, title: Title | None) -> NamedUnit | None:
    """The unit of the next post of the chain that has one, else of the last before."""
    order = [*chain.posts[i + 1 :], *reversed(chain.posts[: max(i, 0)])]
    for post in order:
        unit = article.unit_names.at(post.unit)
        if i < 0 and post.status is Status.FORMER:
            continue
        if unit is not None and not unit.vague and _fits(title, unit):
            return unit
    return None


def _inferred(article: Article, chain: PersonPosts, post: Post, title: Title | None) -> NamedUnit | None:
    """The unit of the article that has such a post; of a chain the one that its narrowest title tells."""
    bare = [t for p in chain.posts if not p.unit for t in [article.gazetteer.title(p.key)] if t and _commands(t)]
    if title and _commands(title) and len(bare) > 1:
        narrowest = min(bare, key=lambda t: len(t.heads))
        found = _from_article(article, post, narrowest)
        if found:
            return found
    return _from_article(article, post, title)


def _commands(title: Title) -> bool:
    return bool(title.heads) and not title.alone and not title.passing and title.role is not PostRole.PARTY


def _inferred_for_chain(article: Article, chain: PersonPosts) -> NamedUnit | None:
    """The unit inferred for a command post of the same chain: 'Bí thư Đảng ủy, Chính ủy chủ trì'."""
    for post in chain.posts:
        title = article.gazetteer.title(post.key)
        if post.unit is None and title is not None and title.role in IN_COMMAND:
            found = _from_article(article, post, title)
            if found:
                return found
    return None


def _joined(article: Article, chain: PersonPosts, following: PersonPosts) -> bool:
    """'Đại tá A, Chỉ huy trưởng và Thượng tá B, Chính ủy Bộ CHQS tỉnh': only 'và' stands between the two."""
    return 0 <= following.start - chain.end <= 1 and article.text(chain.end, following.start) in ("", "và")


def _from_article(article: Article, post: Post, title: Title | None) -> NamedUnit | None:
    """The unit of a kind that has such a post: named last before it in the sentence, else the one named most."""
    if title is None or title.passing:
        return None
    if not title.heads:
        return article.command if title.role is PostRole.STAFF else None
    return _beside(article, post, title) or _before(article, post, title) or article.main_unit(title.heads)


def _before(article: Article, post: Post, title: Title) -> NamedUnit | None:
    """The unit named last before the post in its sentence that has such posts, and none that somebody has left."""
    spans = article.units.between(article.sentence(post.start).start, post.start)
    at = ((span.start, span.end) for span in reversed(spans))
    units = (article.unit_names.at(span) for span in at if span not in article.left)
    return next((u for u in units if u and u.type and not u.vague and _fits(title, u)), None)


def _beside(article: Article, post: Post, title: Title) -> NamedUnit | None:
    """'A, Lữ đoàn trưởng; B, Chính ủy': the unit of the bare post of one kind of unit in the same sentence."""
    for other in article.held_in(article.sentence(post.start)):
        known = article.gazetteer.title(other.key)
        if other.unit or other.status is Status.FORMER or not known or not _commands(known):
            continue
        if not set(known.heads) < set(title.heads):
            continue
        found = _from_article(article, other, known)
        if found and _fits(title, found):
            return found
    return None


def _fits(title: Title | None, unit: NamedUnit) -> bool:
    return title is None or not title.heads or not unit.type or unit.type in title.heads
