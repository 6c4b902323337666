"""The library counts what is found in whole articles as ../shared/score/score.py does, to the last digit."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

import pytest

from graphbuild.building.article import extract_files
from graphbuild.claims import DocumentFacts
from graphbuild.evaluate import Score, evaluate
from graphbuild.samples import articles_folder
from tests.conftest import SHARED
from tests.evaluate.agreeing import lines_of_score_py
from tests.evaluate.damage import Facts, damaged

pytestmark = pytest.mark.shared

SCORE_PY = SHARED / "score" / "score.py"
COLLECTIONS = {
    "seeds": (SHARED / "seeds", SHARED / "gold" / "seeds"),
    "samples": (articles_folder(), articles_folder().with_name("gold")),
}
SEVERITIES = (0.03, 0.2, 0.6)


@cache
def extracted(collection: str) -> tuple[Facts, ...]:
    """What the program finds in the articles, as it is printed."""
    articles, _ = COLLECTIONS[collection]
    found = [facts for facts in extract_files([articles]) if isinstance(facts, DocumentFacts)]
    return tuple(json.loads(json.dumps(facts.as_dict())) for facts in found)


def reference(gold: Path, predictions: Sequence[Facts], folder: Path) -> tuple[Mapping[str, object], list[str]]:
    """What score.py prints: its table, and its misses a line each."""
    file = folder / "predictions.jsonl"
    file.write_text("".join(json.dumps(facts) + "\n" for facts in predictions), "utf-8")
    command = [sys.executable, SCORE_PY, gold, file, "--json", "--misses"]
    table, *misses = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=True, env={"PYTHONIOENCODING": "utf-8"}
    ).stdout.splitlines()
    return json.loads(table), [line for line in misses if line]


def numbers(score: Score) -> dict[str, object]:
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
    return {"documents": score.documents, "absent": list(score.absent), "rows": rows}


def assert_agreement(gold: Path, predictions: Sequence[Facts], folder: Path) -> None:
    score = evaluate(gold, predictions)
    table, misses = reference(gold, predictions, folder)
    assert numbers(score) == table
    assert [row.name for row in score.rows] == list(table["rows"])
    ours = Counter(line for miss in score.misses for line in lines_of_score_py(miss))
    assert ours == Counter(tuple(line.split("\t")[:3]) for line in misses)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_number_of_the_programs_own_facts_agrees(collection: str, tmp_path: Path) -> None:
    _, gold = COLLECTIONS[collection]
    assert_agreement(gold, extracted(collection), tmp_path)


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_number_of_damaged_facts_agrees(collection: str, seed: int, severity: float, tmp_path: Path) -> None:
    random = Random(f"{seed} {severity}")
    _, gold = COLLECTIONS[collection]
    predictions = [
        damaged(facts, random, severity) for facts in extracted(collection) if random.random() > severity / 3
    ]
    assert_agreement(gold, predictions, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_every_number_of_damaged_gold_agrees(seed: int, tmp_path: Path) -> None:
    """Gold against gold is far from what the program finds, and spoilt gold lies near it."""
    _, gold = COLLECTIONS["samples"]
    facts = [{**json.loads(file.read_text("utf-8")), "document": file.stem} for file in sorted(gold.glob("*.json"))]
    assert_agreement(gold, [damaged(one, Random(seed), 0.05 * seed) for one in facts], tmp_path)
