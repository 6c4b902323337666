"""What docs/exports.md tells of each format is there, and what it shows runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import networkx as nx
import ocg
import pytest
import rdflib

import graphbuild as gb
from graphbuild.exporters import FORMATS
from graphbuild.samples import articles_folder

TEXT = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
BLOCKS = ["\n".join(line[4:] for line in block.splitlines()) for block in re.findall(r"(?:^    .*\n)+", TEXT, re.M)]


def shown(word: str) -> str:
    (found,) = (block for block in BLOCKS if word in block)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of what lies around one unit of the bundled articles."""
    folder = tmp_path_factory.mktemp("exported")
    gb.build([articles_folder()], folder / "output")
    g = gb.open(folder / "output")
    for one in FORMATS.values():
        gb.export(g, one.name, folder / one.file, around="quan khu 6", hops=1)
    return folder


def test_every_format_has_its_section() -> None:
    headings = " ".join(re.findall("^## (.*):", TEXT, re.M)).replace(",", "").split()
    assert sorted(headings) == sorted(FORMATS)


def test_every_file_of_tables_is_told_of(folder: Path) -> None:
    for name in ("csv", "parquet"):
        for file in (folder / FORMATS[name].file).iterdir():
            assert f"`{file.name}`" in TEXT or f"`{file.stem}`" in TEXT


def test_networkx_reads_them_as_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names = {"networkx": nx, "json": json, "open": open}
    graphml, gexf = (eval(line, names) for line in shown("read_graphml").splitlines())
    linked = eval(shown("node_link_graph"), names)
    assert set(graphml.edges(keys=True)) == set(gexf.edges(keys=True)) <= set(linked.edges(keys=True))
    assert graphml.number_of_edges() > 100


def test_the_sql_answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "export-parquet")
    rows = duckdb.sql(shown("edges.parquet")).fetchall()
    assert any(source == "person/tran-dac-khue" and title == "Tư lệnh" for source, title, *_ in rows)


def test_the_sparql_answers(folder: Path) -> None:
    rows = list(rdflib.Graph().parse(folder / "export.ttl").query(shown("SELECT ?person")))
    assert any(str(row.title) == "Tư lệnh" and "Trần Đắc Khuê" in row.sentence for row in rows)


def test_the_cypher_answers(folder: Path) -> None:
    database = ocg.Graph()
    for statement in (folder / "export.cypher").read_text("utf-8").removesuffix(";\n").split(";\n"):
        if "CONSTRAINT" not in statement:
            database.execute(statement)
    rows = database.execute(shown("MATCH (p:Person)"))
    assert any(row["p.name"] == "Trần Đắc Khuê" and "Trần Đắc Khuê" in row["c.sentence"] for row in rows)
