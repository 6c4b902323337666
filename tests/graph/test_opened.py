"""The object that gb.open returns."""

import sys

import pytest

from graphbuild.errors import AmbiguousError, UsageError
from graphbuild.graph import Graph
from tests.graph import town
from tests.graph.town import BUOI, DIVISION, MEETING, REGION, THAM


@pytest.fixture(scope="module")
def g() -> Graph:
    return town.opened()


def test_every_question_takes_names_as_typed(g: Graph) -> None:
    assert g.person("buoi kha").node.id == BUOI
    assert g.unit("doan hong 5").node.id == DIVISION
    assert g.event("quan chinh 2018").node.id == MEETING
    assert g.place("da nguyen").events[0].source.id == MEETING
    assert g.card("quan khu 6").node.id == REGION
    assert g.search("buoi", kind="person")[0].id == BUOI
    assert [step.end.id for step in g.path("kha dinh buoi", "quan khu 6").steps][-1] == REGION
    assert {n.node.id for n in g.neighbours("quan khu 6")} == {THAM, MEETING, DIVISION}
    assert g.timeline("kha dinh buoi")[-1].date == ""
    assert g.stats().articles == 5
    assert g.about == {"version": "test"}


def test_evidence_gives_each_edge_with_its_sentences(g: Graph) -> None:
    ((link, quotes),) = g.evidence(THAM, "quan khu 6")
    assert [quote.claim for quote in quotes] == list(link.claims)


def test_ambiguity_reaches_the_caller(g: Graph) -> None:
    with pytest.raises(AmbiguousError):
        g.person("lo van tham")


def test_frames_have_a_row_for_each_node_and_edge(g: Graph) -> None:
    pytest.importorskip("pandas")
    nodes, edges = g.nodes_frame(), g.edges_frame()
    assert list(nodes["id"]) == list(g.nx.nodes)
    assert nodes.set_index("id").loc[BUOI, "rank"] == "Đại tá"
    assert len(edges) == g.nx.number_of_edges()
    assert {"source", "target", "relation", "key", "claims", "count", "first", "last", "title"} <= set(edges.columns)


def test_without_pandas_a_frame_says_what_to_install(g: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"graphbuild\[notebook\]"):
        g.nodes_frame()
