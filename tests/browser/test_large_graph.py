"""A graph too large to be drawn as a whole: groups in the first view, the rest on demand, never too much at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

MARKS = "graphbuild.stage(graphbuild.store.state).marks"
ON_CANVAS = f"{MARKS}.filter(mark => mark.node >= 0).length"
OVERLAPS = f"""() => {{
  const marks = {MARKS};
  let count = 0;
  marks.forEach((a, i) => marks.slice(0, i).forEach(b => {{
    if (Math.hypot(a.x - b.x, a.y - b.y) < 0.9 * (a.size + b.size)) count++;
  }}));
  return count;
}}"""
FIRST_HIDDEN = """() => {
  const { byNode } = graphbuild.stage(graphbuild.store.state);
  return graphbuild.ids().find((id, node) => !byNode.has(node) && graphbuild.model.neighbours(node).length > 2);
}"""
SAME_LINES = """() => {
  const key = ({ from, to }) => [from, to].map(String).sort().join(" ");
  const drawing = JSON.parse(document.getElementById("drawing").textContent);
  const lines = graphbuild.stage(graphbuild.store.state).lines.map(key).sort();
  return [lines, drawing.edges.map(key).sort()];
}"""


def test_the_first_view_has_bubbles_and_names_that_do_not_overlap(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    kinds = opened.page.evaluate(f"{MARKS}.map(mark => mark.kind)")
    assert len(kinds) <= 300
    assert {"bubble", "person", "unit", "event"} <= set(kinds)
    assert opened.page.evaluate(OVERLAPS) == 0
    rest = opened.page.evaluate(f"{MARKS}.reduce((sum, mark) => sum + mark.rest, 0)")
    assert rest + opened.page.evaluate(ON_CANVAS) == opened.page.evaluate("graphbuild.model.nodes.count")


def test_a_bubble_is_dragged_without_opening_and_stays_there_in_the_link(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    where = "key => graphbuild.canvas.placeOf(graphbuild.canvas.scene().marks.find(mark => mark.key === key))"
    before = opened.page.evaluate(where, "g0")
    opened.page.mouse.move(before["x"], before["y"])
    opened.page.mouse.down()
    opened.page.mouse.move(before["x"] + 50, before["y"] + 30, steps=5)
    opened.page.mouse.up()
    moved = opened.page.evaluate(where, "g0")
    assert (round(moved["x"] - before["x"]), round(moved["y"] - before["y"])) == (50, 30)
    assert opened.page.evaluate("graphbuild.store.state.expanded") == []
    again = open_page(large_page, "#" + opened.page.url.partition("#")[2])
    at = again.page.evaluate(where, "g0")
    assert abs(at["x"] - moved["x"]) + abs(at["y"] - moved["y"]) < 4
    opened.page.keyboard.press("Control+z")
    assert opened.page.evaluate(where, "g0") == before


def test_python_and_the_page_draw_the_same_first_lines(open_page: Callable, large_page: Path) -> None:
    ours, given = open_page(large_page).page.evaluate(SAME_LINES)
    assert ours == given


def test_clicking_a_bubble_opens_it_and_collapse_closes_it(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    before = opened.page.evaluate(ON_CANVAS)
    at = opened.page.evaluate(
        f"(() => {{ const mark = {MARKS}.find(mark => mark.rest); return graphbuild.canvas.placeOf(mark); }})()"
    )
    opened.page.mouse.click(at["x"], at["y"])
    opened.page.wait_for_selector("#openings .less")
    after = opened.page.evaluate(ON_CANVAS)
    assert 1 < after - before <= 150
    assert "shown" in opened.page.inner_text("#openings li")
    assert opened.page.evaluate(OVERLAPS) == 0
    opened.page.click("#openings .less")
    assert opened.page.evaluate(ON_CANVAS) == before


def test_groups_are_opened_by_keyboard_too(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    opened.page.focus("#openings summary")
    opened.page.keyboard.press("Enter")
    opened.page.focus("#openings .group")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("graphbuild.store.state.expanded.length") == 1


def test_at_most_150_come_at_a_time_and_more_brings_more(open_page: Callable, huge_page: Path) -> None:
    opened = open_page(huge_page)
    before = opened.page.evaluate(ON_CANVAS)
    opened.page.evaluate("graphbuild.actions.open('group', graphbuild.model.groups.head(0))")
    assert opened.page.evaluate(ON_CANVAS) == before + 150
    shown, _, total = opened.page.inner_text("#openings li span").rpartition(": ")[2].split(" ")[:3]
    assert int(shown) < int(total)
    opened.page.click("#openings .more")
    assert opened.page.evaluate(ON_CANVAS) > before + 150
    assert opened.page.evaluate(OVERLAPS) == 0
    opened.page.click("#undo")
    opened.page.click("#undo")
    assert opened.page.evaluate(ON_CANVAS) == before


def test_search_brings_in_who_is_not_on_the_canvas_with_neighbours(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    id = opened.page.evaluate(FIRST_HIDDEN)
    name = opened.page.evaluate("id => graphbuild.model.nodes.name(graphbuild.model.nodes.number(id))", id)
    opened.page.fill("#search", name)
    opened.page.keyboard.press("Enter")
    assert opened.heading() == name
    node = opened.page.evaluate("graphbuild.store.state.picked[0]")
    assert opened.page.evaluate("node => Boolean(graphbuild.canvas.onCanvas(node))", node)
    assert opened.page.evaluate(
        "node => graphbuild.model.neighbours(node).every(other => graphbuild.canvas.onCanvas(other))", node
    )


def test_a_link_to_who_is_not_on_the_canvas_brings_them_in(open_page: Callable, large_page: Path) -> None:
    id = open_page(large_page).page.evaluate(FIRST_HIDDEN)
    again = open_page(large_page, "#" + id)
    assert again.page.evaluate("graphbuild.selected()") == id
    at = again.page.evaluate("id => graphbuild.positionOf(id)", id)
    assert 0 <= at["x"] <= 1280
    assert 50 <= at["y"] <= 770


def test_a_filter_counts_down_the_bubbles(open_page: Callable, large_page: Path) -> None:
    opened = open_page(large_page)
    opened.page.click("#legend button >> text=Persons")
    assert "person" not in opened.page.evaluate(f"{MARKS}.map(mark => mark.kind)")
    rest = opened.page.evaluate(f"{MARKS}.reduce((sum, mark) => sum + mark.rest, 0)")
    people = opened.page.evaluate("graphbuild.ids().filter(id => id.startsWith('person/')).length")
    assert rest + opened.page.evaluate(ON_CANVAS) + people == opened.page.evaluate("graphbuild.model.nodes.count")
