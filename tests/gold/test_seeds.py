"""What the program finds in the five real articles of ../shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.building.article import extract_files
from graphbuild.evaluate import Score, evaluate

pytestmark = pytest.mark.shared

# F1, of accuracies the share of right answers: what was asked of the program.
ASKED = {
    "officers":                        1.00,
    "rank (accuracy)":                 1.00,
    "main event found (accuracy)":     1.00,
    "main event date (accuracy)":      1.00,
    "main event organiser (accuracy)": 1.00,
    "byline (accuracy)":               1.00,
    "positions":                       0.90,
    "participation with role":         0.90,
    "units":                           0.85,
    "unit hierarchy":                  0.70,
    "unit relations":                  0.80,
    "events":                          0.70,
    "places":                          0.80,
}  # fmt: skip


@pytest.fixture(scope="module")
def score(shared: Path) -> Score:
    return evaluate(shared / "gold" / "seeds", extract_files([shared / "seeds"]))


def test_all_five_are_read(score: Score) -> None:
    assert (score.documents, score.absent) == (5, ())


@pytest.mark.parametrize("row", ASKED)
def test_what_was_asked_is_reached(score: Score, row: str) -> None:
    assert score.row(row).f1 >= ASKED[row]
