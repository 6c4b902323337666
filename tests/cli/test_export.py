"""`graphbuild export`: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import graphbuild as gb
from graphbuild.cli import main
from graphbuild.exporters import FORMATS
from tests.building.articles import write_articles

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder / "output"


def test_without_a_format_the_formats_are_listed(output: Path, capsys: Captured) -> None:
    assert main(["export", "-g", str(output)]) == 0
    listed = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert listed[0] == ["format", "written to", "opened by"]
    assert [name for name, *_ in listed[1:]] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_help_names_every_format(name: str, capsys: Captured) -> None:
    assert main(["export", "--help"]) == 0
    assert name in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_the_whole_graph_is_written_into_its_folder(name: str, output: Path, capsys: Captured) -> None:
    g = gb.open(output)
    assert main(["export", name, "-g", str(output)]) == 0
    said = f"{output / FORMATS[name].file}: the whole graph, {len(g.nx)} nodes, {g.facts.number_of_edges()} edges\n"
    assert capsys.readouterr().out.startswith(said)
    assert (output / FORMATS[name].file).is_dir() == FORMATS[name].folder


def test_a_part_is_written_where_it_is_asked_for(output: Path, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "part.graphml"
    words = ["--around", "phan the luong", "--hops", "1", "-o", str(file), "-g", str(output)]
    assert main(["export", "graphml", *words]) == 0
    assert capsys.readouterr().out.startswith(f"{file}: Phan Thế Lương, 1 step, 3 nodes, ")
    part = gb.open(output).part("phan the luong", hops=1).nx
    back = nx.read_graphml(file, force_multigraph=True)
    assert set(back) == set(part)
    assert set(back.edges(keys=True)) == set(part.edges(keys=True))
    assert "Thượng tá Phan Thế Lương" in str(nx.get_edge_attributes(back, "evidence"))


def test_the_command_and_the_call_write_the_same(output: Path, tmp_path: Path) -> None:
    words = ["--around", "quan khu 6", "--only", "person,unit", "--from", "2021", "-g", str(output)]
    assert main(["export", "csv", *words, "-o", str(tmp_path / "a")]) == 0
    only = gb.Filters(kinds=("person", "unit"), since="2021")
    done = gb.export(gb.open(output), "csv", tmp_path / "b", around="quan khu 6", only=only)
    assert done.path == tmp_path / "b"
    for file in ("nodes.csv", "edges.csv", "evidence.csv"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_what_cannot_be_written_is_one_line(output: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["export", "graphml", "-o", str(tmp_path / "no" / "x.graphml"), "-g", str(output)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "no/x.graphml: cannot be written (No such file or directory); check the folder" in line
