"""Judgements about pairs, as a list of records sees them: which must go together and which must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import EntityKind
from .articles import Key
from .judgements import Answer, Judgements, PairJudgement

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ties:
    """What was judged of the records 0 .. n-1, with all that follows: A is B and B is not C, so A is not C.

    Attributes
    ----------
    together: records that are one thing, a group each, at least two in a group.
    apart: pairs that are not, smaller record first; one pair for two groups is enough, for joins go by groups.
    """

    together: tuple[tuple[int, ...], ...] = ()
    apart: tuple[Pair, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.together or self.apart)


class JudgedPairs:
    """What was judged of the records of one kind; made once, asked for any list of records.

    >>> JudgedPairs(Judgements(), EntityKind.PERSON).ties([("a.txt", "Lò Văn Thắm")])
    Ties(together=(), apart=())
    """

    def __init__(self, judgements: Judgements, kind: EntityKind) -> None:
        same = judgements.of_kind(kind, Answer.SAME)
        self._above = classes((*one.a.records, *one.b.records) for one in same)
        self._different = self._links(judgements.of_kind(kind, Answer.DIFFERENT))
        self._unsure = self._links(judgements.of_kind(kind, Answer.UNSURE))

    def ties(self, keys: Sequence[Key]) -> Ties:
        """What was judged of the records `keys`; records that are not among them still link those that are."""
        if not self._above and not self._different:
            return Ties()
        members: defaultdict[Key, list[int]] = defaultdict(list)
        for n, key in enumerate(keys):
            members[self._class(key)].append(n)
        apart = {
            (members[a][0], members[b][0])
            for a in list(members)
            for b in self._different.get(a, ())
            if b in members and members[a][0] < members[b][0]
        }
        together = (tuple(group) for group in members.values() if len(group) > 1)
        return Ties(tuple(sorted(together)), tuple(sorted(apart)))

    def settled(self, a: Iterable[Key], b: Iterable[Key]) -> bool:
        """True if judgements say, or imply, whether the things of records `a` and `b` are one, or that it is unsure."""
        ours, others = set(map(self._class, a)), set(map(self._class, b))
        if not ours.isdisjoint(others):
            return True
        return any(
            not links[one].isdisjoint(others)
            for links in (self._different, self._unsure)
            for one in ours & links.keys()
        )

    def _links(self, judged: Iterable[PairJudgement]) -> dict[Key, set[Key]]:
        links: defaultdict[Key, set[Key]] = defaultdict(set)
        for one in judged:
            for a in map(self._class, one.a.records):
                for b in map(self._class, one.b.records):
                    links[a].add(b)
                    links[b].add(a)
        return dict(links)

    def _class(self, key: Key) -> Key:
        return self._above.get(key, key)


def classes(groups: Iterable[Iterable[Key]]) -> Mapping[Key, Key]:
    """Every key that a group names -> the smallest key that chains of groups link it with."""
    above: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while above.setdefault(key, key) != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for group in groups:
        first, *others = group
        root(first)
        for other in others:
            low, high = sorted((root(first), root(other)))
            above[high] = low
    return {key: root(key) for key in list(above)}
