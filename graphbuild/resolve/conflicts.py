"""Where articles contradict each other: nothing is thrown away, but nothing is kept silently either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from ..model import Conflict, ConflictKind, ConflictSide, Entity, EntityKind
from .days import before, earliest, latest
from .edges import Saying
from .event_conflicts import EventSayings
from .parent_conflicts import cycles, double_parents
from .postings import Posting
from .telling import Telling
from .text_rows import Numbered, TextRows, cut

if TYPE_CHECKING:
    from ..resources import Gazetteer


def find_conflicts(
    ranks: RanksByDay,
    events: EventSayings,
    entities: Mapping[str, Entity],
    of_posts: Iterable[Conflict],
    parents: Sequence[Saying],
    one_line: Callable[[str, str], bool],
) -> tuple[Conflict, ...]:
    """Every contradiction, by kind and then by what it is about; of the same two sides the first claims stand for all.

    Parameters
    ----------
    entities: by id. of_posts: what `beginnings` and `holders` find.
    parents: what is said of units being part of units. one_line: whether one of two units stands above the other.
    """
    names = {id: entity.name for id, entity in entities.items()}
    types = {id: str(entity.attributes.get("type", "")) for id, entity in entities.items()}
    found = [
        *ranks.conflicts(),
        *of_posts,
        *(_conflict(kind, event, *sides) for kind, event, *sides in events.conflicts(entities, one_line)),
        *(_of_parents(ConflictKind.CYCLE, *pair, names) for pair in cycles(parents)),
        *(_of_parents(ConflictKind.PARENTS, *pair, names) for pair in double_parents(parents, types)),
    ]
    return tuple(sorted(set(found), key=lambda conflict: conflict.order))


def person_conflicts(ranks: RanksByDay, names: Mapping[str, str], postings: Iterable[Posting]) -> Iterator[Conflict]:
    """Those about ranks, holders of posts and beginnings. `names`: by entity id."""
    told = list(postings)
    yield from ranks.conflicts()
    yield from holders(told, names)
    yield from beginnings(told, names)


def _conflict(kind: ConflictKind, about: str, *sides: ConflictSide) -> Conflict:
    one, other = sorted(sides, key=lambda side: side.order)
    return Conflict(kind, about, one, other)


# --- ranks --------------------------------------------------------------------------------------------------------


class RanksByDay:
    """The ranks that articles give persons on full days."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        # Person, day, rank, 'former' or '', and the claim's id in two parts.
        self._told = TextRows(6)

    def add(self, telling: Telling) -> None:
        """Take in what one article tells."""
        for id, claim in telling.told.ranks:
            order, day = self._gazetteer.rank_order(claim.rank), str(claim.date or telling.date)
            if order is None or len(day) < len("2024-11-01"):
                continue
            who, former = telling.id(EntityKind.PERSON, claim.person), "former" if claim.former else ""
            self._told.append((who, day, claim.rank, former, *cut(id, telling.document)))

    def found(self) -> Numbered:
        """All that was taken in, as `add_found` takes it."""
        return self._told.numbered()

    def add_found(self, told: Numbered) -> None:
        """Take in what other articles tell."""
        self._told.extend(told)

    def conflicts(self) -> Iterator[Conflict]:
        """Two ranks of one person on one full day, unless an article tells of a promotion on it."""
        for told in self._told.alike(2):
            sides: dict[float, ConflictSide] = {}
            for _, day, rank, _, begin, behind in told:
                order = self._gazetteer.rank_order(rank) or 0.0
                sides.setdefault(order, ConflictSide(rank, day, begin + behind))
            if len(sides) > 1 and not any(former for _, _, _, former, _, _ in told):
                for a, b in combinations(sorted(sides), 2):
                    yield _conflict(ConflictKind.RANKS, told[0][0], sides[a], sides[b])


# --- postings -----------------------------------------------------------------------------------------------------


def holders(postings: Iterable[Posting], names: Mapping[str, str]) -> Iterator[Conflict]:
    """Two persons in a post of which there is one, surely at one time; a day of handover belongs to both.

    `postings`: all of the posts that any of them is of.
    """
    by_post: defaultdict[tuple[str, str], list[Posting]] = defaultdict(list)
    for posting in postings:
        if posting.sole and posting.seen and not posting.acting:
            by_post[posting.unit, posting.sole].append(posting)
    for (unit, _), held in by_post.items():
        held.sort(key=lambda p: (earliest(p.first), latest(p.first), p.person))
        for n, one in enumerate(held):
            for other in held[n + 1 :]:
                if earliest(other.first) > latest(one.last):
                    break
                if one.person != other.person and _overlap(one, other):
                    sides = (_side(p, _near(p, q), names) for p, q in ((one, other), (other, one)))
                    yield _conflict(ConflictKind.HOLDERS, unit, *sides)
        yield from _unexplained_returns(unit, held, names)


def _overlap(one: Posting, other: Posting) -> bool:
    """Both certainly in the post on one day, which is not the day on which one of them leaves or takes it."""
    start = max(latest(one.first), latest(other.first))
    end = min(earliest(one.last), earliest(other.last))
    if start > end:
        return False
    handed = {one.start, one.end, other.start, other.end} - {""}
    return start < end or start not in handed


def _near(one: Posting, other: Posting) -> str:
    """The sighting of `one` nearest to the time of `other`."""
    inside = [date for date in one.seen if not before(date, other.first) and not before(other.last, date)]
    return inside[0] if inside else one.seen[-1]


def _unexplained_returns(unit: str, held: Sequence[Posting], names: Mapping[str, str]) -> Iterator[Conflict]:
    """Somebody is seen in the post before and after somebody else, and nobody says that he left it or came back."""
    by_person: defaultdict[str, list[Posting]] = defaultdict(list)
    for posting in held:
        by_person[posting.person].append(posting)
    for person, own in by_person.items():
        for first, again in pairwise(own):
            if first.end or first.left_by or again.start:
                continue
            between = (
                p for p in held if p.person != person and before(first.last, p.first) and before(p.last, again.first)
            )
            other = next(between, None)
            if other:
                sides = _side(again, again.first, names), _side(other, other.first, names)
                yield _conflict(ConflictKind.RETURN, unit, *sides)


def beginnings(postings: Iterable[Posting], names: Mapping[str, str]) -> Iterator[Conflict]:
    """Somebody is seen in a post before the day on which an article lets it begin."""
    for posting in postings:
        if posting.start and posting.seen and before(posting.seen[0], posting.start):
            yield _conflict(
                ConflictKind.START,
                posting.person,
                _side(posting, posting.seen[0], names, unit=True),
                _side(posting, posting.start, names, unit=True, words="begins: "),
            )


def _side(
    posting: Posting, date: str, names: Mapping[str, str], *, unit: bool = False, words: str = ""
) -> ConflictSide:
    said = next(one for one in posting.said if one.date == date)
    whose = names[posting.unit] if unit else names[posting.person]
    told = f"{said.title}, {whose}" if unit else f"{whose}, {said.title}"
    return ConflictSide(f"{words}{told}", date, said.claim)


# --- parents --------------------------------------------------------------------------------------------------------


def _of_parents(kind: ConflictKind, one: Saying, other: Saying, names: Mapping[str, str]) -> Conflict:
    sides = (ConflictSide(f"{names[s.source]} in {names[s.target]}", s.date, s.claim) for s in (one, other))
    return _conflict(kind, one.source, *sides)
