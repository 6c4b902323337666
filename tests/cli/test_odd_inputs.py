"""Whatever is typed gets one clear line and exit code 2, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles

Captured = pytest.CaptureFixture[str]

NAMES = {
    "quotes": "\"'`",
    "sql": "'; DROP TABLE entities; --",
    "percent": "%s%d%n",
    "emoji": "🪖🎖️",
    "right to left": "\u202eهنا\u202c",
    "zero width": "\u200b\u200d",
    "nul": "a\x00b",
    "lines": "a\nb\r\nc",
    "escape": "\x1b[31mred",
    "long": "qwertz" * 2000,
    "long words": "qw " * 3000,
    "unknown id": "person/nobody",
    "odd id": "person/../../etc",
    "lone surrogate": "\udcff",
    "markup": "[red]<b>&amp;",
    "regex": "(.*)+$[",
    "dots": "...",
    "blank": "   ",
    "nothing": "",
    "chinese": "第六军区",
}
ASKED = (
    ("show",),
    ("sql",),
    ("timeline",),
    ("chart",),
    ("commanders",),
    ("neighbours",),
    ("evidence",),
    ("path", "le quang hoa"),
)
DATES = ("2021-13", "2021-02-30", "15/12/2021", "2021-1-1", "yesterday", "20211215", "-1", "2021-12-15T10:00")
OTHERS = (
    ("events", "--from", "2022", "--to", "2021"),
    ("stats", "--from", "2021-12-16", "--to", "2021-12-15"),
    ("top", "--by", "beauty"),
    ("top", "--limit", "0"),
    ("top", "--limit", "many"),
    ("neighbours", "le quang hoa", "--hops", "0"),
    ("neighbours", "le quang hoa", "--hops", "-3"),
    ("path", "le quang hoa"),
    ("path", "le quang hoa", "tran van minh", "--best", "-1"),
    ("path", "le quang hoa", "tran van minh", "--only", "SUCCEEDED_BY"),
    ("together", "le quang hoa", "le quang hoa"),
    ("together", "le quang hoa", "nobody"),
    ("communities", "--resolution", "0"),
    ("communities", "--resolution", "nan"),
    ("communities", "--least", "0"),
    ("gaps", "le quang hoa"),
    ("gaps", "--least", "0"),
    ("events", "--unit", "le quang hoa"),
    ("events", "--person", "quan khu 6"),
    ("events", "--type", "party"),
    ("events", "--role", "sleeps"),
    ("events", "--only", "tank"),
    ("events", "--source", "nowhere"),
    ("events", "--source", "%"),
    ("events", "--confidence", "1.5"),
    ("events", "--confidence", "nan"),
    ("events", "--confidence", "sure"),
    ("show", "le quang hoa", "--json", "--csv"),
    ("show", "le quang hoa", "tran van minh"),
    ("search", "hoa", "--limit", "-1"),
    ("search", "hoa", "--evidence"),
    ("conflicts", "--kind", "quarrel"),
    ("chart", "le quang hoa"),
    ("commanders", "tran van minh"),
    ("sql", "DROP VIEW persons"),
    ("sql", "SELECT * FROM 'a.csv'"),
    ("sql", "SELECT 1", "--json", "--csv"),
    ("view", "--from", "1900", "--to", "1901"),
    ("export", "gefx"),
    ("export", "nul"),
    ("export", "gexf", "--from", "1900", "--to", "1901"),
    ("export", "gexf", "--around", "nobody"),
    ("export", "gexf", "--around", "nothing"),
    ("export", "gexf", "--hops", "2"),
    ("export", "gexf", "--around", "le quang hoa", "--hops", "0"),
    ("export", "gexf", "csv"),
    ("show", "-g", ""),
    ("no-such-command",),
    ("show", "--no-such-option"),
)
QUESTIONS = [
    *((*words, name) for words in ASKED for name in NAMES),
    *(("events", option, date) for date in DATES for option in ("--from", "--to")),
    *(("chart", "quan khu 6", "--on", date) for date in DATES),
    *OTHERS,
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder / "output"


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len(QUESTIONS) > 100


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: " ".join(words)[:60])
def test_an_odd_question_is_one_line_and_exit_code_2(output: Path, words: tuple[str, ...], capsys: Captured) -> None:
    typed = [NAMES.get(word, word) for word in words]
    assert main([*typed, "-g", str(output)] if "-g" not in typed else typed) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    assert line.startswith("error: ")
    assert len(line) < 400
    assert "\x1b" not in line
    assert "\u202e" not in line


@pytest.mark.parametrize("command", ["search", "show", "sql", "stats", "top", "events", "view", "export"])
def test_a_folder_that_is_no_graph_is_one_line_and_exit_code_2(command: str, tmp_path: Path, capsys: Captured) -> None:
    name = {"search": ["x"], "show": ["x"], "sql": ["x"], "export": ["csv"]}.get(command, [])
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "graphbuild.duckdb").write_text("this is no database")
    for folder in (tmp_path / "missing", tmp_path, tmp_path / "foreign"):
        assert main([command, *name, "-g", str(folder)]) == 2
        printed = capsys.readouterr()
        assert (printed.out, len(printed.err.splitlines())) == ("", 1)


def test_a_graph_of_a_newer_format_is_one_line_and_exit_code_2(output: Path, tmp_path: Path, capsys: Captured) -> None:
    import duckdb

    (tmp_path / "graphbuild.duckdb").write_bytes((output / "graphbuild.duckdb").read_bytes())
    with duckdb.connect(str(tmp_path / "graphbuild.duckdb")) as connection:
        connection.execute("UPDATE graphbuild_tables.meta SET value = '99' WHERE name = 'format'")
    assert main(["stats", "-g", str(tmp_path)]) == 2
    assert "a store of format 99" in capsys.readouterr().err


def test_odd_names_that_nothing_answers_to_are_no_error_of_search(output: Path, capsys: Captured) -> None:
    for name in ("emoji", "nothing", "blank", "dots", "zero width", "right to left"):
        assert main(["search", NAMES[name], "-g", str(output)]) in (0, 2)
        assert len(capsys.readouterr().err.splitlines()) == 1
