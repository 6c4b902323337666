"""What `g.show` returns."""

from __future__ import annotations

import html
import re
import webbrowser
from pathlib import Path

import pytest

from graphbuild.errors import StoreError, UsageError
from graphbuild.graph import Filters, Graph
from graphbuild.graph.shown import Shown
from tests.graph import town
from tests.graph.town import REGION

PAGE = "<!doctype html><p title='a \"b\"'>Quân khu 6 &amp; <b>x</b>"


def opened() -> Graph:
    return Graph(
        town.graph(), town.quotes_of, draw=lambda part: f"{part.title}: {sorted(part.nx)} {len(part.quotes())}"
    )


def test_a_frame_carries_the_page_in_itself_and_fetches_nothing() -> None:
    frame = Shown("a <b>", 1, 2, PAGE)._repr_html_()
    (page,) = re.findall(r'srcdoc="([^"]*)"', frame)
    assert html.unescape(page) == PAGE
    assert "a &lt;b&gt;" in frame
    assert not re.search(r"\s(src|href)=", frame)
    assert "allow-same-origin" not in frame


def test_outside_a_notebook_it_says_what_it_is_and_opens_or_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened().show("quan khu 6", hops=1, only=Filters(since="2018"))
    assert repr(shown).startswith("Quân khu 6, 1 step, from 2018: 4 nodes, ")
    assert "<" not in repr(shown)
    assert REGION in shown.save(tmp_path / "a.html").read_text("utf-8")
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    assert addresses == [shown.open().as_uri()]
    with pytest.raises(StoreError, match="cannot be written"):
        shown.save(tmp_path / "no" / "a.html")


def test_without_a_page_there_is_nothing_to_show() -> None:
    with pytest.raises(UsageError, match=r"graphbuild\.open"):
        town.opened().show("quan khu 6")
