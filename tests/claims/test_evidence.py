"""Laws of evidence: every claim and mention leads to its words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild import samples
from graphbuild.claims import extract, facts
from graphbuild.model import Extraction, ParticipationClaim, PostingClaim
from graphbuild.readers import Failure, find_items, read_item
from tests.claims.reading import extraction, facts_of
from tests.pipeline.reading import pipeline

ARTICLES = sorted(p for p in Path(str(samples.__path__[0]), "articles").iterdir())


def read(path: Path) -> Extraction:
    (item,) = find_items([path])
    assert not isinstance(item, Failure)
    return extract(read_item(item), pipeline())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_every_mention_and_claim_of_the_samples_cuts_its_words_from_the_text(path: Path) -> None:
    found = read(path)
    text = found.document.text
    assert all(text[m.start : m.end] == m.text for m in found.mentions)
    for claim in found.claims:
        e = claim.evidence
        assert e.document == found.document.id
        assert 0 <= e.start <= e.word_start < e.word_end <= e.end <= len(text)
        assert 0 < e.confidence <= 1
        if isinstance(claim, PostingClaim):
            assert claim.person.split()[-1] in text[e.word_start : e.word_end]


def test_claims_name_only_what_the_article_names() -> None:
    for path in ARTICLES:
        found = facts(read(path))
        people, units = {p.name for p in found.persons}, {u.name for u in found.units}
        assert {r.person for r in found.relations} <= people
        assert {u.parent for u in found.units if u.parent} <= units
        assert {e.organiser for e in found.events if e.organiser} <= units
        where = {p.unit for person in found.persons for p in person.positions if p.unit}
        assert {unit for unit in where if not unit.startswith(("Đảng ủy ", "Đảng uỷ "))} <= units


ARTICLE = (
    "Sáng 12/7/2022, Sư đoàn Bộ binh 941 tổ chức Hội nghị sơ kết phong trào thi đua. Thiếu tướng Lê Văn Minh, "
    "Phó Tư lệnh Quân khu 6 dự, phát biểu chỉ đạo.\n\nĐảng ủy Sư đoàn 941 báo cáo kết quả."
)


def plain(text: str) -> dict[str, object]:
    return {k: v for k, v in facts_of(text).as_dict().items() if k != "document"}


@pytest.mark.parametrize(
    "change",
    [
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace(" ", "  "),
        lambda t: "\ufeff" + t,
    ],
    ids=["decomposed letters", "Windows line ends", "doubled blanks", "byte order mark"],
)
def test_how_the_letters_are_stored_changes_no_fact(change: object) -> None:
    assert plain(change(ARTICLE)) == plain(ARTICLE)  # type: ignore[operator]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*ARTICLE.split(), "(", ")", ",", ";", ":", "-", '"', "\n", "Đồng chí", "và"]), max_size=40
    )
)
def test_no_order_of_words_breaks_the_reading(words: list[str]) -> None:
    found = extraction(" ".join(["Tin", *words, "hết"]))
    assert all(found.document.text[m.start : m.end] == m.text for m in found.mentions)


def test_a_role_by_reference_says_that_it_is_by_reference() -> None:
    text = ARTICLE + " Đồng chí Phó Tư lệnh yêu cầu đơn vị rút kinh nghiệm."
    rules = {c.evidence.rule for c in extraction(text).claims if isinstance(c, ParticipationClaim)}
    assert rules == {"act and its doer", "act and a reference to its doer"}
