"""No stage becomes slower by a fifth unnoticed."""

from __future__ import annotations

import pytest

from tests.benchmarks.ratios import fallen, pinned

TRIES = 4
"""Other programs can only slow a stage down, so one good measurement tells that it is as fast as it was."""


@pytest.mark.benchmark
def test_no_stage_has_lost_a_fifth_of_its_pace_beside_the_yardstick() -> None:
    slower = fallen(TRIES)
    told = ", ".join(f"{name}: {ratio} where {pinned()[name]} was pinned" for name, ratio in slower.items())
    assert not slower, f"{told}; if that is meant: python -m tests.benchmarks.ratios --pin"
