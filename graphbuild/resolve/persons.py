"""Which person records of many articles are one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ..model import EntityKind
from ..text import compare_key
from .articles import Article, PersonRecord
from .clusters import Clusters
from .judgements import Judgements
from .person_rules import Career, Profile, judge, rank_sightings
from .ties import JudgedPairs, Ties
from .units import Units

if TYPE_CHECKING:
    from ..resources import Gazetteer

ONLY = "no post given, and one person only of that name"
NAMED = "no post given, and the article names the unit of one person only of that name"
NOWHERE = "no post given anywhere"
JUDGED = "judged to be the same"


@dataclass(frozen=True, slots=True)
class PersonGroup:
    """The records of one person in the order of their keys, and why they were joined."""

    records: tuple[PersonRecord, ...]
    because: tuple[str, ...]


def resolve_persons(
    articles: Sequence[Article],
    units: Units,
    gazetteer: Gazetteer,
    judgements: Judgements,
    unjudged: Sequence[PersonGroup] | None = None,
) -> tuple[PersonGroup, ...]:
    """Join person records name by name; the order of articles changes nothing.

    Names are worked on together where one person was judged to bear both. `unjudged`: the groups of the same articles
    and units without judgements, if they are known; names that were not judged are not worked on again.
    """
    judged = JudgedPairs(judgements, EntityKind.PERSON)
    one_name = judged.one_name()
    touched = judged.names()
    by_name: defaultdict[str, list[PersonRecord]] = defaultdict(list)
    for article in articles:
        for record in article.persons:
            name = compare_key(record.key[1])
            if unjudged is not None and name not in touched:
                continue
            by_name[one_name.get(name, name)].append(record)
    named = {a.document: frozenset(units.label(record.key) for record in a.units) for a in articles}
    groups = [group for group in unjudged or () if compare_key(group.records[0].key[1]) not in touched]
    for name in sorted(by_name):
        records = sorted(by_name[name], key=lambda r: (not r.date, r.date, r.key))
        groups += _Namesakes(records, units, named, gazetteer, judged.ties([r.key for r in records])).groups()
    return tuple(groups)


class _Namesakes:
    """The records of one name, or of names that one person was judged to bear, on their way to persons.

    Without a judgement nobody joins a record of another name.
    """

    def __init__(
        self,
        records: Sequence[PersonRecord],
        units: Units,
        named: Mapping[str, frozenset[str]],
        gazetteer: Gazetteer,
        judged: Ties,
    ) -> None:
        self._records = records
        self._names = [compare_key(record.key[1]) for record in records]
        self._hierarchy = units.hierarchy
        self._named = named
        self._general = gazetteer.rank_order("Thiếu tướng") or 0
        self._profiles = [_profile(record, units, gazetteer) for record in self._records]
        self._clusters = Clusters([profile.career for profile in self._profiles], judged)
        self._because: defaultdict[int, set[str]] = defaultdict(set)
        self._because.update((group[0], {JUDGED}) for group in judged.together)

    def groups(self) -> list[PersonGroup]:
        posted = [n for n, profile in enumerate(self._profiles) if profile.units]
        self._join_same_posts(posted)
        self._join_related(posted)
        self._place_unposted([n for n, profile in enumerate(self._profiles) if not profile.units], posted)
        return self._collected()

    def _join_same_posts(self, posted: Iterable[int]) -> None:
        """Records with exactly the same units first, so that what follows compares few of them."""
        by_units: defaultdict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
        for n in posted:
            alike = by_units[self._names[n], self._profiles[n].units]
            self._join_first(n, alike, "posts in the same unit")
            alike.append(n)

    def _join_related(self, posted: Iterable[int]) -> None:
        atoms: dict[int, Profile] = {}
        names: defaultdict[int, set[str]] = defaultdict(set)
        for n in posted:
            root, profile = self._clusters.root(n), self._profiles[n]
            atoms[root] = atoms[root].joined(profile) if root in atoms else profile
            names[root].add(self._names[n])
        pairs = []
        for a, b in combinations(sorted(atoms), 2):
            if names[a].isdisjoint(names[b]):
                continue
            verdict = judge(atoms[a], atoms[b], self._hierarchy, self._general)
            if verdict.strength:
                pairs.append((-verdict.strength, a, b, verdict.because))
        for _, a, b, because in sorted(pairs):
            self._join(a, b, because)

    def _place_unposted(self, unposted: Sequence[int], posted: Iterable[int]) -> None:
        """A record without a post joins where there is no choice; candidates are what posts alone have made."""
        persons: defaultdict[int, set[str]] = defaultdict(set)
        named: defaultdict[str, set[int]] = defaultdict(set)
        for n in posted:
            root = self._clusters.root(n)
            persons[root] |= self._profiles[n].units
            named[self._names[n]].add(root)
        careers = {root: self._clusters.facts(root) for root in persons}
        loose: defaultdict[str, list[int]] = defaultdict(list)
        settled = set(persons)
        for n in unposted:
            if self._clusters.root(n) in settled:
                continue
            career, name = self._profiles[n].career, self._names[n]
            possible = (root for root in sorted(named[name]) if not self._clusters.parted(root, n))
            fitting = [root for root in possible if not careers[root].clashes(career)]
            here = self._named[self._records[n].key[0]]
            near = [root for root in fitting if persons[root] & here]
            if len(fitting) == 1:
                self._join(fitting[0], n, ONLY)
            elif len(near) == 1:
                self._join(near[0], n, NAMED)
            elif not fitting and self._profiles[n].syllables > 1:
                self._join_first(n, loose[name], NOWHERE)
                loose[name].append(n)
            if len(fitting) == 1 or len(near) == 1:
                settled.add(self._clusters.root(n))

    def _join_first(self, n: int, earlier: Iterable[int], because: str) -> None:
        for other in dict.fromkeys(self._clusters.root(e) for e in earlier):
            if self._join(other, n, because):
                return

    def _join(self, a: int, b: int, because: str) -> bool:
        joined = self._clusters.join(a, b)
        if joined:
            self._because[a].add(because)
        return joined

    def _collected(self) -> list[PersonGroup]:
        members: defaultdict[int, list[PersonRecord]] = defaultdict(list)
        reasons: defaultdict[int, set[str]] = defaultdict(set)
        for n, record in enumerate(self._records):
            members[self._clusters.root(n)].append(record)
            reasons[self._clusters.root(n)] |= self._because[n]
        return [
            PersonGroup(tuple(sorted(group, key=lambda r: r.key)), tuple(sorted(reasons[root])))
            for root, group in members.items()
        ]


def _profile(record: PersonRecord, units: Units, gazetteer: Gazetteer) -> Profile:
    document = record.key[0]
    orders = [(order, day) for rank, day in record.ranks if (order := gazetteer.rank_order(rank)) is not None]
    return Profile(
        len(compare_key(record.key[1]).split()),
        rank_sightings(orders) if orders else Career(),
        frozenset(units.label((document, post.unit)) for post in record.posts),
        frozenset((post.date, units.label((document, post.unit))) for post in record.posts if post.held and post.date),
        max((order for order, _ in orders), default=0),
    )
