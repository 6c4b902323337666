"""Which place records of many articles are one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import EntityKind
from ..text import compare_key
from .articles import Article, Key, PlaceRecord
from .clusters import Clusters
from .judgements import Judgements
from .record_numbers import RecordNumbers
from .ties import JudgedPairs

if TYPE_CHECKING:
    from ..resources import Gazetteer


@dataclass(frozen=True, slots=True)
class Places:
    """Resolved places: the records of each, record -> number of its group, and each group's type."""

    groups: tuple[tuple[PlaceRecord, ...], ...]
    of: Mapping[Key, int]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _NoFacts:
    """Nothing that articles say of places of one name forbids to join them."""

    def clashes(self, other: _NoFacts) -> bool:
        return False

    def joined(self, other: _NoFacts) -> _NoFacts:
        return self


def resolve_places(articles: Sequence[Article], gazetteer: Gazetteer, judgements: Judgements) -> Places:
    """Join places of one name. A bare name ('Sơn Khê') joins 'tỉnh Sơn Khê' where there is no choice.

    Of several kinds that bear the name, the bare one joins the one whose type it has, if that is one only.
    """
    kinds = [tuple(compare_key(form).split()) for forms in gazetteer.words.place_kinds.values() for form in forms]
    kinds.sort(key=len, reverse=True)
    records = [record for article in articles for record in article.places]
    typed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for record in records:
        kind, bare = _split(record.key[1], kinds)
        if kind:
            typed[bare].add((_name_key(kind, bare), record.type))
    records.sort(key=lambda r: r.key)
    judged = JudgedPairs(judgements, EntityKind.PLACE).ties([record.key for record in records])
    clusters = Clusters([_NoFacts()] * len(records), judged)
    first: dict[str, int] = {}
    for n, record in enumerate(records):
        kind, bare = _split(record.key[1], kinds)
        key = _name_key(kind, bare) if kind else _chosen(bare, record.type, typed[bare])
        clusters.join(first.setdefault(key, n), n)
    members: defaultdict[int, list[PlaceRecord]] = defaultdict(list)
    for n, record in enumerate(records):
        members[clusters.root(n)].append(record)
    groups = tuple(tuple(members[root]) for root in clusters.roots())
    number = {root: n for n, root in enumerate(clusters.roots())}
    of = RecordNumbers((record.key, number[clusters.root(n)]) for n, record in enumerate(records))
    return Places(groups, of, tuple(_type(group) for group in groups))


def _split(name: str, kinds: Sequence[tuple[str, ...]]) -> tuple[str, str]:
    """The kind word and the bare name, both as compared: 'tỉnh Sơn Khê' -> 'tỉnh', 'sơn khê'."""
    words = tuple(compare_key(name).split())
    for kind in kinds:
        if words[: len(kind)] == kind and len(words) > len(kind):
            return " ".join(kind), " ".join(words[len(kind) :])
    return "", " ".join(words)


def _name_key(kind: str, bare: str) -> str:
    return f"{bare} | {kind}"


def _chosen(bare: str, type: str, typed: set[tuple[str, str]]) -> str:
    every = {key for key, _ in typed}
    of_type = {key for key, kind in typed if type and kind == type}
    if len(every) == 1:
        return min(every)
    return min(of_type) if len(of_type) == 1 else bare


def _type(group: Sequence[PlaceRecord]) -> str:
    """The type that most articles give; the first by alphabet where they tie."""
    votes: defaultdict[str, int] = defaultdict(int)
    for record in group:
        if record.type:
            votes[record.type] += 1
    return min(votes, key=lambda type: (-votes[type], type), default="")
