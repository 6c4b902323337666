"""Evidence inside the page, packed inside it, and beside it."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path

import networkx as nx
import pytest
from lxml import html

from graphbuild.explorer import chunks, page_html, write_page
from graphbuild.explorer.chunks import inside, write_beside
from tests.explorer.invented import small

COLUMN = {"text": ["</script><b>Đoàn 9411</b>", "🎖"]}


def test_few_sentences_are_plain_json_and_many_are_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    (plain,) = inside([("sentences-0", COLUMN)])
    assert (plain.packed, json.loads(plain.text)) == (False, COLUMN)
    assert "<" not in plain.text
    monkeypatch.setattr(chunks, "PACKED_FROM", 10)
    (packed,) = inside([("sentences-0", COLUMN)])
    assert packed.packed
    assert json.loads(zlib.decompress(base64.b64decode(packed.text))) == COLUMN


def test_a_folder_beside_holds_the_chunks_and_nothing_older(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    write_beside([("quotes-0", {}), ("quotes-1", {})], folder)
    write_beside([("sentences-0", COLUMN)], folder)
    assert [file.name for file in folder.iterdir()] == ["sentences-0.json"]
    assert json.loads((folder / "sentences-0.json").read_text(encoding="utf-8")) == COLUMN


def test_a_very_large_graph_has_its_sentences_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.explorer.page.BESIDE_FROM", 3)
    graph, quotes = small()
    page = write_page(graph, quotes, tmp_path / "big.html").read_text(encoding="utf-8")
    tree = html.fromstring(page)
    assert not tree.xpath("//script[starts-with(@id, 'quotes-') or starts-with(@id, 'sentences-')]")
    columns = json.loads(tree.xpath("//script[@id='columns']")[0].text)
    assert columns["chunks"]["folder"] == "big_evidence"
    assert {file.name for file in (tmp_path / "big_evidence").iterdir()} == {"quotes-0.json", "sentences-0.json"}
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "connect-src 'self';" in policy


def test_a_page_for_a_notebook_has_them_inside_at_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.explorer.page.BESIDE_FROM", 3)
    assert 'id="sentences-0"' in page_html(*small())


def test_an_empty_graph_needs_no_folder(tmp_path: Path) -> None:
    write_page(nx.MultiDiGraph(), {}, tmp_path / "none.html")
    assert [file.name for file in tmp_path.iterdir()] == ["none.html"]
