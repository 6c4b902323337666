"""What articles say of posts, put together before anybody asks who held which when."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ..model import Entity
from .edges import Saying
from .handovers import NO_TURNS, Turns
from .saying_table import fields_of
from .sole_posts import SolePosts

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

    said: Sequence[Saying] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    turns: Turns = NO_TURNS
    sole: frozenset[Post] = frozenset()

    def post(self, one: Saying) -> Post:
        """The post that this claim is about."""
        return one.target, self.titles[one.title]

    def shared(self) -> frozenset[Post]:
        """Those of `sole` that several persons are said to have had."""
        first: dict[Post, str] = {}
        return frozenset(
            post
            for person, unit, title in fields_of(self.said, "source", "target", "title")
            if (post := (unit, self.titles[title])) in self.sole and first.setdefault(post, person) != person
        )

    def said_of(self, posts: Set[Post]) -> Iterator[list[Saying]]:
        """What is said of each of these posts, one post after the other."""
        rows: defaultdict[Post, array[int]] = defaultdict(lambda: array("l"))
        for n, (unit, title) in enumerate(fields_of(self.said, "target", "title")):
            if (post := (unit, self.titles[title])) in posts:
                rows[post].append(n)
        for numbers in rows.values():
            yield [self.said[n] for n in numbers]


def find_posts(said: Sequence[Saying], turns: Turns, entities: Mapping[str, Entity], titles: SolePosts) -> Posts:
    """Put together what is said of posts; `entities`: by id."""
    posts = set(fields_of(said, "target", "title"))
    sole = {
        (unit.id, titles.post(title))
        for id, title in posts
        for unit in [entities[id]]
        if titles.is_sole(title, unit.name, str(unit.attributes["type"]))
    }
    names = {title: titles.post(title) for title in sorted({title for _, title in posts})}
    return Posts(said, names, turns, frozenset(sole))
