"""A notebook, a terminal and a data frame have the tables of the command line."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from lxml import html

import graphbuild as gb
from graphbuild.cli import main
from graphbuild.cli.output import print_json
from tests.answers.asked import ASKED
from tests.building.articles import write_articles

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A place to print to that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("display")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder / "output"


@pytest.fixture(scope="module")
def g(output: Path) -> gb.Graph:
    return gb.open(output)


def command(words: str, output: Path, to: io.StringIO) -> str:
    with redirect_stdout(to), redirect_stderr(io.StringIO()) as told:
        assert main([*shlex.split(words), "-g", str(output)]) == 0
    return to.getvalue() or told.getvalue()


@pytest.mark.parametrize("words", ASKED)
def test_print_shows_what_the_command_shows_in_a_terminal(
    words: str, g: gb.Graph, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = ESCAPES.sub("", command(words, output, Terminal())).rstrip()
    assert repr(ASKED[words](g)).splitlines() == [line.rstrip() for line in shown.splitlines()]


@pytest.mark.parametrize("words", ASKED)
def test_a_notebook_has_the_rows_of_the_command(words: str, g: gb.Graph, output: Path) -> None:
    page = html.fromstring(ASKED[words](g)._repr_html_())
    rows = list(csv.reader(io.StringIO(command(f"{words} --csv", output, io.StringIO()))))
    if not rows[1:]:
        assert page.text_content().strip().endswith(command(words, output, io.StringIO()).strip())
        return
    if words.startswith("evidence"):
        shown = [quote.xpath("string(p)") for quote in page.xpath(".//blockquote")]
        assert shown == [row[rows[0].index("sentence")] for row in rows[1:]]
        return
    lines = [
        [cell.text_content() for cell in row.xpath("./td[not(descendant::details)]")]
        for row in page.xpath(".//tbody/tr[not(@class='told')]")
    ]
    of_section = int(rows[0][0] == "section")
    # A row of the file has the columns of all its tables, in their order; a row of the page those of its own.
    assert [sorted(filter(None, line)) for line in lines] == [
        sorted(filter(None, row[of_section:])) for row in rows[1:]
    ]


@pytest.mark.parametrize("words", ASKED)
def test_a_frame_has_the_columns_and_rows_of_the_csv_file(words: str, g: gb.Graph, output: Path) -> None:
    pytest.importorskip("pandas")
    frame = ASKED[words](g).frame()
    rows = list(csv.reader(io.StringIO(command(f"{words} --csv", output, io.StringIO()))))
    assert [list(frame.columns), *([str(cell) for cell in row] for row in frame.to_numpy().tolist())] == rows


@pytest.mark.parametrize("words", ASKED)
def test_what_shows_itself_stays_the_value_that_json_prints(words: str, g: gb.Graph, output: Path) -> None:
    with redirect_stdout(io.StringIO()) as printed:
        print_json(ASKED[words](g).answer().value)
    assert json.loads(printed.getvalue()) == json.loads(command(f"{words} --json", output, io.StringIO()))


def test_the_rows_of_a_card_unfold_the_sentences_behind_them(g: gb.Graph) -> None:
    page = html.fromstring(g.person("tran van minh")._repr_html_())
    told = page.xpath(".//tr[@class='told']//blockquote")
    assert told
    sentences = {quote.sentence for quote in g.quotes().values()}
    assert {quote.xpath("string(p)") for quote in told} <= sentences
    assert all(quote.xpath(".//mark") for quote in told)


def test_a_frame_with_evidence_has_a_row_for_each_sentence(g: gb.Graph) -> None:
    pytest.importorskip("pandas")
    found = g.timeline("tran van minh")
    frame = found.frame(evidence=True)
    assert len(frame) == sum(len(set(row.link.claims)) for row in found)
    assert set(frame["article"]) <= {"articles/a.txt", "articles/b.txt", "articles/c.txt"}


def test_the_graph_shows_itself_in_numbers_and_a_part_under_its_title(g: gb.Graph) -> None:
    assert repr(g).splitlines()[:3] == ["graphbuild", "what      how many", "articles  3"]
    part = g.part("quan khu 6", hops=1)
    assert repr(part).startswith("Quân khu 6, 1 step\n")
    assert "<h4>Quân khu 6, 1 step</h4>" in part._repr_html_()


def test_what_sql_answers_shows_itself_and_keeps_its_types_in_a_frame(g: gb.Graph) -> None:
    found = g.sql("SELECT name, articles, NULL AS nothing FROM persons ORDER BY name LIMIT 1")
    assert [line.split() for line in repr(found).splitlines()] == [
        ["name", "articles", "nothing"], ["Lê", "Quang", "Hòa", "2"]
    ]  # fmt: skip
    assert '<td class="number">2</td>' in found._repr_html_()
    assert repr(g.sql("SELECT * FROM persons WHERE false")) == "no rows"


def test_a_build_reports_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị sơ kết.", "utf-8")
    (tmp_path / "articles" / "<b>.txt").write_text("", "utf-8")
    report = gb.build([tmp_path / "articles"], tmp_path / "output")
    assert re.search(r"^new +1$", repr(report), re.MULTILINE)
    assert "&lt;b&gt;.txt" in report._repr_html_()
    assert "<b>" not in report._repr_html_()
