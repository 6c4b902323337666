"""The page of a graph that is too large for one: its most linked names, said so; the GraphML is whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import html

import graphbuild as gb
from graphbuild.building.views import write_views
from graphbuild.graph import facts_of
from graphbuild.samples import articles_folder
from graphbuild.store import Workspace
from graphbuild.store.linked import QuotesInTurn, most_linked


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
    monkeypatch.setattr("graphbuild.store.linked.QUOTES", 7)
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


def test_sentences_come_in_turn_also_of_claims_that_have_none(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.store.linked.QUOTES", 3)
    with Workspace(output).open_reader() as reader:
        expected = reader.quotes()
        claims = [*list(expected)[:5], "no claim", *list(expected)[5:11]]
        quotes = QuotesInTurn(reader, claims)
        assert [quotes.get(claim) for claim in claims] == [expected.get(claim) for claim in claims]
        assert (len(quotes), list(quotes)) == (12, claims)


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
