"""Arranging the drawing: drag, pin, hide, groups, undo, and walking over it by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.screens import SCREENS, each_language, each_screen, word

pytestmark = pytest.mark.browser

SON, UYEN = "person/bui-hai-son", "person/dang-ngoc-uyen"
REGION, DIVISION = "unit/quan-khu-96", "unit/su-doan-9411"

PLACE = "id => graphbuild.canvas.scene().byNode.get(graphbuild.model.nodes.number(id))"
STATE = "graphbuild.store.state"


def place_of(opened, id: str) -> tuple[float, float] | None:
    mark = opened.page.evaluate(PLACE, id)
    return mark and (mark["x"], mark["y"])


@each_screen
@each_language
def test_a_dragged_mark_stays_where_it_is_put_and_in_the_link(
    open_page: Callable, small_page: Path, screen: str, lang: str
) -> None:
    opened = open_page(small_page, f"#?lang={lang}", SCREENS[screen])
    before = place_of(opened, SON)
    opened.drag_node(SON, (60, 40))
    moved = place_of(opened, SON)
    assert moved[0] > before[0] + 20
    assert moved[1] > before[1] + 15
    assert opened.page.is_hidden("#panel")
    opened.keep(f"arrange-drag-{screen}-{lang}")
    again = open_page(small_page, "#" + opened.page.url.partition("#")[2], SCREENS[screen])
    assert place_of(again, SON) == moved
    opened.page.keyboard.press("Control+z")
    assert place_of(opened, SON) == before
    opened.page.keyboard.press("Control+Shift+Z")
    assert place_of(opened, SON) == moved
    opened.choose("arrange", word("arrange.unpin_all", lang, n=1))
    assert place_of(opened, SON) == before


def test_a_mark_held_before_it_is_dragged_is_not_picked(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    before = place_of(opened, SON)
    opened.drag_node(SON, (60, 40), held=500)
    assert place_of(opened, SON) != before
    assert opened.page.is_hidden("#panel")


def test_a_mark_held_and_let_go_is_picked(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.drag_node(SON, (0, 0), held=500)
    opened.page.wait_for_selector("#panel:visible")
    assert f"#{SON}" in opened.page.url


def test_the_panel_pins_and_hides_what_is_picked(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#" + SON)
    opened.page.click("#pin")
    assert opened.page.get_attribute("#pin", "aria-pressed") == "true"
    assert f"pinned={SON}," in opened.page.url
    opened.page.click("#pin")
    assert opened.page.evaluate(f"{STATE}.pinned") == {}
    opened.page.click("#hide")
    assert opened.page.is_hidden("#panel")
    assert place_of(opened, SON) is None
    assert f"hidden={SON}" in opened.page.url


@each_screen
@each_language
def test_what_was_hidden_is_shown_again(open_page: Callable, small_page: Path, screen: str, lang: str) -> None:
    opened = open_page(small_page, f"#?lang={lang}&hidden={SON}~{DIVISION}", SCREENS[screen])
    assert place_of(opened, SON) is None
    opened.page.fill("#search", "bui hai son")
    opened.page.keyboard.press("Enter")
    assert opened.heading() == "Bùi Hải Sởn"
    assert place_of(opened, DIVISION) is None
    opened.page.keyboard.press("Escape")
    opened.choose("arrange", word("arrange.show_hidden", lang, n=1))
    assert place_of(opened, DIVISION) is not None
    assert opened.page.evaluate(f"{STATE}.filters") == {}


@each_screen
@each_language
@pytest.mark.parametrize("grouping", ["unit", "community"])
def test_groups_stand_side_by_side(
    open_page: Callable, middle_page: Path, screen: str, lang: str, grouping: str
) -> None:
    opened = open_page(middle_page, f"#?lang={lang}", SCREENS[screen])
    opened.choose("arrange", word(f"arrange.group_{grouping}", lang))
    scene = opened.page.evaluate("graphbuild.canvas.scene()")
    groups = scene["groups"]
    assert len(groups) > 3
    for one in groups:
        for other in groups:
            gap = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
            assert one is other or gap > one["radius"] + other["radius"]
    assert f"grouped={grouping}" in opened.page.url
    opened.keep(f"arrange-{grouping}-{screen}-{lang}")
    opened.page.click("#undo")
    assert opened.page.evaluate("graphbuild.canvas.scene().groups") == []


@each_screen
@each_language
def test_the_drawing_is_walked_over_by_keyboard(open_page: Callable, small_page: Path, screen: str, lang: str) -> None:
    opened = open_page(small_page, f"#?lang={lang}", SCREENS[screen])
    keys = opened.page.keyboard
    opened.page.focus("#graph")
    reached = set()
    for key in ["ArrowLeft"] * 3 + ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"] * 3:
        keys.press(key)
        reached.add(opened.page.inner_text("#walked").split(" · ")[0])
    assert len(reached) >= 4
    opened.keep(f"walk-{screen}-{lang}")
    name = opened.page.inner_text("#walked").split(" · ")[0]
    assert word("walk.ties", lang, n="")[-5:] in opened.page.inner_text("#walked")
    keys.press("p")
    assert word("walk.pinned", lang) in opened.page.inner_text("#walked")
    keys.press("Enter")
    assert opened.heading() == name
    keys.press("Escape")
    assert opened.page.evaluate("document.activeElement.id") == "graph"
    keys.press("h")
    assert len(opened.page.evaluate(f"{STATE}.filters.hidden")) == 1
    assert opened.page.inner_text("#walked").split(" · ")[0] != name


def test_keys_zoom_and_move_the_view_and_show_all(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.focus("#graph")
    scale = "graphbuild.canvas.network.getScale()"
    view = "graphbuild.canvas.network.getViewPosition().x"
    at, x = opened.page.evaluate(scale), opened.page.evaluate(view)
    opened.page.keyboard.press("+")
    assert opened.page.evaluate(scale) > at * 1.2
    opened.page.keyboard.press("Shift+ArrowRight")
    assert opened.page.evaluate(view) > x
    opened.page.keyboard.press("0")
    assert opened.page.evaluate(scale) == pytest.approx(at)


def test_a_menu_is_worked_by_keyboard_alone(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    keys = opened.page.keyboard
    focused = "document.activeElement.textContent"
    opened.page.focus("#arrange")
    keys.press("Enter")
    assert opened.page.evaluate(focused) == "As laid out"
    keys.press("ArrowDown")
    keys.press("Enter")
    assert opened.page.evaluate(f"{STATE}.grouped") == "unit"
    assert opened.page.evaluate("document.activeElement.id") == "arrange"
    keys.press("ArrowUp")
    assert opened.page.evaluate(focused) == "Show what is hidden (0)"
    keys.press("Enter")
    assert opened.page.is_visible("#arrange-menu")
    keys.press("Home")
    keys.press("Escape")
    assert opened.page.is_hidden("#arrange-menu")
    assert opened.page.get_attribute("#arrange", "aria-expanded") == "false"
