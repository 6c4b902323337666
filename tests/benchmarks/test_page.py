"""The page's cost, held by what pyvis costs for the same graph on the same machine."""

from __future__ import annotations

import pytest

from tests.benchmarks.page import PATIENCE, measure

NODES = 3000


@pytest.mark.browser
@pytest.mark.benchmark
def test_a_large_page_opens_with_less_work_than_pyvis_needs_with_places_given() -> None:
    ours, theirs = measure((NODES,), 1, ("graphbuild", "pyvis, places given"))
    assert ours.opened is not None, f"our page was not at rest in {PATIENCE:.0f} s"
    assert ours.opened.heap_megabytes < 60
    assert ours.file_megabytes is not None
    assert ours.file_megabytes < 30 * NODES / 50_000 + 1.5
    # The share of a frame that the main thread works, whatever else the machine does.
    assert max(ours.opened.pan_cpu, ours.opened.zoom_cpu) < 40
    if theirs.opened is not None:
        assert ours.opened.cpu_ms < theirs.opened.cpu_ms
