"""The object that gb.open returns."""

import sys

import pytest

from graphbuild.errors import AmbiguousError, UsageError
from graphbuild.graph import Graph, build_graph
from graphbuild.model import ConflictKind
from tests.graph import town
from tests.graph.town import BUOI, DIVISION, MEETING, REGION, THAM
from tests.resolve.cast import resolved
from tests.resolve.test_postings import ANH, BAO, said


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


def test_contradictions_come_with_both_sentences() -> None:
    resolution = resolved(said("a.txt", "2019-07-11", ANH), said("b.txt", "2019-07-11", BAO))
    graph = build_graph(resolution.entities, resolution.edges)
    g = Graph(graph, town.quotes_of, conflicts=resolution.conflicts)
    (one,) = g.conflicts()
    assert (one.kind, one.what, one.about.name) == (ConflictKind.HOLDERS, "two holders of one post", "Quân khu 6")
    assert [(told.words, told.quote.document) for told in (one.one, one.other)] == [
        (f"{BAO}, Tư lệnh", "b.txt"),
        (f"{ANH}, Tư lệnh", "a.txt"),
    ]
    assert g.conflicts("quan khu 6", "holders") == (one,)
    assert g.conflicts(ANH) == g.conflicts(kind="ranks") == ()
    with pytest.raises(UsageError, match="choose from ranks"):
        g.conflicts(kind="quarrel")


def test_a_chart_answers_for_a_name_and_a_date(g: Graph) -> None:
    (holder,) = g.chart("quan khu 6", on="2019").holders
    assert (holder.person.id, holder.certainty, holder.because) == (
        THAM,
        "likely",
        "seen 2018-12-19 and seen 2020-03",
    )
    assert g.chart("quan khu 6").on == "2020-03"
