"""What the statistical NER adds, and what it leaves alone."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from spacy.tokens import Doc

from graphbuild.claims import extract
from graphbuild.errors import ResourceError
from graphbuild.model import PlaceClaim, PostingClaim
from graphbuild.pipeline import annotate, load_pipeline
from graphbuild.pipeline.statistical import PERSON_CONFIDENCE, PLACE_CONFIDENCE, RULE
from graphbuild.pipeline.unexplained import found_by_rules, unexplained_runs
from graphbuild.readers import Item, find_items, read_item, read_text
from graphbuild.samples import articles_folder
from tests.pipeline.reading import pipeline, read

ARTICLES = Path(__file__).parents[1] / "gold" / "rules" / "articles"
RULES_ONLY = load_pipeline(ner=False)


def by_rules(text: str) -> Doc:
    return annotate(RULES_ONLY, read_text(text))


def added(doc: Doc, kind: str) -> list[str]:
    return [doc[s.start : s.end].text for s in doc._.get(kind) if s.rule == RULE]


def unexplained(text: str) -> list[str]:
    doc = by_rules(text)
    return [doc[s:e].text for _, runs in unexplained_runs(doc, found_by_rules(doc)) for s, e in runs]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Đêm qua mưa trút xuống Hòn Chảo khiến hai ngôi nhà tốc mái.", "Hòn Chảo"),
        ("Hai xe chở gạo đã lên tới Tà Rua trước khi trời tối.", "Tà Rua"),
        ("Chúng tôi ghé Đắk Lôi khi sương chưa tan.", "Đắk Lôi"),
        ("Lớp học ấy nằm giữa Nậm Pồ và dãy núi phía tây.", "Nậm Pồ"),
    ],
)
def test_a_place_without_a_kind_word_is_added(text: str, place: str) -> None:
    assert added(by_rules(text), "places") == []
    assert added(read(text), "places") == [place]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cùng đi có Khoàng Pó, Chính trị viên Đồn Biên phòng Ia Hla.", "Khoàng Pó"),
        ("Buổi họp có Tráng Seo Phừ, Trưởng bản Nậm Cang, và bà con.", "Tráng Seo Phừ"),
    ],
)
def test_a_person_of_no_listed_surname_is_added_where_a_post_stands_behind(text: str, name: str) -> None:
    assert added(by_rules(text), "persons") == []
    assert added(read(text), "persons") == [name]


def test_a_bystander_without_a_post_is_not_added() -> None:
    assert added(read("Ngư dân Phan Thái đưa tàu vào bờ an toàn."), "persons") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ca khúc Bài Ca Hy Vọng vang lên giữa sân trường.",
        "Trận chung kết SEA Games khép lại trong tiếng reo.",
        "Chiếc Toyota Land Cruiser vượt đèo trong đêm.",
        "Đoàn viên hưởng ứng Tháng Thanh Niên bằng nhiều việc tốt.",
        "Bà con người Ê Đê vui hội mừng lúa mới trước Tết Nguyên đán Ất Tỵ.",
        "Nhớ lời Bác Hồ dạy, các chi đoàn thi đua lập công.",
    ],
)
def test_songs_games_cars_and_peoples_are_not_taken_for_names(text: str) -> None:
    doc = read(text)
    assert [added(doc, kind) for kind in ("persons", "places")] == [[], []]


def test_what_the_rules_explain_is_not_put_in_doubt() -> None:
    assert (
        unexplained("Thiếu tướng Lê Văn Minh, Tư lệnh Quân khu 6 chủ trì Hội nghị quân chính tại thành phố Đà Lạt.")
        == []
    )
    assert unexplained("Vừa qua, các đơn vị đã rà soát từng nội dung.") == []


def test_runs_of_capitals_that_nothing_explains_are_in_doubt() -> None:
    assert unexplained("Đoàn từ Hòn Chảo sang Tà Rua bằng xuồng.") == ["Hòn Chảo", "Tà Rua"]


def test_headlines_in_capitals_and_bylines_are_not_in_doubt() -> None:
    text = "CHÀO MỪNG NGÀY HỘI TÒNG QUÂN\n\nSáng 2/3/2021, Sư đoàn 941 ra quân huấn luyện tại thao trường.\n\nHòn Chảo"
    assert unexplained(text) == []


def test_nothing_that_the_rules_find_in_articles_is_changed() -> None:
    looked_at = 0
    for item in find_items([articles_folder(), ARTICLES]):
        assert isinstance(item, Item)
        document = read_item(item)
        rules, both = annotate(RULES_ONLY, document), annotate(pipeline(), document)
        for kind in ("units", "persons", "places", "events", "dates"):
            kept = tuple(s for s in both._.get(kind) if getattr(s, "rule", "") != RULE)
            assert kept == rules._.get(kind), document.id
        of_rules = {t for s in chain(rules._.units, rules._.persons, rules._.places) for t in range(s.start, s.end)}
        new = [s for kind in ("persons", "places") for s in both._.get(kind) if s.rule == RULE]
        assert not any(of_rules & set(range(s.start, s.end)) for s in new)
        looked_at += len(new)
    assert looked_at > 0


def test_a_claim_of_a_name_that_the_model_found_says_so_and_how_sure_it_is() -> None:
    extraction = extract(read_text("Chuyện ở bản\n\nHai xe chở gạo đã lên tới Tà Rua trước khi trời tối."), pipeline())
    place = next(c for c in extraction.claims if isinstance(c, PlaceClaim))
    assert (place.place, place.evidence.rule, place.evidence.confidence) == ("Tà Rua", RULE, PLACE_CONFIDENCE)
    assert RULE in {m.rule for m in extraction.mentions}


def test_a_post_of_a_person_whom_the_model_found_is_no_surer_than_the_name() -> None:
    text = "Chuyện ở bản\n\nCùng đi có Khoàng Pó, Chính trị viên Đồn Biên phòng Ia Hla."
    posting = next(c for c in extract(read_text(text), pipeline()).claims if isinstance(c, PostingClaim))
    assert posting.person == "Khoàng Pó"
    assert RULE in posting.evidence.rule
    assert posting.evidence.confidence <= PERSON_CONFIDENCE


def test_weights_that_are_not_there_are_named() -> None:
    with pytest.raises(ResourceError, match="nowhere"):
        load_pipeline(weights=Path("nowhere"))


def test_without_it_the_pipeline_has_rules_only() -> None:
    assert "vi_ner" in pipeline().pipe_names
    assert "vi_ner" not in RULES_ONLY.pipe_names
