"""What all tests share: where things lie, and when a test cannot run here."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# Helpers beside the tests are imported as tests.store.claims and so on, however pytest was started.
sys.path.insert(0, str(ROOT))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs ../shared or a browser where there is none; in CI a missing browser is a failure."""
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip("../shared is not beside the checkout")
    if item.get_closest_marker("browser") and not _browser():
        reason = "no Chromium found; install one, for instance: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser for tests marked `browser`."""
    return _browser() or ""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared, for tests marked `shared`."""
    return SHARED


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """Address of a Dask cluster of two workers that all tests share: it takes seconds to start."""
    from graphbuild.engines.cluster import our_own_cluster

    with our_own_cluster(2) as address:
        yield address


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)
