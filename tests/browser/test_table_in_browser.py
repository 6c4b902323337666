"""The table: the facts of the drawing in rows, by mouse, by keyboard, on every width, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESKTOP, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TABLET = (820, 1100)


def cells(page: Page, row: int) -> list[str]:
    return page.locator(f"#row-{row} [role=gridcell]").all_inner_texts()


def test_each_kind_has_its_table(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page, "#?mode=table").page
    assert page.locator(".tables button").all_inner_texts() == [
        "Persons\n2",
        "Units\n3",
        "Events\n1",
        "Places\n1",
        "Facts\n10",
    ]
    assert cells(page, 0)[:4] == ["Bùi Hải Sởn", "Thiếu tướng", "Tư lệnh", "Quân khu 96"]
    page.click(".tables button >> text=Units")
    page.click("[role=columnheader] >> text=Name")
    assert [cells(page, row)[0] for row in range(3)] == ["Cụm thi đua số 77", "Quân khu 96", "Sư đoàn 9411"]
    assert page.evaluate("location.hash") == "#?mode=table&rows=unit&sort=name"
    page.click(".tables button >> text=Events")
    assert "2031-01-05" in cells(page, 0)
    page.click(".tables button >> text=Facts")
    assert page.get_attribute("#grid", "aria-rowcount") == "11"
    assert page.get_attribute("#grid", "aria-label") == "Facts, 10 of 10 rows"


def test_a_head_sorts_and_sorts_the_other_way(open_page: Callable, large_page: Path) -> None:
    page = open_page(large_page, "#?mode=table").page
    head = page.locator("[role=columnheader]", has_text="Name")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    first = cells(page, 0)[0]
    page.locator("[role=columnheader]", has_text="Name").locator("button").focus()
    page.keyboard.press("Enter")
    head = page.locator("[role=columnheader]", has_text="Name")
    assert head.get_attribute("aria-sort") == "descending"
    page.focus("#grid")
    page.keyboard.press("End")
    last = int(page.get_attribute("#grid", "aria-rowcount")) - 2
    assert cells(page, last)[0] == first
    assert page.evaluate("document.querySelectorAll('#grid .body [role=row]').length") < 60


def test_arrows_move_enter_opens_and_space_shows_the_sentences(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#?mode=table&rows=fact&sort=source")
    page = opened.page
    page.focus("#grid")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#grid", "aria-activedescendant") == "row-1"
    page.keyboard.press(" ")
    page.wait_for_selector("#grid .sentences mark")
    assert page.get_attribute("#row-1", "aria-expanded") == "true"
    under = page.locator("#grid .sentences").bounding_box()
    following = page.locator("#row-2").bounding_box()
    assert following["y"] >= under["y"] + under["height"] - 1
    page.keyboard.press(" ")
    assert page.locator("#grid .sentences").count() == 0
    page.keyboard.press("Home")
    ends = cells(page, 0)
    page.keyboard.press("Enter")
    assert opened.heading().split("\n") == [ends[0], ends[2]]
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")


def test_clicks_open_the_row_or_who_stands_in_a_cell(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#?mode=table")
    opened.page.click("#row-0 >> text=Quân khu 96")
    assert opened.heading() == "Quân khu 96"
    opened.page.click("#row-1 >> text=Đại tá")
    assert opened.heading() == "Đặng Ngọc Uyển"
    assert opened.page.get_attribute("#row-1", "aria-selected") == "true"
    assert opened.page.is_visible("#grid")


def test_the_table_has_what_the_drawing_shows(open_page: Callable, large_page: Path) -> None:
    page = open_page(large_page, "#?mode=table&rank=Đại tá&relation=HOLDS").page
    shown = dict(zip("pueaf", page.locator(".tables .count").all_inner_texts(), strict=True))
    people, facts = (int(shown[name].split(" of ")[0]) for name in "pf")
    assert 0 < people < 750
    assert int(page.get_attribute("#grid", "aria-rowcount")) == people + 1
    assert {cells(page, row)[1] for row in range(5)} == {"Đại tá"}
    page.click("#chips .chip >> text=Đại tá")
    more = page.locator(".tables .count").all_inner_texts()[4]
    assert int(more.split(" of ")[0].replace(",", "")) > facts


@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_rows_fit_the_window_and_speak_the_reader_s_language(
    open_page: Callable, large_page: Path, size: tuple[int, int], lang: str
) -> None:
    page = open_page(large_page, f"#?mode=table&rows=fact&lang={lang}&theme=dark", size).page
    heads = page.locator("[role=columnheader]").all_inner_texts()
    assert heads[0] == {"en": "Who or what", "vi": "Chủ thể"}[lang]
    assert len(heads) == int(page.get_attribute("#grid", "aria-colcount"))
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert page.evaluate(
        "(() => { const g = document.getElementById('grid'); return g.scrollWidth <= g.clientWidth; })()"
    )
    page.locator("#grid").evaluate("grid => { grid.scrollTop = 20000; }")
    page.wait_for_selector("#row-545, #row-500, #row-360")


def test_no_row_is_said_where_none_passes(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page, "#?mode=table&rank=Trung sĩ").page
    assert page.inner_text("#view-table .empty") == "Nothing passes the filters."
    assert page.locator("#grid .body [role=row]").count() == 0
