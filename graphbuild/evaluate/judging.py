"""Whether one claim is right: the fact that it alone makes, matched with the gold as the rows match it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import (
    Claim,
    ClusterClaim,
    EventClaim,
    ParentClaim,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    RankClaim,
    UnitClaim,
)
from .comparison import Comparison
from .event_rows import score_participation
from .events import right_date, right_organiser, right_place, right_type
from .fact import Tally
from .records import NOTHING, Facts, Person, Position, Relation, Unit, UnitRelation
from .score import score_persons, score_places, score_positions, score_unit_relations, score_units


@dataclass(frozen=True, slots=True)
class Judgement:
    """One claim, or one part of what a claim says of an event: how sure it is, and whether it is right."""

    kind: str
    confidence: float
    right: bool


def judge(claims: Sequence[Claim], both: Comparison) -> Iterator[Judgement]:
    """Yield a judgement of each claim of an article that the gold can decide, in their order.

    Parameters
    ----------
    claims: of one article.
    both: the gold, and the facts of all the claims.
    """
    # The facts list the events in this order.
    events = sorted((c for c in claims if isinstance(c, EventClaim)), key=lambda event: not event.main)
    index = {claim.event: number for number, claim in enumerate(events)}
    for claim in claims:
        for kind, right in _verdicts(claim, both, index):
            yield Judgement(kind, claim.evidence.confidence, right)


def _verdicts(claim: Claim, both: Comparison, index: dict[str, int]) -> Iterator[tuple[str, bool]]:
    if isinstance(claim, EventClaim):
        yield from _of_event(index[claim.event], both)
    elif isinstance(claim, RankClaim):
        yield from _of_rank(claim, both)
    elif (alone := _alone(claim, both, index)) is not None:
        yield claim.kind, _is_right(_counted(claim, replace(both, predicted=alone)))


def _alone(claim: Claim, both: Comparison, index: dict[str, int]) -> Facts | None:
    """The facts of one claim; None where gold has nothing of its kind."""
    match claim:
        case PostingClaim():
            return replace(NOTHING, persons=(Person(claim.person, None, (Position(claim.title, claim.unit),)),))
        case ParticipationClaim(person=str(person)):
            relation = Relation(person, index[claim.event], claim.role.value)
            return replace(NOTHING, events=both.predicted.events, relations=(relation,))
        case UnitClaim():
            return replace(NOTHING, units=(Unit(claim.unit, claim.aliases),))
        case ParentClaim():
            return replace(NOTHING, units=(Unit(claim.unit, parent=claim.parent),))
        case ClusterClaim():
            part = UnitRelation(type="leads" if claim.leads else "member_of", to=claim.cluster, from_=claim.unit)
            return replace(NOTHING, unit_relations=(part,))
        case PlaceClaim():
            return replace(NOTHING, places=(claim.place,))
    return None


def _counted(claim: Claim, both: Comparison) -> Tally:
    """The row of the table in which a claim of its kind counts."""
    match claim:
        case PostingClaim():
            return score_positions(both)
        case ParticipationClaim():
            return next(iter(score_participation(both)))
        case UnitClaim():
            return _row("units", score_units(both))
        case ParentClaim():
            return _row("unit hierarchy", score_units(both))
        case ClusterClaim():
            return score_unit_relations(both)
    return score_places(both)


def _of_rank(claim: RankClaim, both: Comparison) -> Iterator[tuple[str, bool]]:
    """The gold gives the rank after a promotion; the one before it cannot be judged."""
    if claim.former:
        return
    alone = replace(NOTHING, persons=(Person(claim.person, claim.rank),))
    officers, *ranks = score_persons(replace(both, predicted=alone))
    if not _is_right(officers):
        yield claim.kind, False
    elif ranks:
        yield claim.kind, _is_right(ranks[0])


def _of_event(number: int, both: Comparison) -> Iterator[tuple[str, bool]]:
    """The event, and what is said of it where the gold has it and says the like."""
    found = both.predicted.events[number]
    of_gold = {j: i for i, j in both.events.items()}
    yield "event", number in of_gold
    if number not in of_gold:
        return
    gold = both.gold.events[of_gold[number]]
    yield "event type", right_type(gold, found)
    if found.date:
        yield "event date", right_date(gold, found)
    if found.organiser and gold.organiser:
        yield "event organiser", right_organiser(gold, found, both.aliases)
    if found.place and gold.place:
        yield "event place", right_place(gold, found)


def _row(name: str, tallies: Iterable[Tally]) -> Tally:
    return next(tally for tally in tallies if tally.row == name)


def _is_right(tally: Tally) -> bool:
    """Everything that the claim says is in the gold."""
    return tally.true_positives > 0 and not tally.false_positives
