"""For everyone: languages, themes, widths, keyboard, calm motion, and what axe-core finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.screens import SCREENS, each_language, each_screen, word

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SON, REGION = "person/bui-hai-son", "unit/quan-khu-96"
PICK = "ids => graphbuild.actions.pick(...ids.map(graphbuild.model.nodes.number))"
UPDATE = "change => graphbuild.store.update(change)"


def findings(page: Page) -> list[str]:
    """What axe-core finds: rule and place of each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{rule['impact']} {rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def open_sentences(page: Page) -> None:
    page.evaluate("document.querySelectorAll('#panel details').forEach(box => { box.open = true; })")
    page.wait_for_function("() => !document.querySelector('#panel details[open] .quotes:empty')")


@each_screen
@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("vi", "dark")])
def test_axe_finds_nothing_in_any_state(
    open_page: Callable, small_page: Path, screen: str, lang: str, theme: str
) -> None:
    opened = open_page(small_page, f"#?lang={lang}&theme={theme}", SCREENS[screen])
    page = opened.page
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        found[state] = findings(page)
        opened.keep(f"state-{state}-{screen}-{lang}-{theme}")

    look("first view")
    for menu in ("arrange", "export"):
        page.click(f"#{menu}")
        look(menu)
        page.keyboard.press("Escape")
    page.click("#help")
    look("help")
    page.keyboard.press("Escape")
    page.fill("#search", "s")
    look("suggestions")
    page.fill("#search", "")
    page.evaluate(PICK, [SON])
    open_sentences(page)
    look("panel")
    page.evaluate(PICK, [SON, REGION])
    open_sentences(page)
    look("two picked")
    page.evaluate(PICK, [])
    for mode in ("table", "chart", "career", "calendar"):
        page.evaluate(UPDATE, {"mode": mode})
        look(mode)
    page.evaluate(UPDATE, {"mode": "graph", "drawer": True, "filters": {"without": ["place"]}, "grouped": "unit"})
    look("narrow")
    assert {state: rules for state, rules in found.items() if rules} == {}


def test_axe_finds_nothing_in_a_large_graph(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    assert findings(opened.page) == []
    opened.page.click("#openings summary")
    assert findings(opened.page) == []


@each_screen
@each_language
def test_all_is_within_the_window(open_page: Callable, middle_page: Path, screen: str, lang: str) -> None:
    opened = open_page(middle_page, f"#?lang={lang}", SCREENS[screen])
    width, height = SCREENS[screen]
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    for button in opened.page.locator("#tools > button").all():
        box = button.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["width"] >= 28 and box["height"] >= 28
    drawing = opened.page.locator("#graph").bounding_box()
    assert drawing["height"] > 0.45 * height
    for menu in ("arrange", "export"):
        opened.page.click(f"#{menu}")
        box = opened.page.locator(f"#{menu}-menu").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
        opened.page.keyboard.press("Escape")
    opened.keep(f"first-{screen}-{lang}")


FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  return { id: element.id, name: element.getAttribute("aria-label") ?? element.textContent.trim(), tag: element.tagName,
    seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
}"""


@each_screen
@each_language
def test_the_tab_key_goes_through_the_page_in_its_order_and_is_always_seen(
    open_page: Callable, small_page: Path, screen: str, lang: str
) -> None:
    opened = open_page(small_page, f"#?lang={lang}", SCREENS[screen])
    stops = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        stop = opened.page.evaluate(FOCUSED)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    ids = [stop["id"] for stop in stops]
    wanted = ["search", "fit", "arrange", "export", "theme", "language", "help", "open-narrow", "mode-graph", "graph"]
    assert [id for id in ids if id in wanted] == wanted
    assert all(stop["name"] for stop in stops)
    assert [stop for stop in stops if not stop["seen"]] == []


@each_language
def test_a_person_is_found_read_and_left_without_a_mouse(open_page: Callable, small_page: Path, lang: str) -> None:
    opened = open_page(small_page, f"#?lang={lang}")
    keys = opened.page.keyboard
    keys.press("/")
    keys.type("dang uyen")
    keys.press("Enter")
    assert opened.heading() == "Đặng Ngọc Uyển"
    assert opened.page.evaluate("document.activeElement.tagName") == "H2"
    for _ in range(20):
        keys.press("Tab")
        if opened.page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    keys.press("Enter")
    opened.page.wait_for_selector("#panel blockquote")
    keys.press("Escape")
    assert opened.page.is_hidden("#panel")
    assert opened.page.evaluate("document.activeElement.id") == "search"
    assert opened.page.is_hidden("#suggestions")


@each_screen
@each_language
def test_the_help_sheet_opens_and_closes(open_page: Callable, small_page: Path, screen: str, lang: str) -> None:
    opened = open_page(small_page, f"#{SON}?lang={lang}", SCREENS[screen])
    opened.page.keyboard.press("?")
    sheet = opened.page.locator("#help-sheet")
    assert word("help.title", lang) in sheet.inner_text()
    assert word("help.walk", lang) in sheet.inner_text()
    box = sheet.bounding_box()
    assert box["width"] <= SCREENS[screen][0]
    opened.keep(f"help-{screen}-{lang}")
    opened.page.keyboard.press("Escape")
    assert sheet.is_hidden()
    assert opened.heading() == "Bùi Hải Sởn"
    opened.page.click("#help")
    sheet.locator(".close").click()
    assert sheet.is_hidden()


def test_a_question_mark_that_is_typed_is_only_typed(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.focus("#search")
    opened.page.keyboard.type("a?")
    assert opened.page.input_value("#search") == "a?"
    assert opened.page.is_hidden("#help-sheet")


@each_screen
def test_no_english_is_left_in_vietnamese(open_page: Callable, small_page: Path, screen: str) -> None:
    from graphbuild.explorer.words import words

    opened = open_page(small_page, f"#{SON}?lang=vi", SCREENS[screen])
    open_sentences(opened.page)
    written = opened.page.inner_text("body")
    english = {
        text for key, text in words()["en"].items() if len(text) > 6 and "{" not in text and words()["vi"][key] != text
    }
    lines = {line.strip() for line in written.splitlines()}
    assert lines & english <= {"English"}
    labels = opened.page.evaluate(
        "[...document.querySelectorAll('[aria-label], [title]')].flatMap(one => [one.getAttribute('aria-label'), one.title])"
    )
    assert set(labels) & english == set()


def test_the_theme_follows_the_system_until_it_is_chosen(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)

    def is_now(theme: str) -> None:
        opened.page.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)

    opened.page.emulate_media(color_scheme="dark")
    is_now("dark")
    opened.page.click("#theme")
    is_now("light")
    assert "light" in opened.page.get_attribute("#theme", "aria-label")
    opened.page.click("#theme")
    assert opened.page.evaluate("graphbuild.store.state.theme") == "dark"
    opened.page.click("#theme")
    assert opened.page.evaluate("graphbuild.store.state.theme") == "auto"
    opened.page.emulate_media(color_scheme="light")
    is_now("light")


def test_calm_motion_is_calm(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.evaluate("graphbuild.canvas.network.moveTo({ scale: 3, position: { x: 900, y: 900 } })")
    opened.page.click("#fit")
    assert opened.page.evaluate("graphbuild.canvas.network.getScale()") < 3
    moving = "[...document.querySelectorAll('*')].filter(one => getComputedStyle(one).transitionDuration !== '0s' && getComputedStyle(one).transitionProperty !== 'none').length"
    assert opened.page.evaluate(moving) == 0
