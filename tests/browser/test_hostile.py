"""200 hostile strings in every field of the graph: nothing runs, nothing is loaded, all of it is text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.explorer import write_page
from tests.explorer.hostile import STRINGS, hostile

pytestmark = pytest.mark.browser

ELEMENTS = """() => Object.fromEntries(
  ["script", "img", "iframe", "object", "embed", "form", "link", "base", "meta", "video", "math", "marquee", "b"]
    .map(name => [name, document.querySelectorAll(name).length]))"""


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(*hostile(), tmp_path_factory.mktemp("hostile") / "graph.html", title=STRINGS[1])


def untouched(opened, before: dict[str, int]) -> None:
    assert opened.page.evaluate(ELEMENTS) == before
    assert opened.page.evaluate("window.evil === undefined")
    assert opened.page.evaluate("[...document.links].every(link => /^https?:/.test(link.href))")
    assert opened.page.evaluate("Object.keys(Object.prototype).length") == 0


def test_there_are_200_of_them() -> None:
    assert len(set(STRINGS)) == 200


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_panel_shows_them_as_text(open_page: Callable, hostile_page: Path, lang: str) -> None:
    opened = open_page(hostile_page, f"#?lang={lang}")
    page = opened.page
    before = page.evaluate(ELEMENTS)
    ids = page.evaluate("graphbuild.ids()")
    assert len(ids) == 200
    for id in ids:
        page.evaluate("id => graphbuild.select(id)", id)
        page.evaluate("document.querySelectorAll('#panel details').forEach(box => { box.open = true; })")
        # textContent, as a name may hold what a browser does not show.
        name = page.text_content("#panel h2")
        assert name in STRINGS
    page.evaluate("() => new Promise(done => setTimeout(done, 300))")
    untouched(opened, before)
    pair = "([a, b]) => graphbuild.actions.pick(graphbuild.model.nodes.number(a), graphbuild.model.nodes.number(b))"
    for id in ids[::10]:
        other = page.evaluate("id => graphbuild.model.neighbours(graphbuild.model.nodes.number(id))[0]", id)
        page.evaluate(pair, [id, ids[other]])
    untouched(opened, before)


def test_every_view_and_list_shows_them_as_text(open_page: Callable, hostile_page: Path) -> None:
    opened = open_page(hostile_page)
    page = opened.page
    before = page.evaluate(ELEMENTS)
    for mode in ("table", "chart", "career", "calendar", "graph"):
        page.evaluate("mode => graphbuild.store.update({ mode, drawer: true })", mode)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        untouched(opened, before)
    for grouped in ("unit", "community"):
        page.evaluate("grouped => graphbuild.store.update({ grouped })", grouped)
    for text in STRINGS[::7]:
        page.fill("#search", text)
    page.fill("#search", "alert")
    assert page.locator("#suggestions li").count() > 3
    untouched(opened, before)


@pytest.mark.parametrize("number", range(0, 200, 25))
def test_addresses_that_hold_them_only_say_that_they_are_unknown(
    open_page: Callable, hostile_page: Path, number: int
) -> None:
    opened = open_page(
        hostile_page, f"#{STRINGS[number]}?pinned={STRINGS[number]},1,1&hidden={STRINGS[number]}&lang=x&grouped=y"
    )
    untouched(opened, opened.page.evaluate(ELEMENTS))


def test_what_is_taken_away_holds_them_as_text(open_page: Callable, hostile_page: Path) -> None:
    from xml.etree import ElementTree

    opened = open_page(hostile_page)
    with opened.page.expect_download() as download:
        opened.choose("export", "Drawing (SVG)")
    drawing = ElementTree.parse(download.value.path())
    tags = {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert tags <= {"svg", "title", "rect", "circle", "g", "line", "polygon", "text", "tspan"}
    assert not any(name.startswith("on") or "href" in name for element in drawing.iter() for name in element.attrib)
    with opened.page.expect_download() as download:
        opened.choose("export", "Names (CSV)")
    cells = download.value.path().read_text(encoding="utf-8-sig")
    assert "\"'=HYPERLINK(" in cells
    assert ",=HYPERLINK" not in cells
