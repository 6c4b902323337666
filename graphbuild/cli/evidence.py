"""graphbuild evidence"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .options import OUTPUT, AsJson, GraphFolder
from .output import edge_words, mark, print_heading, print_json, say_moved

if TYPE_CHECKING:
    from graphbuild.graph import Link
    from graphbuild.model import Quote


def evidence(
    a: Annotated[str, typer.Argument(help="Name or id.")],
    b: Annotated[str | None, typer.Argument(help="Name or id of the other; without it, everything about A.")] = None,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Show the sentences behind what the graph says.

    Of A and B together, or of A alone with everything around it.
    """
    from graphbuild.building.opening import open_graph

    opened = open_graph(graph)
    say_moved(opened, *filter(None, (a, b)))
    others = [b] if b else [neighbour.node.id for neighbour in opened.neighbours(a)]
    found = [pair for other in others for pair in opened.evidence(a, other)]
    if as_json:
        print_json([{"link": link, "quotes": quotes} for link, quotes in found])
        return
    for link, quotes in found:
        _print_link(link)
        for quote in quotes:
            _print_quote(quote)


def _print_link(link: Link) -> None:
    key = f" ({edge_words(link.key)})" if link.key else ""
    print_heading(f"{link.source.name} {link.relation}{key} {link.target.name}")


def _print_quote(quote: Quote) -> None:
    print(f"  {mark(quote.sentence, quote.mark_start, quote.mark_end)}")
    source = ", ".join(filter(None, (quote.title, quote.published, quote.url, quote.document)))
    caption = ", photo caption" if quote.caption else ""
    print(f"    {source} [{quote.rule}, confidence {quote.confidence:.2f}{caption}]")
    print()
