"""One contract, run over every format: what is written is read back whole, by the program that is to open it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graphbuild as gb
from graphbuild.errors import NotFoundError, StoreError, UsageError
from graphbuild.exporters import FORMATS, Content, replacing
from graphbuild.exporters.ftm import ftm_id
from graphbuild.exporters.texts import clean, one_line
from graphbuild.graph import Graph, with_doubts
from graphbuild.resolve import Doubt
from tests.explorer.hostile import hostile
from tests.explorer.invented import plausible, small
from tests.exporters.back import READERS, Back

# rdflib's own reader of JSON-LD uses a class of rdflib that is to go.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


def written(content: Content, name: str, path: Path) -> Path:
    with replacing(path, FORMATS[name].folder) as place:
        FORMATS[name].write(content, place)
    return path


def read(content: Content, name: str, path: Path) -> Back:
    return READERS[name](written(content, name, path))


def as_written(id: str, name: str) -> str:
    """The id as the format has it."""
    return ftm_id(id) if name == "ftm" else clean(id)


def facts_in(graph: nx.MultiDiGraph, name: str) -> list[tuple[str, str, str]]:
    ends = ((as_written(a, name), data["relation"], as_written(b, name)) for a, b, data in graph.edges(data=True))
    return sorted(ends)


def names_in(graph: nx.MultiDiGraph, name: str) -> dict[str, str]:
    told = one_line if name == "ftm" else clean
    return {as_written(id, name): told(data["name"]) for id, data in graph.nodes(data=True)}


def cleaned(back: Back) -> dict[str, str]:
    return {clean(id): clean(name) for id, name in back.names.items()}


def bytes_of(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"": path.read_bytes()}
    return {file.name: file.read_bytes() for file in sorted(path.iterdir())}


def turned(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    other = nx.MultiDiGraph()
    for id, data in reversed(list(graph.nodes(data=True))):
        other.add_node(id, **dict(reversed(data.items())))
    for a, b, key, data in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(a, b, key, **dict(reversed(data.items())))
    return other


@pytest.fixture(params=sorted(READERS))
def name(request: pytest.FixtureRequest) -> str:
    """A format that can tell everything."""
    return str(request.param)


@pytest.fixture(params=sorted(FORMATS))
def any_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_format_that_can_tell_everything_has_a_reader_here() -> None:
    assert FORMATS.keys() - READERS.keys() == {"timeline"}


def test_names_and_facts_are_read_back(name: str, tmp_path: Path) -> None:
    graph, quotes = plausible(80)
    back = read(Content(graph, quotes), name, tmp_path / "out")
    assert back.names == names_in(graph, name)
    assert back.facts == facts_in(graph, name)
    assert back.doubts == []


def test_the_sentences_and_addresses_are_in_it(name: str, tmp_path: Path) -> None:
    graph, quotes = plausible(40)
    back = read(Content(graph, quotes), name, tmp_path / "out")
    claims = {claim for _, _, data in graph.edges(data=True) for claim in data["claims"]}
    assert claims
    for claim in claims:
        assert quotes[claim].sentence in back.said
        assert (quotes[claim].url or quotes[claim].document) in back.said


def test_equal_graphs_give_equal_bytes(any_name: str, tmp_path: Path) -> None:
    graph, quotes = plausible(60)
    one = written(Content(graph, quotes), any_name, tmp_path / "one")
    other = written(Content(turned(graph), dict(reversed(quotes.items()))), any_name, tmp_path / "other")
    assert bytes_of(one) == bytes_of(other)


def test_hostile_text_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    graph, quotes = hostile()
    back = read(Content(graph, quotes), name, tmp_path / "out")
    assert cleaned(back) == names_in(graph, name)
    assert len(back.facts) == graph.number_of_edges()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(one_line))
def test_any_name_comes_back_as_it_was(name: str, text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("unit/x", kind="unit", name=text, aliases=(text,), members=(("a.txt", text),), type=text)
    back = read(Content(graph), name, tmp_path_factory.mktemp("names") / "out")
    told = {"ftm": one_line, "neo4j": flat}.get(name, clean)
    assert list(cleaned(back).values()) == [told(text)]


def flat(text: str) -> str:
    """Neo4j's import takes no line breaks without an option."""
    return re.sub("[\\r\\n]+", " ", clean(text))


def test_a_doubt_is_never_a_fact(name: str, tmp_path: Path) -> None:
    graph, quotes = small()
    a, b = sorted(id for id, kind in graph.nodes(data="kind") if kind == "person")[:2]
    content = Content(with_doubts(graph, [Doubt(a, b, 0.4, ("one name", "other posts"))]), quotes)
    back = read(content, name, tmp_path / "out")
    assert back.facts == facts_in(graph, name)
    assert back.doubts == [(as_written(a, name), as_written(b, name))]


def test_nothing_gives_a_file_that_can_be_read(name: str, tmp_path: Path) -> None:
    back = read(Content(nx.MultiDiGraph()), name, tmp_path / "out")
    assert (back.names, back.facts, back.doubts) == ({}, [], [])


def opened(size: int = 60) -> Graph:
    graph, quotes = plausible(size)
    return Graph(graph, lambda claims: [quotes[claim] for claim in claims])


def test_a_part_is_all_that_is_exported(name: str, tmp_path: Path) -> None:
    g = opened()
    middle = max((id for id in g.nx if id.startswith("person/")), key=g.nx.degree)
    only = gb.Filters(kinds=("person", "unit", "event"), until="2031-06")
    done = gb.export(g, name, tmp_path / "out", around=middle, hops=1, only=only)
    part = g.part(middle, 1, only)
    back = READERS[name](tmp_path / "out")
    assert (done.nodes, done.edges) == (len(part.nx), part.nx.number_of_edges())
    assert 1 < done.nodes < len(g.nx)
    assert back.names == names_in(part.nx, name)
    assert back.facts == facts_in(part.nx, name)


def test_a_part_with_nothing_in_it_makes_no_file(any_name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing is left"):
        gb.export(opened(), any_name, tmp_path / "out", only=gb.Filters(since="1901", until="1902"))
    with pytest.raises(NotFoundError):
        gb.export(opened(), any_name, tmp_path / "out", around="nobody at all")
    with pytest.raises(UsageError, match="nothing to search for"):
        gb.export(opened(), any_name, tmp_path / "out", around="")
    assert list(tmp_path.iterdir()) == []


def test_doubts_are_kept_as_such_or_left_out_and_said_so(name: str, tmp_path: Path) -> None:
    graph, quotes = small()
    a, b = sorted(id for id, kind in graph.nodes(data="kind") if kind == "person")[:2]
    doubts = [Doubt(a, b, 0.4, ("one name",))]
    g = Graph(graph, lambda claims: [quotes[claim] for claim in claims], doubtful=doubts)
    done = gb.export(g, name, tmp_path / "out")
    back = READERS[name](tmp_path / "out")
    kept = FORMATS[name].doubts
    assert back.doubts == ([(as_written(a, name), as_written(b, name))] if kept else [])
    assert ("1 pair that may be one is left out" in done.notes) is not kept
    assert done.edges == graph.number_of_edges()


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_plain_network_has_doubts_only_if_they_are_asked_for_by_name(name: str, tmp_path: Path) -> None:
    graph, quotes = small()
    a, b = sorted(id for id, kind in graph.nodes(data="kind") if kind == "person")[:2]
    g = Graph(graph, lambda some: [quotes[one] for one in some], doubtful=[Doubt(a, b, 0.4, ("one name",))])
    done = gb.export(g, name, tmp_path / "out", only=gb.Filters(relations=("HOLDS", "POSSIBLY_SAME")))
    assert done.notes == ()
    assert READERS[name](tmp_path / "out").doubts == [(a, b)]


def test_where_it_cannot_be_written_nothing_is_left_behind(any_name: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"missing.*cannot be written"):
        gb.export(opened(20), any_name, tmp_path / "missing" / "out")
    (tmp_path / "taken").write_text("a file") if FORMATS[any_name].folder else (tmp_path / "taken").mkdir()
    with pytest.raises(StoreError, match=r"taken.*cannot be written"):
        gb.export(opened(20), any_name, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_what_was_there_is_replaced_and_what_is_beside_it_stays(name: str, tmp_path: Path) -> None:
    gb.export(opened(60), name, tmp_path / "out")
    if FORMATS[name].folder:
        (tmp_path / "out" / "my notes.txt").write_text("mine")
    gb.export(opened(20), name, tmp_path / "out")
    assert READERS[name](tmp_path / "out").names == names_in(opened(20).nx, name)
    if FORMATS[name].folder:
        assert (tmp_path / "out" / "my notes.txt").read_text() == "mine"


def test_an_unknown_format_is_told_of_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such format: 'gefx'; choose from graphml"):
        gb.export(opened(20), "gefx", tmp_path / "out")


def test_the_graph_is_left_as_it_was(any_name: str, tmp_path: Path) -> None:
    graph, quotes = plausible(30)
    before = (
        {id: dict(data) for id, data in graph.nodes(data=True)},
        [dict(data) for *_, data in graph.edges(data=True)],
    )
    written(replace(Content(graph), quotes=quotes), any_name, tmp_path / "out")
    assert before == (
        {id: dict(data) for id, data in graph.nodes(data=True)},
        [dict(d) for *_, d in graph.edges(data=True)],
    )
