"""graphbuild build"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .interrupt import READING, heard_between_steps
from .options import OUTPUT, AsJson, Gazetteer, Jobs, Ner, Quiet, Settings
from .output import print_json
from .progress import progress_bar

if TYPE_CHECKING:
    from graphbuild.building.report import BuildReport


def build(
    sources: Annotated[list[str], typer.Argument(metavar="SRC", help="Files and folders; - is standard input.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the graph goes.")] = OUTPUT,
    jobs: Jobs = None,
    gazetteer: Gazetteer = None,
    settings: Settings = None,
    ner: Ner = True,
    prune: Annotated[bool, typer.Option("--prune", help="Forget earlier articles that are not in SRC.")] = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read articles and build the graph, or bring it up to date.

    Articles that the graph has already are read again only where they have changed. A graphbuild.toml in the output
    folder, or else beside the articles, says the settings. Exits with 1 if some could not be read; the graph of the
    others is built all the same.
    """
    from graphbuild.building.collection import build as build_graph

    with progress_bar(quiet) as bar, heard_between_steps(bar, during=READING) as progress:
        report = build_graph(
            sources,
            output,
            jobs=jobs,
            gazetteer=gazetteer or (),
            ner=ner,
            prune=prune,
            settings=settings,
            progress=progress,
        )
    for failure in report.failures:
        print(f"failed: {failure.source}: {failure.error}", file=sys.stderr)
    if as_json:
        print_json(report.as_dict())
    elif not quiet:
        _print_report(report, prune)
    if report.failures:
        raise typer.Exit(1)


def _print_report(report: BuildReport, prune: bool) -> None:
    print(f"articles: {report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.failed} failed")
    if report.reread:
        print(f"read again, because the program or the gazetteer has changed: {report.reread}")
    if report.gone:
        print(f"of earlier builds, not among the sources: {report.gone} {'removed' if prune else 'kept'}")
    print(
        f"graph: {report.persons} persons, {report.units} units, {report.events} events, {report.places} places,"
        f" {report.edges} edges from {report.documents} articles"
    )
    print(f"page: {report.page}")
