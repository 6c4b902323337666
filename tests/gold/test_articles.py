"""Our own articles and their facts belong together, and are nobody else's text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphbuild.readers import Item, find_items, read_item
from graphbuild.text import compare_key
from tests.gold.splits import NAMES, Pair, pairs

PAIRS = {pair.article.stem: pair for name in NAMES for pair in pairs(name)}

LONGEST_RUN = 7
"""Syllables in a row that an article may share with a real one."""

SET_PHRASES = (
    "tổ chức hội nghị tổng kết công tác",
    "đại hội đại biểu toàn quốc lần thứ",
    "Bí thư Đảng ủy, Phó Chủ nhiệm Chính trị",
    "Hội nghị ra nghị quyết lãnh đạo thực hiện nhiệm vụ",
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


def item_of(pair: Pair) -> Item:
    """The article as the program lists it."""
    (item,) = find_items([pair.article])
    assert isinstance(item, Item)
    return item


def test_every_article_has_facts_and_the_other_way_round() -> None:
    assert all(pair.facts.is_file() for pair in PAIRS.values())
    for name in NAMES:
        folder = Path(__file__).parent / name / "facts"
        assert {file.stem for file in folder.iterdir()} <= {pair.article.stem for pair in pairs(name)}
    assert len(PAIRS) >= 120


def test_no_article_stands_in_two_splits() -> None:
    assert sum(len(pairs(name)) for name in NAMES) == len(PAIRS)


@pytest.mark.parametrize("stem", PAIRS)
def test_every_name_in_the_facts_stands_in_the_article_as_it_is_read(stem: str) -> None:
    gold = json.loads(PAIRS[stem].facts.read_text("utf-8"))
    document = read_item(item_of(PAIRS[stem]))
    text = words(f"{document.title or ''}\n{document.text}")
    named = [fact["name"] for kind in ("persons", "events") for fact in gold[kind]]
    assert named
    assert [name for name in named if words(name) not in text] == []


@pytest.mark.parametrize("stem", PAIRS)
def test_every_word_of_a_units_name_stands_in_the_article(stem: str) -> None:
    gold = json.loads(PAIRS[stem].facts.read_text("utf-8"))
    document = read_item(item_of(PAIRS[stem]))
    text = words(f"{document.title or ''}\n{document.text}")
    missing = {word for unit in gold["units"] for word in words(unit["name"]).split() if f" {word} " not in text}
    assert missing == set()


@pytest.mark.parametrize("stem", PAIRS)
def test_relations_parents_and_organisers_name_what_is_listed(stem: str) -> None:
    gold = json.loads(PAIRS[stem].facts.read_text("utf-8"))
    persons = {person["name"] for person in gold["persons"]}
    units = {name for unit in gold["units"] for name in (unit["name"], *unit["aliases"])}
    assert {relation["person"] for relation in gold["relations"]} <= persons
    assert all(0 <= relation["event"] < len(gold["events"]) for relation in gold["relations"])
    assert {unit["parent"] for unit in gold["units"] if unit["parent"]} <= units
    assert sum(event.get("main", False) for event in gold["events"]) == 1


@pytest.mark.shared
def test_no_article_repeats_a_real_one(shared: Path) -> None:
    real = set().union(
        *(runs(words(file.read_text("utf-8")), LONGEST_RUN + 1) for file in (shared / "seeds").iterdir())
    )
    assert real
    for stem, pair in PAIRS.items():
        text = without_set_phrases(item_of(pair).payload.decode("utf-8"))
        assert (stem, runs(text, LONGEST_RUN + 1) & real) == (stem, set())
