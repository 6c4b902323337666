"""An article with what was found in it and what was made of it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuild as gb
from graphbuild.claims.explain import Explanation, Marked, Part, explain, mark_mentions
from graphbuild.errors import ReadError
from graphbuild.model import Mention, MentionKind
from tests.claims.reading import extraction

TEXT = (
    "Trung đoàn 77 mở hội thao\n"
    "Sáng 3/5/2021, Thiếu tá Lường Văn Pành, Trung đoàn trưởng Trung đoàn 77 chủ trì Hội thao bắn súng tại Sân vận "
    "động Tây Suối.\n"
    "Trung đoàn trưởng phát biểu khai mạc."
)


@pytest.fixture(scope="module")
def explained() -> Explanation:
    return explain(extraction(TEXT))


def plain(parts: tuple[Part, ...]) -> str:
    return "".join(part if isinstance(part, str) else plain(part.parts) for part in parts)


def marks(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    """(kind, words) of every mention, outer ones first."""
    return [
        found
        for part in parts
        if isinstance(part, Marked)
        for found in [(part.kind.value, plain(part.parts)), *marks(part.parts)]
    ]


def mention(start: int, end: int, kind: MentionKind = MentionKind.UNIT) -> Mention:
    return Mention(start, end, "", kind, "test")


def test_the_text_is_whole_and_its_mentions_are_marked(explained: Explanation) -> None:
    assert plain(explained.parts) == explained.document.text
    assert {
        ("person", "Lường Văn Pành"), ("rank", "Thiếu tá"), ("title", "Trung đoàn trưởng"), ("unit", "Trung đoàn 77"),
        ("event", "Hội thao bắn súng"), ("date", "3/5/2021"),
    } <= set(marks(explained.parts))  # fmt: skip
    assert explained.kinds()[:4] == (MentionKind.PERSON, MentionKind.RANK, MentionKind.TITLE, MentionKind.UNIT)


def test_every_claim_has_its_sentence_the_words_that_carry_it_its_rule_and_confidence(explained: Explanation) -> None:
    posting = explained.by_kind()["posting"][0]
    assert posting.says == "Lường Văn Pành: Trung đoàn trưởng, Trung đoàn 77 (current)"
    assert posting.sentence.startswith("Sáng 3/5/2021")
    assert "Lường Văn Pành" in posting.sentence[posting.mark_start : posting.mark_end]
    assert posting.rule
    assert 0 < posting.confidence <= 1
    assert len(explained.claims) == len(extraction(TEXT).claims)
    assert sum(map(len, explained.by_kind().values())) == len(explained.claims)


def test_each_kind_of_claim_is_told_in_words(explained: Explanation) -> None:
    says = {kind: claims[0].says for kind, claims in explained.by_kind().items()}
    assert says["rank"] == "Lường Văn Pành: Thiếu tá"
    assert says["unit"] == "Trung đoàn 77 (Trung đoàn)"
    assert says["event"].startswith("competition: Hội thao bắn súng, 2021-05-03")
    assert says["participation"] == "Lường Văn Pành chairs: Hội thao bắn súng"


def test_a_mention_in_a_mention_is_part_of_it_and_one_that_crosses_its_end_is_left_out() -> None:
    place = mention(3, 5, MentionKind.PLACE)
    assert tuple(mark_mentions("abcdefgh", [mention(1, 6), place, mention(4, 8)])) == (
        "a",
        Marked(MentionKind.UNIT, ("bc", Marked(MentionKind.PLACE, ("de",)), "f")),
        "gh",
    )


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).filter(lambda s: s[0] < s[1])


@given(st.lists(st.tuples(spans, st.sampled_from(MentionKind)), max_size=8))
def test_no_letter_is_lost_or_doubled_whatever_is_marked(found: list[tuple[list[int], MentionKind]]) -> None:
    text = "abcdefghijkl"
    mentions = [mention(start, end, kind) for (start, end), kind in found]
    parts = tuple(mark_mentions(text, mentions))
    assert plain(parts) == text
    assert set(marks(parts)) <= {(m.kind.value, text[m.start : m.end]) for m in mentions}
    assert bool(mentions) == bool(marks(parts))


class Reader(HTMLParser):
    """What a browser shows of a fragment, and the elements in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_notebook_shows_the_marked_text_and_the_claims(explained: Explanation) -> None:
    shown = Reader(explained._repr_html_())
    assert explained.document.text in shown.text
    assert "Lường Văn Pành: Trung đoàn trưởng, Trung đoàn 77 (current)" in shown.text
    assert shown.elements.count("table") == len(explained.by_kind())
    assert shown.elements.count("u") == len(explained.claims)
    assert {"mark", "h5"} <= set(shown.elements)


def test_what_looks_like_html_in_an_article_is_shown_as_it_is() -> None:
    text = "Thiếu tá <script>alert(1)</script> & Thiếu tá Lường Văn Pành <b>dự</b> Hội thao bắn súng."
    found = explain(extraction(text, title="<img src=x>", id="<i>.txt"))
    shown = Reader(found._repr_html_())
    assert {"script", "b", "img", "i"} & set(shown.elements) == set()
    assert "<script>alert(1)</script>" in shown.text
    assert "<img src=x>" in shown.text


def test_the_library_explains_a_text() -> None:
    found = gb.explain(TEXT, published="2021-05-04")
    assert isinstance(found, gb.Explanation)
    assert found.claims == explain(extraction(TEXT, published="2021-05-04")).claims
    with pytest.raises(ReadError):
        gb.explain("")
