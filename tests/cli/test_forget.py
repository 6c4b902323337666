"""`graphbuild forget`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forget")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def test_it_tells_what_went_and_what_a_build_would_read_again(tmp_path: Path, capsys: Captured) -> None:
    articles, output = write_articles(tmp_path / "articles"), str(tmp_path / "output")
    gb.build([articles], output)
    assert main(["judge", "--not-a-person", "Phan Thế Lương", "--article", "articles/c.txt", "-g", output]) == 0
    (articles / "b.txt").unlink()
    capsys.readouterr()
    assert main(["forget", str(articles / "[bc].txt"), "-g", output]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    forgotten, gone, waiting, still = out.splitlines()
    assert forgotten.startswith("forgotten: 2 articles with ")
    assert forgotten.endswith(" claims; 1 left")
    assert gone.startswith("gone with them: ")
    assert " 2 events, " in gone
    assert waiting.startswith("waits in the file of judgements until they come back: Phan Thế Lương not a person")
    assert still == "still where they were read, and read again by a build of that place: 1"
    assert "Quyết thắng giai đoạn" not in (tmp_path / "output" / "graph.html").read_text("utf-8")


def test_a_dry_run_lists_what_would_go_as_tables_or_json(folder: Path, capsys: Captured) -> None:
    output = str(folder / "output")
    assert main(["forget", "articles/[bc].txt", "--dry-run", "-g", output]) == 0
    out = capsys.readouterr().out
    assert "Phan Thế Lương\tperson\tperson/phan-the-luong" in out
    assert "articles left: 1" in out
    assert main(["forget", "articles/[bc].txt", "--dry-run", "--json", "-g", output]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [article["id"] for article in found["articles"]] == ["articles/b.txt", "articles/c.txt"]
    assert (found["dry_run"], found["left"]) == (True, 1)
    assert gb.open(output).search("phan the luong")


def test_json_and_no_views(folder: Path, capsys: Captured) -> None:
    output = str(folder / "output")
    assert main(["forget", "articles/c.txt", "--json", "--no-views", "-g", output]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["dry_run"] is False
    assert "are older than the graph" in err


def test_a_name_that_no_article_has_is_one_line_and_exit_code_2(folder: Path, capsys: Captured) -> None:
    assert main(["forget", "articles/cc.txt", "-g", str(folder / "output")]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert err.startswith("error: no article of the graph comes from 'articles/cc.txt'; perhaps 'articles/c.txt'")


def test_where_there_is_no_graph_it_says_so(tmp_path: Path, capsys: Captured) -> None:
    assert main(["forget", "a.txt", "-g", str(tmp_path / "none")]) == 2
    assert "there is no graph here" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
