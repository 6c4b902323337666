"""Two names: the ways from one to the other, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...answers import Answer, Row, claims_of, table
from ..path import Path
from ..records import Link, Node
from ..together import Together
from .wording import did, edge_words, listed, period

STEP = ("from", "relation", "as", "to", "seen", "articles")


def path_answer(found: Path) -> Answer:
    """A row a step."""
    return table(found, STEP, _steps(found), "both are one")


def paths_answer(ways: Sequence[Path]) -> Answer:
    """A row a step, the ways numbered from 1 on."""
    rows = [Row((number, *row.cells), row.claims) for number, way in enumerate(ways, 1) for row in _steps(way)]
    return table(ways, ("way", *STEP), rows, "both are one")


def together_answer(found: Together) -> Answer:
    """What both are tied to, and the days on which each was at an event of its own."""
    rows = [
        Row(
            (
                *(one.node.kind, one.node.name, "; ".join(period(*time) for time in one.times)),
                *(listed(map(did, one.a)), listed(map(did, one.b))),
            ),
            claims_of(one.a, one.b),
        )
        for one in found.shared
    ]
    rows += [Row(("day", "", day.date, _at(day.a), _at(day.b)), claims_of(day.a, day.b)) for day in found.days]
    columns = ("what", "name", "when", *_told_apart(found.a, found.b))
    return table(found, columns, rows, "they have nothing in common")


def _steps(found: Path) -> Iterator[Row]:
    for step in found.steps:
        link = step.link
        relation = f"{link.relation} ->" if link.source == step.start else f"<- {link.relation}"
        seen = period(link.first, link.last)
        yield Row((step.start.name, relation, edge_words(link.key), step.end.name, seen, link.count), link.claims)


def _told_apart(*both: Node) -> tuple[str, ...]:
    """The names of two, of namesakes the ids."""
    names = tuple(one.name for one in both)
    return names if len(set(names)) == len(names) else tuple(one.id for one in both)


def _at(links: Iterable[Link]) -> str:
    return listed(f"{link.target.name} ({did(link)})" for link in links)
