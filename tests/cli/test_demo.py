"""graphbuild demo"""

from __future__ import annotations

from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles

Captured = pytest.CaptureFixture[str]


def test_the_demo_says_where_its_page_lies_and_can_be_built_again(tmp_path: Path, capsys: Captured) -> None:
    output = tmp_path / "tried"
    assert main(["demo", "-o", str(output)]) == 0
    shown, err = capsys.readouterr()
    assert err == ""
    assert f"page: {output / 'graph.html'}" in shown
    assert (output / "graph.html").is_file()
    assert shown.splitlines()[-1].endswith(f'graphbuild show "tran dac khue" -g {output}')
    assert main(["show", "tran dac khue", "-g", str(output)]) == 0
    capsys.readouterr()
    assert main(["demo", "-o", str(output)]) == 0
    assert "0 new, 0 changed, 42 unchanged" in capsys.readouterr().out


def test_invented_articles_are_not_mixed_with_others(tmp_path: Path, capsys: Captured) -> None:
    gb.build([write_articles(tmp_path / "mine")], tmp_path / "output")
    assert main(["demo", "-o", str(tmp_path / "output")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "holds other articles, for instance 'mine/" in line
    assert gb.open(tmp_path / "output").sql("SELECT count(*) FROM documents").rows == ((3,),)
