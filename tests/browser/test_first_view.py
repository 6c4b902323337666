"""What a reader sees of some hundred names before touching anything: lines, and names that hide nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ALWAYS_NAMED = 8
"""So many of the most linked names may cover marks."""

MARKS_COVERED = """() => {
  const { canvas } = graphbuild;
  const marks = canvas.scene().marks.map((mark) => [mark, canvas.network.canvasToDOM(mark)]);
  const within = (at, box) => box.left < at.x && at.x < box.right && box.top < at.y && at.y < box.bottom;
  return canvas.labels().map(({ mark, box }) => marks.filter(([other, at]) => other !== mark && within(at, box)).length);
}"""

BOXES = "() => graphbuild.canvas.labels().map(({ box }) => [box.left, box.top, box.right, box.bottom])"

DARKNESS = """() => {
  const { canvas } = graphbuild;
  const sheet = document.querySelector("#graph canvas");
  const ratio = sheet.width / sheet.clientWidth;
  const { data, width } = sheet.getContext("2d").getImageData(0, 0, sheet.width, sheet.height);
  const { marks, lines } = canvas.scene();
  const at = new Map(marks.map((mark) => [mark.key, canvas.network.canvasToDOM(mark)]));
  // The darkest of three by three pixels in the middle of each line: how far it is from the ground, which is clear.
  return lines.map(({ from, to }) => {
    const [x, y] = ["x", "y"].map((axis) => Math.round(((at.get(from)[axis] + at.get(to)[axis]) / 2) * ratio));
    return Math.max(...[-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => data[4 * ((y + dy) * width + x + dx) + 3])));
  });
}"""


@pytest.fixture
def first_view(open_page: Callable, whole_page: Path) -> Callable[[str], list]:
    opened = open_page(whole_page)
    opened.page.wait_for_selector("#timeline svg, #timeline canvas")
    return opened.page.evaluate


def test_names_hide_no_marks(first_view: Callable[[str], list]) -> None:
    covered = first_view(MARKS_COVERED)
    assert len(covered) > 40
    assert sum(number > 0 for number in covered) <= ALWAYS_NAMED


def test_names_lie_upon_no_names(first_view: Callable[[str], list]) -> None:
    boxes = first_view(BOXES)
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert not any(left < r and x < right and top < b and y < bottom for x, y, r, b in boxes[:n])


def test_names_are_read_whole(first_view: Callable[[str], list]) -> None:
    width, height = first_view(
        "() => { const { clientWidth, clientHeight } = document.querySelector('#graph canvas'); return [clientWidth, clientHeight]; }"
    )
    assert all(
        left > 0 and top > 0 and right < width and bottom < height for left, top, right, bottom in first_view(BOXES)
    )


def test_lines_are_seen(first_view: Callable[[str], list]) -> None:
    darkness = sorted(first_view(DARKNESS))
    assert darkness[len(darkness) // 10] > 90


def test_a_window_without_room_is_no_fault(open_page: Callable, small_page: Path) -> None:
    opened = open_page(small_page, size=(400, 60))
    opened.page.evaluate("graphbuild.fit()")
    assert opened.page.evaluate("graphbuild.canvas.network.getScale()") > 0
