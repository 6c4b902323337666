"""Who commanded a unit, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import EntityKind, PostRole, Relation
from .reading import links_from, links_to, node, undated_last
from .records import Link, Node, Tenure

if TYPE_CHECKING:
    import networkx as nx

IN_COMMAND = (PostRole.COMMANDER.value, PostRole.HEAD.value)
"""Kinds of posts that command a unit; one that has no commander (a school, an office) has a head."""


def commanders(
    graph: nx.MultiDiGraph[str], unit: str, *, follow: bool = False, roles: Sequence[str] = IN_COMMAND
) -> tuple[Tenure, ...]:
    """Who held the command of `unit`, in the order of time, undated last.

    Parameters
    ----------
    follow: go on with the units that it followed and that followed it (SUCCEEDED_BY), earlier units first.
    roles: kinds of post (`PostRole`); ('political',) gives the commissars.

    Raises NotFoundError for an unknown id, UsageError for what is not a unit.
    """
    one = node(graph, unit)
    if one.kind is not EntityKind.UNIT:
        raise UsageError(f"{unit} is a {one.kind}, not a unit", do="ask for a unit")
    line = line_of_succession(graph, unit) if follow else (unit,)
    return tuple(tenure for id in line for tenure in _of_unit(graph, id, roles))


def line_of_succession(graph: nx.MultiDiGraph[str], unit: str) -> tuple[str, ...]:
    """The ids of the units that `unit` followed, its own, and of those that followed it, each once."""

    def walk(id: str, back: bool, seen: dict[str, None]) -> dict[str, None]:
        links = (links_to if back else links_from)(graph, id, Relation.SUCCEEDED_BY)
        for other in (link.source.id if back else link.target.id for link in links):
            if other not in seen:
                seen[other] = None
                walk(other, back, seen)
        return seen

    earlier = list(walk(unit, True, {unit: None}))[1:]
    later = [id for id in list(walk(unit, False, {unit: None}))[1:] if id not in earlier]
    return (*reversed(earlier), unit, *later)


def _of_unit(graph: nx.MultiDiGraph[str], unit: str, roles: Sequence[str]) -> list[Tenure]:
    links = [link for link in links_to(graph, unit, Relation.HOLDS) if link.text("role") in roles]
    return sorted((_tenure(graph, link) for link in links), key=_order)


def _tenure(graph: nx.MultiDiGraph[str], link: Link) -> Tenure:
    return Tenure(
        unit=link.target,
        person=link.source,
        title=link.text("title"),
        rank=link.text("rank"),
        acting=bool(link.attributes.get("acting")),
        past_only=bool(link.attributes.get("past_only")),
        first=link.first,
        last=link.last,
        start=link.text("start"),
        end=link.text("end"),
        over_by=link.text("left_by"),
        predecessor=_known(graph, link.text("predecessor")),
        successor=_known(graph, link.text("successor")),
        link=link,
    )


def _known(graph: nx.MultiDiGraph[str], id: str) -> Node | None:
    return node(graph, id) if id in graph else None


def _order(one: Tenure) -> tuple[object, ...]:
    """By the first date in the post; of somebody of whom only the end is told, by the end."""
    known = one.start or (one.end or one.over_by or one.first if one.past_only else one.first)
    return (*undated_last(known), one.last, one.person.name, one.person.id, one.title)
