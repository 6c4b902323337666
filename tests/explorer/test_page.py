"""The written file: valid, closed in itself, escaped, and the same every time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx
import pytest
from lxml import html

from graphbuild.errors import StoreError
from graphbuild.explorer import page_html, write_page
from tests.explorer.invented import EVIL_TITLE, small

VENDOR = Path("graphbuild/explorer/vendor")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    assert write_page(*small(), path, title='Quân khu 96 <b>&"') == path
    return path.read_bytes().decode("utf-8")


def test_nothing_in_the_file_is_loaded_from_elsewhere(page: str) -> None:
    tree = html.fromstring(page)
    assert not tree.xpath("//@src | //@href | //link | //iframe | //object | //img")
    assert not re.search(r"""\b(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)
    assert not re.search(
        r"@import|url\(\s*[\"']?(?:https?:)?//|\bcdn", page.replace("cdn_resources", ""), re.IGNORECASE
    )


def test_the_policy_forbids_all_loading(page: str) -> None:
    (policy,) = html.fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(r"https?:|\*|unsafe-eval|'self'", policy)


def test_the_document_is_html_in_utf_8_for_any_screen(page: str) -> None:
    tree = html.fromstring(page)
    assert page.startswith("<!doctype html>\n")
    assert tree.get("lang") == "en"
    assert tree.xpath("//meta/@charset") == ["utf-8"]
    assert tree.xpath("//meta[@name='viewport']")
    assert tree.findtext(".//title") == 'Quân khu 96 <b>&"'
    assert "JavaScript" in tree.findtext(".//noscript")


def test_text_of_articles_cannot_end_the_data_or_run(page: str) -> None:
    tree = html.fromstring(page)
    told = {script.get("id"): script.text for script in tree.xpath("//script[@type='application/json']")}
    assert set(told) == {"words", "drawing", "columns", "quotes-0", "sentences-0"}
    assert len(tree.xpath("//script")) == len(told) + 2
    assert not any(re.search(r"[<>&\u2028\u2029]", text) for text in told.values())
    assert EVIL_TITLE in json.loads(told["columns"])["articles"]["title"]["plain"]


def test_the_first_view_does_not_wait_for_the_sentences(page: str) -> None:
    assert page.index("makeCanvas(") < page.index('id="quotes-0"') < page.index('id="sentences-0"')


def test_line_separators_in_names_are_escaped() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("unit/x", kind="unit", name="a\u2028b\u2029c {{ title }} {% endif %}", aliases=(), members=())
    page = page_html(graph, {})
    assert "a\\u2028b\\u2029c {{ title }} {% endif %}" in page


def test_the_library_comes_with_its_licence(page: str) -> None:
    assert "visjs contributors" in page
    assert "MIT License" in page
    assert {"LICENSE-MIT", "LICENSE-APACHE-2.0", "README.md"} <= {file.name for file in VENDOR.iterdir()}


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path, page: str) -> None:
    again = write_page(*small(), tmp_path / "again.html", title='Quân khu 96 <b>&"')
    assert again.read_bytes() == page.encode()


def test_the_order_in_which_a_graph_was_made_does_not_matter(page: str) -> None:
    graph, quotes = small()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert page_html(turned, quotes, title='Quân khu 96 <b>&"') == page


def test_an_empty_graph_has_a_page() -> None:
    tree = html.fromstring(page_html(nx.MultiDiGraph(), {}))
    assert json.loads(tree.xpath("//script[@id='columns']")[0].text)["nodes"]["count"] == 0


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"missing.graph\.html: cannot be written"):
        write_page(*small(), tmp_path / "missing" / "graph.html")
