"""The sentences of large graphs: packed inside the page, or in a folder beside it that is read where it is served."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.explorer import chunks, write_page
from tests.explorer.invented import small

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

POST = "Thiếu tướng Bùi Hải Sởn, Tư lệnh Quân khu 96 chủ trì."
EVIL = "🎖 Đồng chí <b>Sởn</b>, nguyên Sư đoàn trưởng Sư đoàn 9411."
SON = "#person/bui-hai-son"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("graphbuild.explorer.page.BESIDE_FROM", 3)
    return write_page(*small(), tmp_path / "graph.html")


@pytest.fixture
def served(beside: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(beside.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/graph.html"
    server.shutdown()


def test_packed_sentences_read_as_others_do(
    open_page: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "PACKED_FROM", 10)
    opened = open_page(write_page(*small(), tmp_path / "packed.html"), SON)
    opened.page.click("#panel summary >> nth=0")
    assert opened.page.locator("#panel blockquote").first.inner_text() == EVIL


def test_a_served_page_reads_its_sentences_from_the_folder(browser: Browser, served: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("#")[0]))
    page.goto(served + SON)
    page.wait_for_selector("#panel h2")
    assert asked == ["graph.html"]
    page.click("#panel li:has-text('Tư lệnh') summary")
    assert page.locator("#panel blockquote").first.inner_text() == POST
    assert asked == ["graph.html", "quotes-0.json", "sentences-0.json"]
    page.close()


def test_opened_as_a_file_it_says_what_to_do(open_page: Callable, beside: Path) -> None:
    opened = open_page(beside, SON)
    opened.page.click("#panel summary >> nth=0")
    told = opened.page.locator("#panel [role=alert]").inner_text()
    assert "graph_evidence" in told
    assert "python3 -m http.server" in told
