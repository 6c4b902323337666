"""Where an article says that a post begins or ends on its day, and who takes it over from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ..model import EventRole, EventType, PostingClaim, PostRole, Status
from .sole_posts import SolePosts
from .telling import Telling

MANY = frozenset({PostRole.DEPUTY, PostRole.DEPUTY_POLITICAL, PostRole.MEMBER})
"""Posts of which a unit has several: one who gets such a post need not follow the one who leaves one."""

Said = tuple[str, PostingClaim]

Turned = tuple[Set[str], Set[str], Mapping[str, str]]
"""Starts, ends and follows as `Turns` has them."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What the articles say of beginnings and ends, all by claim id.

    Attributes
    ----------
    starts, ends: claims of posts that begin, or end, on the day of the claim.
    follows: claim of who takes a post over -> the claim of who hands it over; followed: the other way round.
    """

    starts: frozenset[str]
    ends: frozenset[str]
    follows: Mapping[str, str]
    followed: Mapping[str, str]


NO_TURNS = Turns(frozenset(), frozenset(), {}, {})


def turns_of(starts: Iterable[str], ends: Iterable[str], follows: Mapping[str, str]) -> Turns:
    """The turns of these claims; of several who take a post over from one the first claim stands for all."""
    followed: dict[str, str] = {}
    for taker, giver in sorted(follows.items()):
        followed.setdefault(giver, taker)
    return Turns(frozenset(starts), frozenset(ends), follows, followed)


class Handovers:
    """The beginnings, ends and handovers of posts, read from each article by itself.

    A post begins where it is incoming: appointed, elected, taken over. It ends where a post of the past stands beside
    another that the same person gets, beside a decision on the person, or where somebody else takes the post over.
    """

    def __init__(self, sole: SolePosts) -> None:
        self._sole = sole
        self._starts: set[str] = set()
        self._ends: set[str] = set()
        self._follows: dict[str, str] = {}

    def add(self, telling: Telling) -> None:
        """Take in what one article tells."""
        posts = [told for told in telling.told.postings if told[1].unit]
        if not posts:
            return
        acts = _acts(telling)
        got = {claim.person for _, claim in posts if claim.status is Status.INCOMING}
        for id, claim in posts:
            if claim.status is Status.INCOMING:
                self._starts.add(id)
            if claim.status is Status.FORMER and (claim.person in got or acts[claim.person] & LEAVING):
                self._ends.add(id)
        for taken, left in _handed(telling, posts, acts, self._sole):
            self._starts.update(id for id, _ in taken)
            self._ends.update(id for id, _ in left)
            self._follows.update((id, left[0][0]) for id, _ in taken)

    def found(self) -> Turned:
        """All that was found, as `add_found` takes it."""
        return self._starts, self._ends, self._follows

    def add_found(self, turned: Turned) -> None:
        """Take in what other articles tell."""
        starts, ends, follows = turned
        self._starts |= starts
        self._ends |= ends
        self._follows.update(follows)

    def turns(self) -> Turns:
        """All that was found."""
        return turns_of(self._starts, self._ends, self._follows)


LEAVING = frozenset({(EventType.APPOINTMENT, EventRole.RECEIVES), (EventType.APPOINTMENT, EventRole.HANDS_OVER)})
"""What somebody does at an event of decisions who leaves a post there: retires, or hands it over."""


def _acts(telling: Telling) -> defaultdict[str, set[tuple[EventType, EventRole]]]:
    """By person: the kinds of the article's events and what the person does at them."""
    acts: defaultdict[str, set[tuple[EventType, EventRole]]] = defaultdict(set)
    for _, claim in telling.told.participations:
        if claim.person:
            acts[claim.person].add((telling.event_types[claim.event], claim.role))
    return acts


def _handed(
    telling: Telling,
    posts: Sequence[Said],
    acts: Mapping[str, set[tuple[EventType, EventRole]]],
    sole: SolePosts,
) -> Iterator[tuple[list[Said], list[Said]]]:
    """Per post that changes hands: the claims of the one who takes it and of the one who leaves it.

    Where several take or leave it, nobody knows who follows whom.
    """
    by_post: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for id, claim in posts:
        by_post[telling.unit_names[claim.unit or ""], sole.post(claim.title)].append((id, claim))
    for _, claims in sorted(by_post.items()):
        roles = {person: {role for _, role in acts.get(person, ())} for _, claim in claims for person in [claim.person]}
        left = [(id, c) for id, c in claims if _leaves(c, roles[c.person])]
        taken = [(id, c) for id, c in claims if _takes(c, roles[c.person])]
        givers, takers = ({c.person for _, c in side} for side in (left, taken))
        if len(givers) != 1 or len(takers) != 1 or givers == takers:
            continue
        told = EventRole.HANDS_OVER in roles[min(givers)] and EventRole.TAKES_OVER in roles[min(takers)]
        if told or left[0][1].role not in MANY:
            yield taken, left


def _leaves(claim: PostingClaim, roles: set[EventRole]) -> bool:
    held = claim.status in (Status.CURRENT, Status.ACTING)
    return claim.status is Status.FORMER or (held and EventRole.HANDS_OVER in roles)


def _takes(claim: PostingClaim, roles: set[EventRole]) -> bool:
    return claim.status is Status.INCOMING or (claim.status is Status.CURRENT and EventRole.TAKES_OVER in roles)
