"""Taking away what the page shows, from a file and under the page's own policy."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import PICTURES
from tests.browser.screens import SCREENS, each_language, each_screen, word

pytestmark = pytest.mark.browser

SON, REGION = "person/bui-hai-son", "unit/quan-khu-96"
SVG = "{http://www.w3.org/2000/svg}"


def taken(opened, label: str, kept: str = "") -> tuple[str, bytes]:
    """Name and content of the file that an item of the menu saves."""
    with opened.page.expect_download() as download:
        opened.choose("export", label)
    path = PICTURES / (kept or download.value.suggested_filename)
    download.value.save_as(path)
    return download.value.suggested_filename, path.read_bytes()


@each_screen
@each_language
def test_the_view_is_taken_away_as_a_picture(open_page: Callable, small_page: Path, screen: str, lang: str) -> None:
    opened = open_page(small_page, f"#?lang={lang}", SCREENS[screen])
    name, png = taken(opened, word("export.png", lang), f"export-{screen}-{lang}.png")
    assert name == "graphbuild.png"
    assert png.startswith(b"\x89PNG")
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    box = opened.page.locator("#graph").bounding_box()
    assert width == 2 * round(box["width"])
    assert height > 2 * box["height"]
    _, svg = taken(opened, word("export.svg", lang), f"export-{screen}-{lang}.svg")
    drawing = ElementTree.fromstring(svg)
    names = {text.text for text in drawing.iter(f"{SVG}text")}
    assert "Bùi Hải Sởn" in names
    assert word("kinds.person", lang) in names
    assert len(list(drawing.iter(f"{SVG}line"))) >= 8
    assert opened.page.inner_text("#notice") == word("export.saved", lang, name="graphbuild.svg")


def test_a_picture_of_what_is_picked_has_its_name(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#" + SON)
    name, svg = taken(opened, "Drawing (SVG)", "export-picked.svg")
    assert name == "graphbuild-bui-hai-son.svg"
    marks = list(ElementTree.fromstring(svg).iter(f"{SVG}rect"))
    assert any(mark.get("opacity") for mark in marks)


def test_tables_hold_what_is_shown_and_open_in_spreadsheets(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#?without=place")
    name, names = taken(opened, "Names (CSV)")
    assert name == "graphbuild-names.csv"
    assert names.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(names.decode("utf-8-sig"))))
    assert len(rows) == 6
    assert {row["name"] for row in rows if row["rank"] == "Thiếu tướng"} == {"Bùi Hải Sởn"}
    name, facts = taken(opened, "Facts with articles (CSV)")
    assert name == "graphbuild-facts.csv"
    rows = list(csv.DictReader(io.StringIO(facts.decode("utf-8-sig"))))
    assert len(rows) == 9
    post = next(row for row in rows if row["title"] == "Tư lệnh")
    assert (post["source"], post["target_name"]) == (SON, "Quân khu 96")
    assert post["article_addresses"] == "https://bao.example/a?b=1&c=2"


def test_json_has_every_sentence_of_what_is_shown(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    name, content = taken(opened, "Everything with sentences (JSON)")
    assert name == "graphbuild.json"
    told = json.loads(content)
    assert (len(told["names"]), len(told["facts"])) == (7, 10)
    post = next(fact for fact in told["facts"] if fact.get("title") == "Tư lệnh")
    assert post["sentences"][0]["words"] == "Tư lệnh Quân khu 96"
    assert post["sentences"][0]["text"] == "Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì."
    assert post["sentences"][0]["article"]["title"] == "Hội nghị quân chính"


@each_language
def test_the_link_is_copied(open_page: Callable, small_page: Path, lang: str) -> None:
    opened = open_page(small_page, f"#{SON}?lang={lang}&without=place")
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.choose("export", word("export.link", lang))
    opened.page.wait_for_selector(f"#notice >> text={word('export.copied', lang)}")
    assert opened.page.evaluate("navigator.clipboard.readText()") == opened.page.url


def test_the_link_is_copied_where_the_clipboard_is_closed_to_the_page(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, f"#{SON}")
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    opened.choose("export", "Copy link")
    opened.page.wait_for_selector("#notice >> text=The link is copied.")
    assert opened.page.evaluate("document.querySelector('textarea')") is None


@each_screen
@each_language
def test_what_is_picked_is_printed_as_a_card(open_page: Callable, small_page: Path, screen: str, lang: str) -> None:
    opened = open_page(small_page, f"#{SON}?lang={lang}&theme=dark", SCREENS[screen])
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate(
        """() => { window.print = () => {
          window.printed = [...document.querySelectorAll("#panel blockquote")].map(told => told.checkVisibility());
        }; }"""
    )
    page.emulate_media(media="screen")
    opened.choose("export", word("export.print", lang))
    page.wait_for_function("() => window.printed")
    assert page.evaluate("window.printed.length") == 4
    page.evaluate("document.querySelectorAll('#panel details').forEach(box => { box.open = true; })")
    page.wait_for_function("() => document.querySelectorAll('#panel blockquote').length === 4")
    page.emulate_media(media="print")
    assert [page.is_visible(part) for part in ("header", "#graph", "#panel h2", "#pin", "footer p")] == [
        False,
        False,
        True,
        False,
        True,
    ]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    box = page.locator("#panel .content").bounding_box()
    assert box["height"] == pytest.approx(
        page.evaluate("document.querySelector('#panel .content').scrollHeight"), abs=2
    )
    opened.keep(f"print-{screen}-{lang}")
    assert page.pdf().startswith(b"%PDF")
