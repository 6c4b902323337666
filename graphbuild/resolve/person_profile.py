"""What is known of a person record, or of several that are surely one person, as far as it tells persons apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model import DateSource
from ..text import compare_key, search_key
from .articles import Article, Key, PersonRecord
from .days import year_of
from .person_rules import Career, rank_sightings
from .sole_posts import SolePosts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from ..resources import Gazetteer
    from .setting import Setting

SURE_DAYS = (DateSource.STATED, DateSource.HEADER, DateSource.SENTENCE)
"""How the day of an event must be known to show that somebody was somewhere on it."""

FULL_DAY = "2020-01-31"

NO_CAREER = Career()

SELDOM = 3
"""A spelling that a third as many records have as another is no slip any more."""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post, by the label of its unit and the title as compared, with the years in which it was seen held.

    A post that was only seen as left or to come has no years. `sole`: the unit has one such post.
    """

    unit: str
    title: str
    sole: bool = False
    first: float | None = None
    last: float | None = None

    def years_from(self, other: HeldPost) -> float | None:
        """Years between the two as seen held, 0 where the times overlap, None where one is unknown."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return max(0.0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How records spell a name, as compared; `block`: the letters without accents; `count`: how many records."""

    block: str
    name: str
    count: int = 1


@dataclass(frozen=True)
class Profile:
    """A person as far as comparing goes.

    Attributes
    ----------
    spellings: every one seen, sorted. records: how many there are.
    posts: sorted by unit and title; units: the labels of their units.
    held: (ISO day, label) of units in which a post was held on that day. events: numbers of events.
    places: (ISO day, province) where the person was on a day.
    named: labels of the units that the article names, kept only where the record has no unit of its own.
    told: (article, name), so that persons whom one article tells apart stay apart.
    """

    spellings: tuple[Spelling, ...]
    records: int = 1
    career: Career = NO_CAREER
    posts: tuple[HeldPost, ...] = ()
    units: frozenset[str] = frozenset()
    held: frozenset[tuple[str, str]] = frozenset()
    events: frozenset[int] = frozenset()
    places: frozenset[tuple[str, str]] = frozenset()
    named: frozenset[str] = frozenset()
    told: frozenset[Key] = frozenset()

    def clashes(self, other: Profile) -> bool:
        """True if the two cannot be one person, however much speaks for it.

        Names that are not alike; ranks that no career holds; two spellings that one article tells apart; two provinces
        on one day, unless both hold the same post: a commander may visit two, and an article may have the wrong day.
        """
        if not self._is_alike(other) or self.career.clashes(other.career):
            return True
        if not self._articles.isdisjoint(other._articles) and _contrary(self.told, other.told):
            return True
        elsewhere = not self._days.isdisjoint(other._days) and _contrary(self.places, other.places)
        return elsewhere and not _same_post(self, other)

    def _is_alike(self, other: Profile) -> bool:
        if len(self.spellings) == len(other.spellings) == 1:
            return self.spellings[0].block == other.spellings[0].block
        return bool(self.shared_spellings(other))

    # Each profile is compared with many.

    @cached_property
    def _articles(self) -> frozenset[str]:
        return frozenset(article for article, _ in self.told)

    @cached_property
    def _days(self) -> frozenset[str]:
        """On which it is known where the person was."""
        return frozenset(day for day, _ in self.places)

    def shared_spellings(self, other: Profile) -> list[tuple[Spelling, Spelling]]:
        """How both spell a name that they have in common but for accents; what few of the records have is a slip."""
        return [(mine, its) for mine in self._usual for its in other._usual if mine.block == its.block]

    @cached_property
    def _usual(self) -> Sequence[Spelling]:
        if len(self.spellings) == 1:
            return self.spellings
        most = max(one.count for one in self.spellings)
        return [one for one in self.spellings if one.count * SELDOM >= most]

    def joined(self, other: Profile) -> Profile:
        """What both show together."""
        return Profile(
            _spellings((*self.spellings, *other.spellings)),
            self.records + other.records,
            self.career.joined(other.career),
            _posts((*self.posts, *other.posts)),
            self.units | other.units,
            self.held | other.held,
            self.events | other.events,
            self.places | other.places,
            self.named | other.named,
            self.told | other.told,
        )


class Seen(NamedTuple):
    """A person record with the units, events and places that it is seen in: all that its profile is made of.

    Attributes
    ----------
    posts: label of the unit, its local name, title, day, and whether it was held then, of each. events: their numbers.
    places: (ISO day, province) of events that were surely there and then. named: labels of the article's units.
    """

    document: str
    name: str
    ranks: tuple[tuple[str, str], ...]
    posts: tuple[tuple[str, str, str, str, bool], ...]
    events: tuple[int, ...]
    places: tuple[tuple[str, str], ...]
    named: tuple[str, ...]


class ProfileMaker:
    """Makes the profile of one record, and knows nothing of the collection."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._titles = SolePosts(gazetteer)

    def of(self, seen: Seen) -> Profile:
        """The profile of a record that is seen so."""
        orders = [(order, day) for rank, day in seen.ranks if (order := self._gazetteer.rank_order(rank)) is not None]
        posts = _posts(
            HeldPost(
                label,
                self._titles.post(title),
                self._titles.is_sole(title, unit, ""),
                *[year_of(day if held else "")] * 2,
            )
            for label, unit, title, day, held in seen.posts
        )
        return Profile(
            (Spelling(block_of(seen.name), compare_key(seen.name)),),
            1,
            rank_sightings(orders) if orders else NO_CAREER,
            posts,
            frozenset(post.unit for post in posts),
            frozenset((day, label) for label, _, _, day, held in seen.posts if held and len(day) == len(FULL_DAY)),
            frozenset(seen.events),
            frozenset(seen.places),
            frozenset(seen.named),
            frozenset({(seen.document, compare_key(seen.name))}),
        )


class Profiles:
    """Makes the profiles of records; knows where each article's events were."""

    def __init__(self, articles: Sequence[Article], setting: Setting, gazetteer: Gazetteer) -> None:
        self._articles, self._setting, self._gazetteer = articles, setting, gazetteer
        self._maker = ProfileMaker(gazetteer)

    def of(self, record: PersonRecord) -> Profile:
        """The profile of one record."""
        return self._maker.of(self.seen(record))

    def seen(self, record: PersonRecord) -> Seen:
        """What the record is seen in."""
        document, name = record.key
        labels = self._setting.labels
        keys = [(document, event) for event in record.events]
        return Seen(
            document,
            name,
            record.ranks,
            tuple((labels[document, p.unit], p.unit, p.title, p.date, p.held) for p in record.posts),
            tuple(self._setting.events[key] for key in keys),
            tuple(self._where[key] for key in keys if key in self._where),
            () if record.posts else tuple(self._named(document)),
        )

    def _named(self, document: str) -> Iterator[str]:
        labels = self._setting.labels
        return (labels[record.key] for record in self._by_document[document].units)

    @cached_property
    def _by_document(self) -> Mapping[str, Article]:
        return {article.document: article for article in self._articles}

    @cached_property
    def _where(self) -> Mapping[Key, tuple[str, str]]:
        """Event record -> its day and province, where both are surely known; provinces by their names of today."""
        found = {}
        for article in self._articles:
            for event in article.events:
                type = self._setting.place_types[article.document, event.place] if event.place else ""
                sure = event.date and event.date.day and event.date.source in SURE_DAYS
                if sure and type == "province":
                    found[event.key] = str(event.date), self._province(event.place)
        return found

    def _province(self, name: str) -> str:
        words = name.split()
        for start in range(len(words)):
            if known := self._gazetteer.province(" ".join(words[start:])):
                return known.new
        return compare_key(name)


def block_of(name: str) -> str:
    """What spellings of one person's name have in common: the letters without accents, y as i.

    >>> block_of("Hoàng Thúy Mỹ") == block_of("HOÀNG THUÝ MĨ")
    True
    """
    return search_key(name).replace("y", "i")


def _spellings(spellings: Iterable[Spelling]) -> tuple[Spelling, ...]:
    """One entry a spelling."""
    counts = Counter[tuple[str, str]]()
    for one in spellings:
        counts[one.block, one.name] += one.count
    return tuple(Spelling(*spelling, count) for spelling, count in sorted(counts.items()))


def _posts(posts: Iterable[HeldPost]) -> tuple[HeldPost, ...]:
    """One entry a post, with its first and last sighting."""
    posts = tuple(posts)
    if len(posts) < 2:
        return posts
    known: dict[tuple[str, str], HeldPost] = {}
    for post in posts:
        key = post.unit, post.title
        earlier = known.get(key, post)
        firsts = [year for year in (earlier.first, post.first) if year is not None]
        lasts = [year for year in (earlier.last, post.last) if year is not None]
        known[key] = HeldPost(*key, earlier.sole, min(firsts, default=None), max(lasts, default=None))
    return tuple(known[key] for key in sorted(known))


def _same_post(a: Profile, b: Profile) -> bool:
    return not {(p.unit, p.title) for p in a.posts}.isdisjoint((p.unit, p.title) for p in b.posts)


def _contrary(ours: Set[tuple[str, str]], theirs: Set[tuple[str, str]]) -> bool:
    """True if something has values in both sets and none in common: an article its names, a day its provinces."""
    few, many = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
    keys = {key for key, _ in few}
    shared = {key for key, _ in many if key in keys}
    return bool(shared) and not shared.issubset(key for key, _ in few & many)
