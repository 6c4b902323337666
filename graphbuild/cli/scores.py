"""Printing scores: the rows, the causes of what fails, the calibration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .output import print_heading, print_section

if TYPE_CHECKING:
    from graphbuild.evaluate import Bin, Row, Score


def plain(score: Score, misses: bool, bins: Sequence[Bin] | None) -> dict[str, object]:
    """Return what `--json` prints; `misses` and `bins` go into it where they were asked for."""
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
    causes = {count.cause.value: {"misses": count.misses, "rows": dict(count.rows)} for count in score.causes}
    table: dict[str, object] = {"documents": score.documents, "absent": score.absent, "rows": rows, "causes": causes}
    if misses:
        table["misses"] = score.misses
    if bins is not None:
        table["calibration"] = bins
    return table


def print_rows(score: Score) -> None:
    """Print a line for each sort of fact."""
    absent = f": {', '.join(score.absent)}" if score.absent else ""
    print(f"{score.documents} documents, {len(score.absent)} without a prediction{absent}")
    print_heading(f"{'':34}{'P':>7}{'R':>7}{'F1':>7}   tp  fp  fn")
    for row in score.rows:
        print(_line(row))


def print_causes(score: Score) -> None:
    """Print how many facts fail for which cause."""
    lines = [(c.cause, c.misses, ", ".join(f"{row} {many}" for row, many in c.rows)) for c in score.causes]
    print_section("Causes; a fact in the place of another counts once", ("cause", "facts", "rows"), lines)


def print_misses(score: Score) -> None:
    """Print every fact that fails, under its cause."""
    columns = ("article", "row", "expected", "found", "sentence")
    for count in score.causes:
        misses = [miss for miss in score.misses if miss.cause is count.cause]
        lines = [(miss.document, miss.row, miss.expected, miss.found, miss.sentence) for miss in misses]
        print_section(count.cause.capitalize(), columns, lines)


def print_calibration(bins: Sequence[Bin]) -> None:
    """Print how many claims are right of those that state about the same confidence."""
    lines = [(b.kind, b.label, b.claims, f"{b.stated:.2f}", f"{b.right:.2f}") for b in bins]
    print_section("Calibration", ("kind", "confidence", "claims", "mean stated", "share right"), lines)


def _line(row: Row) -> str:
    if row.is_accuracy:
        return f"{row.name:34}{'':14}{row.f1:7.3f}  {row.true_positives:4}{'':4}{row.false_negatives:4}"
    return (
        f"{row.name:34}{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}"
        f"  {row.true_positives:4}{row.false_positives:4}{row.false_negatives:4}"
    )
