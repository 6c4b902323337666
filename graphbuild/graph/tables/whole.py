"""The whole graph: its numbers, and what changed from one build to another."""

from __future__ import annotations

from collections.abc import Iterable

from ...answers import Answer, Row, Section
from ..diff import Diff, Difference
from ..stats import Stats
from .wording import period


def stats_answer(found: Stats, heading: str = "") -> Answer:
    """The graph in numbers."""
    numbers = {"articles": found.articles, "nodes": found.nodes, "edges": found.edges}
    counts: dict[str, object] = {**numbers, "dates": period(found.first, found.last)}
    connected = [Row((one.node.name, one.node.kind, one.edges, one.node.id)) for one in found.most_connected]
    sections = (
        Section(("what", "how many"), [Row(pair) for pair in counts.items()]),
        Section(("kind", "how many"), [Row(pair) for pair in found.kinds.items()], "Nodes"),
        Section(("relation", "how many"), [Row(pair) for pair in found.relations.items()], "Edges"),
        Section(("name", "kind", "edges", "id"), connected, "Most connected"),
    )
    return Answer(found, sections, heading)


def diff_answer(found: Diff) -> Answer:
    """Entities, postings and other edges that are not in both builds as they were."""
    columns = ("change", "kind", "what", "details", "id")
    sections = (
        Section(columns, _rows(found.entities), "Entities"),
        Section(columns, _rows(found.postings), "Postings"),
        Section(columns, _rows(found.edges), "Edges"),
    )
    return Answer(found, sections, nothing="the builds say the same")


def _rows(differences: Iterable[Difference]) -> list[Row]:
    return [Row((one.change, one.kind, one.name, _details(one), one.id)) for one in differences]


def _details(one: Difference) -> str:
    changes = [f"{field.field}: {field.old or '-'} -> {field.new or '-'}" for field in one.fields]
    if one.related:
        changes.append(f"records {'now' if one.change == 'went' else 'before'} in {', '.join(one.related)}")
    return "; ".join(changes)
