"""Which unit a bare title belongs to."""

import pytest

from graphbuild.model import RankClaim
from tests.claims.reading import extraction, facts_of


def positions(text: str, name: str) -> set[tuple[str, str | None]]:
    return {(p.title, p.unit) for person in facts_of(text).persons if person.name == name for p in person.positions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trung tướng Lê Văn Minh, Bí thư Đảng ủy, Chính ủy Quân khu 6 chủ trì hội nghị.",
            {("Bí thư", "Đảng ủy Quân khu 6"), ("Chính ủy", "Quân khu 6")},
        ),
        (
            "Thiếu tướng Lê Văn Minh, Phó Tư lệnh, Tham mưu trưởng Quân khu 6 dự.",
            {("Phó Tư lệnh", "Quân khu 6"), ("Tham mưu trưởng", "Quân khu 6")},
        ),
        (
            "Bộ Tư lệnh Quân khu 6 họp. Thiếu tướng Lê Văn Minh, Tư lệnh chủ trì.",
            {("Tư lệnh", "Quân khu 6")},
        ),
        (
            "Sư đoàn 941 và Lữ đoàn 1563 ra quân. Đại tá Lê Văn Minh, Sư đoàn trưởng phát lệnh.",
            {("Sư đoàn trưởng", "Sư đoàn 941")},
        ),
        (
            "Đại tá Lê Văn Minh, Chỉ huy trưởng và Thượng tá Trần Hữu Nam, Chính ủy Bộ CHQS tỉnh Bình Lâm dự.",
            {("Chỉ huy trưởng", "Bộ CHQS tỉnh Bình Lâm")},
        ),
        (
            "Đảng ủy Phòng Chính trị họp, Trung tá Lê Văn Minh, Bí thư Đảng ủy, "
            "Chủ nhiệm Chính trị Sư đoàn 941 chủ trì.",
            {("Bí thư", "Đảng ủy Phòng Chính trị"), ("Chủ nhiệm Chính trị", "Sư đoàn 941")},
        ),
        (
            "Đảng ủy Quân sự tỉnh Bình Lâm họp. Trung tướng Lê Văn Minh, Phó Bí thư Đảng ủy, Tư lệnh Quân khu 6 dự.",
            {("Phó Bí thư", "Đảng ủy Quân khu 6"), ("Tư lệnh", "Quân khu 6")},
        ),
        (
            "Đồng chí Lê Văn Minh, Bí thư Đảng ủy, Chủ tịch UBND xã Tân Lập dự.",
            {("Bí thư", "Đảng ủy xã Tân Lập"), ("Chủ tịch", "UBND xã Tân Lập")},
        ),
        (
            "Thiếu tá Lê Văn Minh, Bí thư chi bộ, Đại đội trưởng Đại đội 7 dự.",
            {("Bí thư", "chi bộ Đại đội 7"), ("Đại đội trưởng", "Đại đội 7")},
        ),
        (
            "Thượng tá Lê Văn Minh, Phó Chỉ huy trưởng Bộ CHQS tỉnh, Trưởng ban tổ chức hội thi phát biểu.",
            {("Phó Chỉ huy trưởng", "Bộ CHQS tỉnh"), ("Trưởng ban", "Ban tổ chức hội thi")},
        ),
        (
            "Trung đoàn 958 và Sư đoàn 941 ra quân. Trung đoàn 958 thi trước. Thượng tá Lê Văn Minh, "
            "Phó Sư đoàn trưởng kiêm Chủ nhiệm Chính trị nhắc nhở.",
            {("Phó Sư đoàn trưởng", "Sư đoàn 941"), ("Chủ nhiệm Chính trị", "Sư đoàn 941")},
        ),
        (
            "Sư đoàn 941 và Quân khu 6 ra quân. Quân khu 6 mở đầu. Đại tá Lê Văn Minh, Tham mưu trưởng Sư đoàn 941 dự. "
            "Tham mưu trưởng Lê Văn Minh kết luận.",
            {("Tham mưu trưởng", "Sư đoàn 941")},
        ),
        ("Đoàn thăm trường. Thiếu tướng Lê Văn Minh, Tư lệnh Binh chủng dự.", {("Tư lệnh Binh chủng", None)}),
        (
            "Trung tướng Lê Văn Minh dự. Ông sinh năm 1966, từng là Tư lệnh Quân đoàn 14.",
            {("Tư lệnh", "Quân đoàn 14")},
        ),
    ],
)
def test_a_title_without_a_unit_gets_it_from_chain_sentence_or_article(
    text: str, expected: set[tuple[str, str | None]]
) -> None:
    assert positions(text, "Lê Văn Minh") == expected


def test_a_post_that_names_its_body_itself_takes_no_unit_from_its_neighbours() -> None:
    text = "Đại tướng Lê Văn Minh, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng chủ trì."
    assert positions(text, "Lê Văn Minh") == {("Ủy viên Bộ Chính trị", None), ("Bộ trưởng", "Bộ Quốc phòng")}


def test_a_title_that_fits_no_unit_of_the_article_stays_without() -> None:
    assert positions("Trường Quân sự Quân khu 6 khai giảng. Đại tá Lê Văn Minh, Thuyền trưởng dự.", "Lê Văn Minh") == {
        ("Thuyền trưởng", None)
    }


def test_the_rank_after_a_promotion_is_the_persons_rank() -> None:
    text = "Đại tá Lê Văn Minh được thăng quân hàm Thiếu tướng. Thiếu tướng Lê Văn Minh phát biểu."
    assert facts_of(text).persons[0].rank == "Thiếu tướng"


def test_a_rank_said_once_against_the_rest_of_the_article_stays_a_doubtful_claim() -> None:
    text = (
        "Đại tá Lê Văn Minh chủ trì hội nghị. Đại tá Lê Văn Minh phát biểu. Thiếu tướng Lê Văn Minh kiểm tra bếp ăn. "
        "Đại tá Lê Văn Minh kết luận."
    )
    assert facts_of(text).persons[0].rank == "Đại tá"
    doubtful = [c for c in extraction(text).claims if isinstance(c, RankClaim) and c.doubtful]
    assert [(c.rank, text[c.evidence.start : c.evidence.end].strip()) for c in doubtful] == [
        ("Thiếu tướng", "Thiếu tướng Lê Văn Minh kiểm tra bếp ăn.")
    ]


def test_the_rank_before_a_promotion_is_a_former_one() -> None:
    text = "Đại tá Lê Văn Minh dự. Đại tá Lê Văn Minh được thăng quân hàm Thiếu tướng."
    claims = [c for c in extraction(text).claims if isinstance(c, RankClaim)]
    assert [(c.rank, c.former) for c in claims] == [("Đại tá", True), ("Thiếu tướng", False)]


SPELT = "Đại tá Lê Đắc Khuê, Tư lệnh Quân khu 6 {} hội nghị. "


def test_a_name_misspelt_once_is_the_person_of_that_rank_and_post() -> None:
    text = "".join(map(SPELT.format, ("chủ trì", "khai mạc", "kết luận"))) + SPELT.format("dự").replace("Đắc", "Đăng")
    assert [p.name for p in facts_of(text).persons] == ["Lê Đắc Khuê"]


def test_another_name_with_another_post_is_another_person() -> None:
    text = "".join(map(SPELT.format, ("chủ trì", "khai mạc", "kết luận"))) + (
        "Đại tá Lê Đăng Khuê, Chính ủy Sư đoàn 941 dự hội nghị."
    )
    assert [p.name for p in facts_of(text).persons] == ["Lê Đắc Khuê", "Lê Đăng Khuê"]


def test_a_person_named_later_by_given_name_is_the_same_person() -> None:
    text = (
        "Thiếu tướng Lê Văn Minh, Tư lệnh Quân khu 6 dự Hội nghị tổng kết năm 2021. Thiếu tướng Minh kết luận hội nghị."
    )
    assert [p.name for p in facts_of(text).persons] == ["Lê Văn Minh"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # a bare staff post serves the command that the article names first
        (
            "Lữ đoàn 1563 họp. Phòng Hậu cần Quân khu 6 cử cán bộ dự. Đại úy Lê Văn Minh, Trợ lý Tuyên huấn báo cáo.",
            "Lê Văn Minh",
            {("Trợ lý Tuyên huấn", "Lữ đoàn 1563")},
        ),
        # but whoever leads a village has no place in it
        ("Lữ đoàn 1563 họp. Ông Lê Văn Minh, Trưởng thôn cảm ơn.", "Lê Văn Minh", {("Trưởng thôn", None)}),
        # nor has an attaché
        (
            "Lữ đoàn 1563 đón khách. Đại tá Lê Văn Minh, Tùy viên Quốc phòng dự.",
            "Lê Văn Minh",
            {("Tùy viên Quốc phòng", None)},
        ),
        # the bare post beside it tells the unit
        (
            "Quân đoàn 7 giúp Lữ đoàn 1563. Quân đoàn 7 cử cán bộ. Quân đoàn 7 và Quân khu 6 vui mừng. "
            "Đại tá Trần Hữu Nam, Lữ đoàn trưởng; Thượng tá Lê Văn Minh, Chính ủy đều dự.",
            "Lê Văn Minh",
            {("Chính ủy", "Lữ đoàn 1563")},
        ),
        # a post of as many kinds of unit does not
        (
            "Quân đoàn 7 họp. Thượng tá Trần Hữu Nam, Phó Chính ủy; Đại tá Lê Văn Minh, Chính ủy đều dự.",
            "Lê Văn Minh",
            {("Chính ủy", "Quân đoàn 7")},
        ),
        # whom the article calls by the full title holds no second post under the short one
        (
            "Thượng tá Lê Văn Minh giữ chức CHT Ban CHQS huyện Tân Lập. "
            "Thượng tá Lê Văn Minh, Chỉ huy trưởng Ban CHQS huyện Tân Lập phát biểu.",
            "Lê Văn Minh",
            {("Chỉ huy trưởng", "Ban CHQS huyện Tân Lập")},
        ),
        # the short title of another stays as it is written
        (
            "Thượng tá Lê Văn Minh, CHT Ban CHQS huyện Tân Lập dự. "
            "Thượng tá Trần Hữu Nam, Chỉ huy trưởng Ban CHQS huyện Phú Hòa phát biểu.",
            "Lê Văn Minh",
            {("CHT", "Ban CHQS huyện Tân Lập")},
        ),
        # who directs an exercise, and who leads a visit, which is no post
        ("Đại tá Lê Văn Minh, Trưởng ban đạo diễn nhận xét.", "Lê Văn Minh", {("Trưởng ban đạo diễn", None)}),
        (
            "Đoàn công tác do Đại tá Lê Văn Minh, Phó Chính ủy Sư đoàn 941 làm Trưởng đoàn kiểm tra tại Lữ đoàn 1563.",
            "Lê Văn Minh",
            {("Phó Chính ủy", "Sư đoàn 941")},
        ),
        # of two commands named as often, the first
        (
            "Quân khu 6 đón Hải quân. Hải quân tặng quà. Trung tướng Lê Văn Minh, Tư lệnh cảm ơn.",
            "Lê Văn Minh",
            {("Tư lệnh", "Quân khu 6")},
        ),
    ],
)
def test_a_bare_post_belongs_to_whom_the_article_is_about(text: str, name: str, expected: set[tuple[str, str]]) -> None:
    assert positions(text, name) == expected
