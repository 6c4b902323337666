"""Posts of officers: one title a post, and when two posts count as the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model import MentionKind
from .fact import Fact, Name
from .measure import load_measure
from .names import Aliases, norm, same_unit
from .records import Person

BETWEEN_TITLES = re.compile(r",| kiêm ")
"""What parts the titles of one man: 'Phó Tư lệnh, Tham mưu trưởng', 'Bí thư kiêm Chính ủy'."""

STATUS = re.compile(rf"^({'|'.join(load_measure().status_words)})\s+", re.IGNORECASE)
"""A word for the status before a title: 'nguyên ' of 'nguyên Tư lệnh'."""


@dataclass(frozen=True, slots=True)
class Post:
    """`person` and `title` in their normal form; `name` and `words` are the same as the article has them."""

    person: str
    title: str
    unit: str | None
    name: str = field(compare=False)
    words: str = field(compare=False)
    status: str | None = field(compare=False)

    @property
    def whole(self) -> str:
        """Title and unit in one: 'bí thư đảng ủy đoàn 969', wherever the title ends."""
        return f"{self.title} {norm(self.unit)}".strip()

    def fact(self, with_status: bool = False) -> Fact:
        """The post as a fact, its value the title."""
        unit = Name(MentionKind.UNIT, self.unit) if self.unit else None
        return Fact(Name(MentionKind.PERSON, self.name), unit, self.words, (self.status or "") if with_status else "")


def posts(persons: Iterable[Person]) -> list[Post]:
    """Return every post once, in an order that does not depend on that of the article."""
    return sorted(dict.fromkeys(_posts(persons)), key=lambda post: str((post.person, post.title, post.unit)))


def _posts(persons: Iterable[Person]) -> Iterator[Post]:
    for person in persons:
        for position in person.positions:
            for title in map(str.strip, BETWEEN_TITLES.split(position.title or "")):
                if title:
                    plain = norm(STATUS.sub("", title))
                    yield Post(norm(person.name), plain, position.unit, person.name, title, position.status)


def same_post(one: Post, other: Post, aliases: Aliases) -> bool:
    """True for one person with the same title in the same unit; 'Bí thư Đảng ủy' of X is 'Bí thư' of 'Đảng ủy X'."""
    if one.person != other.person:
        return False
    if one.title == other.title:
        return same_unit(one.unit, other.unit, aliases) or not (one.unit or other.unit)
    if one.whole == other.whole:
        return True
    long, short = (one, other) if len(one.title) >= len(other.title) else (other, one)
    if not long.title.startswith(short.title + " "):
        return False
    body = long.title[len(short.title) + 1 :]
    return same_unit(f"{body} {long.unit or ''}", short.unit, aliases)
