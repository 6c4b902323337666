"""What every question has in common at the command line: the graph it asks, its filters, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .answer import print_answer
from .filters import OPTIONS, Command, set_options, take_filters
from .options import OUTPUT, AsJson, GraphFolder
from .output import say_moved

if TYPE_CHECKING:
    from graphbuild.answers import Answer
    from graphbuild.building.nearby import Nearby
    from graphbuild.graph import Filters, Graph

AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
WithEvidence = Annotated[bool, typer.Option("--evidence", help="Add the sentences behind each row.")]
Name = Annotated[str, typer.Argument(help="Name or id.")]
Unit = Annotated[str, typer.Argument(help="Name or id of a unit.")]


class Ask:
    """What a command asks: the folder of the graph, the filters, and as much of the graph as the command opens.

    Attributes
    ----------
    opened: the graph that was opened last, None before that.
    """

    def __init__(self, folder: Path, only: Filters) -> None:
        self.folder = folder
        self.only = only
        self.opened: Graph | None = None

    @property
    def graph(self) -> Graph:
        """The whole graph."""
        from graphbuild.building.opening import open_graph

        self.opened = self.opened or open_graph(self.folder)
        return self.opened

    def around(
        self,
        *names: str,
        kind: str | None = None,
        hops: int = 1,
        card: bool = False,
        line: bool = False,
        bare: bool = False,
    ) -> tuple[Graph, tuple[str, ...]]:
        """What lies around a few names, and their ids; `Want` tells what the options are.

        `brief` and `bare` are enough only where nothing is filtered.
        """
        from graphbuild.building.nearby import Want

        ids = self.nearby.find(names, kind)
        whole = not self.only
        self.opened = self.nearby.around(ids, Want(hops, card, whole, line, bare and whole))
        return self.opened, ids

    def between(self, a: str, b: str) -> tuple[Graph, str, str]:
        """The shortest ways between two names, and their ids."""
        one, other = self.nearby.find((a, b))
        self.opened = self.nearby.between(one, other)
        return self.opened, one, other

    @cached_property
    def nearby(self) -> Nearby:
        """The store, for questions that need only a part of it."""
        from graphbuild.building.nearby import Nearby

        return Nearby.of(self.folder)


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
            folder = given.pop("graph")
            ask = Ask(folder, take_filters(given, folder))
            answer = command(ask=ask, **given)
            if ask.opened:
                say_moved(ask.opened, *(value for value in given.values() if isinstance(value, str)))
            quotes = ask.opened.quotes(answer.claims()) if with_evidence and ask.opened else None
            print_answer(answer, as_json=as_json, as_csv=as_csv, quotes=quotes)

        set_options(run, command, "ask", {**OPTIONS, **evidence, **printing})
        return run

    return decorate
