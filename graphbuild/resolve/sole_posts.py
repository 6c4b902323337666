"""Which titles are one post, and which posts a unit has one of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import PostRole
from ..text import compare_key

if TYPE_CHECKING:
    from ..resources import Gazetteer

ONE = frozenset({PostRole.COMMANDER, PostRole.HEAD, PostRole.POLITICAL})
"""Kinds of post that one person holds at a time; the gazetteer's `sole_posts` lists the others."""


class SolePosts:
    """Reads titles with the gazetteer; every title and post is read once.

    >>> from graphbuild.resources import load_gazetteer
    >>> posts = SolePosts(load_gazetteer())
    >>> posts.is_sole("Tư lệnh", "Quân khu 6", ""), posts.is_sole("Phó Tư lệnh", "Quân khu 6", "")
    (True, False)
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._posts: dict[str, str] = {}
        self._sole: dict[tuple[str, str, str], bool] = {}

    def post(self, title: str) -> str:
        """What two spellings of one title have in common: the gazetteer's name of it, else the words as compared."""
        if title not in self._posts:
            known = self._gazetteer.title(title)
            self._posts[title] = known.name if known else compare_key(title)
        return self._posts[title]

    def is_sole(self, title: str, unit: str, type: str) -> bool:
        """True if a unit of this name and kind has one such post: it is the title of those who head such units."""
        post = title, unit, type
        if post not in self._sole:
            self._sole[post] = self._has_one(*post)
        return self._sole[post]

    def _has_one(self, title: str, unit: str, type: str) -> bool:
        known = self._gazetteer.title(title)
        if known is None or known.passing or (known.role not in ONE and known.name not in self._gazetteer.sole_posts):
            return False
        kind = self._gazetteer.unit_type(type) or self._gazetteer.kind_of(unit)
        return kind is not None and kind.key in known.heads
