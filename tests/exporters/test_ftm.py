"""FollowTheMoney entities that Aleph takes: known schemata and properties, ids that exist, values that are kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graphbuild.exporters import FORMATS, Content
from graphbuild.exporters.ftm import _organizations, ftm_id
from graphbuild.graph import with_doubts
from graphbuild.model import Quote
from graphbuild.resolve import Doubt
from graphbuild.resources import load_gazetteer
from tests.explorer.hostile import hostile
from tests.explorer.invented import plausible, small
from tests.exporters import ftm_schema
from tests.graph.hand import at, edge, graph, post

RECORDED = json.loads(Path(ftm_schema.__file__).with_suffix(".json").read_text("utf-8"))

Entity = dict[str, Any]


def entities(content: Content, path: Path) -> list[Entity]:
    FORMATS["ftm"].write(content, path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def of(found: list[Entity], schema: str) -> list[Entity]:
    return [one["properties"] for one in found if one["schema"] == schema]


def everything() -> list[Content]:
    one, quotes = small()
    a, b = sorted(id for id, kind in one.nodes(data="kind") if kind == "person")[:2]
    doubts = with_doubts(one, [Doubt(a, b, 0.4, ("one name",))])
    return [Content(doubts, quotes), Content(*plausible(150)), Content(*hostile())]


@pytest.mark.parametrize("content", everything(), ids=["small", "plausible", "hostile"])
def test_schemata_properties_and_ids_are_those_that_followthemoney_knows(content: Content, tmp_path: Path) -> None:
    found = entities(content, tmp_path / "e.json")
    schema_of = {one["id"]: RECORDED[one["schema"]] for one in found}
    assert len(schema_of) == len(found)
    for one in found:
        schema = RECORDED[one["schema"]]
        assert set(schema["required"]) <= one["properties"].keys()
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", one["id"])
        for name, values in one["properties"].items():
            kind, *leads_to = schema["properties"][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if kind == "date":
                assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) for value in values)
            if kind == "entity":
                assert all(leads_to[0] in schema_of[value]["is"] for value in values)


@pytest.mark.parametrize("content", everything(), ids=["small", "plausible", "hostile"])
def test_the_package_itself_takes_every_value(content: Content, tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="its installation needs a compiler and ICU")
    for one in entities(content, tmp_path / "e.json"):
        schema = followthemoney.model.get(one["schema"])
        schema.validate(one)
        proxy = followthemoney.model.get_proxy(one, cleaned=False)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept.keys() == one["properties"].keys()
        exact = {
            name for name in kept if schema.get(name).type.name not in ("name", "string", "text", "url", "address")
        }
        assert {name: kept[name] for name in exact} == {name: one["properties"][name] for name in exact}


def test_what_is_recorded_of_the_package_is_true() -> None:
    pytest.importorskip("followthemoney", reason="its installation needs a compiler and ICU")
    assert ftm_schema.recorded() == RECORDED


def test_a_post_is_a_position_that_is_occupied_and_no_sighting_is_its_beginning(tmp_path: Path) -> None:
    one = graph(
        post("an", "quan-khu-6", "2019-02 2021", rank="Đại tá", acting=True),
        post("binh", "quan-khu-6", "2022", start="2021-07"),
    )
    (claim,) = (data["claims"][0] for a, _, data in one.edges(data=True) if a == "person/an")
    quote = Quote(
        claim, "a.txt", "Tin", "https://bao.example/1", "2019-02", "Ông An nói.", 4, 6, "act", 0.9, False, "Báo"
    )
    found = entities(Content(one, {claim: quote}), tmp_path / "e.json")
    (position,) = of(found, "Position")
    assert position == {"name": ["Tư lệnh, Quan-Khu-6"], "organization": ["unit-quan-khu-6"]}
    an, binh = sorted(of(found, "Occupancy"), key=lambda one: one["holder"])
    (article,) = (one for one in found if one["schema"] == "Article")
    assert an["date"] == ["2019-02", "2021"]
    assert "startDate" not in an
    assert (an["status"], an["summary"]) == (["acting"], ["Rank: Đại tá"])
    assert (an["description"], an["sourceUrl"], an["publisher"]) == (
        ["Ông An nói."],
        ["https://bao.example/1"],
        ["Báo"],
    )
    assert an["proof"] == [article["id"]]
    assert article["properties"]["publishedAt"] == ["2019-02"]
    assert (binh["startDate"], binh["date"]) == (["2021-07"], ["2022"])


def test_an_event_knows_who_took_part_where_and_who_held_it(tmp_path: Path) -> None:
    held = edge("event/le", "HELD_AT", "place/son-khe")
    by = edge("unit/quan-khu-6", "ORGANISES", "event/le", dates="2023-03-09")
    one = graph(at("person/an", "le", "hands_over"), held, by, le="2023-03")
    found = entities(Content(one), tmp_path / "e.json")
    (event,) = of(found, "Event")
    assert event["date"] == ["2023-03"]
    assert (event["organizer"], event["involved"]) == (["unit-quan-khu-6"], ["person-an"])
    assert (event["location"], event["addressEntity"]) == (["Son-Khe"], ["place-son-khe"])
    roles = {link["role"][0]: link["date"] for link in of(found, "UnknownLink")}
    assert roles == {"hands over": ["2023-03"], "organises": ["2023-03"], "held at": ["2023-03"]}


def test_bodies_of_the_state_are_told_from_organisations(tmp_path: Path) -> None:
    one = graph(edge("unit/a", "MEMBER_OF", "unit/b"))
    one.nodes["unit/a"]["type"] = "Sư đoàn"
    one.nodes["unit/b"]["type"] = "Cụm thi đua"
    found = entities(Content(one), tmp_path / "e.json")
    assert [one["schema"] for one in found[:2]] == ["PublicBody", "Organization"]
    assert of(found, "Membership")[0]["role"] == ["member"]


def test_every_kind_of_organisation_is_one_of_the_gazetteer() -> None:
    assert _organizations() <= {kind.name for kind in load_gazetteer().unit_types}


def test_ids_stay_readable_and_differ() -> None:
    assert ftm_id("person/bui-hai-son-2") == "person-bui-hai-son-2"
    assert len({ftm_id("unit/a b"), ftm_id("unit/a-b"), ftm_id("unit/a--b"), ftm_id("unit/a?b")}) == 4
