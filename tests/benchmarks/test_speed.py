"""The pace from article to claims, held by its share of the bare tokeniser's pace."""

from __future__ import annotations

import pytest

from tests.benchmarks.speed import FLOOR, measure


@pytest.mark.benchmark
def test_claims_are_read_at_a_fair_share_of_the_bare_tokenisers_pace() -> None:
    speed = measure(rounds=7)
    slowest = sorted(speed.components.items(), key=lambda component: -component[1])[:3]
    assert speed.share_of_tokeniser >= FLOOR, f"{speed.claims} words/s; microseconds a word: {slowest}"
