"""The commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from graphbuild import __version__

from .build import build
from .chart import chart
from .commanders import commanders
from .communities import communities
from .conflicts import conflicts
from .demo import demo
from .diff import diff
from .evaluate import evaluate
from .events import events
from .evidence import evidence
from .export import export
from .extract import extract
from .forget import forget
from .gaps import gaps
from .gazetteer import app as gazetteer
from .judge import judge
from .neighbours import neighbours
from .path import path
from .review import review
from .search import search
from .show import show
from .sql import sql
from .stats import stats
from .timeline import timeline
from .together import together
from .top import top
from .view import view

# Help in plain text is there in half the time of the coloured one.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

COMMANDS = (
    *(demo, build, extract, search, show, path, neighbours, together, timeline, chart, commanders, gaps, events),
    *(evidence, conflicts, top, communities, stats, sql, diff, view, export, review, judge, forget, evaluate),
)

for command in COMMANDS:
    app.command()(command)
app.add_typer(gazetteer, name="gazetteer")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"graphbuild {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def about(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Turn Vietnamese articles about the armed forces into one graph, and ask it questions.

    Names may be typed without accents and in part: graphbuild show "bui hai son".
    """
    if context.invoked_subcommand is None:
        print(context.get_help())
