"""Looking up by token gives what walking through everything would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.pipeline.phrases import PhraseTree
from graphbuild.pipeline.records import PlaceSpan
from graphbuild.pipeline.spans import Spans

TOKENS = st.integers(0, 12)
PLACES = st.lists(st.tuples(TOKENS, st.integers(1, 5)).map(lambda at: PlaceSpan(at[0], at[0] + at[1], "city", "rule")))
WORDS = st.lists(st.sampled_from("abc"), max_size=12)
PHRASES = st.lists(st.tuples(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), st.sampled_from("XY")))


@given(PLACES, TOKENS, TOKENS)
def test_mentions_are_found_by_token(places: list[PlaceSpan], token: int, end: int) -> None:
    spans, ordered = Spans(places), sorted(places, key=lambda p: p.start)
    assert tuple(spans) == tuple(places)
    assert list(spans.starting(token)) == [p for p in ordered if p.start == token]
    assert list(spans.ending(token)) == [p for p in ordered if p.end == token]
    assert list(spans.holding(token)) == [p for p in ordered if p.start <= token < p.end]
    assert list(spans.between(token, end)) == [p for p in ordered if token <= p.start < end]


@given(PHRASES, WORDS)
def test_every_phrase_is_found_wherever_it_stands(phrases: list[tuple[list[str], str]], words: list[str]) -> None:
    tree = PhraseTree([(phrase, (label, "".join(phrase))) for phrase, label in phrases], str.lower)
    found = {(start, end, *entry) for start, end, entries in tree.find(words) for entry in entries}
    assert found == {
        (start, start + len(phrase), label, "".join(phrase))
        for phrase, label in phrases
        for start in range(len(words))
        if words[start : start + len(phrase)] == phrase
    }


@given(PHRASES, WORDS)
def test_a_tree_that_was_packed_finds_the_same(phrases: list[tuple[list[str], str]], words: list[str]) -> None:
    tree = PhraseTree([(phrase, (label, "".join(phrase))) for phrase, label in phrases], str.lower)
    assert list(PhraseTree.unpacked(tree.packed()).find(words)) == list(tree.find(words))


def test_words_that_are_given_as_one_are_cut() -> None:
    tree = PhraseTree([(["Đại", "tá,"], ("RANK", "Đại tá"))], str.lower, lambda word: word.replace(",", " ,").split())
    assert list(tree.find(["đại", "tá", ","])) == [(0, 3, (("RANK", "Đại tá"),))]


def test_words_of_no_phrase_and_unfinished_phrases_find_nothing() -> None:
    tree = PhraseTree([(["Đại", "tá"], ("RANK", "Đại tá"))], str.lower)
    assert list(tree.find(["đại"])) == []
    assert list(tree.find(["đại", "biểu", "tá"])) == []
    assert list(tree.find([])) == []
