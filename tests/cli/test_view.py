"""`graphbuild view`: the page of a part of the graph."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("view")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder / "output"


def test_a_view_shows_the_part_and_nothing_else(output: Path, tmp_path: Path, capsys: Captured) -> None:
    page = tmp_path / "part.html"
    assert main(["view", "phan the luong", "--hops", "1", "-o", str(page), "-g", str(output)]) == 0
    out = capsys.readouterr().out
    assert out == f"{page}: Phan Thế Lương, 1 step, 3 nodes, {out.split(', ')[-1]}"
    text = page.read_text("utf-8")
    assert "person/phan-the-luong" in text
    assert "Thượng tá Phan Thế Lương" in text  # the sentence behind it
    assert "person/tran-van-minh" not in text


def test_without_a_file_the_view_lies_beside_the_graph(output: Path, capsys: Captured) -> None:
    assert main(["view", "--only", "holds,person", "--only", "unit", "--to", "2021", "-g", str(output)]) == 0
    assert capsys.readouterr().out.startswith(f"{output / 'view.html'}: person, unit, HOLDS, until 2021, ")
    text = (output / "view.html").read_text("utf-8")
    assert "person/tran-van-minh" in text
    assert "person/phan-the-luong" not in text  # first seen in 2022


def test_open_shows_it_in_the_browser(output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    assert main(["view", "--open", "-o", str(tmp_path / "a.html"), "-g", str(output)]) == 0
    assert addresses == [(tmp_path / "a.html").as_uri()]


def test_a_part_with_nothing_in_it_makes_no_page(output: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["view", "--from", "1990", "--to", "1991", "-o", str(tmp_path / "a.html"), "-g", str(output)]) == 2
    assert capsys.readouterr().err == (
        "error: nothing is left of the graph; widen the dates, or ask for more kinds or relations\n"
    )
    assert not (tmp_path / "a.html").exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--only", "tank"], "no such kind or relation: 'tank'; choose from person, unit, event, place, HOLDS"),
        (["--type", "party"], "choose from conference"),
        (["--role", "sleeps"], "choose from chairs"),
        (["--source", "nowhere"], "no article answers to the source 'nowhere'"),
        (["--from", "2021-13"], "no such month"),
        (["--from", "2022", "--to", "2021"], "swap the two dates"),
        (["--confidence", "2"], "from 0 to 1"),
        (["--hops", "0"], "--hops"),
        (["-o", "no/such/folder/a.html"], "cannot be written"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_one_line(output: Path, words: list[str], complaint: str, capsys: Captured) -> None:
    assert main(["view", *words, "-g", str(output)]) in (1, 2)
    err = capsys.readouterr().err
    assert complaint in err
    assert len(err.splitlines()) == 1


def test_in_python_the_same_part_shows_itself(output: Path, tmp_path: Path) -> None:
    shown = gb.open(output).show("phan the luong", hops=1, only=gb.Filters(confidence=0.5))
    assert "3 nodes" in repr(shown)
    assert (
        main(
            [
                "view",
                "phan the luong",
                "--hops",
                "1",
                "--confidence",
                ".5",
                "-o",
                str(tmp_path / "a.html"),
                "-g",
                str(output),
            ]
        )
        == 0
    )
    assert shown.page == (tmp_path / "a.html").read_text("utf-8")
