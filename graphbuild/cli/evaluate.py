"""graphbuild evaluate"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.errors import UsageError

from .options import AsJson, Gazetteer, Jobs, Ner
from .output import print_json
from .scores import plain, print_calibration, print_causes, print_misses, print_rows

if TYPE_CHECKING:
    from graphbuild.evaluate import Bin
    from graphbuild.model import Extraction
    from graphbuild.readers import Failure


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of NAME.json, the facts of each article.")],
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCS]...", help="Articles; by default the folder articles beside GOLD_DIR."),
    ] = None,
    *,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed, made up or wrong, by cause and with its sentence.")
    ] = False,
    calibrate: Annotated[
        bool, typer.Option("--calibration", help="Show how many claims are right, by the confidence they state.")
    ] = False,
    as_json: AsJson = False,
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", metavar="FILE", help="Score the facts in this JSONL file; read no articles."),
    ] = None,
    jobs: Jobs = None,
    gazetteer: Gazetteer = None,
    ner: Ner = True,
) -> None:
    """Score the facts of articles against those that a reader found in them.

    Prints precision, recall and F1 of each sort of fact, and why facts were missed, made up or wrong.
    Exits with 1 if some articles could not be read.
    """
    from graphbuild.evaluate import calibration, read_predictions
    from graphbuild.evaluate import evaluate as score_facts

    if predictions and documents:
        raise UsageError("both articles and predictions are given", do="give one of them")
    if predictions and calibrate:
        raise UsageError("--calibration needs articles: predictions state no confidence", do="leave one of them out")
    failures: list[Failure] = []
    bins: tuple[Bin, ...] | None = None
    if predictions:
        score = score_facts(gold, read_predictions(predictions))
    else:
        kept: list[Extraction] = []
        articles = _read(gold, documents, jobs, gazetteer or (), ner, failures)
        score = score_facts(gold, _keeping(articles, kept) if calibrate else articles)
        bins = calibration(gold, kept) if calibrate else None
    if as_json:
        print_json(plain(score, misses, bins))
    else:
        print_rows(score)
        print_causes(score)
        if misses:
            print_misses(score)
        print_calibration(bins or ())
    if failures:
        raise typer.Exit(1)


def _keeping(articles: Iterator[Extraction], kept: list[Extraction]) -> Iterator[Extraction]:
    """Yield the articles as they are read, and keep them for a second look."""
    for article in articles:
        kept.append(article)
        yield article


def _beside(gold: Path) -> str:
    articles = gold.resolve().with_name("articles")
    if not articles.is_dir():
        raise UsageError("no folder articles beside it", where=str(gold), do="name the articles after it")
    return str(articles)


def _read(
    gold: Path,
    documents: list[str] | None,
    jobs: int | None,
    gazetteer: Sequence[Path],
    ner: bool,
    failures: list[Failure],
) -> Iterator[Extraction]:
    """Yield what is found in the articles; what cannot be read is named and goes into `failures`."""
    from graphbuild.building.article import read_files
    from graphbuild.readers import Failure

    for found in read_files(documents or [_beside(gold)], jobs=jobs, gazetteer=gazetteer, ner=ner):
        if isinstance(found, Failure):
            failures.append(found)
            print(f"failed: {found.source}: {found.error}", file=sys.stderr)
        else:
            yield found
