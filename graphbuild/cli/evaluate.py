"""graphbuild evaluate"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.errors import UsageError

from .options import AsJson, Gazetteer, Jobs
from .output import print_heading, print_json

if TYPE_CHECKING:
    from graphbuild.claims import DocumentFacts
    from graphbuild.evaluate import Row, Score
    from graphbuild.readers import Failure


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of NAME.json, the facts of each article.")],
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCS]...", help="Articles; by default the folder articles beside GOLD_DIR."),
    ] = None,
    *,
    misses: Annotated[bool, typer.Option("--misses", help="List every missed, extra and wrong fact.")] = False,
    as_json: AsJson = False,
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", metavar="FILE", help="Score the facts in this JSONL file; read no articles."),
    ] = None,
    jobs: Jobs = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Score the facts of articles against those that a reader found in them.

    Exits with 1 if some articles could not be read.
    """
    from graphbuild.evaluate import evaluate as score_facts
    from graphbuild.evaluate import read_predictions

    if predictions and documents:
        raise UsageError("both articles and predictions are given", do="give one of them")
    failures: list[Failure] = []
    if predictions:
        score = score_facts(gold, read_predictions(predictions))
    else:
        score = score_facts(gold, _extracted(gold, documents, jobs, gazetteer or (), failures))
    if as_json:
        print_json(_plain(score, misses))
    else:
        _print_score(score, misses)
    if failures:
        raise typer.Exit(1)


def _beside(gold: Path) -> str:
    articles = gold.resolve().with_name("articles")
    if not articles.is_dir():
        raise UsageError("no folder articles beside it", where=str(gold), do="name the articles after it")
    return str(articles)


def _extracted(
    gold: Path, documents: list[str] | None, jobs: int | None, gazetteer: Sequence[Path], failures: list[Failure]
) -> Iterator[DocumentFacts]:
    """Yield the facts of the articles; what cannot be read is named and goes into `failures`."""
    from graphbuild.building.article import extract_files
    from graphbuild.readers import Failure

    for found in extract_files(documents or [_beside(gold)], jobs=jobs, gazetteer=gazetteer):
        if isinstance(found, Failure):
            failures.append(found)
            print(f"failed: {found.source}: {found.error}", file=sys.stderr)
        else:
            yield found


def _plain(score: Score, misses: bool) -> dict[str, object]:
    rows = {
        row.name: {
            "precision": row.precision,
            "recall": row.recall,
            "f1": row.f1,
            "tp": row.true_positives,
            "fp": row.false_positives,
            "fn": row.false_negatives,
        }
        for row in score.rows
    }
    table = {"documents": score.documents, "absent": score.absent, "rows": rows}
    return {**table, "misses": score.misses} if misses else table


def _print_score(score: Score, misses: bool) -> None:
    absent = f": {', '.join(score.absent)}" if score.absent else ""
    print(f"{score.documents} documents, {len(score.absent)} without a prediction{absent}")
    print_heading(f"{'':34}{'P':>7}{'R':>7}{'F1':>7}   tp  fp  fn")
    for row in score.rows:
        print(_line(row))
    for miss in score.misses if misses else ():
        print(miss.document, miss.row, miss.kind, miss.what, sep="\t")


def _line(row: Row) -> str:
    if row.is_accuracy:
        return f"{row.name:34}{'':14}{row.f1:7.3f}  {row.true_positives:4}{'':4}{row.false_negatives:4}"
    return (
        f"{row.name:34}{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}"
        f"  {row.true_positives:4}{row.false_positives:4}{row.false_negatives:4}"
    )
