"""Which units the graph of the five real articles of ../shared has, and what hangs under them."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.graph import Graph
from graphbuild.model import Relation

pytestmark = pytest.mark.shared

GUARD = "Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh"
CAPITAL = "Bộ Tư lệnh Thủ đô Hà Nội"


@pytest.fixture(scope="module")
def g(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    output = tmp_path_factory.mktemp("seeds") / "output"
    assert gb.build([shared / "seeds"], output).failed == 0
    return gb.open(output)


def units(g: Graph) -> dict[str, str]:
    return {id: data["name"] for id, data in g.nx.nodes(data=True) if data["kind"] == "unit"}


def below(g: Graph, unit: str) -> set[str]:
    """Names of all that hangs under a unit, near or far."""
    found: set[str] = set()
    edge = [unit]
    while edge:
        parent = edge.pop()
        parts = [s for s, _, data in g.nx.in_edges(parent, data=True) if data["relation"] == Relation.PART_OF]
        edge += [part for part in parts if part not in found]
        found.update(parts)
    return {g.nx.nodes[id]["name"] for id in found}


def test_the_cover_name_the_short_and_the_long_name_are_one_unit(g: Graph) -> None:
    ids = {g.find(name, "unit") for name in ("Đoàn 969", "Bộ Tư lệnh Bảo vệ Lăng", GUARD)}
    (guard,) = ids
    assert g.nx.nodes[guard]["name"] == GUARD
    assert not [name for name in units(g).values() if name != GUARD and name in ("Đoàn 969", "Bộ Tư lệnh Bảo vệ Lăng")]
    assert len(g.nx.nodes[guard]["members"]) == 2


def test_its_party_committee_and_its_political_department_hang_under_it(g: Graph) -> None:
    parts = below(g, g.find(GUARD, "unit"))
    assert {"Đảng ủy Đoàn 969", f"Phòng Chính trị {GUARD}"} <= parts
    card = g.unit("dang uy doan 969")
    assert [link.target.name for link in card.parents] == [GUARD]
    assert all(g.evidence(link.source.id, link.target.id)[0][1] for link in card.parents)


def test_the_command_of_the_capital_is_one_node_in_two_articles(g: Graph) -> None:
    named = [id for id, name in units(g).items() if "Thủ đô Hà Nội" in name and name.startswith("Bộ Tư lệnh")]
    assert [g.nx.nodes[id]["name"] for id in named] == [CAPITAL]
    assert len({document for document, _ in g.nx.nodes[named[0]]["members"]}) == 2


def test_the_two_that_articles_call_bo_tu_lenh_are_two_units(g: Graph) -> None:
    called = {data["name"] for _, data in g.nx.nodes(data=True) if "Bộ Tư lệnh" in data["aliases"]}
    assert called == {GUARD, CAPITAL}
    assert "Bộ Tư lệnh" not in units(g).values()


def test_nothing_of_that_is_in_doubt_or_contradicts_itself(g: Graph) -> None:
    assert g.possibly_same() == ()
    assert g.conflicts() == ()
