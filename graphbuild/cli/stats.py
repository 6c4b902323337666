"""graphbuild stats"""

from __future__ import annotations

from .answer import Answer, Row, Section
from .asking import Ask, question
from .output import period
from .views import say_if_older


@question(sourced=False)
def stats(ask: Ask) -> Answer:
    """Show the graph, or what the filters leave of it, in numbers; say if its page is older than it."""
    found = ask.graph.stats(ask.only)
    say_if_older(ask.folder)
    numbers = {"articles": found.articles, "nodes": found.nodes, "edges": found.edges}
    counts: dict[str, object] = {**numbers, "dates": period(found.first, found.last)}
    connected = [Row((one.node.name, one.node.kind, one.edges, one.node.id)) for one in found.most_connected]
    sections = (
        Section(("what", "how many"), [Row(pair) for pair in counts.items()]),
        Section(("kind", "how many"), [Row(pair) for pair in found.kinds.items()], "Nodes"),
        Section(("relation", "how many"), [Row(pair) for pair in found.relations.items()], "Edges"),
        Section(("name", "kind", "edges", "id"), connected, "Most connected"),
    )
    return Answer(found, sections)
