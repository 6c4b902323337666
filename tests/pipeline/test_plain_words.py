"""The plain words that the rules read say what spaCy's own tokens say, and look-ups find what a search of all would."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.pipeline.dates import FIGURE, FIGURES, PATTERNS, find_at
from graphbuild.pipeline.plain import PlainDoc, plain_of
from graphbuild.samples import articles_folder
from tests.pipeline.reading import pipeline, read

PIECES = st.lists(
    st.sampled_from(
        ["Sáng", " ", "  ", "\n", "nay", "ngày", "NGÀY", "5", "06", "12", "29/12", "2020", "2019-2024", "/", "-", "–", ".",
         ", ", "(", ")", "và ", "tháng ", "Tháng 8", " năm ", "mùng ", "quốc khánh", "đến", "từ ", "K9", "Đoàn", "H'", "_"]
    ),
    max_size=14,
).map("".join)  # fmt: skip
TEXTS = st.one_of(PIECES, st.text(max_size=40))


@settings(deadline=None)
@given(TEXTS)
def test_words_are_those_of_spacys_tokens(text: str) -> None:
    doc = pipeline()(text)
    plain = plain_of(doc)
    assert [(w.text, w.lower_, w.is_alpha, w.is_space, w.is_lower, w.is_upper) for w in plain] == [
        (t.text, t.lower_, t.is_alpha, t.is_space, t.is_lower, t.is_upper) for t in doc
    ]
    assert plain.starts == [t.idx for t in doc]
    assert [plain.spaced(t.i) for t in doc] == [bool(t.whitespace_) for t in doc]


@settings(deadline=None)
@given(TEXTS)
def test_sentences_are_those_of_spacy_with_their_offsets(text: str) -> None:
    doc = pipeline()(text)
    assert [(s.start, s.end, s.start_char, s.end_char) for s in plain_of(doc).sentences] == [
        (s.start, s.end, s.start_char, s.end_char) for s in doc.sents
    ]


@settings(deadline=None)
@given(TEXTS, st.data())
def test_runs_of_tokens_and_stretches_of_text_answer_to_each_other(text: str, data: st.DataObject) -> None:
    doc = pipeline()(text)
    start = data.draw(st.integers(0, len(doc)))
    end = data.draw(st.integers(0, len(doc) + 2))
    words = plain_of(doc).text_of(start, end)
    assert words == (doc[start:end].text if start < end else "")
    if words:
        assert plain_of(doc).tokens_of(doc[start].idx, doc[start].idx + len(words)) == (start, min(end, len(doc)))


@settings(deadline=None)
@given(PIECES)
def test_dates_are_found_where_a_search_at_every_letter_finds_them(text: str) -> None:
    plain = plain_of(pipeline()(text))
    openers = frozenset(word for _, words in PATTERNS for word in words)
    places = plain.offsets(openers) | {FIGURE: [m.start() for m in FIGURES.finditer(text)]}
    for pattern, words in PATTERNS:
        found = [m.span() for m in find_at(places, pattern, words, text)]
        assert found == [m.span() for m in pattern.finditer(text)]


def articles() -> list[PlainDoc]:
    paths = sorted(articles_folder().glob("*.txt"))[:12]
    return [plain_of(read(path.read_text(encoding="utf-8"))) for path in paths]


def test_phrases_are_found_by_any_token_that_they_hold() -> None:
    for plain in articles():
        for label in ("TITLE", "HEAD", "PLACE_KIND"):
            phrases = plain.matches.of(label).values()
            for i in range(len(plain)):
                holding = [m for m in phrases if m.start <= i < m.end and i - m.start < 8]
                assert plain.matches.covering(i, label) == (holding[-1] if holding else None)


def test_phrases_within_a_sentence_are_those_of_the_article_that_lie_in_it() -> None:
    for plain in articles():
        for sentence in plain.sentences:
            inside = plain.matches.within("ACT", sentence.start, sentence.end)
            assert inside == [
                m for m in plain.matches.all("ACT") if sentence.start <= m.start and m.end <= sentence.end
            ]


def test_of_phrases_from_several_lists_the_longest_is_given_and_of_equals_that_of_the_first_list() -> None:
    for plain in articles():
        for i in range(len(plain)):
            found = [m for m in (plain.matches.at(i, label) for label in ("KNOWN", "HEAD", "TITLE")) if m]
            longest = plain.matches.longest(i, "KNOWN", "HEAD", "TITLE")
            assert longest == (max(found, key=lambda m: m.end) if found else None)
