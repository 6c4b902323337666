"""What two nodes have in common: events, units, people, places, and days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..answers import Answer, Answered
from ..errors import UsageError
from ..model import EntityKind, Relation
from ..resolve import earliest, latest, seen_on
from .reading import links_from, links_to, node, text, undated_last
from .records import Link, Node

if TYPE_CHECKING:
    import networkx as nx

ORDER = (EntityKind.EVENT, EntityKind.UNIT, EntityKind.PERSON, EntityKind.PLACE)
FULL = len("2021-07-15")

Period = tuple[str, str]
"""From one ISO date to another, both included."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A node that both are tied to.

    Attributes
    ----------
    times: of an event its date, if known; of anything else the stretches of time, from and to, in which both are known
        to have been tied to it at once. Sightings bound them, so they may have been longer.
    a, b: the edges of the one and of the other.
    """

    node: Node
    times: tuple[Period, ...]
    a: tuple[Link, ...]
    b: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SameDay:
    """A day on which both were seen, each at an event of its own."""

    date: str
    a: tuple[Link, ...]
    b: tuple[Link, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Together(Answered):
    """What `a` and `b` have in common: events by date first, then units, people and places; and days."""

    a: Node
    b: Node
    shared: tuple[Shared, ...]
    days: tuple[SameDay, ...]

    def answer(self) -> Answer:
        """Its tables."""
        from .tables.pairs import together_answer

        return together_answer(self)


def together(graph: nx.MultiDiGraph[str], a: str, b: str) -> Together:
    """Everything that both `a` and `b` are tied to by an edge, and the days on which both were at some event.

    Raises NotFoundError for an unknown id, UsageError where both are one.
    """
    one, other = node(graph, a), node(graph, b)
    if a == b:
        raise UsageError(f"both are {a}", do="name two")
    of_a, of_b = _around(graph, a), _around(graph, b)
    common = (of_a.keys() & of_b.keys()) - {a, b}
    shared = [_shared(graph, node(graph, id), of_a[id], of_b[id]) for id in sorted(common)]
    return Together(one, other, tuple(sorted(shared, key=_order)), tuple(_days(graph, of_a, of_b, common)))


def period(link: Link) -> Period | None:
    """From when to when an edge that is no event's is known to hold, None where no article dates it."""
    if link.relation is Relation.HOLDS:
        stated = {link.text("start"), link.text("end")} - {""}
        dates = sorted(stated.union(seen_on(link.first, link.last, link.attributes)))
    else:
        dates = [link.text("valid_from") or link.first, link.text("valid_to") or link.last]
    return (dates[0], dates[-1]) if dates and dates[0] else None


def _around(graph: nx.MultiDiGraph[str], id: str) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in (*links_from(graph, id), *links_to(graph, id)):
        found.setdefault(link.other(id).id, []).append(link)
    return found


def _shared(graph: nx.MultiDiGraph[str], one: Node, of_a: list[Link], of_b: list[Link]) -> Shared:
    if one.kind is EntityKind.EVENT:
        times = tuple((date, date) for date in (text(graph, one.id, "date"),) if date)
    else:
        times = tuple(both for a in _joined(of_a) for b in _joined(of_b) if (both := _both(a, b)))
    return Shared(one, times, tuple(of_a), tuple(of_b))


def _joined(links: Iterable[Link]) -> list[Period]:
    """The periods of the edges in the order of time; those that certainly meet are one."""
    found: list[Period] = []
    for one in sorted(filter(None, map(period, links))):
        if found and _both(found[-1], one):
            found[-1] = found[-1][0], max(found[-1][1], one[1], key=earliest)
        else:
            found.append(one)
    return found


def _both(a: Period, b: Period) -> Period | None:
    """The time that certainly lies in both, None if there may be none."""
    first, last = max(a[0], b[0], key=latest), min(a[1], b[1], key=earliest)
    return (first, last) if latest(first) <= earliest(last) else None


def _days(
    graph: nx.MultiDiGraph[str], of_a: Mapping[str, list[Link]], of_b: Mapping[str, list[Link]], common: set[str]
) -> Iterable[SameDay]:
    dated_a, dated_b = _dated(graph, of_a, common), _dated(graph, of_b, common)
    for date in sorted(dated_a.keys() & dated_b.keys()):
        yield SameDay(date, tuple(dated_a[date]), tuple(dated_b[date]))


def _dated(graph: nx.MultiDiGraph[str], around: Mapping[str, list[Link]], but: set[str]) -> dict[str, list[Link]]:
    """The edges to events of a known day, by day."""
    found: dict[str, list[Link]] = {}
    for id, links in around.items():
        date = text(graph, id, "date")
        if id not in but and graph.nodes[id]["kind"] == EntityKind.EVENT and len(date) == FULL:
            found.setdefault(date, []).extend(links)
    return found


def _order(shared: Shared) -> tuple[object, ...]:
    first = shared.times[0][0] if shared.times else ""
    return (ORDER.index(shared.node.kind), *undated_last(first), shared.node.name, shared.node.id)
