"""`graphbuild extract --explain`."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from graphbuild.cli import main

ARTICLE = (
    "Trung đoàn 77 mở hội thao\n"
    "Sáng 3/5/2021, Thiếu tá Lường Văn Pành, Trung đoàn trưởng Trung đoàn 77 chủ trì Hội thao bắn súng.\n"
    "Dự hội thao có Đại úy Hù Gì Mừ, Trợ lý [tác huấn] Trung đoàn 77.\n"
)
OPENING = (
    "Sáng [DATE 3/5/2021], [RANK Thiếu tá] [PERSON Lường Văn Pành], [TITLE Trung đoàn trưởng] "
    "[UNIT Trung đoàn 77] chủ trì [EVENT Hội thao bắn súng]."
)
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
LEGEND = re.compile(r"(\x1b\[[0-9;]+m) (\w+) \x1b\[0m")
"""A kind of mention and its colour: ' person '."""

Captured = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """A place to print to that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, "utf-8")
    return file


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def test_mentions_are_labelled_in_brackets_where_there_is_no_colour(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article), "--explain"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0] == "a.txt"
    assert OPENING in out.splitlines()
    assert "[tác huấn]" in out
    assert "\x1b" not in out


def test_claims_stand_under_their_kind_with_sentence_rule_and_confidence(article: Path, capsys: Captured) -> None:
    assert main(["extract", str(article), "--explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("rank (2)")
    assert re.fullmatch(r"  Lường Văn Pành: Thiếu tá \[.+, confidence 0\.\d\d\]", lines[at + 1])
    assert lines[at + 2].startswith("    Sáng 3/5/2021, «Thiếu tá Lường Văn Pành")
    assert "Hù Gì Mừ: Đại úy" in lines[at + 3]
    assert {"unit", "posting", "rank", "event", "participation"} <= {
        line.split(" (")[0] for line in lines if re.fullmatch(r"[a-z]+ \(\d+\)", line)
    }


def test_a_terminal_shows_the_text_as_it_is_in_colours_below_their_legend(article: Path, terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        assert main(["extract", str(article), "--explain"]) == 0
    shown = terminal.getvalue()
    title, legend, *lines = ESCAPES.sub("", shown).splitlines()
    assert title == "a.txt"
    assert legend.split() == ["person", "rank", "title", "unit", "event", "date"]
    text = " ".join(" ".join(lines).split())
    assert " ".join(ARTICLE.split()) in text
    assert "[tác huấn]" in text
    assert "[PERSON" not in text
    colours = {kind: colour for colour, kind in LEGEND.findall(shown.splitlines()[1])}
    assert len(set(colours.values())) == len(colours) == 6
    assert f"{colours['person']}Lường Văn Pành\x1b[0m" in shown
    assert f"{colours['rank']}Thiếu tá\x1b[0m" in shown


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_shows_no_colour_gets_brackets(
    article: Path, terminal: Terminal, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with redirect_stdout(terminal):
        assert main(["extract", str(article), "--explain"]) == 0
    assert OPENING in terminal.getvalue().splitlines()


def test_several_articles_are_explained_and_bad_ones_named(article: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(ARTICLE.replace("Pành", "Páo"), "utf-8")
    assert main(["extract", str(tmp_path), "--explain"]) == 1
    out, err = capsys.readouterr()
    assert "[PERSON Lường Văn Pành]" in out
    assert "[PERSON Lường Văn Páo]" in out
    assert err == f"failed: {tmp_path / 'b.txt'}: the file is empty\n"


@pytest.mark.parametrize("words", [["--json"], ["--format", "json"], ["--format", "jsonl"]])
def test_an_explanation_as_json_is_refused(article: Path, words: list[str], capsys: Captured) -> None:
    assert main(["extract", str(article), "--explain", *words]) == 2
    message = "error: an explanation is text to be read; leave out --explain, or the other format\n"
    assert capsys.readouterr() == ("", message)
