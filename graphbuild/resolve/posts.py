"""What articles say of posts, put together before anybody asks who held which when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Entity, Relation
from .articles import Article
from .edges import Saying
from .handovers import NO_TURNS, Turns, find_turns
from .sole_posts import SolePosts

if TYPE_CHECKING:
    from ..resources import Gazetteer

Post = tuple[str, str]
"""A unit's id, and a title as `SolePosts.post` gives it."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Every claim of a post. Of all this only the sayings' `source` depends on who is one person.

    Attributes
    ----------
    said: the claims. titles: title -> what its spellings have in common.
    turns: what articles say of beginnings and ends. sole: posts of which their unit has one at a time.
    """

    said: tuple[Saying, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    turns: Turns = NO_TURNS
    sole: frozenset[Post] = frozenset()

    def post(self, one: Saying) -> Post:
        """The post that this claim is about."""
        return one.target, self.titles[one.title]


def find_posts(
    articles: Iterable[Article], said: Iterable[Saying], entities: Mapping[str, Entity], gazetteer: Gazetteer
) -> Posts:
    """Gather what is said of posts. `said`: every claim that says an edge; `entities`: by id."""
    claims = tuple(one for one in said if one.relation is Relation.HOLDS)
    titles = SolePosts(gazetteer)
    sole = {
        (unit.id, titles.post(title))
        for id, title in sorted({(one.target, one.title) for one in claims})
        for unit in [entities[id]]
        if titles.is_sole(title, unit.name, str(unit.attributes["type"]))
    }
    names = {title: titles.post(title) for title in sorted({one.title for one in claims})}
    return Posts(claims, names, find_turns(articles, titles), frozenset(sole))
