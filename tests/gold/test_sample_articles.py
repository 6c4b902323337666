"""The bundled articles and their gold belong together, and are nobody else's text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphbuild.readers import Item, find_items, read_item
from graphbuild.samples import articles_folder
from graphbuild.text import compare_key

GOLD = articles_folder().with_name("gold")
ITEMS = {Path(item.source).stem: item for item in find_items([articles_folder()]) if isinstance(item, Item)}

LONGEST_RUN = 7
"""Syllables in a row that an article may share with a real one."""

SET_PHRASES = (
    "tổ chức hội nghị tổng kết công tác",
    "đại hội đại biểu toàn quốc lần thứ",
    "Bí thư Đảng ủy, Phó Chủ nhiệm Chính trị",
)
"""Official names and formulas that are longer: any article about such a meeting, congress or officer has them."""


def words(text: str) -> str:
    return f" {compare_key(text)} "


def runs(text: str, length: int) -> set[str]:
    syllables = text.split()
    return {" ".join(syllables[i : i + length]) for i in range(len(syllables) - length + 1)}


def without_set_phrases(text: str) -> str:
    """The text with a mark that stands in no article in place of each set phrase."""
    plain = words(text)
    for phrase in SET_PHRASES:
        plain = plain.replace(words(phrase), " | ")
    return plain


def test_every_article_has_gold_and_the_other_way_round() -> None:
    assert ITEMS.keys() == {file.stem for file in GOLD.glob("*.json")}
    assert len(ITEMS) == len(list(articles_folder().iterdir()))


@pytest.mark.parametrize("stem", ITEMS)
def test_every_name_in_the_gold_stands_in_the_article_as_it_is_read(stem: str) -> None:
    gold = json.loads((GOLD / f"{stem}.json").read_text("utf-8"))
    document = read_item(ITEMS[stem])
    text = words(f"{document.title or ''}\n{document.text}")
    named = [fact["name"] for kind in ("persons", "units", "events") for fact in gold[kind]]
    assert named
    assert [name for name in named if words(name) not in text] == []


@pytest.mark.shared
def test_no_article_repeats_a_real_one(shared: Path) -> None:
    real = set().union(
        *(runs(words(file.read_text("utf-8")), LONGEST_RUN + 1) for file in (shared / "seeds").iterdir())
    )
    assert real
    for stem, item in ITEMS.items():
        text = without_set_phrases(item.payload.decode("utf-8"))
        assert (stem, runs(text, LONGEST_RUN + 1) & real) == (stem, set())
