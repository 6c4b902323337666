"""The page of a graph that is too large for one: its most linked names, said so; the GraphML is whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import html

import graphbuild as gb
from graphbuild.building.report import tell_nobody
from graphbuild.building.settings import Settings
from graphbuild.building.views import draw_views, write_views
from graphbuild.explorer import ReadyEvidence, make_table
from graphbuild.explorer.payload import make_payload, payload_of
from graphbuild.explorer.table import read_table
from graphbuild.graph import build_graph, facts_of, with_doubts
from graphbuild.graph.doubts import doubt_row
from graphbuild.samples import articles_folder
from graphbuild.store import Workspace
from graphbuild.store.linked import edges_numbered, most_linked, names_linked
from graphbuild.store.schema import connect
from graphbuild.store.told_by import told_by


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("large") / "output"
    gb.build([articles_folder()], output)
    return output


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "output"))


def limit(monkeypatch: pytest.MonkeyPatch, names: int, edges: int) -> None:
    monkeypatch.setattr("graphbuild.building.too_large.MOST_NAMES", names)
    monkeypatch.setattr("graphbuild.building.too_large.MOST_EDGES", edges)
    monkeypatch.setattr("graphbuild.building.views.MOST_NAMES", names)
    monkeypatch.setattr("graphbuild.building.views.MOST_EDGES", edges)


def test_the_page_shows_the_most_linked_names_with_all_that_lies_between_them_and_says_so(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (output / "graph.graphml").read_bytes()
    limit(monkeypatch, 60, 100_000)
    write_views(output)
    assert (output / "graph.graphml").read_bytes() == whole
    tree = html.parse(output / "graph.html")
    columns = json.loads(tree.xpath("//script[@id='columns']")[0].text)
    graph = facts_of(gb.open(output).nx)
    by_degree = sorted(graph, key=lambda id: (-graph.degree(id), id))[:60]
    assert columns["nodes"]["id"]["plain"] == sorted(by_degree)
    part = graph.subgraph(by_degree)
    facts = [n for n, code in enumerate(columns["edges"]["relation"]["at"]) if code]
    doubtful = columns["edges"]["relation"]["values"].index("POSSIBLY_SAME") + 1
    facts = [n for n in facts if columns["edges"]["relation"]["at"][n] != doubtful]
    assert len(facts) == part.number_of_edges()
    quotes = [json.loads(file.read_text("utf-8")) for file in sorted((output / "graph_evidence").glob("sentences-*"))]
    assert sum(len(one["text"]) for one in quotes) > 50
    counts = columns["edges"]["quotes"]
    assert all(counts["values"][counts["at"][n] - 1] >= 1 for n in facts)
    (note,) = tree.xpath("//p[@id='part']")
    assert f"The 60 most linked of {len(graph)} names" in note.text_content()


def test_there_are_fewer_names_where_too_many_edges_lie_between_them(output: Path) -> None:
    graph = facts_of(gb.open(output).nx)
    by_degree = sorted(graph, key=lambda id: (-graph.degree(id), id))
    with Workspace(output).open_reader() as reader:
        for edges in (0, 1, 40, 300, 10**6):
            ids, numbers = most_linked(reader, 200, edges)
            assert ids == sorted(by_degree[: len(ids)])
            assert len(numbers) == graph.subgraph(ids).number_of_edges() <= edges
            more = graph.subgraph(by_degree[: len(ids) + 1]).number_of_edges()
            assert len(ids) == 200 or more > edges


ODD = """UPDATE claims SET
    sentence = CASE n % 4 WHEN 0 THEN '🎖 ' || sentence WHEN 1 THEN sentence ELSE left(sentence, 20) END,
    word_end = CASE n % 3 WHEN 0 THEN word_end + 2 ELSE word_end END,
    word_start = CASE n % 5 WHEN 0 THEN start - 3 ELSE word_start END"""
"""Sentences with what is two units in UTF-16, cut short, and marks that are not within them."""


@pytest.mark.parametrize("change", ["", ODD, "DELETE FROM claims WHERE n % 3 = 0"])
@pytest.mark.parametrize("names", [3, 60, 10_000])
def test_what_is_behind_many_edges_is_looked_up_as_it_is_one_by_one(output: Path, names: int, change: str) -> None:
    workspace = Workspace(output)
    if change:
        with connect(workspace.database, read_only=False) as connection:
            connection.execute(change)
    with workspace.open_reader() as reader:
        ids, numbers = most_linked(reader, names, 10_000)
        among = frozenset(ids)
        graph = build_graph(reader.entities(ids), [e for e in reader.edges() if {e.source, e.target} <= among])
        doubts = [one for one in reader.doubtful(ids) if {one.a, one.b} <= among]
        conflicts = reader.conflicts(ids)
        sides = [side.claim for one in conflicts for side in (one.one, one.other)]
        expected = make_payload(
            read_table(with_doubts(graph, doubts)), reader.quotes() | reader.quotes(sides), conflicts
        )
        rows = list(names_linked(reader, ids))
        edges = sorted([*edges_numbered(reader, numbers), *map(doubt_row, doubts)], key=lambda row: row[:3])
        table = make_table({id: data for id, data, _ in rows}, edges, [articles for *_, articles in rows])
        found = payload_of(table, ReadyEvidence(told_by(reader, numbers, sides)), conflicts)
        assert found.columns == expected.columns
        assert list(found.chunks) == list(expected.chunks)


def test_the_page_of_a_graph_shown_by_its_groups_is_the_same_from_tables(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphbuild.explorer.page.ALL_DRAWN", 100)
    write_views(output)
    page = (output / "graph.html").read_bytes()
    monkeypatch.setattr("graphbuild.building.views.ALL_DRAWN", 100)
    monkeypatch.setattr("graphbuild.building.views.write_page", None)
    write_views(output)
    assert (output / "graph.html").read_bytes() == page


def test_views_drawn_in_two_processes_are_those_of_one(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [output / "graph.html", output / "graph.graphml"]
    before = [file.read_bytes() for file in files]
    for file in files:
        file.unlink()
    monkeypatch.setattr("graphbuild.building.views.APART_FROM", 1)
    # Not in this process.
    monkeypatch.setattr("graphbuild.building.views._draw_graphml", None)
    workspace = Workspace(output)
    with workspace.locked():
        draw_views(workspace, workspace.database, tell_nobody, Settings(), jobs=2)
        workspace.publish_views()
    assert [file.read_bytes() for file in files] == before
    assert not list(output.glob("*.spill"))


def test_a_build_says_that_the_page_shows_a_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from graphbuild.cli import main
    from tests.building.articles import write_articles

    limit(monkeypatch, 4, 100_000)
    assert main(["build", str(write_articles(tmp_path / "articles")), "-o", str(tmp_path / "output")]) == 0
    assert "the page shows the most linked names alone; graphbuild view NAME shows" in capsys.readouterr().out


def test_the_page_of_any_smaller_graph_says_nothing_of_it(output: Path) -> None:
    assert 'id="part"' not in (output / "graph.html").read_text("utf-8")
    assert not (output / "graph_evidence").exists()
