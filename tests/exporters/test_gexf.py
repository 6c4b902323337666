"""GEXF as Gephi wants it: full dates, types, no edge lost among parallel ones."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import networkx as nx
from lxml import etree

from graphbuild.exporters import FORMATS, Content
from tests.explorer.invented import plausible
from tests.graph.hand import at, edge, graph, post

GEXF = "{http://gexf.net/1.3}"


def written(content: Content, path: Path) -> etree._Element:
    FORMATS["gexf"].write(content, path)
    return etree.parse(path).getroot()


def spell(element: etree._Element) -> dict[str, str]:
    found = [dict(one.attrib) for one in element.iter(f"{GEXF}spell")]
    assert len(found) < 2
    return found[0] if found else {}


def edge_of(root: etree._Element, label: str) -> etree._Element:
    (found,) = (one for one in root.iter(f"{GEXF}edge") if one.get("label") == label)
    return found


def test_networkx_reads_back_the_same_attributes_with_their_types(tmp_path: Path) -> None:
    one, quotes = plausible(120)
    # Two posts of one person in one unit: without such a pair, networkx makes a graph whose edges have no keys.
    source, target, data = next(found for found in one.edges(data=True) if found[2]["relation"] == "HOLDS")
    one.add_edge(source, target, "HOLDS|Bí thư|current", **{**data, "title": "Bí thư"})
    written(Content(one, quotes), tmp_path / "g.gexf")
    back = nx.read_gexf(tmp_path / "g.gexf")
    for id, data in one.nodes(data=True):
        plain = {key: value for key, value in data.items() if key not in ("aliases", "members")}
        assert {key: back.nodes[id][key] for key in plain} == plain
        assert back.nodes[id]["aliases"] == " | ".join(data["aliases"])
        assert back.nodes[id]["label"] == data["name"]
    assert set(back.edges(keys=True)) == set(one.edges(keys=True))
    for *ends, data in one.edges(keys=True, data=True):
        plain = {key: value for key, value in data.items() if key != "claims"}
        assert {key: back.edges[ends][key] for key in plain} == plain


def test_partial_dates_become_the_days_they_can_mean(tmp_path: Path) -> None:
    posts = graph(
        post("an", "quan-khu-6", "2019-02 2021", title="Tư lệnh"),
        post("an", "quan-khu-6", "2021-05-03", title="Chính ủy"),
        post("binh", "quan-khu-6", "2020 2022", title="Phó Tư lệnh", start="2019-11", end="2022-02"),
        post("chi", "quan-khu-6", "2020", title="Tham mưu trưởng", past_only=True, left_by="2018"),
        edge("unit/su-doan-1", "PART_OF", "unit/quan-khu-6"),
        at("person/an", "le"),
        le="2023-03",
    )
    root = written(Content(posts), tmp_path / "g.gexf")
    assert spell(edge_of(root, "Tư lệnh")) == {"start": "2019-02-01", "end": "2021-12-31"}
    assert spell(edge_of(root, "Chính ủy")) == {"start": "2021-05-03", "end": "2021-05-03"}
    assert spell(edge_of(root, "Phó Tư lệnh")) == {"start": "2019-11-01", "end": "2022-02-28"}
    assert spell(edge_of(root, "Tham mưu trưởng")) == {"end": "2018-12-31"}
    assert spell(edge_of(root, "PART_OF")) == {}
    assert spell(edge_of(root, "attends")) == {"start": "2023-03-01", "end": "2023-03-31"}


def test_a_beginning_after_the_end_makes_no_spell_that_gephi_refuses(tmp_path: Path) -> None:
    posts = graph(post("an", "quan-khu-6", "2020 2021", start="2023", end="2019"))
    root = written(Content(posts), tmp_path / "g.gexf")
    assert spell(edge_of(root, "Tư lệnh")) == {"start": "2020-01-01", "end": "2021-12-31"}


def test_every_spell_is_of_days_of_the_calendar_in_order(tmp_path: Path) -> None:
    one, quotes = plausible(200)
    root = written(Content(one, quotes), tmp_path / "g.gexf")
    spells = [dict(found.attrib) for found in root.iter(f"{GEXF}spell")]
    assert len(spells) > 100
    for found in spells:
        days = [date.fromisoformat(day) for day in found.values()]
        assert days == sorted(days)


def test_parallel_edges_are_of_several_kinds_so_that_gephi_keeps_each(tmp_path: Path) -> None:
    posts = graph(
        post("an", "quan-khu-6", "2019", title="Tư lệnh"),
        post("an", "quan-khu-6", "2021", title="Chính ủy"),
        post("binh", "quan-khu-6", "2021", title="Chính ủy"),
    )
    root = written(Content(posts), tmp_path / "g.gexf")
    kinds = sorted(one.get("kind") for one in root.iter(f"{GEXF}edge"))
    assert kinds == ["HOLDS", "HOLDS", "HOLDS 2"]
    ids = [one.get("id") for one in root.iter(f"{GEXF}edge")]
    assert len(set(ids)) == 3


def test_what_the_grammar_of_gexf_asks_for(tmp_path: Path) -> None:
    one, quotes = plausible(60)
    root = written(Content(one, quotes, "Quân khu 6, 1 step"), tmp_path / "g.gexf")
    (of,) = root.findall(f"{GEXF}graph")
    assert dict(of.attrib) == {
        "mode": "dynamic",
        "defaultedgetype": "directed",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    assert [child.tag for child in of] == [f"{GEXF}{tag}" for tag in ("attributes", "attributes", "nodes", "edges")]
    for attributes, kind in zip(of.findall(f"{GEXF}attributes"), ("node", "edge"), strict=True):
        declared = {found.get("id"): found.get("type") for found in attributes}
        assert set(declared.values()) <= {"string", "boolean", "long", "double"}
        for value in root.iterfind(f".//{GEXF}{kind}/{GEXF}attvalues/{GEXF}attvalue"):
            known = {"boolean": "true|false", "long": r"-?\d+", "double": r"-?\d+\.\d+", "string": "(?s:.*)"}
            assert re.fullmatch(known[declared[value.get("for")]], value.get("value"))
    assert all(float(found.get("weight")) > 0 for found in root.iter(f"{GEXF}edge"))
    assert not any(re.search(r"\s\s|^\s|\s$|\n", found.get("label")) for found in root.iter(f"{GEXF}node"))
