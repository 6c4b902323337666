"""The README shows what the program really prints.

After a change that is meant: UPDATE_README=1 pytest tests/docs, and read the difference.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli.app import COMMANDS
from graphbuild.cli.gazetteer import app as gazetteer
from tests.docs import questions
from tests.docs.questions import QUESTIONS, Question, as_printed, as_returned
from tests.docs.readme import fill
from tests.gold.splits import rows
from tests.gold.test_floors import FLOORS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SAMPLES = ROOT / "graphbuild" / "samples"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of somebody who tries what the README says."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "graphbuild").symlink_to(ROOT / "graphbuild")
    gb.build([SAMPLES / "articles"], folder / "output")
    return folder


@pytest.fixture(scope="module")
def filled(reader: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return fill(README.read_text("utf-8"), reader, path, scores(), questions.table(reader / "output"))


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


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.command)
def test_a_command_and_its_call_in_python_answer_the_same(question: Question, reader: Path) -> None:
    assert as_printed(question, reader / "output") == as_returned(question, gb.open(reader / "output"))


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text("utf-8")
    asked = {question.command.split()[0] for question in QUESTIONS}
    told = {command.__name__ for command in COMMANDS if f"graphbuild {command.__name__}" in text}
    assert {command.__name__ for command in COMMANDS} == asked | told
    of_gazetteer = [command.name or command.callback.__name__ for command in gazetteer.registered_commands]
    assert [name for name in of_gazetteer if f"graphbuild gazetteer {name}" not in text] == []
