"""GraphML that other programs read: everything in it, the same bytes for the same graph."""

from __future__ import annotations

import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import StoreError
from graphbuild.exporters import write_graphml
from graphbuild.exporters.texts import clean, scalar
from tests.explorer.invented import plausible, small


def read(path: Path) -> nx.MultiDiGraph:
    return nx.read_graphml(path, force_multigraph=True)


def test_networkx_reads_back_the_same_nodes_and_edges(tmp_path: Path) -> None:
    graph, _ = plausible(120)
    back = read(write_graphml(graph, tmp_path / "g.graphml"))
    assert set(back) == set(graph)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    for id, data in graph.nodes(data=True):
        plain = {key: value for key, value in data.items() if key not in ("aliases", "members")}
        assert {key: back.nodes[id][key] for key in plain} == plain


def test_lists_are_joined_and_internal_records_left_out(tmp_path: Path) -> None:
    graph, _ = small()
    graph.nodes["unit/su-doan-9411"]["aliases"] = ("Đoàn 9411", "f9411")
    back = read(write_graphml(graph, tmp_path / "g.graphml"))
    assert back.nodes["unit/su-doan-9411"]["aliases"] == "Đoàn 9411 | f9411"
    assert back.nodes["unit/su-doan-9411"]["known"] is False
    assert "members" not in back.nodes["unit/su-doan-9411"]
    edge = back.edges["person/bui-hai-son", "unit/quan-khu-96", "HOLDS|Bí thư|current"]
    assert (edge["relation"], edge["title"], edge["count"]) == ("HOLDS", "Bí thư", 1)


def test_the_bytes_do_not_depend_on_the_order_of_making(tmp_path: Path) -> None:
    graph, _ = plausible(60)
    turned = nx.MultiDiGraph()
    for id, data in reversed(list(graph.nodes(data=True))):
        turned.add_node(id, **dict(reversed(data.items())))
    for a, b, key, data in reversed(list(graph.edges(keys=True, data=True))):
        turned.add_edge(a, b, key, **dict(reversed(data.items())))
    one, two = (write_graphml(g, tmp_path / f"{n}.graphml") for n, g in enumerate((graph, turned)))
    assert one.read_bytes() == two.read_bytes()


def test_the_graph_is_left_as_it_was(tmp_path: Path) -> None:
    graph, _ = small()
    write_graphml(graph, tmp_path / "g.graphml")
    assert graph.nodes["unit/su-doan-9411"]["aliases"] == ("Đoàn 9411",)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_gives_a_file_that_can_be_read(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("unit/x", kind="unit", name=name, aliases=(name,))
    back = read(write_graphml(graph, tmp_path_factory.mktemp("names") / "g.graphml"))
    assert back.nodes["unit/x"]["kind"] == "unit"


def test_control_characters_are_replaced(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("unit/x", kind="unit", name="Đoàn\x00 9\ufffe")
    assert read(write_graphml(graph, tmp_path / "g.graphml")).nodes["unit/x"]["name"] == "Đoàn\ufffd 9\ufffd"


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write_graphml(small()[0], tmp_path / "missing" / "g.graphml")


TEXTS = st.text(st.sampled_from("aĐ&<>\"'\t\n\r\x00\x85\ufffe ]"), max_size=6)
VALUES = st.one_of(TEXTS, st.booleans(), st.integers(-5, 5), st.floats(allow_nan=False), st.lists(TEXTS, max_size=2))
ATTRIBUTES = st.dictionaries(st.sampled_from(["name", "level", "x<y"]), VALUES)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.tuples(TEXTS, ATTRIBUTES), max_size=4, unique_by=lambda row: clean(row[0])),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), TEXTS, ATTRIBUTES), max_size=4),
)
def test_the_bytes_are_those_of_networkx(
    nodes: list[tuple[str, dict[str, object]]], edges: list[tuple[int, int, str, dict[str, object]]]
) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for id, attributes in nodes:
        graph.add_node(id, **attributes)
    for a, b, key, attributes in edges:
        if max(a, b) < len(nodes):
            graph.add_edge(nodes[a][0], nodes[b][0], key, **attributes)
    plain: nx.MultiDiGraph = nx.MultiDiGraph()
    for node in sorted(graph):
        plain.add_node(clean(node), **{name: scalar(value) for name, value in sorted(graph.nodes[node].items())})
    for source, target, key in sorted(graph.edges(keys=True)):
        data = {name: scalar(value) for name, value in sorted(graph.edges[source, target, key].items())}
        if not plain.has_edge(clean(source), clean(target), clean(key)):
            plain.add_edge(clean(source), clean(target), clean(key), **data)
        else:
            graph.remove_edge(source, target, key)
    with tempfile.TemporaryDirectory() as folder:
        ours = write_graphml(graph, Path(folder) / "ours.graphml").read_bytes()
        nx.write_graphml(plain, Path(folder) / "theirs.graphml", encoding="utf-8", prettyprint=True)
        assert ours == (Path(folder) / "theirs.graphml").read_bytes()
        assert len(list(Path(folder).iterdir())) == 2
