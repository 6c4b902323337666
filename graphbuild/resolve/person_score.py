"""How likely two profiles are one person: a sum of weights that can be read (Fellegi and Sunter 1969)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf, log2

from .hierarchy import Hierarchy
from .name_shares import NameShares
from .person_profile import HeldPost, Profile
from .person_weights import PersonWeights
from .score import Score, add_up

GENERAL = 14.0
"""Seniority of Thiếu tướng: generals are few, so that a rank they share says more."""

COMMAND_LEVEL = 75.0
"""From this level on a unit has many posts that articles name, so that sharing it says less."""

AT_SOME_TIME = 2.5
"""Years taken to lie between two posts where the time of one is unknown."""

REMEMBERED = 1 << 13
"""Pairs of units, and of spellings, of which is kept what they weigh: those of one name come one after another."""

SOLE_POST, SAME_POST, SAME_UNIT, IN_LINE, SAME_PARENT, UNDER_COMMAND, SAME_COMMAND, UNRELATED = range(8)

IN_ONE_UNIT = {SOLE_POST: "same sole post", SAME_POST: "same post", SAME_UNIT: "other posts"}
"""A sole post has one holder at a time."""

RELATIONS = {
    IN_LINE: "one unit stands above the other, below high command",
    SAME_PARENT: "units under the same unit, below high command",
    UNDER_COMMAND: "one unit is the high command above the other",
    SAME_COMMAND: "units under the same high command",
    UNRELATED: "unrelated units",
}


class Scorer:
    """Compares profiles of persons of one name, or of names that differ by a slip of the pen.

    Attributes
    ----------
    weights: what the evidence weighs, and from where on two are joined or listed.
    """

    def __init__(self, hierarchy: Hierarchy, shares: NameShares, weights: PersonWeights) -> None:
        self.weights = weights
        self._hierarchy, self._shares = hierarchy, shares
        least = min(weights.join, weights.doubt)
        # What falls short by more than a sum of a few numbers can be wrong is surely not listed.
        self._clearly_less = (log2(least / (1 - least)) if least < 1 else inf) - 1e-6
        self._kinship = lru_cache(maxsize=REMEMBERED)(self._kin)
        self._above = lru_cache(maxsize=REMEMBERED >> 3)(self._above_all)
        self._of_spellings = lru_cache(maxsize=REMEMBERED)(self._spelled)

    def marks(self, profile: Profile) -> Iterator[object]:
        """What profiles must have in common to be worth comparing where a name has many: units, commands, events."""
        for unit in profile.units:
            yield unit
            yield from self._hierarchy.above(unit)
        yield from profile.events

    def score(self, a: Profile, b: Profile) -> Score:
        """The evidence for `a` and `b` being one person. Whether they can be is for `Profile.clashes` to say."""
        return add_up(self._parts(a, b))

    def likely(self, a: Profile, b: Profile) -> Score | None:
        """The same, None where it is surely too little for the two to be joined or listed: so it is with most pairs."""
        parts = self._parts(a, b)
        return add_up(parts) if sum([bits for _, bits in parts]) >= self._clearly_less else None

    def _parts(self, a: Profile, b: Profile) -> list[tuple[str, float]]:
        weights = self.weights.bits
        return [*self._name(a, b), *[(level, bits) for level in self.levels(a, b) if (bits := weights.get(level, 0.0))]]

    def levels(self, a: Profile, b: Profile) -> Iterator[str]:
        """What the evidence shows, in the words of the table of weights."""
        if step := a.career.step(b.career):
            yield _rank_level(*step)
        if a.units and b.units:
            yield from self._unit_level(a, b)
        elif a.units or b.units:
            yield self._naming_level(*((a, b) if a.units else (b, a)))
        elif a.named and b.named:
            yield f"no posts, and articles that name {'one unit' if a.named & b.named else 'no unit in common'}"
        if a.events and b.events:
            yield "together at an event" if a.events & b.events else "at no event together"

    def _name(self, a: Profile, b: Profile) -> Sequence[tuple[str, float]]:
        """How common the name is: the odds of one person against all others who bear it.

        Somebody of whom many articles tell is likelier meant by one more than each of those of whom none tells.
        """
        often = max(a.records, b.records) / min(a.records, b.records)
        if len(a.spellings) == len(b.spellings) == 1:
            return self._of_spellings(a.spellings[0].name, b.spellings[0].name, often)
        spelled = (self._of_spellings(x.name, y.name, often) for x, y in a.shared_spellings(b))
        return max(spelled, key=lambda parts: sum(bits for _, bits in parts))

    def _spelled(self, x: str, y: str, often: float) -> list[tuple[str, float]]:
        plain = x != y and any(self._shares.lacks_accents(name) for name in (x, y))
        shares = [self._shares.of(x), self._shares.of(y)]
        bearers = self.weights.population * (max(shares) if plain else min(shares))
        rarest, common = self.weights.rarest, min(self.weights.rarest, -log2(bearers))
        others = f"about {bearers:.0f} officers" if bearers >= 1.5 else "hardly another officer"
        if x == y:
            parts = [(f"{others} of the name", common)]
        elif plain:
            parts = [(f"the name without accents, {others} of these letters", common)]
        else:
            parts = [(f"a slip in the name, {others} of the rarer spelling", common + log2(self.weights.slip))]
        if more := min(rarest, log2(often / bearers)) - common:
            parts.append((f"one named {round(often, 1):g} times as often as the other", more))
        return parts

    def _unit_level(self, a: Profile, b: Profile) -> Iterator[str]:
        """How close the closest posts are. A post that was left speaks for one person, and against it never."""
        relation, years, unit = min([self._relation(p, q) for p in a.posts for q in b.posts])
        when = "at one time" if relation == SOLE_POST and years == 0 else _years(years, (1, 4))
        if relation in IN_ONE_UNIT:
            yield f"{IN_ONE_UNIT[relation]} in one {'high command' if self._is_command(unit) else 'unit'}, {when}"
        elif relation != UNRELATED:
            yield f"{RELATIONS[relation]}, {when}"
        elif not a.events & b.events and _on_one_day(a, b):
            yield "posts in unrelated units on one day"
        elif years != AT_SOME_TIME:
            yield f"{RELATIONS[relation]}, {when}"

    def _relation(self, p: HeldPost, q: HeldPost) -> tuple[int, float, str]:
        """How close two posts are, the closest 0; the years between them; the first one's unit."""
        years = p.years_from(q)
        if p.unit == q.unit:
            same = SOLE_POST if p.sole and q.sole else SAME_POST
            relation = same if p.title == q.title else SAME_UNIT
        else:
            relation = self._kinship(p.unit, q.unit)
        return relation, AT_SOME_TIME if years is None else years, p.unit

    def _kin(self, p: str, q: str) -> int:
        above_p, above_q = self._hierarchy.above(p), self._hierarchy.above(q)
        if p in above_q or q in above_p:
            return UNDER_COMMAND if self._is_command(p if p in above_q else q) else IN_LINE
        common = above_p & above_q
        if not common:
            return UNRELATED
        return SAME_COMMAND if all(map(self._is_command, common)) else SAME_PARENT

    def _above_all(self, units: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*map(self._hierarchy.above, units))

    def _is_command(self, unit: str) -> bool:
        return self._hierarchy.level(unit) >= COMMAND_LEVEL

    def _naming_level(self, posted: Profile, other: Profile) -> str:
        if posted.units & other.named:
            return "its article names the other's unit"
        if not (
            self._above(posted.units).isdisjoint(other.named) and self._above(other.named).isdisjoint(posted.units)
        ):
            return "its article names a unit in line with the other's"
        return "its article names no unit of the other"


def _on_one_day(a: Profile, b: Profile) -> bool:
    days = {day for day, _ in a.held}
    return any(day in days for day, _ in b.held)


def _rank_level(steps: float, years: float, later: float) -> str:
    when = _years(years, (2, 5))
    if steps < 0:
        return f"a rank lower than before, {when}"
    if steps == 0:
        return f"same rank{', general' if later >= GENERAL else ''}, {when}"
    if steps < 1.5:
        return f"one rank higher{', general' if later >= GENERAL else ''}, {when}"
    return f"{'two ranks' if steps < 2.5 else 'three ranks or more'} higher, {when}"


def _years(years: float, borders: tuple[int, int]) -> str:
    low, high = borders
    if years < low:
        return f"within {low} year{'s' if low > 1 else ''}"
    return f"{low} to {high} years apart" if years < high else f"{high} years apart or more"
