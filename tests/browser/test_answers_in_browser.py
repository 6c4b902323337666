"""What a notebook shows of an answer, in a browser: sentences unfold under their row, and nothing runs or is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.answers import Answer, Row, Section
from graphbuild.answers.html import as_html
from graphbuild.model import Quote
from tests.graph import town

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

HOSTILE = "</style><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def test_a_click_unfolds_the_sentences_of_a_row_over_the_whole_width(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.set_content(f"<!doctype html>{town.opened().unit('quan khu 6')._repr_html_()}")
    sentence = page.locator("tr.told").first
    assert not sentence.is_visible()
    page.locator("td summary").first.click()
    assert sentence.is_visible()
    assert page.locator("tr.told:visible").count() == 1
    told, whole = sentence.bounding_box(), page.locator("table").first.bounding_box()
    assert told is not None
    assert whole is not None
    assert told["width"] == pytest.approx(whole["width"], abs=2)
    page.close()


def test_no_word_of_an_article_runs_or_loads_anything(browser: Browser) -> None:
    page = browser.new_page()
    loads: list[str] = []
    page.on("request", lambda request: loads.append(request.url))
    quote = Quote("c", HOSTILE, HOSTILE, f"https://bao.example/{HOSTILE}", HOSTILE, HOSTILE, 3, 9, HOSTILE, 0.9)
    answer = Answer(None, (Section((HOSTILE,), [Row((HOSTILE,), ("c",))], HOSTILE),), HOSTILE, ((HOSTILE, HOSTILE),))
    page.set_content(f"<!doctype html><title>still</title>{as_html(answer, {'c': quote})}")
    page.locator("td summary").click()
    assert page.title() == "still"
    assert page.locator("script, img").count() == 0
    assert loads == []
    page.close()


@pytest.mark.parametrize("theme", ["#ffffff", "#111111"])
def test_words_are_read_on_light_and_on_dark_ground(browser: Browser, theme: str) -> None:
    ink = "#222222" if theme == "#ffffff" else "#dddddd"
    page = browser.new_page()
    page.set_content(f"<body style='background:{theme};color:{ink}'>{town.opened().unit('quan khu 6')._repr_html_()}")
    colours = page.evaluate(
        "() => [...document.querySelectorAll('td, h4, h5, dd, mark')].map(one => getComputedStyle(one).color)"
    )
    assert set(colours) == {"rgb(34, 34, 34)" if theme == "#ffffff" else "rgb(221, 221, 221)"}
    page.close()
