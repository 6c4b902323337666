"""Which unit records of many articles are one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import EntityKind
from .articles import Article, Key, UnitRecord
from .clusters import Clusters
from .hierarchy import Hierarchy
from .judgements import Judgements
from .record_numbers import RecordNumbers
from .ties import JudgedPairs
from .unit_names import Reading, UnitNames


@dataclass(frozen=True, slots=True)
class Units:
    """Resolved units.

    Attributes
    ----------
    groups: the records of each unit, both in the order of their keys. of: record -> number of its group.
    inside: the group of the parent, for units that only their parent tells apart ('Phòng Chính trị'), if known.
    hierarchy: who stands above whom, by label. labels: number of group -> label.
    """

    groups: tuple[tuple[UnitRecord, ...], ...]
    of: Mapping[Key, int]
    inside: Mapping[int, int]
    labels: tuple[str, ...]
    hierarchy: Hierarchy

    def label(self, key: Key) -> str:
        """The label of a record's unit."""
        return self.labels[self.of[key]]


@dataclass(frozen=True, slots=True)
class _Identity:
    """What a cluster of names stands for: known units, and the numbers its names carry by kind of unit."""

    known: frozenset[str]
    numbers: frozenset[tuple[str, frozenset[str]]]

    def clashes(self, other: _Identity) -> bool:
        """Two known units are two; so are two names of one kind of which each has a number that the other lacks."""
        if self.known and other.known and self.known != other.known:
            return True
        return any(a[0] == b[0] and a[1] - b[1] and b[1] - a[1] for a in self.numbers for b in other.numbers)

    def joined(self, other: _Identity) -> _Identity:
        return _Identity(self.known | other.known, self.numbers | other.numbers)


def resolve_units(articles: Sequence[Article], names: UnitNames, judgements: Judgements) -> Units:
    """Join unit records by names that tell a unit apart by themselves, the others inside their parent."""
    records = [record for article in articles for record in article.units]
    number = {record.key: n for n, record in enumerate(records)}
    judged = JudgedPairs(judgements, EntityKind.UNIT).ties([record.key for record in records])
    clusters = Clusters([_identity(record, names) for record in records], judged)
    by_name = _join_by_name(records, clusters, names)
    parents = _join_inside_parents(articles, number, clusters, names, by_name)
    return _collect(records, clusters, parents, names)


def _identity(record: UnitRecord, names: UnitNames) -> _Identity:
    read = names.read(record.key[1])
    numbers = {(read.type.key, read.numbers)} if read.type and read.numbers and read.alone else set()
    known = known_form(record, names)
    return _once(_Identity(frozenset({known.key} if known else ()), frozenset(numbers)))


@lru_cache(maxsize=1 << 12)
def _once(identity: _Identity) -> _Identity:
    """What many articles say of units in the same words, as the one and same object."""
    return identity


def known_form(record: UnitRecord, names: UnitNames) -> Reading | None:
    """What the gazetteer knows of the record: by its name, else by its aliases if they agree."""
    by_name = names.read(record.key[1])
    if by_name.known:
        return by_name
    by_alias = {read.key: read for alias in record.aliases if (read := names.read(alias)).known}
    return next(iter(by_alias.values())) if len(by_alias) == 1 else None


def _join_by_name(records: Sequence[UnitRecord], clusters: Clusters[_Identity], names: UnitNames) -> dict[str, int]:
    """Same name first, then names that an article gives as an alias. Returns key of a name -> a record of the unit."""
    first: dict[str, int] = {}
    for n, record in enumerate(records):
        read = names.read(record.key[1])
        if read.alone:
            clusters.join(first.setdefault(read.key, n), n)
    for n, record in enumerate(records):
        for alias in record.aliases:
            read = names.read(alias)
            if read.alone:
                clusters.join(first.setdefault(read.key, n), n)
    return first


def _is_relative(record: UnitRecord, names: UnitNames) -> bool:
    return not any(names.read(form).alone for form in record.forms)


class _Parts:
    """Parts of units on their way into clusters: one unit for each name within each parent."""

    def __init__(self, clusters: Clusters[_Identity]) -> None:
        self._clusters = clusters
        self._placed: dict[tuple[str, int], int] = {}
        self.parent_of: dict[int, int] = {}

    def place(self, part: str, parent: int, n: int) -> None:
        """Join record `n`, the `part` of the unit of record `parent`, with the same part from other articles."""
        self.parent_of[n] = parent
        self._clusters.join(self._placed.setdefault((part, self._clusters.root(parent)), n), n)

    def settle(self) -> None:
        """Look parents up by what they have been joined to since."""
        self._placed = {(part, self._clusters.root(above)): n for (part, above), n in self._placed.items()}

    def hosts(self, part: str, units: Iterable[int]) -> list[int]:
        """Those of the units of these records that are known to have such a part."""
        return [root for root in sorted(map(self._clusters.root, units)) if (part, root) in self._placed]


def _join_inside_parents(
    articles: Sequence[Article],
    number: Mapping[Key, int],
    clusters: Clusters[_Identity],
    names: UnitNames,
    by_name: Mapping[str, int],
) -> dict[int, int]:
    """Join names that only their parent tells apart; a parent may be such a name itself, so go on until all is done.

    'Đảng ủy Quân khu 6' joins the 'Đảng ủy' whose parent is Quân khu 6. A name whose parent the article does not
    give joins only where the article names exactly one unit that has such a part; else it stays alone, for nobody
    knows which it is. Returns record -> a record of its parent.
    """
    parts = _Parts(clusters)
    records = {record.key: record for article in articles for record in article.units}
    for key, n in number.items():
        read = names.read(key[1])
        if read.alone and read.type and read.type.scope == "parent" and read.within in by_name:
            parts.place(read.part, by_name[read.within], n)
    pending = [record for record in records.values() if _is_relative(record, names)]
    while True:
        waiting = {record.key for record in pending}
        ready = [(r, records[p]) for r in pending if (p := _settled_parent(r, waiting)) is not None]
        if not ready:
            break
        parts.settle()
        for record, parent in ready:
            parts.place(_part_of(record, parent, names), number[parent.key], number[record.key])
        pending = [record for record in pending if number[record.key] not in parts.parent_of]
    parts.settle()
    named = {article.document: {clusters.root(number[r.key]) for r in article.units} for article in articles}
    for record in pending:
        part = names.read(record.key[1]).key
        hosts = parts.hosts(part, named[record.key[0]])
        if len(hosts) == 1:
            parts.place(part, hosts[0], number[record.key])
    return parts.parent_of


def _part_of(record: UnitRecord, parent: UnitRecord, names: UnitNames) -> str:
    """The record's name without the parent's: 'Đảng ủy Quân khu' -> 'đảng ủy' where 'Quân khu' is the parent."""
    read = names.read(record.key[1])
    return read.part if read.tail in {names.expanded(form) for form in parent.forms} else read.key


def _settled_parent(record: UnitRecord, waiting: set[Key]) -> Key | None:
    return next((parent for parent in record.parents if parent not in waiting), None)


def _collect(
    records: Sequence[UnitRecord],
    clusters: Clusters[_Identity],
    parent_of: Mapping[int, int],
    names: UnitNames,
) -> Units:
    roots = clusters.roots()
    place = {root: n for n, root in enumerate(roots)}
    of = RecordNumbers((record.key, place[clusters.root(n)]) for n, record in enumerate(records))
    groups: list[list[UnitRecord]] = [[] for _ in roots]
    for n, record in enumerate(records):
        groups[place[clusters.root(n)]].append(record)
    labels = _labels([clusters.facts(root) for root in roots])
    inside = {place[clusters.root(n)]: place[clusters.root(above)] for n, above in sorted(parent_of.items())}
    hierarchy = _hierarchy(groups, of, inside, labels, names)
    return Units(tuple(tuple(group) for group in groups), of, inside, labels, hierarchy)


def _labels(identities: Sequence[_Identity]) -> tuple[str, ...]:
    """The key of the known unit, else a number; also where another unit that was judged different has that key."""
    labels: dict[str, None] = {}
    for n, identity in enumerate(identities):
        known = min(identity.known, default="")
        labels[known if known and known not in labels else f"#{n}"] = None
    return tuple(labels)


def _hierarchy(
    groups: Sequence[Sequence[UnitRecord]],
    of: Mapping[Key, int],
    inside: Mapping[int, int],
    labels: Sequence[str],
    names: UnitNames,
) -> Hierarchy:
    parents: defaultdict[str, set[str]] = defaultdict(set)
    levels: dict[str, int] = {}
    by_key = {names.read(r.key[1]).key: labels[n] for n, group in enumerate(groups) for r in group}
    for n, group in enumerate(groups):
        if n in inside:
            parents[labels[n]].add(labels[inside[n]])
        for record in group:
            read = names.read(record.key[1])
            parents[labels[n]].update(labels[of[parent]] for parent in record.parents)
            if read.within in by_key:
                parents[labels[n]].add(by_key[read.within])
            if read.type:
                levels[labels[n]] = max(read.type.level, levels.get(labels[n], 0))
            known = known_form(record, names)
            for below, above in names.known_line(known.known) if known and known.known else ():
                parents[below.key].add(above.key)
                levels.setdefault(above.key, above.type.level if above.type else 0)
    return Hierarchy({unit: frozenset(above - {unit}) for unit, above in parents.items()}, levels)
