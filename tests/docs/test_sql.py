"""docs/sql.md shows what its questions answer on the bundled articles, and lists every view and column.

After a change that is meant: UPDATE_README=1 pytest tests/docs, and read the difference.
"""

from __future__ import annotations

import os
import re
import sys
from itertools import groupby
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.store import Workspace
from tests.docs.readme import run_in_terminal

ROOT = Path(__file__).parents[2]
DOC = ROOT / "docs" / "sql.md"
QUESTION = re.compile(r"```sql\n(?P<query>.*?)```\n\n```text\n(?P<answer>.*?)```", re.DOTALL)
VIEWS = re.compile(r"(?<=<!-- views -->\n).*?(?=<!-- end of views -->)", re.DOTALL)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the bundled articles."""
    folder = tmp_path_factory.mktemp("asking")
    (folder / "graphbuild").symlink_to(ROOT / "graphbuild")
    gb.build([ROOT / "graphbuild" / "samples" / "articles"], folder / "output")
    return folder


def answered(text: str, folder: Path) -> str:
    """The document with the real answers in it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def answer(found: re.Match[str]) -> str:
        query = found["query"]
        shown = run_in_terminal(f"graphbuild sql - <<'END'\n{query}END", folder, path)
        return f"```sql\n{query}```\n\n```text\n{shown}\n```"

    return QUESTION.sub(answer, text)


def listed(output: Path) -> str:
    """The views and their columns in Markdown, in alphabetical order."""
    with Workspace(output).open_reader() as store:
        meanings = dict(store.ask("SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'main'").rows)
        columns = store.ask(
            "SELECT table_name, column_name, lower(data_type), comment FROM duckdb_columns()"
            " WHERE schema_name = 'main' AND database_name = 'store' AND NOT internal ORDER BY table_name, column_index"
        ).rows
    lines = ["| view | column | type | meaning |", "|---|---|---|---|"]
    for view, rows in groupby(columns, key=lambda row: row[0]):
        lines.append(f"| **{view}** | | | **{meanings[view]}** |")
        lines += (f"| | {column} | {kind} | {meaning} |" for _, column, kind, meaning in rows)
    return "\n".join(lines) + "\n"


def test_the_questions_have_the_answers_and_every_view_is_listed(reader: Path) -> None:
    text = DOC.read_text("utf-8")
    filled = VIEWS.sub(lambda _: listed(reader / "output"), answered(text, reader))
    if os.environ.get("UPDATE_README"):
        DOC.write_text(filled, "utf-8")
    assert DOC.read_text("utf-8") == filled


def test_there_are_five_questions_and_each_is_answered() -> None:
    answers = [found["answer"].splitlines() for found in QUESTION.finditer(DOC.read_text("utf-8"))]
    assert len(answers) == 5
    assert all(len(lines) > 2 for lines in answers)
