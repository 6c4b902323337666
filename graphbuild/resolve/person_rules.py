"""When two records of one name are one person. Simple on purpose: two nodes are better than a false join."""

from __future__ import annotations

from dataclasses import dataclass

from .days import year_of
from .hierarchy import Hierarchy

SLIP = 1
"""A rank that seems to fall by one step is a slip of the pen; by more, it is another person."""

STEPS_A_YEAR = 1
"""Nobody rises faster than a step a year, and one step more for what partial dates hide."""

NAME_SYLLABLES = 3
"""'Lê Hùng' is borne by too many for a name and rank alone to tell."""


@dataclass(frozen=True, slots=True)
class RankSpan:
    """The first and last time, in years, at which a rank of this seniority was seen."""

    order: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Career:
    """The ranks of a person or cluster, by seniority, those without a date left out."""

    spans: tuple[RankSpan, ...] = ()

    def clashes(self, other: Career) -> bool:
        """True if no one career holds both: a rank falls with time, or rises too fast."""
        return any(_impossible(a, b) for a in self.spans for b in other.spans)

    def joined(self, other: Career) -> Career:
        spans = {span.order: span for span in self.spans}
        for span in other.spans:
            known = spans.get(span.order, span)
            spans[span.order] = RankSpan(span.order, min(known.first, span.first), max(known.last, span.last))
        return Career(tuple(spans[order] for order in sorted(spans)))

    def falls(self, other: Career) -> bool:
        """True if the two together show a rank below an earlier one, be it by a step."""
        spans = self.joined(other).spans
        return any(low.last > high.first for n, low in enumerate(spans) for high in spans[n + 1 :])


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a record or of several that are surely one person.

    Attributes
    ----------
    units: labels of the units of all posts. held: (ISO date, label) of posts held on that day.
    highest: seniority of the highest rank, dated or not; 0 if none is known.
    """

    syllables: int
    career: Career
    units: frozenset[str]
    held: frozenset[tuple[str, str]]
    highest: float

    def joined(self, other: Profile) -> Profile:
        """What both show together."""
        return Profile(
            self.syllables,
            self.career.joined(other.career),
            self.units | other.units,
            self.held | other.held,
            max(self.highest, other.highest),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """How strongly two profiles are one person, 0 for not at all, and because of what."""

    strength: int
    because: str


def rank_sightings(ranks: list[tuple[float, str]]) -> Career:
    """The career that (seniority, ISO date or '') pairs show; of one day's ranks the highest counts."""
    highest: dict[str, float] = {}
    for order, day in ranks:
        highest[day] = max(order, highest.get(day, 0))
    career = Career()
    for day, order in sorted(highest.items()):
        when = year_of(day)
        if when is not None:
            career = career.joined(Career((RankSpan(order, when, when),)))
    return career


def judge(a: Profile, b: Profile, hierarchy: Hierarchy, general: float) -> Verdict:
    """Whether two profiles of one name, both with posts, are one person.

    The one place where this is decided, in order: ranks that no career holds keep them apart. A common unit, a
    unit above the other's, or a common command joins them. So does general's rank on both sides with a name of
    three syllables, ranks that never fall and no two unrelated posts on one day: generals are few. Other
    officers of unrelated units stay apart until an article with both posts joins them.

    Parameters
    ----------
    general: seniority from which an officer is a general.
    """
    if a.career.clashes(b.career):
        return Verdict(0, "their ranks contradict each other")
    if a.units & b.units:
        return Verdict(4, "posts in the same unit")
    if any(hierarchy.one_line(x, y) for x in a.units for y in b.units):
        return Verdict(3, "one unit stands above the other")
    if any(hierarchy.same_top(x, y) for x in a.units for y in b.units):
        return Verdict(2, "units under the same command")
    if _same_general(a, b, general):
        return Verdict(1, "both generals, with ranks in step")
    return Verdict(0, "unrelated units")


def _same_general(a: Profile, b: Profile, general: float) -> bool:
    return (
        min(a.highest, b.highest) >= general
        and a.syllables >= NAME_SYLLABLES
        and not a.career.falls(b.career)
        and not _two_posts_on_one_day(a, b)
    )


def _two_posts_on_one_day(a: Profile, b: Profile) -> bool:
    """Only called for unrelated units, so any common day is a contradiction; a partial date is no day."""
    full = {day for day, _ in a.held if len(day) == len("2020-01-01")}
    return any(day in full for day, _ in b.held)


def _impossible(a: RankSpan, b: RankSpan) -> bool:
    low, high = sorted((a, b), key=lambda span: span.order)
    steps = high.order - low.order
    if steps <= SLIP:
        return False
    if high.first <= low.last:
        return True
    return steps > (high.first - low.last) * STEPS_A_YEAR + 1
