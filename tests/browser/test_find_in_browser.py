"""Finding by rank, post, unit, event and year, by what abbreviations mean, and all that is found as a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tu lenh", "Bùi Hải Sởn"),
        ("dai ta", "Đặng Ngọc Uyển"),
        ("QK 96", "Quân khu 96"),
        ("qk96", "Quân khu 96"),
        ("hoi nghi 2031", "Hội nghị quân chính toàn đơn vị quý IV năm 2031 và triển khai nhiệm vụ năm sau"),
        ("doan 9411", "Sư đoàn 9411"),
    ],
)
def test_enter_goes_to_whom_the_words_mean(open_page: Callable, small_page: Path, typed: str, found: str) -> None:
    opened = open_page(small_page)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(typed)
    opened.page.keyboard.press("Enter")
    assert opened.heading() == found


def test_filters_stand_among_the_suggestions(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page).page
    page.fill("#search", "2031")
    page.click("#suggestions li >> text=Show only time: 2031")
    assert page.evaluate("graphbuild.store.state.filters") == {"when": ["2031", "2031"]}
    page.fill("#search", "thieu tuong")
    page.click("#suggestions li >> text=Show only rank: Thiếu tướng")
    assert page.evaluate("graphbuild.store.state.filters.rank") == ["Thiếu tướng"]
    page.fill("#search", "quan khu 96")
    assert "with 1 sub-unit" in page.locator("#suggestions li", has_text="Show only unit").inner_text()


@pytest.mark.parametrize(("size", "lang"), [(DESKTOP, "en"), (PHONE, "vi")])
def test_all_that_is_found_is_a_list_for_the_keyboard(
    open_page: Callable, small_page: Path, size: tuple[int, int], lang: str
) -> None:
    opened = open_page(small_page, f"#?lang={lang}", size)
    page = opened.page
    page.fill("#search", "quan khu")
    page.press("#search", "ArrowUp")
    assert page.locator("#suggestions [aria-selected=true] .sign").inner_text() == "≡"
    page.press("#search", "Enter")
    assert page.is_visible("#grid")
    assert page.locator("#chips .chip").count() == 1
    names = page.locator("#grid .body [role=row] [role=gridcell]:first-child").all_inner_texts()
    assert "Quân khu 96" in names
    page.focus("#grid")
    page.keyboard.press("Enter")
    assert opened.heading() == names[0]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "grid"
    page.locator("#chips .chip").click()
    assert page.evaluate("graphbuild.store.state.filters") == {}
