"""What every question has in common at the command line: the graph it asks, its filters, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .answer import Answer, print_answer
from .filters import OPTIONS, Command, set_options, take_filters
from .options import OUTPUT, AsJson, GraphFolder
from .output import say_moved

if TYPE_CHECKING:
    from graphbuild.graph import Filters, Graph

AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
WithEvidence = Annotated[bool, typer.Option("--evidence", help="Add the sentences behind each row.")]
Name = Annotated[str, typer.Argument(help="Name or id.")]
Unit = Annotated[str, typer.Argument(help="Name or id of a unit.")]


@dataclass
class Ask:
    """What a command asks: the folder of the graph, the filters, and the graph itself once it is needed."""

    folder: Path
    only: Filters

    @cached_property
    def graph(self) -> Graph:
        """The opened graph."""
        from graphbuild.building.opening import open_graph

        return open_graph(self.folder)


def question(sourced: bool = True) -> Callable[[Callable[..., Answer]], Command]:
    """Make a command of a function that answers: it is handed `ask`, and what it returns is printed.

    Parameters
    ----------
    sourced: whether rows can show the sentences behind them.
    """
    printing = {"graph": (GraphFolder, OUTPUT), "as_json": (AsJson, False), "as_csv": (AsCsv, False)}
    evidence = {"evidence": (WithEvidence, False)} if sourced else {}

    def decorate(command: Callable[..., Answer]) -> Command:
        @wraps(command)
        def run(**given: Any) -> None:
            as_json, as_csv, with_evidence = (given.pop(name, False) for name in ("as_json", "as_csv", "evidence"))
            ask = Ask(given.pop("graph"), take_filters(given))
            answer = command(ask=ask, **given)
            if "graph" in ask.__dict__:
                say_moved(ask.graph, *(value for value in given.values() if isinstance(value, str)))
            quotes = ask.graph.quotes(answer.claims()) if with_evidence else None
            print_answer(answer, as_json=as_json, as_csv=as_csv, quotes=quotes)

        set_options(run, command, "ask", {**OPTIONS, **evidence, **printing})
        return run

    return decorate
