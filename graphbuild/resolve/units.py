"""Which unit records of many articles are one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
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
        if self is other and len(self.numbers) < 2:
            return False
        if self.known and other.known and self.known != other.known:
            return True
        return any(a[0] == b[0] and a[1] - b[1] and b[1] - a[1] for a in self.numbers for b in other.numbers)

    def joined(self, other: _Identity) -> _Identity:
        if other.known <= self.known and other.numbers <= self.numbers:
            return self
        return _Identity(self.known | other.known, self.numbers | other.numbers)


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """What the name and the aliases of a record say: one object for all records that have the same.

    Attributes
    ----------
    read: the name. by_alias: the keys of aliases that tell a unit apart by themselves. known: see `known_form`.
    relative: neither the name nor an alias tells the unit apart by itself.
    """

    read: Reading
    by_alias: tuple[str, ...]
    known: Reading | None
    relative: bool
    identity: _Identity


class _Looks:
    """Looks at records; at a name and its aliases once."""

    def __init__(self, names: UnitNames) -> None:
        self._names = names
        self._known: dict[tuple[str, tuple[str, ...]], _Look] = {}

    def at(self, record: UnitRecord) -> _Look:
        """What the record's name and aliases say."""
        words = record.key[1], record.aliases
        return self._known.get(words) or self._known.setdefault(words, self._look(record))

    def _look(self, record: UnitRecord) -> _Look:
        read = self._names.read(record.key[1])
        aliases = [self._names.read(alias) for alias in record.aliases]
        numbers = {(read.type.key, read.numbers)} if read.type and read.numbers and read.alone else set()
        known = known_form(record, self._names)
        return _Look(
            read,
            tuple(alias.key for alias in aliases if alias.alone),
            known,
            not read.alone and not any(alias.alone for alias in aliases),
            _once(_Identity(frozenset({known.key} if known else ()), frozenset(numbers))),
        )


@lru_cache(maxsize=1 << 12)
def _once(identity: _Identity) -> _Identity:
    """What many articles say of units in the same words, as the one and same object."""
    return identity


def resolve_units(articles: Sequence[Article], names: UnitNames, judgements: Judgements) -> Units:
    """Join unit records by names that tell a unit apart by themselves, the others inside their parent."""
    records = [record for article in articles for record in article.units]
    looks = _Looks(names)
    seen = [looks.at(record) for record in records]
    number = RecordNumbers.counted((one.document, [record.key[1] for record in one.units]) for one in articles)
    judged = JudgedPairs(judgements, EntityKind.UNIT).ties([record.key for record in records] if judgements else ())
    clusters = Clusters([look.identity for look in seen], judged)
    by_name = _join_by_name(seen, clusters)
    parents = _Insides(articles, records, seen, number, clusters, names).join(by_name)
    return _collect(records, looks, number, clusters, parents, names)


def known_form(record: UnitRecord, names: UnitNames) -> Reading | None:
    """What the gazetteer knows of the record: by its name, else by its aliases if they agree."""
    by_name = names.read(record.key[1])
    if by_name.known:
        return by_name
    by_alias = {read.key: read for alias in record.aliases if (read := names.read(alias)).known}
    return next(iter(by_alias.values())) if len(by_alias) == 1 else None


def _join_by_name(seen: Sequence[_Look], clusters: Clusters[_Identity]) -> dict[str, int]:
    """Same name first, then names that an article gives as an alias. Returns key of a name -> a record of the unit."""
    first: dict[str, int] = {}
    for n, look in enumerate(seen):
        if look.read.alone:
            clusters.join(first.setdefault(look.read.key, n), n)
    for n, look in enumerate(seen):
        for key in look.by_alias:
            clusters.join(first.setdefault(key, n), n)
    return first


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


@dataclass(frozen=True, slots=True)
class _Insides:
    """Joins names that only their parent tells apart; all lists are in the order of the records."""

    articles: Sequence[Article]
    records: Sequence[UnitRecord]
    seen: Sequence[_Look]
    number: Mapping[Key, int]
    clusters: Clusters[_Identity]
    names: UnitNames

    def join(self, by_name: Mapping[str, int]) -> dict[int, int]:
        """Join them; a parent may be such a name itself, so go on until all is done.

        'Đảng ủy Quân khu 6' joins the 'Đảng ủy' whose parent is Quân khu 6. A name whose parent the article does not
        give joins only where the article names exactly one unit that has such a part; else it stays alone, for nobody
        knows which it is. Returns record -> a record of its parent.
        """
        parts = _Parts(self.clusters)
        for n, look in enumerate(self.seen):
            read = look.read
            if read.alone and read.type and read.type.scope == "parent" and read.within in by_name:
                parts.place(read.part, by_name[read.within], n)
        pending = {
            n: [self.number[parent] for parent in self.records[n].parents]
            for n, look in enumerate(self.seen)
            if look.relative
        }
        while True:
            settled = ((n, next((one for one in above if one not in pending), None)) for n, above in pending.items())
            ready = [(n, parent) for n, parent in settled if parent is not None]
            if not ready:
                break
            parts.settle()
            for n, parent in ready:
                parts.place(self._part_of(n, parent), parent, n)
                del pending[n]
        parts.settle()
        named = self._named({self.records[n].key[0] for n in pending})
        for n in pending:
            part = self.seen[n].read.key
            hosts = parts.hosts(part, named[self.records[n].key[0]])
            if len(hosts) == 1:
                parts.place(part, hosts[0], n)
        return parts.parent_of

    def _part_of(self, n: int, parent: int) -> str:
        """The record's name without the parent's: 'Đảng ủy Quân khu' -> 'đảng ủy' where 'Quân khu' is the parent."""
        read = self.seen[n].read
        forms = self.records[parent].forms
        return read.part if read.tail in {self.names.expanded(form) for form in forms} else read.key

    def _named(self, documents: Set[str]) -> Mapping[str, Set[int]]:
        """What these articles name, each unit by its cluster."""
        named: dict[str, Set[int]] = {}
        start = 0
        for article in self.articles:
            end = start + len(article.units)
            if article.document in documents:
                named[article.document] = set(map(self.clusters.root, range(start, end)))
            start = end
        return named


def _collect(
    records: Sequence[UnitRecord],
    looks: _Looks,
    number: RecordNumbers,
    clusters: Clusters[_Identity],
    parent_of: Mapping[int, int],
    names: UnitNames,
) -> Units:
    roots = clusters.roots()
    places = clusters.numbers()
    of = number.renumbered(places)
    groups: list[list[UnitRecord]] = [[] for _ in roots]
    for place, record in zip(places, records, strict=True):
        groups[place].append(record)
    labels = _labels([clusters.facts(root) for root in roots])
    inside = {places[n]: places[above] for n, above in sorted(parent_of.items())}
    hierarchy = _hierarchy(groups, looks, of, inside, labels, names)
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
    looks: _Looks,
    of: Mapping[Key, int],
    inside: Mapping[int, int],
    labels: Sequence[str],
    names: UnitNames,
) -> Hierarchy:
    parents: defaultdict[str, set[str]] = defaultdict(set)
    levels: dict[str, int] = {}
    seen = [tuple(dict.fromkeys(map(looks.at, group))) for group in groups]
    by_key = {look.read.key: labels[n] for n, some in enumerate(seen) for look in some}
    for n, (group, some) in enumerate(zip(groups, seen, strict=True)):
        right_above = parents[labels[n]]
        if n in inside:
            right_above.add(labels[inside[n]])
        for record in group:
            if record.parents:
                right_above.update(labels[of[parent]] for parent in record.parents)
        for look in some:
            if look.read.within in by_key:
                right_above.add(by_key[look.read.within])
            if look.read.type:
                levels[labels[n]] = max(look.read.type.level, levels.get(labels[n], 0))
            for below, above in names.known_line(look.known.known) if look.known and look.known.known else ():
                parents[below.key].add(above.key)
                levels.setdefault(above.key, above.type.level if above.type else 0)
    return Hierarchy({unit: frozenset(above - {unit}) for unit, above in parents.items()}, levels)
