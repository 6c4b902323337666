"""Which unit a bare title belongs to."""

import pytest

from tests.claims.reading import facts_of


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


def test_a_person_named_later_by_given_name_is_the_same_person() -> None:
    text = (
        "Thiếu tướng Lê Văn Minh, Tư lệnh Quân khu 6 dự Hội nghị tổng kết năm 2021. Thiếu tướng Minh kết luận hội nghị."
    )
    assert [p.name for p in facts_of(text).persons] == ["Lê Văn Minh"]
