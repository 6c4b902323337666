"""graphbuild sql: tables, JSON, CSV, standard input, and Ctrl-C."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles

Captured = pytest.CaptureFixture[str]
NAMES = "SELECT name, rank FROM persons ORDER BY name"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sql")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder / "output"


def ask(output: Path, capsys: Captured, *words: str) -> str:
    assert main(["sql", *words, "-g", str(output)]) == 0
    return capsys.readouterr().out


def test_a_table_json_and_csv_hold_the_same(output: Path, capsys: Captured) -> None:
    expected = [list(row) for row in gb.open(output).sql(NAMES)]
    assert len(expected) > 1
    assert [line.split("\t") for line in ask(output, capsys, NAMES).splitlines()] == [["name", "rank"], *expected]
    rows = json.loads(ask(output, capsys, NAMES, "--json"))
    assert [list(row.values()) for row in rows] == expected
    assert list(csv.reader(io.StringIO(ask(output, capsys, NAMES, "--csv")))) == [["name", "rank"], *expected]


def test_a_cell_of_many_lines_is_one_line_of_a_table_and_whole_in_csv(output: Path, capsys: Captured) -> None:
    query = "SELECT text, NULL AS nothing FROM documents LIMIT 1"
    ((text, _),) = gb.open(output).sql(query)
    assert "\n" in text
    assert ask(output, capsys, query).splitlines()[1].split("\t") == [" ".join(text.split()), ""]
    assert list(csv.reader(io.StringIO(ask(output, capsys, query, "--csv"))))[1] == [text, ""]


def test_without_a_query_the_views_are_listed_with_what_their_columns_mean(output: Path, capsys: Captured) -> None:
    listed = [line.split("\t") for line in ask(output, capsys).splitlines()]
    assert listed[0] == ["view", "column", "type", "meaning"]
    assert ["persons", "rank", "varchar", "latest rank"] in listed


def test_no_rows_are_said(output: Path, capsys: Captured) -> None:
    assert main(["sql", "SELECT name FROM persons WHERE false", "-g", str(output)]) == 0
    assert capsys.readouterr() == ("", "no rows\n")


def test_what_json_has_no_form_for_is_still_json(output: Path, capsys: Captured) -> None:
    odd = (
        "SELECT 'NaN'::DOUBLE AS nan, MAP {DATE '2020-01-01': 1.5} AS map, {'a': [1, NULL]} AS struct, NULL AS null,"
        " 'a'::BLOB AS blob, INTERVAL 1 DAY AS day, 170141183460469231731687303715884105727 AS large, 1 AS n, 2 AS n"
    )
    (row,) = json.loads(ask(output, capsys, odd, "--json"), parse_constant=pytest.fail)
    assert (row["nan"], row["map"], row["struct"]) == (None, {"2020-01-01": 1.5}, {"a": [1, None]})
    assert (row["large"], row["n"], row["n_2"]) == (2**127 - 1, 1, 2)


def test_a_query_from_standard_input(output: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "graphbuild", "sql", "-", "-g", output],
        input="SELECT 'Đà Lạt' AS place\n-- a comment\n", capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert found.stdout == "place\nĐà Lạt\n"


def test_ctrl_c_ends_a_query_that_would_take_for_ever(output: Path) -> None:
    query = "SELECT count(*) FROM range(100000000000) AS a, range(100000) AS b WHERE a.range * b.range % 7 = 3"
    asked = subprocess.Popen(
        [sys.executable, "-m", "graphbuild", "sql", query, "-g", output],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    # It is at work once it has used more of the processor than starting takes.
    while _worked(asked.pid) < 1.5:
        assert asked.poll() is None
        time.sleep(0.05)
    os.killpg(asked.pid, 2)
    _, err = asked.communicate(timeout=30)
    assert (asked.returncode, err) == (130, "error: interrupted\n")


def _worked(process: int) -> float:
    """Seconds of processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
