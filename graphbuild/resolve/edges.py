"""Claims of many articles -> edges between entities, each with the claims behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import (
    Attribute,
    Claim,
    ClusterClaim,
    Edge,
    EntityKind,
    EventClaim,
    ParentClaim,
    ParticipationClaim,
    PostingClaim,
    Relation,
)
from ..text import compare_key
from .telling import Telling

if TYPE_CHECKING:
    from ..resources import Gazetteer


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim as an edge between entities.

    Attributes
    ----------
    kind: what tells parallel edges apart, as compared. date: ISO date of the claim or event, '' if unknown.
    """

    source: str
    target: str
    relation: Relation
    kind: str
    claim: str
    document: str
    date: str
    title: str = ""
    role: str = ""
    status: str = ""
    rank: str = ""


def sayings(telling: Telling, event_dates: Mapping[str, str]) -> Iterator[Saying]:
    """Every claim of an article that says an edge; what joins an entity with itself is left out, as it says nothing.

    Parameters
    ----------
    event_dates: event id -> ISO date or ''.
    """
    for id, claim in telling.claims:
        yield from (said for said in _sayings(telling, id, claim, event_dates) if said.source != said.target)


def fold(said: Iterable[Saying], gazetteer: Gazetteer) -> tuple[Edge, ...]:
    """Edges in the order of their ends, relation and key."""
    groups: defaultdict[tuple[str, str, Relation, str], list[Saying]] = defaultdict(list)
    for one in said:
        groups[one.source, one.target, one.relation, one.kind].append(one)
    edges = [make_edge(group, gazetteer) for group in groups.values()]
    return tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.key)))


def _sayings(telling: Telling, id: str, claim: Claim, event_dates: Mapping[str, str]) -> Iterator[Saying]:
    said = (id, telling.document)
    match claim:
        case PostingClaim(unit=str(unit)):
            yield Saying(
                telling.id(EntityKind.PERSON, claim.person),
                telling.unit(unit),
                Relation.HOLDS,
                f"{compare_key(claim.title)}|{claim.status}",
                *said,
                str(claim.date or telling.date),
                claim.title,
                claim.role.value,
                claim.status.value,
                claim.rank or "",
            )
        case ParticipationClaim():
            who = telling.id(EntityKind.PERSON, claim.person) if claim.person else telling.unit(claim.unit or "")
            event, role = telling.id(EntityKind.EVENT, claim.event), claim.role.value
            date = event_dates[event] or telling.date
            yield Saying(who, event, Relation.PARTICIPATES, role, *said, date, role=role)
        case EventClaim():
            event = telling.id(EntityKind.EVENT, claim.event)
            date = event_dates[event] or telling.date
            if claim.organiser:
                yield Saying(telling.unit(claim.organiser), event, Relation.ORGANISES, "", *said, date)
            if claim.place:
                place = telling.id(EntityKind.PLACE, claim.place)
                yield Saying(event, place, Relation.HELD_AT, "", *said, date)
        case ParentClaim():
            date = str(claim.date or telling.date)
            yield Saying(telling.unit(claim.unit), telling.unit(claim.parent), Relation.PART_OF, "", *said, date)
        case ClusterClaim():
            relation = Relation.LEADS if claim.leads else Relation.MEMBER_OF
            date = str(claim.date or telling.date)
            yield Saying(telling.unit(claim.unit), telling.unit(claim.cluster), relation, "", *said, date)


def make_edge(group: Sequence[Saying], gazetteer: Gazetteer, status: str = "") -> Edge:
    """One edge for sayings of one relation between the same two; `status` goes before that of the first saying."""
    first = group[0]
    status = status or first.status
    if len(group) == 1:
        return _edge_of_one(first, status)
    title, role = _most_common(s.title for s in group), _most_common(s.role for s in group)
    ranked = [s for s in group if s.rank]
    latest = max(ranked, key=lambda s: (s.date, gazetteer.rank_order(s.rank) or 0, s.rank), default=None)
    attributes: dict[str, Attribute] = {
        "title": title,
        "role": role,
        "status": status,
        "rank": latest.rank if latest else "",
    }
    dates = sorted(s.date for s in group if s.date)
    return Edge(
        first.source,
        first.target,
        first.relation,
        f"{title}|{status}" if first.relation is Relation.HOLDS else role,
        {name: value for name, value in attributes.items() if value},
        tuple(sorted({s.claim for s in group})),
        len({s.document for s in group}),
        dates[0] if dates else "",
        dates[-1] if dates else "",
    )


def _edge_of_one(said: Saying, status: str) -> Edge:
    """What `make_edge` makes of one saying, as most edges are: sooner, since there is nothing to be counted."""
    told = (("title", said.title), ("role", said.role), ("status", status), ("rank", said.rank))
    return Edge(
        said.source,
        said.target,
        said.relation,
        f"{said.title}|{status}" if said.relation is Relation.HOLDS else said.role,
        {name: value for name, value in told if value},
        (said.claim,),
        1,
        said.date,
        said.date,
    )


def _most_common(words: Iterable[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word))
