"""Who did what at the event."""

import pytest

from tests.claims.reading import facts_of

LEDE = "Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị sơ kết phong trào thi đua. "


def roles(text: str) -> set[tuple[str, str]]:
    found = facts_of(LEDE + text)
    return {(r.person.split()[-1], r.role) for r in found.relations if r.event == 0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thiếu tướng Lê Văn Minh, Tư lệnh Quân khu 6 chủ trì hội nghị.", {("Minh", "chairs")}),
        ("Thiếu tướng Lê Văn Minh dự và chỉ đạo hội nghị.", {("Minh", "attends"), ("Minh", "directs")}),
        ("Phát biểu tại hội nghị, Thiếu tướng Lê Văn Minh biểu dương đơn vị.", {("Minh", "speaks")}),
        ("Hội nghị đặt dưới sự chủ trì của Đại tá Trần Hữu Nam.", {("Nam", "chairs")}),
        ("Chủ trì hội nghị là Đại tá Trần Hữu Nam.", {("Nam", "chairs")}),
        (
            "Cùng dự có các đồng chí: Thiếu tướng Lê Văn Minh, Tư lệnh Quân khu 6; Đại tá Trần Hữu Nam, Chính ủy.",
            {("Minh", "attends"), ("Nam", "attends")},
        ),
        (
            "Về phía tỉnh có các đồng chí: Lê Văn Minh, Bí thư Tỉnh ủy; Trần Hữu Nam, Chủ tịch UBND tỉnh.",
            {("Minh", "attends"), ("Nam", "attends")},
        ),
        ("Thượng tá Trần Hữu Nam trình bày báo cáo tại hội nghị.", {("Nam", "reports")}),
        (
            "Thiếu tướng Lê Văn Minh trao quyết định cho Đại tá Trần Hữu Nam.",
            {("Minh", "awards"), ("Nam", "receives")},
        ),
        (
            "Thiếu tướng Lê Văn Minh trao Huân chương tặng Đại tá Trần Hữu Nam.",
            {("Minh", "awards"), ("Nam", "receives")},
        ),
        (
            "Hai bên bàn giao chức trách giữa Thiếu tướng Lê Văn Minh với Đại tá Trần Hữu Nam.",
            {("Minh", "hands_over"), ("Nam", "takes_over")},
        ),
        ("Hội nghị còn có sự góp mặt của Đại tá Trần Hữu Nam, Chính ủy Lữ đoàn 1563.", {("Nam", "attends")}),
        ("Về dự, động viên bộ đội có Thượng tá Trần Hữu Nam, Chính ủy Lữ đoàn 1563.", {("Nam", "attends")}),
        (
            "Đại tá Trần Hữu Nam bàn giao chức trách cho Thượng tá Lê Văn Minh.",
            {("Nam", "hands_over"), ("Minh", "takes_over")},
        ),
        (
            "Thiếu tướng Lê Văn Minh, Tư lệnh Quân khu 6 dự. Đồng chí Tư lệnh yêu cầu rút kinh nghiệm.",
            {("Minh", "attends"), ("Minh", "speaks")},
        ),
    ],
)
def test_the_words_of_an_act_give_the_role_to_who_does_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian tới, đơn vị tiếp tục quán triệt ý kiến của Thiếu tướng Lê Văn Minh.",
        "Bộ đội trao đổi về tấm gương của Đại tá Trần Hữu Nam.",
    ],
)
def test_words_that_only_look_like_an_act_give_no_role(text: str) -> None:
    assert {role for _, role in roles(text)} & {"hosts", "awards", "attends"} == set()


def test_whoever_a_decision_appoints_receives_at_the_ceremony() -> None:
    text = (
        "Sáng 12/7/2022, Quân khu 6 tổ chức Lễ trao quyết định của Bộ Quốc phòng. Đại tá Lê Văn Minh, Phó Sư đoàn trưởng "
        "Sư đoàn 941 được bổ nhiệm giữ chức Sư đoàn trưởng. Thiếu tướng Trần Hữu Nam chúc mừng các đồng chí vừa được bổ nhiệm."
    )
    assert {(r.person, r.role) for r in facts_of(text).relations} >= {("Lê Văn Minh", "receives")}
    assert ("Trần Hữu Nam", "receives") not in {(r.person, r.role) for r in facts_of(text).relations}


def test_an_act_at_another_named_event_is_not_given_to_the_main_one() -> None:
    text = "Thiếu tướng Lê Văn Minh dự Lễ kỷ niệm 50 năm Ngày thành lập Sư đoàn 941."
    found = facts_of(LEDE + text)
    assert [(r.event, r.role) for r in found.relations] == [(1, "attends")]
