"""The tabs: one way to look at the graph each, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


def test_a_tab_shows_its_view_alone_and_stands_in_the_address(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page).page
    assert page.is_visible("#view-graph") and not page.is_visible("#view-table")
    page.click("role=tab[name='Table']")
    assert page.is_visible("#view-table") and not page.is_visible("#view-graph")
    assert page.evaluate("location.hash") == "#?mode=table"
    page.click("#language")
    assert page.get_attribute("role=tab[name='Bảng']", "aria-selected") == "true"
    page.click("#undo")
    assert page.is_visible("#view-graph")


def test_arrows_move_between_the_tabs(open_page: Callable, small_page: Path) -> None:
    page = open_page(small_page, "#?mode=table").page
    page.focus("#mode-table")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.id") == "mode-graph"
    assert page.is_visible("#view-graph")
    for _ in range(page.locator("#modes button").count()):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate("graphbuild.store.state.mode") == "graph"
    page.keyboard.press("End")
    assert page.evaluate("[...document.querySelectorAll('#modes button')].pop() === document.activeElement")
