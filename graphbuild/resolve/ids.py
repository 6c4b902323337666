"""Readable ids that stay the same when articles are added."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
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
    return (record[0], sys.intern(f"{kind}:{record[1]}"))


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Which ids records have and had; both with keys as `assigned_key` makes them.

    Attributes
    ----------
    assigned: the id of a record's entity, also of records that are not there now.
    former: other ids that the record's entity had, oldest first.
    others: ids that are or were in use, of records that are in neither.
    """

    assigned: Mapping[Key, str]
    former: Mapping[Key, tuple[str, ...]]
    others: Set[str] = frozenset()


def give_ids(groups: Sequence[Newcomer], known: KnownIds) -> list[str]:
    """One id a group, in the order of the groups.

    A group takes the id that most of its records have, the smallest where they tie, and each id goes to one group:
    to the one with most records of it. A group that gets none takes back an id that its records had and nobody has
    now. The others get 'kind/slug', or 'kind/slug-2', ... where an id is or ever was in use, so that an id never
    comes to mean something else.
    """
    ids: dict[int, str] = {}
    held = set(known.assigned.values())
    if known.assigned:
        _share_out(groups, ids, lambda key: [known.assigned[key]] if key in known.assigned else [])
    if known.former:
        _share_out(groups, ids, lambda key: [id for id in known.former.get(key, ()) if id not in held])
    used = held.union(ids.values(), known.others, *known.former.values())
    slugs: dict[str, Iterator[str]] = {}
    for n in sorted(range(len(groups)), key=lambda n: groups[n].order):
        if n not in ids:
            stem = id_stem(groups[n].kind, groups[n].words)
            ids[n] = next(id for id in slugs.setdefault(stem, _numbered(stem)) if id not in used)
    return [ids[n] for n in range(len(groups))]


def _share_out(groups: Sequence[Newcomer], ids: dict[int, str], wanted: Callable[[Key], list[str]]) -> None:
    """Give ids to groups that have none yet, by how many of their records want them."""
    taken = set(ids.values())
    claims = [
        (-votes, id, group.order, n)
        for n, group in enumerate(groups)
        if n not in ids
        for id, votes in Counter(id for r in group.members for id in wanted(assigned_key(group.kind, r))).items()
    ]
    for _, id, _, n in sorted(claims):
        if n not in ids and id not in taken:
            ids[n] = id
            taken.add(id)


def id_stem(kind: EntityKind, words: str) -> str:
    """What new ids of this name begin with; a number may follow.

    >>> id_stem(EntityKind.PERSON, "Bùi Hải Sơn")
    'person/bui-hai-son'
    """
    return f"{kind}/{slug(words)}"


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
