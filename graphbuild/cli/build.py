"""graphbuild build"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from .interrupt import READING, heard_between_steps
from .options import OUTPUT, AsJson, Gazetteer, Jobs, Ner, Quiet, Settings
from .output import print_json
from .progress import progress_bar

if TYPE_CHECKING:
    from graphbuild.building.report import BuildReport
    from graphbuild.engines import Dask

Engine = Literal["local", "dask"]


def build(
    sources: Annotated[list[str], typer.Argument(metavar="SRC", help="Files and folders; - is standard input.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the graph goes.")] = OUTPUT,
    jobs: Jobs = None,
    engine: Annotated[Engine, typer.Option("--engine", help="Processes of this machine, or a Dask cluster.")] = "local",
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="A Dask cluster that runs, such as tcp://10.0.0.1:8786."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes of the Dask cluster that is started here.")
    ] = None,
    parts: Annotated[
        str | None,
        typer.Option("--parts", metavar="PLACE", help="Where finished parts go; all machines reach it."),
    ] = None,
    gazetteer: Gazetteer = None,
    settings: Settings = None,
    ner: Ner = True,
    patience: Annotated[
        float,
        typer.Option("--patience", metavar="SECONDS", help="How long one article may take; then it is left out."),
    ] = 120,
    prune: Annotated[bool, typer.Option("--prune", help="Forget earlier articles that are not in SRC.")] = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read articles and build the graph, or bring it up to date.

    Articles that the graph has already are read again only where they have changed. A graphbuild.toml in the output
    folder, or else beside the articles, says the settings. Exits with 1 if some could not be read; the graph of the
    others is built all the same. A build that was stopped goes on where it was when it is begun again.
    """
    from graphbuild.building.collection import build as build_graph

    with _kept_told(output), progress_bar(quiet) as bar, heard_between_steps(bar, during=READING) as progress:
        report = build_graph(
            sources,
            output,
            jobs=jobs,
            engine=_cluster(engine, scheduler, workers, parts),
            gazetteer=gazetteer or (),
            ner=ner,
            prune=prune,
            settings=settings,
            patience=patience,
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


@contextmanager
def _kept_told(output: Path) -> Iterator[None]:
    """Say of a build that is interrupted how much of it is kept."""
    try:
        yield
    except KeyboardInterrupt:
        from graphbuild.building.collection import kept_articles

        kept = kept_articles(output)
        if kept:
            print(f"articles read and kept: {kept}; the next build goes on from there", file=sys.stderr)
        raise


def _cluster(engine: Engine, scheduler: str | None, workers: int | None, parts: str | None) -> Dask | None:
    from graphbuild.engines import Dask
    from graphbuild.errors import UsageError

    if engine == "dask":
        return Dask(scheduler, workers, parts)
    given = {"--scheduler": scheduler, "--workers": workers, "--parts": parts}
    if any(value is not None for value in given.values()):
        needless = ", ".join(name for name, value in given.items() if value is not None)
        raise UsageError(f"only a cluster takes {needless}", do="add --engine dask")
    return None


def _print_report(report: BuildReport, prune: bool) -> None:
    print(f"articles: {report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.failed} failed")
    if report.reread:
        print(f"read again, because the program or the gazetteer has changed: {report.reread}")
    if report.kept:
        print(f"read before the last build was stopped: {report.kept}")
    if report.gone:
        print(f"of earlier builds, not among the sources: {report.gone} {'removed' if prune else 'kept'}")
    print(
        f"graph: {report.persons} persons, {report.units} units, {report.events} events, {report.places} places,"
        f" {report.edges} edges from {report.documents} articles"
    )
    if report.page_is_part:
        print("the page shows the most linked names alone; graphbuild view NAME shows what lies around any other")
    print(f"page: {report.page}")
