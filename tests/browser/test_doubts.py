"""That two may be one is shown, and never as a fact."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from graphbuild.explorer import write_page
from tests.explorer.invented import add

pytestmark = pytest.mark.browser

AN, OTHER = "person/an", "person/an-2"


@pytest.fixture(scope="module")
def doubtful_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for id in (AN, OTHER):
        add(graph, "person", "Bùi Hải Ẩn", id=id)
    told = {"claims": (), "count": 0, "first": "", "last": "", "likelihood": 0.67, "reasons": "same rank (+0.5)"}
    graph.add_edge(AN, OTHER, "POSSIBLY_SAME|", relation="POSSIBLY_SAME", **told)
    return write_page(graph, {}, tmp_path_factory.mktemp("doubt") / "graph.html")


def test_a_pair_in_doubt_is_no_fact_and_says_why(open_page: Callable, doubtful_page: Path) -> None:
    opened = open_page(doubtful_page, "#" + AN)
    assert "0 facts" in opened.page.inner_text("#counts")
    panel = opened.page.inner_text("#panel")
    assert "Possibly the same" in panel
    assert "67 per cent likely" in panel
    assert "same rank (+0.5)" in panel
    assert "No sentence" not in panel
    assert opened.page.evaluate("graphbuild.model.degree(0)") == 0


def test_the_reasons_are_told_in_the_language_of_the_page(open_page: Callable, doubtful_page: Path) -> None:
    opened = open_page(doubtful_page, f"#{AN}?lang=vi")
    assert "cùng quân hàm (+0.5)" in opened.page.inner_text("#panel")
