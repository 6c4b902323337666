"""Claims of posts -> postings: one person in one post from a first to a last sighting, with start and end if stated."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import PartialDate, Status
from .days import before, days_between, earliest, latest
from .edges import Saying
from .handovers import Turns
from .posts import Post, Posts
from .saying_table import fields_of

IN_POST = (Status.INCOMING, Status.ACTING, Status.CURRENT)
ORDER = {status: number for number, status in enumerate((*IN_POST, Status.FORMER))}
"""Of one day: who gets a post on it has it on that day, and who leaves it had it."""

LATE_NEWS = 7
"""Days behind an end at which an article may still give the old post; later ones tell of a return."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One person in one post, without a break that the articles show.

    Attributes
    ----------
    said: every claim of it, by date. seen: ISO dates on which the post was held, sorted, each once.
    start, end: ISO dates, '' unless an article says that it began or ended then.
    left_by: the first date at which it is said to be over, '' if that is never said or the end is stated.
    status: as last said. acting: it is held in place of whoever should hold it.
    sole: the title, if the unit has one such post at a time, else ''.
    predecessor, successor: ids of the persons it was taken over from and handed over to, '' unless stated.
    """

    person: str
    unit: str
    said: tuple[Saying, ...]
    seen: tuple[str, ...]
    start: str
    end: str
    left_by: str
    status: Status
    acting: bool
    sole: str
    predecessor: str
    successor: str

    @property
    def first(self) -> str:
        """The first sighting; of a post that is only told of as a past one, the first time it is told."""
        return min(self.seen or self._told, default="")

    @property
    def last(self) -> str:
        """The last sighting, counting the day of the end."""
        return max((*(self.seen or self._told), self.end), default="")

    @property
    def _told(self) -> list[str]:
        return [one.date for one in self.said if one.date]


class Tracer:
    """Puts the claims of one person after another together to postings.

    Sightings are one posting until something ends it: words that say it is over, or somebody else seen in a post of
    which there is one at a time. What is seen after that is a return, and a posting of its own.

    Attributes
    ----------
    shared: the posts of which there is one at a time and that several persons are said to have had.
    """

    def __init__(self, posts: Posts) -> None:
        self._posts, self._held = posts, _Held(posts)
        self.shared = self._held.shared

    def postings(self, said: Iterable[Saying]) -> Iterator[Posting]:
        """All postings of `said`, by person, unit and post, a person's returns to a post in the order of time.

        Parameters
        ----------
        said: all claims of posts of one person, or of several.
        """
        careers: defaultdict[tuple[str, Post], list[Saying]] = defaultdict(list)
        for one in said:
            careers[one.source, self._posts.post(one)].append(one)
        for (person, post), claims in sorted(careers.items()):
            for part in _acting_apart(claims):
                for run in _runs(part, person, post, self._held):
                    yield _posting(person, post, run, self._posts.turns, self._held)


class _Held:
    """Who is seen when in posts of which there is one at a time, and who takes over or hands over by a claim."""

    def __init__(self, posts: Posts) -> None:
        self.sole, self.shared = posts.sole, posts.shared()
        turning = {*posts.turns.follows, *posts.turns.followed}
        self.person_of: dict[str, str] = {}
        sightings: defaultdict[Post, set[tuple[str, str, str]]] = defaultdict(set)
        told = fields_of(posts.said, "source", "target", "title", "date", "status", "claim")
        for person, unit, title, date, status, claim in told:
            if claim in turning:
                self.person_of[claim] = person
            post = unit, posts.titles[title]
            if post in self.shared and date and status in (Status.INCOMING, Status.CURRENT):
                sightings[post].add((earliest(date), latest(date), person))
        self._sightings = {post: sorted(found) for post, found in sightings.items()}

    def another(self, person: str, post: Post, start: str, end: str) -> bool:
        """True if somebody else is seen in the post, certainly after `start` and before `end`."""
        found = self._sightings.get(post, [])
        for n in range(bisect_right(found, (latest(start), "9999", "")), len(found)):
            first, last, other = found[n]
            if first >= earliest(end):
                return False
            if other != person and last < earliest(end):
                return True
        return False


@dataclass(slots=True)
class _Run:
    """Sightings on their way into one posting: the last day in post, and the first on which it is said to be over."""

    said: list[Saying] = field(default_factory=list)
    last: str = ""
    over: str = ""

    def add(self, one: Saying) -> None:
        self.said.append(one)
        if one.status == Status.FORMER:
            self.over = self.over or one.date
        else:
            self.last = one.date or self.last


def _acting_apart(claims: Sequence[Saying]) -> list[Sequence[Saying]]:
    """To act for somebody is a post of its own; words of a past post go with it only if there is no other."""
    acting = [one for one in claims if one.status == Status.ACTING]
    proper = [one for one in claims if one.status != Status.ACTING]
    if acting and any(one.status != Status.FORMER for one in proper):
        return [acting, proper]
    return [claims]


def _runs(claims: Sequence[Saying], person: str, post: Post, held: _Held) -> Iterator[tuple[Saying, ...]]:
    dated = sorted((one for one in claims if one.date), key=_order)
    undated = sorted((one for one in claims if not one.date), key=_order)
    runs = [_Run()]
    for one in dated:
        run = runs[-1]
        if one.status != Status.FORMER and _returns(run, one, person, post, held):
            runs.append(_Run())
        runs[-1].add(one)
    for one in undated:
        # Nobody knows when: words of the past are put behind everything, others before.
        runs[-1 if one.status == Status.FORMER else 0].add(one)
    yield from (tuple(run.said) for run in runs)


def _order(one: Saying) -> tuple[str, int, str, str]:
    return earliest(one.date), ORDER[Status(one.status)], latest(one.date), one.claim


def _returns(run: _Run, one: Saying, person: str, post: Post, held: _Held) -> bool:
    if before(run.over, one.date) and not _late(run.over, one.date):
        return True
    return bool(run.last) and post in held.shared and held.another(person, post, run.last, one.date)


def _late(over: str, date: str) -> bool:
    days = days_between(PartialDate.parse(over), PartialDate.parse(date))
    return days is not None and days <= LATE_NEWS


def _posting(person: str, post: Post, said: tuple[Saying, ...], turns: Turns, held: _Held) -> Posting:
    start = min((one.date for one in said if one.claim in turns.starts and one.date), default="")
    end = min((one.date for one in said if one.claim in turns.ends and one.date), default="")
    over = [one for one in said if one.status == Status.FORMER]
    seen = sorted({one.date for one in said if one.status != Status.FORMER and one.date})
    if end:
        seen = [date for date in seen if not before(end, date)]
    takers = [held.person_of[turns.followed[one.claim]] for one in said if one.claim in turns.followed]
    givers = [held.person_of[turns.follows[one.claim]] for one in said if one.claim in turns.follows]
    statuses = {one.status for one in said}
    return Posting(
        person,
        post[0],
        said,
        tuple(seen),
        start,
        end,
        "" if end else min((one.date for one in over if one.date), default=""),
        Status.FORMER if over or end else max(map(Status, statuses), key=lambda status: ORDER[status]),
        Status.ACTING in statuses,
        post[1] if post in held.sole else "",
        next(iter(givers), ""),
        next(iter(takers), ""),
    )
