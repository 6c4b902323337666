"""The README shows what the program really prints.

After a change that is meant: UPDATE_README=1 pytest tests/docs, and read the difference.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import graphbuild as gb
from tests.docs.readme import fill
from tests.gold.splits import rows
from tests.gold.test_floors import FLOORS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SAMPLES = ROOT / "graphbuild" / "samples"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("reader")
    (folder / "graphbuild").symlink_to(ROOT / "graphbuild")
    gb.build([SAMPLES / "articles"], folder / "output")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return fill(README.read_text("utf-8"), folder, path, scores())


def scores() -> str:
    """The scores of our own articles as a table; of those held out the floors, which are looked at less often."""
    lines = ["| row | rules | choice | held out |", "|---|---|---|---|"]
    for name, (_, _, floor) in FLOORS.items():
        by_rules, by_choice = (rows(split)[name].f1 for split in ("rules", "choice"))
        lines.append(f"| {name} | {by_rules:.3f} | {by_choice:.3f} | at least {floor:.2f} |")
    return "\n".join(lines) + "\n"


def test_the_readme_shows_what_the_commands_print_and_what_the_scores_are(filled: str) -> None:
    if os.environ.get("UPDATE_README"):
        README.write_text(filled, "utf-8")
    assert README.read_text("utf-8") == filled


def test_every_file_and_command_that_the_readme_names_exists() -> None:
    text = README.read_text("utf-8")
    assert (ROOT / "docs" / "page.png").is_file()
    assert "docs/page.png" in text
