"""Chains of posts and ranks around a name, and what decisions give and take."""

import pytest

from tests.pipeline.reading import read, words


def posts(text: str) -> dict[str, list[tuple[str, str | None, str]]]:
    doc = read(text)
    return {
        words(doc, chain.person) or "": [(p.title, words(doc, p.unit), p.status.value) for p in chain.posts]
        for chain in doc._.posts
    }


def ranks(text: str) -> dict[str, str]:
    doc = read(text)
    return {words(doc, chain.person) or "": chain.rank for chain in doc._.posts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thiếu tướng Lê Văn Minh, Bí thư Đảng ủy, Chính ủy Quân khu 6 dự.",
            [("Bí thư", "Đảng ủy", "current"), ("Chính ủy", "Quân khu 6", "current")],
        ),
        (
            "Thiếu tướng Lê Văn Minh - Phó Tư lệnh, Tham mưu trưởng Quân khu 6 - kiểm tra.",
            [("Phó Tư lệnh", None, "current"), ("Tham mưu trưởng", "Quân khu 6", "current")],
        ),
        (
            "Phó Tư lệnh Quân khu 6 Lê Văn Minh phát biểu.",
            [("Phó Tư lệnh", "Quân khu 6", "current")],
        ),
        (
            "Đại tá Lê Văn Minh, Phó Sư đoàn trưởng kiêm Tham mưu trưởng Sư đoàn 941 báo cáo.",
            [("Phó Sư đoàn trưởng", None, "current"), ("Tham mưu trưởng", "Sư đoàn 941", "current")],
        ),
        ("Thiếu tướng Lê Văn Minh, Hiệu trưởng Nhà trường dự.", [("Hiệu trưởng", None, "current")]),
        ("Nguyên Tư lệnh Quân khu 6, Trung tướng Lê Văn Minh dự.", [("Tư lệnh", "Quân khu 6", "former")]),
        ("Đại tá Lê Văn Minh, quyền Tham mưu trưởng Quân khu 6 chủ trì.", [("Tham mưu trưởng", "Quân khu 6", "acting")]),
        (
            "Đại tá Lê Văn Minh, Trưởng phòng Quân huấn Bộ Tham mưu Quân khu 6 báo cáo.",
            [("Trưởng phòng", "phòng Quân huấn Bộ Tham mưu Quân khu 6", "current")],
        ),
        ("Trung tá Lê Văn Minh, Trợ lý Dân quân tự vệ Bộ CHQS tỉnh dự.", [("Trợ lý Dân quân tự vệ", "Bộ CHQS tỉnh", "current")]),
    ],
)  # fmt: skip
def test_a_chain_of_posts_belongs_to_its_name(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert posts(text)["Lê Văn Minh"] == expected


def test_commas_between_posts_are_told_from_commas_between_people() -> None:
    found = posts(
        "Dự có Thiếu tướng Lê Văn Minh, Phó Tư lệnh Quân khu 6, Đại tá Trần Hữu Nam, Sư đoàn trưởng Sư đoàn 941."
    )
    assert found["Lê Văn Minh"] == [("Phó Tư lệnh", "Quân khu 6", "current")]
    assert found["Trần Hữu Nam"] == [("Sư đoàn trưởng", "Sư đoàn 941", "current")]


def test_a_post_named_once_before_a_list_is_everybodys() -> None:
    found = posts("Dự có các Phó Tư lệnh Quân khu 6: Thiếu tướng Lê Văn Minh; Đại tá Trần Hữu Nam.")
    assert found["Lê Văn Minh"] == found["Trần Hữu Nam"] == [("Phó Tư lệnh", "Quân khu 6", "current")]


def test_a_post_right_before_a_name_is_that_ones_and_not_the_one_beforehand() -> None:
    found = posts("Thiếu tướng Lê Văn Minh, Chủ tịch UBND tỉnh Phan Thanh Trạch trao quà.")
    assert found["Lê Văn Minh"] == []
    assert found["Phan Thanh Trạch"] == [("Chủ tịch", "UBND tỉnh", "current")]


def test_whoever_acts_in_anothers_name_does_not_get_the_post() -> None:
    found = posts("Thừa ủy quyền của Chủ tịch nước, Trung tướng Lê Văn Minh trao Huân chương.")
    assert found["Lê Văn Minh"] == []


def test_a_decision_gives_the_new_post_and_ends_the_old() -> None:
    found = posts("Đại tá Lê Văn Minh, Sư đoàn trưởng Sư đoàn 941 được bổ nhiệm giữ chức Phó Tư lệnh Quân khu 6.")
    assert found["Lê Văn Minh"] == [
        ("Sư đoàn trưởng", "Sư đoàn 941", "former"),
        ("Phó Tư lệnh", "Quân khu 6", "incoming"),
    ]


def test_a_post_for_one_occasion_ends_none_held_before() -> None:
    found = posts("Cuộc diễn tập do đồng chí Lê Văn Minh, Bí thư Tỉnh ủy làm Trưởng ban chỉ đạo.")
    assert found["Lê Văn Minh"] == [("Bí thư", "Tỉnh ủy", "current"), ("Trưởng ban chỉ đạo", None, "current")]


def test_who_leaves_a_post_held_it() -> None:
    found = posts("Trung tá Lê Văn Minh thôi giữ chức Lữ đoàn trưởng Lữ đoàn 1563.")
    assert found["Lê Văn Minh"] == [("Lữ đoàn trưởng", "Lữ đoàn 1563", "former")]


def test_the_one_replaced_held_what_the_successor_takes() -> None:
    found = posts(
        "Bổ nhiệm Đại tá Lê Văn Minh, Phó Sư đoàn trưởng Sư đoàn 941 giữ chức Sư đoàn trưởng Sư đoàn 941 "
        "thay Đại tá Trần Hữu Nam nghỉ hưu."
    )
    assert found["Trần Hữu Nam"] == [("Sư đoàn trưởng", "Sư đoàn 941", "former")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại tá Lê Văn Minh được thăng quân hàm Thiếu tướng.", {"Lê Văn Minh": "Thiếu tướng"}),
        ("Thiếu tá QNCN Lê Văn Minh được khen.", {"Lê Văn Minh": "Thiếu tá"}),
        (
            "Thăng quân hàm từ Đại tá lên Thiếu tướng cho các đồng chí: Lê Văn Minh, Phó Tư lệnh Quân khu 6; Trần Hữu Nam.",
            {"Lê Văn Minh": "Thiếu tướng", "Trần Hữu Nam": "Thiếu tướng"},
        ),
        (
            "Dự có các Đại tá: Lê Văn Minh, Phó Tư lệnh Quân khu 6; Trần Hữu Nam, Chính ủy Sư đoàn 941.",
            {"Lê Văn Minh": "Đại tá", "Trần Hữu Nam": "Đại tá"},
        ),
        ("Đại tá Lê Văn Minh, ông Trần Hữu Nam cùng dự.", {"Lê Văn Minh": "Đại tá", "Trần Hữu Nam": ""}),
        (
            "Các đồng chí được thăng quân hàm đợt này: từ Thượng tá lên Đại tá có Lê Văn Minh; từ Trung tá lên Thượng tá có Trần Hữu Nam.",
            {"Lê Văn Minh": "Đại tá", "Trần Hữu Nam": "Thượng tá"},
        ),
        (
            "Đại tá Lê Văn Minh và Đại tá Trần Hữu Nam được thăng quân hàm từ Đại tá lên Thiếu tướng.",
            {"Lê Văn Minh": "Thiếu tướng", "Trần Hữu Nam": "Thiếu tướng"},
        ),
        (
            "Thượng tá Lê Văn Minh nhận quyết định thăng quân hàm Đại tá; Trung tá Trần Hữu Nam nhận nhiệm vụ mới.",
            {"Lê Văn Minh": "Đại tá", "Trần Hữu Nam": "Trung tá"},
        ),
    ],
)  # fmt: skip
def test_a_rank_is_given_to_those_it_is_said_of_and_to_nobody_else(text: str, expected: dict[str, str]) -> None:
    assert ranks(text) == expected
