"""What a reader does with the page, in a real browser, from a file, with the network cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.explorer.invented import EVIL_TITLE

pytestmark = pytest.mark.browser

SON, UYEN = "person/bui-hai-son", "person/dang-ngoc-uyen"
REGION, DIVISION = "unit/quan-khu-96", "unit/su-doan-9411"
PHONE = (390, 844)
FIRST_VIEW = 4000
"""Milliseconds to the first drawing of some 1,500 nodes, on a slow machine that does other things besides."""

INK = """() => {
  const canvas = document.querySelector("#graph canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let drawn = 0;
  for (let i = 0; i < data.length; i += 4) drawn += data[i + 3] > 0;
  return drawn;
}"""


def test_the_first_view_is_drawn(open_page: Callable, small_page: Path) -> None:
    assert open_page(small_page).page.evaluate(INK) > 1000


@pytest.mark.benchmark
@pytest.mark.parametrize("which", ["whole_page", "large_page"])
def test_a_large_graph_is_drawn_in_time(open_page: Callable, request: pytest.FixtureRequest, which: str) -> None:
    opened = open_page(request.getfixturevalue(which))
    assert opened.page.evaluate("graphbuild.firstView") < FIRST_VIEW
    assert opened.page.evaluate(INK) > 10_000


def test_search_needs_no_accents_and_no_order(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.keyboard.press("/")
    for typed in ("bui hai", "SON bui", "Bùi Hải Sởn", "dong chi son", "thieu tuong son"):
        opened.page.fill("#search", typed)
        first = opened.page.inner_text("#suggestions li >> nth=0")
        assert first.startswith("Bùi Hải Sởn\nPerson · Thiếu tướng")
    opened.page.fill("#search", "dang uyen")
    opened.page.keyboard.press("Enter")
    assert opened.heading() == "Đặng Ngọc Uyển"
    assert opened.page.url.endswith("#" + UYEN)
    assert opened.page.is_hidden("#suggestions")


def test_arrows_move_through_the_names_found(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.fill("#search", "s")
    names = opened.page.locator("#suggestions .name").all_inner_texts()
    assert len(names) > 2
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        opened.page.press("#search", key)
    assert opened.heading() == names[1]


def test_words_that_no_name_holds_are_answered(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.fill("#search", "khong co ai")
    assert opened.page.inner_text("#suggestions") == "No name holds these words."
    opened.page.keyboard.press("Enter")
    assert opened.page.is_hidden("#panel")


def test_clicking_a_node_shows_its_facts_and_sentences(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.click_node(SON)
    assert opened.heading() == "Bùi Hải Sởn"
    panel = opened.page.locator("#panel")
    assert panel.locator("h3").all_inner_texts() == ["Posts\n3", "Takes part in: chairs\n1"]
    assert "Also written: đồng chí Sởn" in panel.inner_text()
    post = panel.locator("li", has_text="Tư lệnh")
    post.locator("summary").click()
    assert post.locator("mark").inner_text() == "Tư lệnh Quân khu 96"
    assert post.locator("blockquote").inner_text() == "Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì."
    link = post.locator("a")
    assert link.inner_text() == "Hội nghị quân chính"
    assert link.get_attribute("href") == "https://bao.example/a?b=1&c=2"
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")


def test_a_unit_lists_its_holders_parents_and_clusters(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.evaluate("id => graphbuild.select(id)", REGION)
    headings = [text.split("\n")[0] for text in opened.page.locator("#panel h3").all_inner_texts()]
    assert headings == ["In command, through time", "Holders of posts", "Contains", "Organises"]
    opened.page.click("#panel .to >> text=Sư đoàn 9411")
    assert opened.heading() == "Sư đoàn 9411"
    headings = [text.split("\n")[0] for text in opened.page.locator("#panel h3").all_inner_texts()]
    assert headings == ["Part of", "In command, through time", "Leads"]


def test_participants_are_grouped_by_role(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.evaluate("graphbuild.select(graphbuild.ids().find(id => id.startsWith('event/')))")
    headings = [text.split("\n")[0] for text in opened.page.locator("#panel h3").all_inner_texts()]
    assert {"Participants: chairs", "Participants: attends", "Organised by", "Held at"} == set(headings)


def test_clicking_a_line_shows_every_fact_between_its_ends(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.click_line(SON, REGION)
    panel = opened.page.locator("#panel")
    assert "2 facts between" in panel.inner_text()
    assert sorted(panel.locator("mark").all_inner_texts()) == ["Bí thư Đảng ủy", "Tư lệnh Quân khu 96"]
    panel.locator("h2 button", has_text="Quân khu 96").click()
    assert opened.heading() == "Quân khu 96"


def test_text_of_articles_never_runs(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.click_line(SON, DIVISION)
    quote = opened.page.locator("#panel figure")
    assert quote.locator(".title").inner_text() == EVIL_TITLE
    assert quote.locator("blockquote").inner_text() == "🎖 Đồng chí <b>Sởn</b>, nguyên Sư đoàn trưởng Sư đoàn 9411."
    assert quote.locator("mark").inner_text() == "nguyên Sư đoàn trưởng"
    assert quote.locator("a, b, img, script").count() == 0
    assert "javascript:alert(3)" in quote.inner_text()
    assert opened.page.evaluate("document.images.length") == 0


def test_a_caption_is_marked_as_one(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#place/nha-van-hoa-son-khe")
    opened.page.click("#panel summary")
    assert opened.page.inner_text("#panel .caption") == "caption"


def test_the_legend_counts_kinds_and_hides_them(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    assert opened.page.locator("#legend button").all_inner_texts() == [
        "Persons\n2",
        "Units\n3",
        "Events\n1",
        "Places\n1",
    ]
    units = opened.page.locator("#legend button", has_text="Units")
    units.click()
    assert units.get_attribute("aria-pressed") == "false"
    opened.click_node(REGION)
    assert opened.page.is_hidden("#panel")
    units.click()
    opened.click_node(REGION)
    assert opened.heading() == "Quân khu 96"


def test_going_to_a_hidden_node_shows_its_kind_again(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.click("#legend button >> text=Persons")
    opened.page.fill("#search", "uyen")
    opened.page.keyboard.press("Enter")
    assert opened.heading() == "Đặng Ngọc Uyển"
    assert opened.page.get_attribute("#legend [data-kind=person]", "aria-pressed") == "true"


def test_escape_closes_the_list_and_then_the_panel(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#" + SON)
    opened.page.fill("#search", "uyen")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#suggestions")
    assert opened.page.is_visible("#panel")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")
    assert opened.page.evaluate("graphbuild.selected()") is None


def test_an_address_opens_its_node_and_back_returns(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#" + UYEN)
    assert opened.heading() == "Đặng Ngọc Uyển"
    opened.page.evaluate("id => graphbuild.select(id)", SON)
    assert opened.heading() == "Bùi Hải Sởn"
    opened.page.go_back()
    opened.page.wait_for_function("id => graphbuild.selected() === id", arg=UYEN)
    assert opened.heading() == "Đặng Ngọc Uyển"


@pytest.mark.parametrize("address", ["#person/nobody", "#%E0%A4%A", "#<img src=x onerror=alert(1)>"])
def test_an_address_of_nothing_says_so(open_page: Callable, small_page: Path, address: str) -> None:
    opened = open_page(small_page, address)
    assert "in this graph" in opened.page.inner_text("#notice")
    assert opened.page.is_hidden("#panel")


def test_the_panel_is_a_sheet_on_a_phone(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#" + SON, PHONE)
    box = opened.page.locator("#panel").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] > 250
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
    assert opened.page.evaluate("id => graphbuild.positionOf(id)", SON)["y"] < box["y"]


def test_the_open_node_is_not_under_the_panel(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    for id in opened.page.evaluate("graphbuild.ids().filter((_, n) => n % 300 === 0)"):
        opened.page.evaluate("id => graphbuild.select(id)", id)
        at = opened.page.evaluate("id => graphbuild.positionOf(id)", id)
        assert 0 <= at["x"] <= opened.page.locator("#panel").bounding_box()["x"]
        assert 50 <= at["y"] <= 770


@pytest.mark.parametrize("which", ["whole_page", "large_page"])
def test_fit_all_brings_every_mark_into_view(open_page: Callable, request: pytest.FixtureRequest, which: str) -> None:
    opened = open_page(request.getfixturevalue(which), size=(900, 700))
    opened.page.mouse.move(450, 400)
    opened.page.mouse.wheel(0, -2000)
    opened.page.click("#fit")
    places = opened.page.evaluate(
        "graphbuild.stage(graphbuild.store.state).marks.filter(m => m.node >= 0).map(m => graphbuild.canvas.positionOf(m.node))"
    )
    assert len(places) > 100
    assert all(0 <= at["x"] <= 900 and 50 <= at["y"] <= 690 for at in places)


def test_folding_in_the_page_is_folding_in_python(open_page: Callable, small_page: Path) -> None:
    from graphbuild.text import search_key

    opened = open_page(small_page)
    texts = ["Bùi Hải Sơn, Đoàn 969", "ĐẢNG UỶ – K'Brơi", "quý IV/2020", "Bu\u0300i", "a_b  c"]
    assert opened.page.evaluate("texts => texts.map(graphbuild.fold)", texts) == [search_key(t) for t in texts]


def test_the_labels_change_their_language_and_stay_so(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, "#" + SON)
    opened.page.click("#language")
    assert opened.page.inner_text("#legend button >> nth=0") == "Người\n2"
    assert opened.page.locator("#panel h3").all_inner_texts() == ["Chức vụ\n3", "Tham gia: chủ trì\n1"]
    assert opened.page.get_attribute("html", "lang") == "vi"
    assert opened.page.get_attribute("#search", "placeholder") == "Tìm tên (không cần dấu)"
    assert opened.heading() == "Bùi Hải Sởn"
    opened.page.reload()
    opened.page.wait_for_function("() => window.graphbuild?.firstView")
    assert opened.page.inner_text("#language") == "English"


def test_light_and_dark_are_the_reader_s_choice(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened.page.evaluate(ground)
    opened.page.click("#theme")
    assert opened.page.evaluate(ground) != light
    assert opened.page.evaluate("graphbuild.store.state.theme") == "dark"
    assert opened.page.evaluate(INK) > 1000
    opened.page.click("#theme")
    assert opened.page.evaluate(ground) == light


def test_every_step_can_be_undone_and_done_again(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    assert opened.page.is_disabled("#undo")
    opened.page.click("#legend button >> text=Units")
    opened.page.evaluate("id => graphbuild.select(id)", UYEN)
    opened.page.click("#undo")
    assert opened.page.is_hidden("#panel")
    opened.page.keyboard.press("Control+z")
    assert opened.page.get_attribute("#legend [data-kind=unit]", "aria-pressed") == "true"
    assert opened.page.is_disabled("#undo")
    opened.page.keyboard.press("Control+Shift+z")
    opened.page.click("#redo")
    assert opened.heading() == "Đặng Ngọc Uyển"
    assert opened.page.get_attribute("#legend [data-kind=unit]", "aria-pressed") == "false"


def test_a_link_restores_the_view(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.click("#legend button >> text=Events")
    opened.page.click("#theme")
    opened.click_line(SON, REGION)
    opened.page.wait_for_selector("#panel h2")
    address = opened.page.evaluate("location.hash")
    again = open_page(small_page, address)
    assert "2 facts between" in again.page.inner_text("#panel")
    assert again.page.get_attribute("#legend [data-kind=event]", "aria-pressed") == "false"
    assert again.page.get_attribute("html", "data-theme") == "dark"
    assert again.page.evaluate("graphbuild.store.state") == opened.page.evaluate("graphbuild.store.state")
