"""Narrowing as a reader does it: drawer, chips, timeline, with mouse and keyboard, and the links that keep it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.explorer import write_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.explorer.invented import plausible

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TABLET = (820, 1100)
FILTERS = "graphbuild.store.state.filters"


@pytest.fixture(scope="module")
def busy_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(*plausible(240), tmp_path_factory.mktemp("busy") / "graph.html")


def section(page: Page, label: str) -> object:
    """A part of the drawer, opened."""
    part = page.locator("#narrow details", has=page.locator(f"summary:has-text('{label}')"))
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_ticked_values_combine_and_chips_take_them_back(
    open_page: Callable, busy_page: Path, size: tuple[int, int], lang: str
) -> None:
    page = open_page(busy_page, f"#?lang={lang}", size).page
    words = {"en": ("Narrow", "Rank", "Kind of fact", "Posts"), "vi": ("Lọc", "Quân hàm", "Loại dữ kiện", "Chức vụ")}
    narrow, rank, fact, posts = words[lang]
    page.get_by_role("button", name=narrow, exact=True).click()
    section(page, rank).get_by_label("Thiếu tướng").check()
    section(page, rank).get_by_label("Đại tá").check()
    section(page, fact).get_by_label(posts).check()
    assert page.evaluate(FILTERS) == {"rank": ["Thiếu tướng", "Đại tá"], "relation": ["HOLDS"]}
    page.locator("#narrow .close").click()
    chips = page.locator("#chips .chip")
    assert chips.count() == 3
    shown, edges = page.evaluate("[graphbuild.store.state.filters].map(f => [f.rank.length, f.relation.length])[0]")
    assert (shown, edges) == (2, 1)
    counts = page.inner_text("#counts")
    chips.nth(0).click()
    assert page.evaluate(FILTERS) == {"rank": ["Đại tá"], "relation": ["HOLDS"]}
    assert page.inner_text("#counts") != counts
    chips.nth(1).click()
    assert page.evaluate(FILTERS) == {"rank": ["Đại tá"]}
    page.locator("#chips .clear").click()
    assert page.is_hidden("#chips")
    assert page.evaluate("document.activeElement.id") == "search"
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_the_counts_say_how_much_is_shown(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page).page
    assert page.inner_text("#counts") == "7 names · 10 facts · 2 articles"
    page.click("#open-narrow")
    section(page, "Role at events").get_by_label("chairs").check()
    assert page.inner_text("#counts") == "2 of 7 names shown · 1 of 10 facts"
    assert page.inner_text("#chips .shown") == "2 of 7 names shown"
    assert page.inner_text("#open-narrow") == "Narrow (1)"
    page.click("#undo")
    assert page.inner_text("#counts") == "7 names · 10 facts · 2 articles"
    assert not section(page, "Role at events").get_by_label("chairs").is_checked()


def test_a_unit_is_chosen_by_keyboard_without_accents(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page).page
    page.focus("#open-narrow")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Narrow"
    page.focus("#unit-box")
    page.keyboard.type("qk96")
    assert page.inner_text("#unit-options li >> nth=0").startswith("Quân khu 96")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#?unit=unit/quan-khu-96"
    assert page.locator("#chips .chip").inner_text().startswith("unit: Quân khu 96")
    page.keyboard.press("Escape")
    assert page.is_hidden("#narrow")
    assert page.evaluate("document.activeElement.id") == "open-narrow"


def test_the_panel_narrows_to_a_unit_and_what_is_below_it(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#unit/su-doan-9411")
    opened.page.click("#panel [data-ask=only]")
    assert opened.page.evaluate(FILTERS)["unit"] == [opened.page.evaluate("graphbuild.store.state.picked[0]")]
    assert opened.heading() == "Sư đoàn 9411"
    assert "Quân khu 96" not in opened.page.evaluate(
        "(() => { const s = graphbuild.store.state; const m = graphbuild.model;"
        " return graphbuild.ids().filter((_, n) => graphbuild.canvas.onCanvas(n)).map(id => m.nodes.name(m.nodes.number(id))); })()"
    )


def test_sliding_the_confidence_is_one_step_for_undo(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page).page
    page.click("#open-narrow")
    slider = section(page, "Confidence").locator("input")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => graphbuild.store.state.filters.confidence === 15")
    assert "confidence 0.15 or more" in page.inner_text("#chips")
    slider.fill("95")
    page.wait_for_function("() => document.querySelector('#counts').textContent.startsWith('0 of 7')")


def test_a_link_brings_all_filters_back(open_page: Callable, busy_page: Path) -> None:
    address = (
        "#?without=place&rank=Đại tá~Thiếu tướng&when=2031-01~2032-06~undated&confidence=50&relation=HOLDS~PARTICIPATES"
    )
    page = open_page(busy_page, address).page
    assert page.locator("#chips .chip").count() == 8
    page.click("#open-narrow")
    assert section(page, "Rank").get_by_label("Đại tá").is_checked()
    assert page.inner_text("#timeline .period b") == "2031-01 to 2032-06"


def test_picking_who_is_hidden_takes_back_the_filter_that_hides(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#?rank=Thiếu tướng&confidence=50")
    opened.page.fill("#search", "dang uyen")
    opened.page.keyboard.press("Enter")
    assert opened.heading() == "Đặng Ngọc Uyển"
    assert opened.page.evaluate(FILTERS) == {"confidence": 50}


def test_brushing_the_timeline_narrows_to_a_period(open_page: Callable, busy_page: Path) -> None:
    page = open_page(busy_page).page
    strip = page.locator("#strip").bounding_box()
    y = strip["y"] + 15
    page.mouse.move(strip["x"] + strip["width"] * 0.3, y)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.4, y, steps=4)
    page.mouse.move(strip["x"] + strip["width"] * 0.6, y, steps=4)
    page.mouse.up()
    first, last = page.evaluate(f"{FILTERS}.when")
    assert "2030" <= first < last <= "2034"
    assert page.inner_text("#timeline .period").startswith(f"{first} to {last} · ")
    # The brush is moved as a whole, of the same length; then one end of it by keyboard.
    page.mouse.move(strip["x"] + strip["width"] * 0.5, y)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.55, y, steps=4)
    page.mouse.up()
    moved = page.evaluate(f"{FILTERS}.when")
    assert moved[0] > first and moved[1] > last
    end = page.get_by_role("slider", name="End of the period")
    end.focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(f"{FILTERS}.when")[1] < moved[1]
    assert end.get_attribute("aria-valuetext") == page.evaluate(f"{FILTERS}.when[1]")
    page.click("#undo")
    page.click("#undo")
    assert page.evaluate(f"{FILTERS}.when") == [first, last]
    page.click("#undo")
    assert page.evaluate(FILTERS) == {}


def test_a_click_on_a_bar_and_two_clicks_for_all_times(open_page: Callable, busy_page: Path) -> None:
    page = open_page(busy_page).page
    strip = page.locator("#strip").bounding_box()
    page.mouse.click(strip["x"] + strip["width"] / 2, strip["y"] + 10)
    first, last = page.evaluate(f"{FILTERS}.when")
    assert first == last
    page.mouse.dblclick(strip["x"] + strip["width"] / 2, strip["y"] + 10)
    assert page.evaluate(FILTERS) == {}


def test_who_wants_no_motion_steps_through_time(open_page: Callable, busy_page: Path) -> None:
    page = open_page(busy_page).page
    page.click("role=button[name='One step on']")
    first = page.evaluate(f"{FILTERS}.when")
    page.wait_for_timeout(1200)
    assert page.evaluate(f"{FILTERS}.when") == first
    page.click("role=button[name='One step on']")
    assert page.evaluate(f"{FILTERS}.when")[0] > first[0]


def test_playing_moves_on_by_itself_until_it_is_paused(open_page: Callable, busy_page: Path) -> None:
    page = open_page(busy_page).page
    page.emulate_media(reduced_motion="no-preference")
    page.click("#timeline .play")
    first = page.wait_for_function(f"() => {FILTERS}.when").json_value()
    page.wait_for_function("first => graphbuild.store.state.filters.when[0] > first", arg=first[0])
    page.click("role=button[name='Pause']")
    paused = page.evaluate(f"{FILTERS}.when")
    page.wait_for_timeout(1200)
    assert page.evaluate(f"{FILTERS}.when") == paused
    page.click("#undo")
    assert page.evaluate(FILTERS) == {}


def test_facts_without_a_date_are_told_and_kept_if_wanted(
    open_page: Callable, tmp_path_factory: pytest.TempPathFactory
) -> None:
    graph, quotes = plausible(60)
    undated = [edge for edge in graph.edges(keys=True) if graph.edges[edge]["relation"] == "PART_OF"]
    for edge in undated:
        graph.edges[edge].update(first="", last="")
    page = open_page(write_page(graph, quotes, tmp_path_factory.mktemp("undated") / "graph.html")).page
    assert page.inner_text("#timeline .undated") == f"{len(undated)} facts without a date"
    page.focus("#strip [data-end='0']")
    page.keyboard.press("ArrowRight")
    shown = page.evaluate("document.querySelector('#counts').textContent")
    page.check("#timeline .undated input")
    assert page.evaluate(f"{FILTERS}.when[2]") == "undated"
    assert page.evaluate("document.querySelector('#counts').textContent") != shown
    page.click("#chips .chip >> text=with facts without a date")
    assert not page.is_checked("#timeline .undated input")


def test_the_timeline_is_folded_on_a_phone_and_opens(open_page: Callable, busy_page: Path) -> None:
    page = open_page(busy_page, size=PHONE).page
    page.wait_for_selector("#timeline .fold")
    assert page.is_hidden("#strip")
    page.click("#timeline .fold")
    assert page.is_visible("#strip")
    box = page.locator("#timeline").bounding_box()
    assert box["y"] + box["height"] <= 844


def test_what_filters_leave_is_looked_for_where_nothing_of_it_is_in_the_window(
    open_page: Callable, small_page: Path
) -> None:
    page = open_page(small_page, "#person/bui-hai-son").page
    in_window = """() => graphbuild.canvas.scene().marks.filter((mark) => {
      const { x, y } = graphbuild.canvas.placeOf(mark);
      return x > 0 && y > 60 && x < innerWidth && y < innerHeight;
    }).length"""
    page.evaluate("graphbuild.canvas.network.moveTo({ position: { x: 90000, y: 90000 }, animation: false })")
    assert page.evaluate(in_window) == 0
    page.evaluate("graphbuild.actions.filter('without', ['event'])")
    page.wait_for_function(f"({in_window})() > 3")
