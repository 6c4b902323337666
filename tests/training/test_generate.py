"""Sentences to train on."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.errors import UsageError
from graphbuild.pipeline import load_pipeline
from graphbuild.pipeline.statistical import LABELS
from graphbuild.resources import load_gazetteer
from graphbuild.training import Generator, Marked, load_material
from graphbuild.training.articles import marked_sentences
from graphbuild.training.slots import pieces


def generator(seed: int = 1, articles: tuple[Marked, ...] = ()) -> Generator:
    return Generator(load_gazetteer(), load_material(), seed, articles)


def test_one_seed_gives_the_same_sentences_and_another_one_others() -> None:
    first, again, other = (list(generator(seed).sentences(50)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_names_are_marked_in_order_without_overlap_and_begin_and_end_with_a_word() -> None:
    for sentence in generator().sentences(500):
        end = 0
        for start, stop, label in sentence.names:
            assert start >= end
            assert label in LABELS
            words = sentence.text[start:stop]
            assert words == words.strip() != ""
            assert "{" not in words
            end = stop


def test_there_are_sentences_with_every_label_and_sentences_with_none() -> None:
    found = list(generator().sentences(500))
    assert {label for sentence in found for *_, label in sentence.names} == set(LABELS)
    assert sum(not sentence.names for sentence in found) > 50


def test_every_slot_of_the_templates_can_be_filled() -> None:
    made, material = generator(), load_material()
    for template in (*material.sentences, *material.negatives):
        assert "{" not in made.written(template).text


def test_templates_without_names_mark_none() -> None:
    naming = {"person", "unit", "place", "bare", "foreign_person", "foreign_place"}
    for template in load_material().negatives:
        assert naming.isdisjoint(slot for _, slot in pieces(template))


def test_an_article_s_sentence_is_told_again_with_other_names() -> None:
    sentence = Marked("Xóm trên, Lê Mai ở Tân Khê.", ((10, 16, "PERSON"), (19, 26, "PLACE")))
    told = {s.text for s in generator(articles=(sentence,)).sentences(200) if s.text.startswith("Xóm trên, ")}
    assert len(told) > 10
    assert all(" ở " in text and text.endswith(".") for text in told)


def test_the_names_of_an_article_s_facts_are_marked_in_its_sentences(tmp_path: Path) -> None:
    articles, facts = tmp_path / "articles", tmp_path / "facts"
    articles.mkdir()
    facts.mkdir()
    (articles / "1-a.txt").write_text("Chuyện ở đảo\n\nSáng nay, Pờ Xá ghé Nhóm Gạo Thơm ở Hòn Én.\n", "utf-8")
    (facts / "1-a.json").write_text(
        '{"persons": [{"name": "Pờ Xá"}], "units": [{"name": "Nhóm Gạo Thơm", "aliases": []}], "places": ["Hòn Én"]}',
        "utf-8",
    )
    nlp = load_pipeline(ner=False)
    marked = next(s for s in marked_sentences(articles, facts, nlp) if "Pờ Xá" in s.text)
    found = [(marked.text[start:end], label) for start, end, label in marked.names]
    assert found == [("Pờ Xá", "PERSON"), ("Nhóm Gạo Thơm", "UNIT"), ("Hòn Én", "PLACE")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="facts"):
        list(marked_sentences(tmp_path, tmp_path / "facts", load_pipeline(ner=False)))
