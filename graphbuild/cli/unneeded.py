"""Packages that libraries load only because they are installed, and that no command uses."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

UNNEEDED = ("matplotlib", "pandas", "seaborn", "sklearn", "tabulate")
"""DuckDB loads pandas for the first parameter of a query, NetworKit these when it is imported: a second and more."""


@contextmanager
def unneeded_left_out() -> Iterator[None]:
    """Make what is not loaded yet of `UNNEEDED` look as if it were not installed."""
    hidden = [name for name in UNNEEDED if name not in sys.modules]
    # An import of what stands here as None fails at once.
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
