"""Every command runs with nothing installed but what the package depends on."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graphbuild.cli.app import COMMANDS
from graphbuild.exporters.formats import FORMATS
from graphbuild.samples import articles_folder
from tests.docs.questions import QUESTIONS

ROOT = Path(__file__).parents[2]
ARTICLE = next(path for path in sorted(articles_folder().iterdir()) if path.suffix == ".txt")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[list[Any]]:
    folder = tmp_path_factory.mktemp("bare")
    output, gold = str(folder / "output"), folder / "gold"
    gold.mkdir()
    shutil.copy(articles_folder().parent / "gold" / f"{ARTICLE.stem}.json", gold)
    asked = [[*shlex.split(question.command), "-g", output] for question in QUESTIONS]
    commands = [
        ["demo", "-o", output],
        ["build", str(articles_folder()), "-o", output, "--jobs", "2"],
        *asked,
        *([*words, "--evidence"] for words in asked if words[0] in ("show", "path", "chart")),
        ["sql", "FROM persons", "--json", "-g", output],
        ["extract", str(ARTICLE), "--explain"],
        ["diff", output, output],
        ["view", "quan khu 6", "-g", output],
        *(["export", name, "-o", str(folder / f"export-{name}"), "-g", output] for name in FORMATS),
        ["review", output],
        ["judge", "--list", "-g", output],
        ["forget", f"articles/{ARTICLE.name}", "--dry-run", "-g", output],
        ["evaluate", str(gold), str(ARTICLE)],
        ["gazetteer", "check"],
        ["gazetteer", "list", "ranks"],
        ["gazetteer", "schema", "ranks"],
        ["gazetteer", "test", "Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị sơ kết."],
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.packaging.only_what_is_needed"],
        cwd=ROOT, input=json.dumps(commands), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout.splitlines()[-1]))


def test_every_command_runs(told: list[list[Any]]) -> None:
    assert [one for one in told[:-2] if one[1] != 0] == []
    run = {words[0] for words, *_ in told}
    assert {command.__name__ for command in COMMANDS} | {"gazetteer"} <= run


def test_nothing_else_was_imported(told: list[list[Any]]) -> None:
    assert told[-2] == [["modules"], [], ""]


def test_who_asks_for_a_data_frame_is_told_what_to_install(told: list[list[Any]]) -> None:
    assert told[-1] == [["frame"], "refused", 'data frames need pandas; pip install "graphbuild[notebook]"']
