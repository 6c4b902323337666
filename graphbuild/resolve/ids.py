"""Readable ids that stay the same when articles are added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from ..model import EntityKind
from ..text import slug
from .articles import Key


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A group of records that wants an id.

    Attributes
    ----------
    words: what a new id is made of. date: its earliest ISO date or ''. members: its records, sorted.
    """

    kind: EntityKind
    words: str
    date: str
    members: tuple[Key, ...]

    @property
    def order(self) -> tuple[bool, str, tuple[Key, ...]]:
        """Who is served first: the earliest date, then the smallest record."""
        return (not self.date, self.date, self.members)


def assigned_key(kind: EntityKind, record: Key) -> tuple[str, str]:
    """The key under which a record's id is kept: (document id, 'person:Bùi Hải Sơn')."""
    return (record[0], f"{kind}:{record[1]}")


def give_ids(groups: Sequence[Newcomer], assigned: Mapping[tuple[str, str], str]) -> list[str]:
    """One id a group, in the order of the groups.

    A group takes the id that most of its records had, the smallest where they tie, and each id goes to one group:
    to the one with most records of it. The others get 'kind/slug', or 'kind/slug-2', ... where an id is or ever
    was in use, so that an id never comes to mean something else.
    """
    ids: dict[int, str] = {}
    taken: set[str] = set()
    claims = [
        (-votes, id, group.order, n)
        for n, group in enumerate(groups)
        for id, votes in _former_ids(group, assigned).items()
    ]
    for _, id, _, n in sorted(claims):
        if n not in ids and id not in taken:
            ids[n] = id
            taken.add(id)
    used = taken | set(assigned.values())
    slugs: dict[str, Iterator[str]] = {}
    for n in sorted(range(len(groups)), key=lambda n: groups[n].order):
        if n not in ids:
            stem = f"{groups[n].kind}/{slug(groups[n].words)}"
            ids[n] = next(id for id in slugs.setdefault(stem, _numbered(stem)) if id not in used)
    return [ids[n] for n in range(len(groups))]


def _former_ids(group: Newcomer, assigned: Mapping[tuple[str, str], str]) -> Counter[str]:
    keys = (assigned_key(group.kind, record) for record in group.members)
    return Counter(assigned[key] for key in keys if key in assigned)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
