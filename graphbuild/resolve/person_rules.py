"""What a career allows: ranks rise with time, and not too fast. What it forbids keeps two persons apart."""

from __future__ import annotations

from dataclasses import dataclass

from .days import year_of

SLIP = 1
"""A rank that seems to fall by one step is a slip of the pen; by more, it is another person."""

STEPS_A_YEAR = 1
"""Nobody rises faster than a step a year, and one step more for what partial dates hide."""


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
        for a in self.spans:
            for b in other.spans:
                if abs(a.order - b.order) > SLIP and _impossible(a, b):
                    return True
        return False

    def joined(self, other: Career) -> Career:
        spans = {span.order: span for span in self.spans}
        for span in other.spans:
            known = spans.get(span.order, span)
            spans[span.order] = RankSpan(span.order, min(known.first, span.first), max(known.last, span.last))
        return Career(tuple(spans[order] for order in sorted(spans)))

    def step(self, other: Career) -> tuple[float, float, float] | None:
        """The two ranks nearest in time, one of each side: steps up (below 0 for down), years between, the later rank.

        Of pairs equally near the one with the fewest steps counts. None where a side has no dated rank.
        """
        pairs = [_step(a, b) for a in self.spans for b in other.spans]
        if len(pairs) == 1:
            return pairs[0]
        return min(pairs, key=lambda pair: (pair[1], abs(pair[0]), pair), default=None)


def rank_sightings(ranks: list[tuple[float, str]]) -> Career:
    """The career that (seniority, ISO date or '') pairs show; of one day's ranks the highest counts."""
    highest: dict[str, float] = {}
    for order, day in ranks:
        highest[day] = max(order, highest.get(day, 0))
    spans: dict[float, RankSpan] = {}
    for day, order in highest.items():
        when = year_of(day)
        if when is not None:
            known = spans.get(order)
            spans[order] = RankSpan(
                order, *((min(known.first, when), max(known.last, when)) if known else (when, when))
            )
    return Career(tuple(spans[order] for order in sorted(spans)))


def _step(a: RankSpan, b: RankSpan) -> tuple[float, float, float]:
    if a.first <= b.last and b.first <= a.last:
        return -abs(a.order - b.order), 0.0, max(a.order, b.order)
    early, late = (a, b) if a.last < b.first else (b, a)
    return late.order - early.order, late.first - early.last, late.order


def _impossible(a: RankSpan, b: RankSpan) -> bool:
    """Of two ranks more than a slip apart."""
    low, high = (a, b) if a.order < b.order else (b, a)
    steps = high.order - low.order
    if high.first <= low.last:
        return True
    return steps > (high.first - low.last) * STEPS_A_YEAR + 1
