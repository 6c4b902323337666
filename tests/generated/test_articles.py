"""Generated articles are like real ones, tell what is true of them, and are the same for the same seed."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from graphbuild.readers import Item, find_items, read_item, read_text

from .articles import WORDS, articles, write_articles
from .likeness import LONG, measure, persons_found


def test_one_seed_gives_one_newspaper_and_another_seed_another() -> None:
    once, again, other = (list(articles(20, seed)) for seed in (1, 1, 2))
    assert once == again
    assert not {one.text for one in once} & {one.text for one in other}


def test_articles_come_one_at_a_time_however_many_are_asked_for() -> None:
    assert [one.number for one in islice(articles(5000), 3)] == [0, 1, 2]


def test_their_length_and_what_they_say_a_word_lies_by_that_of_long_articles() -> None:
    found = measure([read_text(one.file()) for one in articles(120)])
    assert 0.85 * WORDS < found.length < 1.2 * WORDS
    assert 4 <= found.claims <= 6
    for name in ("mentions", "dates", "units", "capitals", "figures"):
        assert 0.75 < getattr(found, name) / getattr(LONG, name) < 1.35, name
    assert found.repeated < 8


def test_the_persons_in_them_are_read_and_joined_as_they_truly_are() -> None:
    told, score = persons_found(articles(100))
    assert score.records > 0.97 * told > 300
    assert score.precision > 0.97
    assert score.recall > 0.93


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "folder"])
def test_every_format_holds_the_same_articles(tmp_path: Path, name: str) -> None:
    made = list(articles(12))
    words = write_articles(made, tmp_path / name, truth=tmp_path / "truth")
    found = [read_item(item) for item in find_items([tmp_path / name]) if isinstance(item, Item)]
    assert [document.title for document in found] == [one.title for one in made]
    assert [str(document.published) for document in found] == [one.published for one in made]
    assert all(one.text.splitlines()[0] in document.text for one, document in zip(made, found, strict=True))
    assert words == sum(len(one.text.split()) for one in made)
    truth = [json.loads(line) for line in (tmp_path / "truth").read_text("utf-8").splitlines()]
    assert [one["persons"] for one in truth] == [one.persons for one in made]
