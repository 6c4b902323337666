"""Units that may be one and were not joined: names nearly alike, and parts of which nobody says whose they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING

from ..text import compare_key
from .alike_units import SHORTER, Form, Pair, Telling, alike, form
from .articles import Article, UnitRecord
from .doubt_weights import load_doubt_weights
from .doubts import PairInDoubt
from .score import Score, add_up
from .unit_names import UnitNames
from .units import Units

if TYPE_CHECKING:
    from ..resources import Gazetteer

PART = "a name that only the unit above tells apart"

MANY = 5
"""A part that so many units have, and that may be any of theirs, is nobody's question."""

SEVERAL = 2
"""Articles that name a unit: from so many on a spelling is hardly a slip."""

GREAT = 50
"""Articles that name a great unit."""

HAMLET = "hamlet"


def unit_doubts(
    articles: Sequence[Article], units: Units, titles: Sequence[str], names: UnitNames, gazetteer: Gazetteer
) -> tuple[PairInDoubt, ...]:
    """Pairs of units that may be one, in the order of their records.

    Parameters
    ----------
    titles: the units' names. names: as `units` were made with.
    """
    known = _Known(articles, units, titles, names, _listed_places(gazetteer))
    pairs = alike(known.forms(), _telling(gazetteer))
    longer = Counter(short for pair, how in pairs.items() if how == SHORTER for short in pair)
    found: dict[Pair, Score] = {}
    for pair, how in pairs.items():
        choices = max(longer[n] for n in pair) if how == SHORTER else 1
        if score := known.compared(pair, how, choices):
            found[pair] = score
    for part, hosts in known.homeless():
        for host in hosts:
            found[min(part, host), max(part, host)] = known.housed(part, host, len(hosts))
    least = load_doubt_weights().least
    return tuple(
        PairInDoubt(units.groups[a][0].key, units.groups[b][0].key, score.likelihood, score.reasons())
        for (a, b), score in sorted(found.items())
        if score.likelihood >= least
    )


def _listed_places(gazetteer: Gazetteer) -> frozenset[str]:
    """'huyện châu thành a', as compared."""
    districts = (f"{district.kind} {name}" for district in gazetteer.districts for name in district.names)
    provinces = (f"{province.kind} {province.name}" for province in gazetteer.provinces)
    return frozenset(map(compare_key, (*districts, *provinces)))


def _telling(gazetteer: Gazetteer) -> Telling:
    words = gazetteer.words
    places = (form for kind, forms in words.place_kinds.items() if kind != HAMLET for form in forms)
    return Telling(*(frozenset(map(gazetteer.expand, forms)) for forms in (places, (*words.arms, *words.topics))))


class _Known:
    """What articles say of units, asked by the numbers of two of them."""

    def __init__(
        self,
        articles: Sequence[Article],
        units: Units,
        titles: Sequence[str],
        names: UnitNames,
        places: Collection[str],
    ) -> None:
        self._articles, self._units, self._titles, self._names = articles, units, titles, names
        self._places = places
        self._bits = load_doubt_weights().unit
        self._of_articles: dict[int, Set[str]] = {}
        self._of_posts: dict[int, Set[tuple[str, str]]] = {}

    def forms(self) -> Iterator[Form]:
        """The names by which units are told apart, each once a unit."""
        for n, group in enumerate(self._units.groups):
            reads = {read.key: read for one in group for name in one.forms if (read := self._names.read(name)).alone}
            own = self._names.read(self._titles[n]).key
            yield from (form(n, reads[key], own=key == own) for key in sorted(reads))

    def compared(self, pair: Pair, how: str, choices: int) -> Score | None:
        """The evidence on two units with names alike; None for two that are surely two.

        `choices`: of how many units the one may leave words out.
        """
        a, b = pair
        one, other = self._units.labels[a], self._units.labels[b]
        if not (one.startswith("#") or other.startswith("#")) or self._units.hierarchy.one_line(one, other):
            return None
        articles = [self._articles_of(n) for n in pair]
        if how != SHORTER and not articles[0].isdisjoint(articles[1]):
            return None
        evidence = (*self._above(a, b), *self._holders(a, b), *self._spread(how, *articles), *self._after_places(a, b))
        return add_up([self._first(how, choices), *evidence])

    def _first(self, how: str, choices: int) -> tuple[str, float]:
        words = f"{how}, one of {choices}" if choices > 1 else how
        return words, self._bits[how] - log2(choices)

    def _above(self, a: int, b: int) -> Iterator[tuple[str, float]]:
        hierarchy, labels = self._units.hierarchy, self._units.labels
        right, all_above = ([set(of(labels[n])) for n in (a, b)] for of in (hierarchy.right_above, hierarchy.above))
        if common := right[0] & right[1]:
            yield self._weighed("the same unit right above both", self._named(common))
        elif common := all_above[0] & all_above[1]:
            yield self._weighed("one unit above both", self._named(common))
        else:
            for x in sorted(right[0]):
                for y in sorted(right[1]):
                    if hierarchy.level(x) == hierarchy.level(y) and not hierarchy.one_line(x, y):
                        words = f"{self._named([x])} and {self._named([y])}"
                        yield self._weighed("different units of one kind above them", words)
                        return

    def _holders(self, a: int, b: int) -> Iterator[tuple[str, float]]:
        ours, theirs = self._posts(a), self._posts(b)
        if same := sorted(ours & theirs):
            yield self._weighed("one person in the same post of both", same[0][0])
        elif same_names := sorted({name for name, _ in ours} & {name for name, _ in theirs}):
            yield self._weighed("one person in posts of both", same_names[0])

    def _spread(self, how: str, one: Set[str], other: Set[str]) -> Iterator[tuple[str, float]]:
        """A slip is seen once; two spellings that several articles have are likelier two units."""
        few, many = sorted((len(one), len(other)))
        if how != SHORTER and few >= SEVERAL:
            yield self._weighed("each is named by several articles")
        elif how != SHORTER and many >= SEVERAL:
            yield self._weighed("one is named by a single article, the other by several")

    def _after_places(self, a: int, b: int) -> Iterator[tuple[str, float]]:
        one, other = (self._place(self._titles[n]) for n in (a, b))
        if one and other and one != other:
            yield self._weighed("both are named after places that there are", f"{one} and {other}")

    def _place(self, title: str) -> str:
        """The listed place at the end of a unit's name, '' where there is none."""
        words = self._names.expanded(title).split()
        ends = (" ".join(words[start:]) for start in range(1, len(words)))
        return next((end for end in ends if end in self._places), "")

    def homeless(self) -> Iterator[tuple[int, list[int]]]:
        """Parts of which no article says whose they are, each with the units that have such a part.

        A name that has to be told apart by its parent only because two units bear its number may be any of these;
        a part that many units have only one that its article brings up.
        """
        hosts: defaultdict[str, set[int]] = defaultdict(set)
        for n in self._units.inside:
            for record in self._units.groups[n]:
                read = self._names.read(record.key[1])
                hosts[read.part].add(n)
                hosts[read.key].add(n)
        brought_up: dict[str, Mapping[str, Sequence[int]]] = {}
        for n, group in enumerate(self._units.groups):
            read = self._names.read(group[0].key[1])
            if n in self._units.inside or read.alone or not hosts.get(read.key):
                continue
            if read.key not in brought_up:
                brought_up[read.key] = self._brought_up_by(sorted(hosts[read.key]))
            labels = {label for record in group for label in self._labels_in(record.key[0])}
            found = sorted({host for label in labels for host in brought_up[read.key].get(label, ())})
            if not found and read.type and read.type.scope != "parent":
                found = sorted(hosts[read.key])
            if 0 < len(found) <= MANY:
                yield n, found

    def housed(self, part: int, host: int, choices: int) -> Score:
        """The evidence for `part` being the `host`, one of so many."""
        parts = [self._first(PART, choices)]
        if self._brings_up(self._units.groups[part], host):
            parts.append(
                self._weighed("its article names the unit above the other", self._titles[self._units.inside[host]])
            )
        return add_up([*parts, *self._holders(part, host)])

    def _brings_up(self, group: Sequence[UnitRecord], host: int) -> bool:
        """True if an article of the group names the unit that `host` is part of, or one above that."""
        line = self._line(host)
        return any(label in line for record in group for label in self._labels_in(record.key[0]))

    def _line(self, host: int) -> Set[str]:
        label = self._units.labels[self._units.inside[host]]
        return {label, *self._units.hierarchy.above(label)}

    def _brought_up_by(self, hosts: Iterable[int]) -> Mapping[str, Sequence[int]]:
        """Label of a unit -> those of `hosts` that it brings up, of more than are anybody's question the first ones."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for host in hosts:
            for label in self._line(host):
                if len(found[label]) <= MANY:
                    found[label].append(host)
        return found

    def _labels_in(self, document: str) -> Iterator[str]:
        """The labels of the units that an article names."""
        return (self._units.label(record.key) for record in self._by_document[document].units)

    def _articles_of(self, n: int) -> Set[str]:
        """The articles that name the unit; those of a great one are wanted for many pairs, and gathered once."""
        if n not in self._of_articles:
            found = frozenset(record.key[0] for record in self._units.groups[n])
            if len(found) < GREAT:
                return found
            self._of_articles[n] = found
        return self._of_articles[n]

    def _posts(self, n: int) -> Set[tuple[str, str]]:
        """(name, title) of everybody who is said to have a post in the unit, as compared."""
        if n not in self._of_posts:
            found = self._gathered_posts(n)
            if len(self._units.groups[n]) < GREAT:
                return found
            self._of_posts[n] = found
        return self._of_posts[n]

    def _gathered_posts(self, n: int) -> Set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for document, name in (record.key for record in self._units.groups[n]):
            for person in self._by_document[document].persons:
                found |= {(person.key[1], post.title) for post in person.posts if post.unit == name}
        return found

    def _named(self, labels: Iterable[str]) -> str:
        return ", ".join(sorted(self._title_of.get(label, label) for label in labels))

    def _weighed(self, level: str, detail: str = "") -> tuple[str, float]:
        return f"{level}: {detail}" if detail else level, self._bits[level]

    @cached_property
    def _title_of(self) -> Mapping[str, str]:
        return dict(zip(self._units.labels, self._titles, strict=True))

    @cached_property
    def _by_document(self) -> Mapping[str, Article]:
        return {article.document: article for article in self._articles}
