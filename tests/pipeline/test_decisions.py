"""What sentences about appointments, handovers and retirements say of each name."""

import pytest

from tests.pipeline.reading import read, words

Found = dict[str, list[tuple[str, str | None, str]]]


def posts(text: str) -> Found:
    doc = read(text)
    return {
        words(doc, chain.person) or "": [(p.title, words(doc, p.unit), p.status.value) for p in chain.posts]
        for chain in doc._.posts
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đại tá Lê Văn Minh bàn giao chức vụ Sư đoàn trưởng Sư đoàn 941 cho Thượng tá Trần Hữu Nam.",
            {
                "Lê Văn Minh": [("Sư đoàn trưởng", "Sư đoàn 941", "former")],
                "Trần Hữu Nam": [("Sư đoàn trưởng", "Sư đoàn 941", "incoming")],
            },
        ),
        (
            "Đại tá Lê Văn Minh bàn giao chức vụ Chính ủy Sư đoàn 941 cho Thượng tá Trần Hữu Nam; đồng thời "
            "bàn giao chức vụ Bí thư Đảng ủy cho Trung tá Phạm Gia Khiêm.",
            {
                "Lê Văn Minh": [("Chính ủy", "Sư đoàn 941", "former"), ("Bí thư", "Đảng ủy", "former")],
                "Trần Hữu Nam": [("Chính ủy", "Sư đoàn 941", "incoming")],
                "Phạm Gia Khiêm": [("Bí thư", "Đảng ủy", "incoming")],
            },
        ),
        (
            "Hội nghị bàn giao chức trách Tư lệnh Quân khu 6 giữa Trung tướng Lê Văn Minh và Thiếu tướng Trần Hữu Nam.",
            {
                "Lê Văn Minh": [("Tư lệnh", "Quân khu 6", "former")],
                "Trần Hữu Nam": [("Tư lệnh", "Quân khu 6", "incoming")],
            },
        ),
        (
            "Vị trí Tham mưu trưởng Sư đoàn 941 được giao cho Thượng tá Lê Văn Minh.",
            {"Lê Văn Minh": [("Tham mưu trưởng", "Sư đoàn 941", "incoming")]},
        ),
        (
            "Quyết định nghỉ hưu đối với Đại tá Lê Văn Minh, Chính ủy Sư đoàn 941 cũng được công bố.",
            {"Lê Văn Minh": [("Chính ủy", "Sư đoàn 941", "former")]},
        ),
        (
            "Thượng tá Lê Văn Minh, Chính ủy Lữ đoàn 1563 nhận công tác tại Cục Chính trị.",
            {"Lê Văn Minh": [("Chính ủy", "Lữ đoàn 1563", "former")]},
        ),
        (
            "Đại tá Lê Văn Minh, Phó Tư lệnh Quân khu 6 được giao phụ trách Tư lệnh Quân khu 6.",
            {"Lê Văn Minh": [("Phó Tư lệnh", "Quân khu 6", "current"), ("Tư lệnh", "Quân khu 6", "acting")]},
        ),
        (
            "Thiếu tá Lê Văn Minh, Phó Đồn trưởng phụ trách Đồn Biên phòng Pa Lạn báo cáo.",
            {
                "Lê Văn Minh": [
                    ("Phó Đồn trưởng", None, "current"),
                    ("phụ trách", "Đồn Biên phòng Pa Lạn", "acting"),
                ]
            },
        ),
        (
            "Trung tá Lê Văn Minh, Chính ủy Trung đoàn 8 được bầu giữ chức Bí thư Đảng ủy Trung đoàn 8.",
            {
                "Lê Văn Minh": [
                    ("Chính ủy", "Trung đoàn 8", "current"),
                    ("Bí thư", "Đảng ủy Trung đoàn 8", "incoming"),
                ]
            },
        ),
    ],
)
def test_a_sentence_gives_and_takes_posts(text: str, expected: Found) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thiếu tướng Lê Văn Minh chủ trì hội nghị bàn giao chức vụ Chính ủy Lữ đoàn 1563.",
        "Thiếu tướng Lê Văn Minh trao quyết định bổ nhiệm giữ chức Chính ủy Lữ đoàn 1563.",
        "Bộ trưởng Bộ Quốc phòng quyết định bổ nhiệm Thiếu tướng Lê Văn Minh.",
        "Thiếu tướng Lê Văn Minh nhắc tân Chính ủy Lữ đoàn 1563 gần gũi bộ đội.",
        "Đoàn công tác do Thiếu tướng Lê Văn Minh làm Trưởng đoàn đến thăm.",
        "Đọc quyết định của Bộ trưởng Bộ Quốc phòng là Thiếu tướng Lê Văn Minh.",
        "Dặn dò các chiến sĩ, Thiếu tướng Lê Văn Minh nói rất ngắn.",
        "Khi chưa bổ nhiệm Chỉ huy trưởng, Thiếu tướng Lê Văn Minh tạm lo việc.",
        "Thiếu tướng Lê Văn Minh giao trưởng công an các huyện ký cam kết.",
    ],
)
def test_a_decision_about_others_says_nothing_of_the_name(text: str) -> None:
    assert posts(text)["Lê Văn Minh"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trưởng đoàn là Đại tá Lê Văn Minh.", [("Trưởng đoàn", None, "current")]),
        ("Đại tá Lê Văn Minh là Sư đoàn trưởng Sư đoàn 941.", [("Sư đoàn trưởng", "Sư đoàn 941", "current")]),
        (
            "Vừa nhận trọng trách Tư lệnh Quân khu 6 từ tháng 6, Thiếu tướng Lê Văn Minh đi thăm các đơn vị.",
            [("Tư lệnh", "Quân khu 6", "incoming")],
        ),
        ("Tư lệnh Quân khu 6 trước đó là Trung tướng Lê Văn Minh.", [("Tư lệnh", "Quân khu 6", "former")]),
        ("Quyết định được trao cho Thứ trưởng Bộ Công an: Lê Văn Minh.", [("Thứ trưởng", "Bộ Công an", "current")]),
    ],
)
def test_the_subject_of_a_sentence_may_be_the_post(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert posts(text)["Lê Văn Minh"] == expected


def test_a_post_before_a_list_is_not_given_to_whoever_has_another() -> None:
    found = posts(
        "Dự có các đồng chí Phó Tư lệnh Quân khu 6: Thiếu tướng Lê Văn Minh; Thiếu tướng Trần Hữu Nam; "
        "Đại tá Phạm Gia Khiêm, Chính ủy Sư đoàn 941."
    )
    assert found["Trần Hữu Nam"] == [("Phó Tư lệnh", "Quân khu 6", "current")]
    assert found["Phạm Gia Khiêm"] == [("Chính ủy", "Sư đoàn 941", "current")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đại tá Lê Văn Minh, Phó Chánh Thanh tra (Bộ Công an) dự.",
            [("Phó Chánh Thanh tra", "Bộ Công an", "current")],
        ),
        (
            "Đại úy Lê Văn Minh, Trợ lý Thanh niên, Phòng Chính trị dự.",
            [("Trợ lý Thanh niên", "Phòng Chính trị", "current")],
        ),
        (
            "Đại tá Lê Văn Minh, Phó Chủ nhiệm Hậu cần – kỹ thuật Quân khu 6 dự.",
            [("Phó Chủ nhiệm Hậu cần – kỹ thuật", "Quân khu 6", "current")],
        ),
        ("Đại tá Lê Văn Minh - Phó CNCT Sư đoàn 941 dự.", [("Phó CNCT", "Sư đoàn 941", "current")]),
        (
            "Đại tá Lê Văn Minh, Phó Trưởng ban Thường trực Ban Dân vận Tỉnh ủy dự.",
            [("Phó Trưởng ban Thường trực", "Ban Dân vận Tỉnh ủy", "current")],
        ),
        (
            "Đại tá Lê Văn Minh, Phó Sư đoàn trưởng về hậu cần Sư đoàn 941 dự.",
            [("Phó Sư đoàn trưởng về hậu cần", "Sư đoàn 941", "current")],
        ),
        ("Đại úy Lê Văn Minh, bác sĩ Bệnh xá 5 khám bệnh.", [("bác sĩ", "Bệnh xá 5", "current")]),
        (
            "Thiếu tá Lê Văn Minh, Phó Chủ nhiệm Khoa Ngoại ngữ dự.",
            [("Phó Chủ nhiệm Khoa", "Khoa Ngoại ngữ", "current")],
        ),
        ("Đại tá, bác sĩ Lê Văn Minh dự.", []),
        (
            "Đại úy Lê Văn Minh, Bí thư Đoàn cơ sở Lữ đoàn 1563 dự.",
            [("Bí thư", "Đoàn cơ sở Lữ đoàn 1563", "current")],
        ),
        (
            "Đại tá, PGS.TS Lê Văn Minh, nguyên Phó Tư lệnh, Tham mưu trưởng Quân khu 6 dự.",
            [("Phó Tư lệnh", None, "former"), ("Tham mưu trưởng", "Quân khu 6", "former")],
        ),
        ("Đại tá Lê Văn Minh, Phó Chính ủy và Thủ trưởng Bộ Tham mưu dự.", [("Phó Chính ủy", None, "current")]),
    ],
)
def test_titles_as_newspapers_write_them(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert posts(text)["Lê Văn Minh"] == expected
