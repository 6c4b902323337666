"""Pairs that may be one: a link of the graph that is told, and never taken for a fact."""

from __future__ import annotations

import pytest

from graphbuild.errors import NotFoundError
from graphbuild.explorer.network import make_network
from graphbuild.explorer.payload import make_payload
from graphbuild.explorer.table import read_table
from graphbuild.graph import Graph, facts_of, with_doubts
from graphbuild.resolve import Doubt
from tests.graph import town
from tests.graph.town import BUOI, NAMESAKE, REGION, THAM, quotes_of

DOUBT = Doubt(THAM, NAMESAKE, 0.37, ("one name (+2.0)", "unrelated units (-2.8)"))


@pytest.fixture(scope="module")
def g() -> Graph:
    return Graph(town.graph(), quotes_of, doubtful=(DOUBT,))


def test_a_pair_in_doubt_is_an_edge_with_its_likelihood_and_reasons_and_no_claims(g: Graph) -> None:
    ((_, _, data),) = g.nx.subgraph([THAM, NAMESAKE]).edges(data=True)
    assert data == {
        "relation": "POSSIBLY_SAME", "likelihood": 0.37, "reasons": "one name (+2.0); unrelated units (-2.8)",
        "claims": (), "count": 0, "first": "", "last": "",
    }  # fmt: skip


def test_both_sides_say_who_they_may_be(g: Graph) -> None:
    for id, other in ((THAM, NAMESAKE), (NAMESAKE, THAM)):
        ((node, likelihood, reasons),) = ((p.node.id, p.likelihood, p.reasons) for p in g.card(id).possibly_same)
        assert (node, likelihood, reasons) == (other, 0.37, DOUBT.reasons)
        assert g.possibly_same(id) == (DOUBT,)
    assert g.person(BUOI).possibly_same == g.unit(REGION).possibly_same == g.possibly_same(BUOI) == ()


def test_no_way_leads_through_a_doubt_unless_that_is_asked_for(g: Graph) -> None:
    with pytest.raises(NotFoundError):
        g.path(NAMESAKE, REGION)
    assert [step.link.relation for step in g.path(NAMESAKE, REGION, possibly_same=True).steps] == [
        "POSSIBLY_SAME",
        "HOLDS",
    ]


def test_a_doubt_counts_for_nothing_that_is_known(g: Graph) -> None:
    without = Graph(town.graph(), quotes_of)
    assert g.stats() == without.stats()
    assert g.neighbours(THAM, 3) == without.neighbours(THAM, 3)
    assert g.timeline(THAM) == without.timeline(THAM)
    assert g.evidence(THAM, NAMESAKE) == ()
    facts = facts_of(g.nx)
    assert dict(facts.degree()) == dict(without.nx.degree())
    assert list(facts.edges(keys=True)) == list(without.nx.edges(keys=True))


def test_the_page_tells_it_and_draws_a_dashed_line_that_makes_no_node_larger(g: Graph) -> None:
    places = dict.fromkeys(g.nx, (0, 0))
    drawn, without = (make_network(read_table(graph), places) for graph in (g.nx, town.graph()))
    assert drawn.nodes == without.nodes
    assert [edge for edge in drawn.edges if edge.get("dashes")] == [
        edge for edge in drawn.edges if (edge["from"], edge["to"]) not in {(e["from"], e["to"]) for e in without.edges}
    ]
    relations = make_payload(read_table(g.nx), {}).columns["edges"]["relation"]
    assert relations["at"].count(relations["values"].index("POSSIBLY_SAME") + 1) == 1


def test_a_pair_outside_the_graph_is_refused(g: Graph) -> None:
    with pytest.raises(ValueError, match="person/nobody"):
        with_doubts(town.graph(), [Doubt(THAM, "person/nobody", 0.5, ())])
