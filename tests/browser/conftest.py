"""One browser for all tests of the page; every page is watched for errors and for anything it tries to load."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.explorer import write_page
from tests.explorer.grown import grown
from tests.explorer.invented import plausible, small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP, PHONE = (1280, 800), (390, 844)
PICTURES = Path(__file__).parents[2] / "test-output" / "browser"
"""Screenshots are kept here, for people to look at after a run."""


@dataclass
class Opened:
    """A page with what it complained of, what it tried to load, and the dialogs it opened."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def click_node(self, id: str) -> None:
        at = self.page.evaluate("id => graphbuild.positionOf(id)", id)
        self.page.mouse.click(at["x"], at["y"])

    def click_line(self, a: str, b: str) -> None:
        one, two = (self.page.evaluate("id => graphbuild.positionOf(id)", id) for id in (a, b))
        self.page.mouse.click((one["x"] + two["x"]) / 2, (one["y"] + two["y"]) / 2)

    def drag_node(self, id: str, by: tuple[int, int], *, held: int = 0) -> None:
        """Drag a mark by so many pixels, after it was held for so many milliseconds."""
        at = self.page.evaluate("id => graphbuild.positionOf(id)", id)
        self.page.mouse.move(at["x"], at["y"])
        self.page.mouse.down()
        self.page.wait_for_timeout(held)
        for step in range(1, 6):
            self.page.mouse.move(at["x"] + by[0] * step / 5, at["y"] + by[1] * step / 5)
        self.page.mouse.up()

    def choose(self, menu: str, label: str) -> None:
        """Choose an item of a menu at the top."""
        self.page.click(f"#{menu}")
        self.page.locator(f"#{menu}-menu button", has_text=label).first.click()

    def keep(self, name: str) -> None:
        """Keep a screenshot under this name."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png")

    def heading(self) -> str:
        return self.page.inner_text("#panel h2")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(*small(), tmp_path_factory.mktemp("small") / "graph.html")


@pytest.fixture(scope="session")
def middle_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(*plausible(200), tmp_path_factory.mktemp("middle") / "graph.html")


@pytest.fixture(scope="session")
def whole_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As many nodes as are all drawn in the first view."""
    return write_page(*plausible(900), tmp_path_factory.mktemp("whole") / "graph.html")


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than that: the first view shows groups."""
    return write_page(*plausible(1500), tmp_path_factory.mktemp("large") / "graph.html")


@pytest.fixture(scope="session")
def huge_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many that a group does not fit in one opening."""
    return write_page(*grown(12_000), tmp_path_factory.mktemp("huge") / "graph.html")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a file; in the end, check that it loaded nothing, complained of nothing and opened no dialog."""
    all_opened: list[Opened] = []

    def open_one(path: Path, address: str = "", size: tuple[int, int] = DESKTOP) -> Opened:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, reduced_motion="reduce")
        opened = Opened(context.new_page())
        all_opened.append(opened)

        def judge(route: Route) -> None:
            if route.request.url.partition("#")[0] == path.as_uri():
                return route.continue_()
            opened.loads.append(route.request.url)
            return route.abort()

        context.route("**/*", judge)
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
        opened.page.goto(path.as_uri() + address)
        opened.page.wait_for_function("() => window.graphbuild?.firstView")
        return opened

    yield open_one
    for opened in all_opened:
        opened.page.context.close()
        assert (opened.loads, opened.complaints, opened.dialogs) == ([], [], [])
