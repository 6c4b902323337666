"""Slides that TimelineJS takes: dates as partial as known, ids that differ, text that does not act."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import graphbuild as gb
from graphbuild.errors import UsageError
from graphbuild.exporters import FORMATS, Content
from graphbuild.graph import Graph
from graphbuild.model import Quote
from tests.explorer.hostile import hostile
from tests.explorer.invented import plausible
from tests.graph.hand import at, edge, graph, post


def slides(content: Content, path: Path) -> list[dict[str, Any]]:
    FORMATS["timeline"].write(content, path)
    found = json.loads(path.read_text("utf-8"))
    assert found["scale"] == "human"
    return list(found["events"])


def by_headline(found: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {slide["text"]["headline"]: slide for slide in found}


def quote(claim: str, sentence: str = "Đồng chí An chủ trì hội nghị.", url: str = "https://bao.example/1") -> Quote:
    return Quote(claim, f"{claim}.txt", "Hội nghị", url, "2023-03-05", sentence, 9, 11, "act", 0.9)


def test_an_event_is_a_slide_with_its_people_places_and_sentences(tmp_path: Path) -> None:
    held = edge("event/le", "HELD_AT", "place/son-khe")
    by = edge("unit/quan-khu-6", "ORGANISES", "event/le")
    one = graph(at("person/an", "le", "chairs"), at("person/binh", "le"), held, by, le="2023-03-05")
    (claim,) = (data["claims"][0] for *_, data in one.edges(data=True) if data.get("role") == "chairs")
    (slide,) = slides(Content(one, {claim: quote(claim)}), tmp_path / "t.json")
    assert slide["start_date"] == {"year": 2023, "month": 3, "day": 5}
    assert "end_date" not in slide
    assert slide["text"]["headline"] == "Le"
    text = slide["text"]["text"]
    assert "<p>place: Son-Khe<br>organised by: Quan-Khu-6<br>chairs: An<br>attends: Binh</p>" in text
    assert "<p>Đồng chí <b>An</b> chủ trì hội nghị.<br><small>" in text
    assert '<a href="https://bao.example/1">Hội nghị</a>, 2023-03-05' in text


def test_a_post_is_a_slide_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    held = post("an", "quan-khu-6", "2019-02 2021", start="2018")
    (slide,) = slides(Content(graph(held)), tmp_path / "t.json")
    assert slide["text"]["headline"] == "An: Tư lệnh, Quan-Khu-6"
    assert slide["group"] == "posts"
    assert (slide["start_date"], slide["end_date"]) == ({"year": 2018}, {"year": 2021})
    assert "<p>seen: 2019-02 to 2021<br>stated: from 2018<br>status: current</p>" in slide["text"]["text"]


def test_slides_are_in_order_and_their_ids_differ(tmp_path: Path) -> None:
    one, quotes = plausible(200)
    found = slides(Content(one, quotes), tmp_path / "t.json")
    assert len(found) > 100
    dates = [tuple(slide["start_date"].values()) for slide in found]
    assert dates == sorted(dates)
    assert len({slide["unique_id"] for slide in found}) == len(found)
    assert all(re.fullmatch("[a-z0-9-]+", slide["unique_id"]) for slide in found)
    assert all(slide.get("end_date") != slide["start_date"] for slide in found)


def test_names_and_sentences_do_not_act(tmp_path: Path) -> None:
    one, quotes = hostile()
    for slide in slides(Content(one, quotes), tmp_path / "t.json"):
        for text in slide["text"].values():
            tags = re.findall(r"<[^>]*>", text)
            assert {re.sub(r'^<a href="[^"<>]*">$', "<a>", tag) for tag in tags} <= {
                *("<p>", "</p>", "<small>", "</small>", "<b>", "</b>", "<br>", "<a>", "</a>")
            }
            assert all(href.startswith("http") for href in re.findall('href="([^"]*)"', text))


def test_of_many_sentences_the_first_are_shown_and_the_rest_are_counted(tmp_path: Path) -> None:
    one = graph(at("person/an", "le", count=7), le="2023-03-05")
    quotes = {claim: quote(claim, f"Câu {claim}.") for *_, data in one.edges(data=True) for claim in data["claims"]}
    (slide,) = slides(Content(one, quotes), tmp_path / "t.json")
    assert slide["text"]["text"].count("<small>") == 5
    assert "<p>… and 2 more</p>" in slide["text"]["text"]


def test_what_has_no_date_is_left_out_and_counted(tmp_path: Path) -> None:
    posts = (post("an", "quan-khu-6", ""), post("an", "quan-khu-5", "2020"))
    g = Graph(graph(*posts, at("person/an", "le"), at("person/an", "hop"), le="2023"), lambda _: [])
    done = gb.export(g, "timeline", tmp_path / "t.json")
    assert done.notes == ("1 event without a date left out", "1 post without a date left out")
    assert len(json.loads((tmp_path / "t.json").read_text("utf-8"))["events"]) == 2


def test_without_any_date_there_is_no_timeline(tmp_path: Path) -> None:
    g = Graph(graph(at("person/an", "le")), lambda _: [])
    with pytest.raises(UsageError, match="nothing in this part has a date"):
        gb.export(g, "timeline", tmp_path / "t.json")
    assert list(tmp_path.iterdir()) == []
