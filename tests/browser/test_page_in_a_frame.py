"""`g.show` in a notebook: the page in a frame whose text it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.building.viewing import page_of
from graphbuild.graph import Graph
from tests.graph import town

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_the_page_draws_in_a_shut_off_frame_and_asks_for_nothing(browser: Browser) -> None:
    shown = Graph(town.graph(), town.quotes_of, draw=page_of).show("quan khu 6", hops=1)
    page = browser.new_page()
    loads: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: loads.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content(f"<!doctype html><h1>notebook</h1>{shown._repr_html_()}")
    frame = page.frame_locator("iframe")
    frame.locator("canvas").first.wait_for(timeout=20_000)
    assert frame.get_by_text("Quân khu 6").count()
    assert complaints == []
    assert [url for url in loads if url.startswith("http")] == []
    page.close()
