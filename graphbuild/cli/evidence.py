"""graphbuild evidence"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from .answer import OF_EVIDENCE, Answer, Row, Section, print_quote, quote_cells
from .asking import Ask, Name, question
from .output import edge_words, print_heading

if TYPE_CHECKING:
    from graphbuild.graph import Link
    from graphbuild.model import Quote


@question(sourced=False)
def evidence(
    ask: Ask,
    a: Name,
    b: Annotated[str | None, typer.Argument(help="Name or id of the other; without it, everything about A.")] = None,
) -> Answer:
    """Show the sentences behind what the graph says.

    Of A and B together, or of A alone with everything around it.
    """
    graph, (id, *more) = ask.around(a, *([] if b is None else [b]))
    found = graph.evidence(id, next(iter(more), None), ask.only)
    value = [{"link": link, "quotes": quotes} for link, quotes in found]
    columns = ("from", "relation", "as", "to", *OF_EVIDENCE)
    rows = [Row((*_cells(link), *quote_cells(quote))) for link, quotes in found for quote in quotes]
    return Answer(value, (Section(columns, rows),), nothing="nothing is said of it", text=lambda: _print(found))


def _print(found: Sequence[tuple[Link, Sequence[Quote]]]) -> None:
    for link, quotes in found:
        source, relation, key, target = _cells(link)
        print_heading(f"{source} {relation}{f' ({key})' if key else ''} {target}")
        for quote in quotes:
            print_quote(quote)


def _cells(link: Link) -> tuple[str, str, str, str]:
    return link.source.name, link.relation, edge_words(link.key), link.target.name
