"""Careers as the law on officers lets them go: years in each rank, a post every two to five years, retirement by rank."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from .names import Names
from .units import Army, Post, Unit

FIRST, LAST = 2010.0, 2026.0
"""The years that articles tell of."""

STEP = 0.25
"""Once a quarter posts are filled and ranks given."""

YEARS_IN_RANK = {6: 2, 7: 3, 8: 3, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4, 15: 4}
"""Fewest years in a rank before the next (Law on officers, art. 17)."""

OLDEST = {0: 60, 8: 46, 9: 46, 10: 48, 11: 51, 12: 54, 13: 57, 14: 60, 15: 60}
"""Age of retirement by rank (art. 13 before 2024)."""

USUAL_AGE = {0: 45, 6: 23, 7: 25, 8: 28, 9: 31, 10: 35, 11: 39, 12: 43, 13: 47, 14: 51, 15: 55}


@dataclass(slots=True)
class Term:
    """A post held from `start` to `end`, in years."""

    unit: Unit
    post: Post
    start: float
    end: float = LAST


@dataclass(slots=True)
class Officer:
    """A person; `ranks` are (year, seniority) pairs, rising, empty for a civilian."""

    number: int
    name: str
    born: float
    ranks: list[tuple[float, int]] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    due: float = 0.0

    def order(self, when: float) -> int:
        """Seniority of the rank held then; 0 for a civilian."""
        return next((order for year, order in reversed(self.ranks) if year <= when), 0)

    def retired(self, when: float) -> bool:
        return when - self.born > OLDEST[self.order(when)]


class Service:
    """Everybody who served between FIRST and LAST, and who held which post when."""

    def __init__(self, army: Army, names: Names, random: Random) -> None:
        self._names, self._random = names, random
        self.officers: list[Officer] = []
        self.terms: defaultdict[int, list[tuple[Term, Officer]]] = defaultdict(list)
        self._serving: defaultdict[int, list[Officer]] = defaultdict(list)
        seats = [(unit, post) for unit in army.units for post in unit.seats()]
        ends = [FIRST] * len(seats)
        holders: list[Officer | None] = [None] * len(seats)
        self._seat: dict[int, int] = {}
        when = FIRST
        while when < LAST:
            for n, (unit, post) in enumerate(seats):
                holder = holders[n]
                if holder and self._seat.get(holder.number) != n:
                    holder = None
                if holder and when < ends[n] and not holder.retired(when):
                    self._promote(holder, post, when)
                    continue
                if holder:
                    self._leave(holder, when)
                holders[n] = self._successor(unit, post, when)
                self._seat[holders[n].number] = n  # type: ignore[union-attr]
                ends[n] = when + random.choice((2, 2.5, 3, 3.5, 4, 5)) * (random.random() if when == FIRST else 1)
            when += STEP

    def holders(self, unit: Unit, when: float) -> list[tuple[Term, Officer]]:
        """Who holds which post of the unit then, highest first."""
        return [(term, officer) for term, officer in self.terms[unit.number] if term.start <= when < term.end]

    def _successor(self, unit: Unit, post: Post, when: float) -> Officer:
        pool = self._serving[unit.command.number]
        found = self._eligible(pool, post, when) if self._random.random() < 0.55 else None
        if not found and post.lowest and self._random.random() < 0.5:
            found = self._eligible(self._serving[self._random.choice(list(self._serving))], post, when)
        officer = found or self._newcomer(post, when)
        if found:
            self._leave(found, when)
        term = Term(unit, post, when)
        officer.terms.append(term)
        self.terms[unit.number].append((term, officer))
        self._serving[unit.command.number].append(officer)
        return officer

    def _eligible(self, pool: list[Officer], post: Post, when: float) -> Officer | None:
        """One of a few who serve in a lower post, two years in it, with a rank that fits."""
        for _ in range(min(12, len(pool))):
            at = self._random.randrange(len(pool))
            officer = pool[at]
            if officer.terms[-1].end < when or officer.retired(when + 2):
                pool[at] = pool[-1]
                pool.pop()
                if not pool:
                    return None
                continue
            term, order = officer.terms[-1], officer.order(when)
            higher = post.highest > term.post.highest or (post.highest == term.post.highest and post is not term.post)
            if higher and when - term.start >= 2 and max(post.lowest - 1, 0) <= order <= post.highest:
                return officer
        return None

    def _newcomer(self, post: Post, when: float) -> Officer:
        order = self._random.randint(post.lowest, max(post.lowest, post.highest - 1))
        born = when - USUAL_AGE[order] + self._random.uniform(-3, 3)
        officer = Officer(len(self.officers), self._names.full(), born)
        if order:
            officer.ranks.append((when - self._random.uniform(0, 4), order))
            self._set_due(officer)
        self.officers.append(officer)
        return officer

    def _promote(self, officer: Officer, post: Post, when: float) -> None:
        if officer.ranks and when >= officer.due and officer.ranks[-1][1] < post.highest:
            officer.ranks.append((when, officer.ranks[-1][1] + 1))
            self._set_due(officer)

    def _set_due(self, officer: Officer) -> None:
        year, order = officer.ranks[-1]
        officer.due = year + YEARS_IN_RANK[order] + self._random.choice((0, 0, 0, 0.5, 1, 2))

    def _leave(self, officer: Officer, when: float) -> None:
        officer.terms[-1].end = when
        self._seat.pop(officer.number, None)
