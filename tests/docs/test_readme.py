"""The README shows what the program really prints.

After a change that is meant: UPDATE_README=1 pytest tests/docs, and read the difference.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.building.article import extract_files
from graphbuild.evaluate import evaluate
from graphbuild.readers import Failure
from tests.docs.readme import fill

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SAMPLES = ROOT / "graphbuild" / "samples"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("reader")
    (folder / "graphbuild").symlink_to(ROOT / "graphbuild")
    gb.build([SAMPLES / "articles"], folder / "output")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return fill(README.read_text("utf-8"), folder, path, scores(folder))


def scores(folder: Path) -> str:
    """The scores of the two halves of the bundled articles as a table."""
    found = list(extract_files([SAMPLES / "articles"]))
    halves = []
    for remainder in (1, 0):
        gold = folder / f"gold{remainder}"
        gold.mkdir()
        for file in (SAMPLES / "gold").iterdir():
            if int(file.name[:2]) % 2 == remainder:
                shutil.copy(file, gold)
        predictions = [
            f for f in found if not isinstance(f, Failure) and int(Path(f.document).name[:2]) % 2 == remainder
        ]
        halves.append({row.name: row for row in evaluate(gold, predictions).rows})
    lines = ["| row | odd | even |", "|---|---|---|"]
    lines += [f"| {name} | {row.f1:.3f} | {halves[1][name].f1:.3f} |" for name, row in halves[0].items()]
    return "\n".join(lines) + "\n"


def test_the_readme_shows_what_the_commands_print_and_what_the_scores_are(filled: str) -> None:
    if os.environ.get("UPDATE_README"):
        README.write_text(filled, "utf-8")
    assert README.read_text("utf-8") == filled


def test_every_file_and_command_that_the_readme_names_exists() -> None:
    text = README.read_text("utf-8")
    assert (ROOT / "docs" / "page.png").is_file()
    assert "docs/page.png" in text
