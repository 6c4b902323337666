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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Người trao giải là Đại tá Trần Hữu Nam.", {("Nam", "awards")}),
        (
            "Thừa ủy quyền của Chủ tịch nước, Thiếu tướng Lê Văn Minh trao Huân chương tặng Sư đoàn.",
            {("Minh", "awards")},
        ),
        (
            "Binh nhất Vũ Đình Lâm được Đại tá Trần Hữu Nam tặng giấy khen.",
            {("Nam", "awards"), ("Lâm", "receives")},
        ),
        ("Giải Nhất thuộc về Thượng úy Vũ Đình Lâm.", {("Lâm", "receives")}),
        ("Theo Đại tá Trần Hữu Nam, kết quả năm nay cao hơn năm trước.", {("Nam", "speaks")}),
        (
            "Đại tá Trần Hữu Nam cảm ơn các địa phương đã tặng quà bộ đội, đồng thời báo cáo kết quả huấn luyện.",
            {("Nam", "speaks"), ("Nam", "reports")},
        ),
        ("Báo cáo kết quả quý III, Đại tá Trần Hữu Nam cho biết đơn vị an toàn.", {("Nam", "reports")}),
        (
            "Dự hội nghị có Thiếu tướng Lê Văn Minh; lãnh đạo các phòng, ban; trong đó có Đại tá Trần Hữu Nam.",
            {("Minh", "attends"), ("Nam", "attends")},
        ),
        ("Hội nghị do Đại tá Trần Hữu Nam, Chính ủy Lữ đoàn 1563 chủ trì.", {("Nam", "chairs")}),
        ("Cùng đi có Đại tá Trần Hữu Nam.", {("Nam", "attends")}),
        ("Trung úy Vũ Đình Lâm dạy bà con gói bánh.", {("Lâm", "attends")}),
        (
            "Khách mời có Thiếu tướng Lê Văn Minh; bà Trần Thu Nga, Chủ tịch Hội Phụ nữ quận.",
            {("Minh", "attends"), ("Nga", "attends")},
        ),
        (
            "Đại tá Trần Hữu Nam chúc mừng các chiến sĩ đã vượt khó hoàn thành nhiệm vụ và trao quà cho đơn vị.",
            {("Nam", "speaks"), ("Nam", "awards")},
        ),
        ("Thượng tá Vũ Đình Lâm được tín nhiệm bầu giữ chức Bí thư Chi bộ.", {("Lâm", "takes_over")}),
    ],
)
def test_roles_follow_the_grammar_of_the_sentence(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Đại tá Trần Hữu Nam yêu cầu các tiểu đoàn rà soát, báo cáo kết quả trước ngày 30.", ("Nam", "reports")),
        ("Đại tá Trần Hữu Nam đổi mới công tác kiểm tra.", ("Nam", "directs")),
        ("Đại tá Trần Hữu Nam tặng hoa chúc mừng hội nghị.", ("Nam", "awards")),
        ("Đại tá Trần Hữu Nam báo tin Hội được tỉnh Sơn Khê tặng cờ.", ("Nam", "awards")),
        ("Đại tá Trần Hữu Nam đánh giá cơ chế lãnh đạo, điều hành của huyện thông suốt.", ("Nam", "chairs")),
        ("Bộ đội kể về Thiếu tướng Lê Văn Minh.", ("Minh", "attends")),
        ("Đại tá Trần Hữu Nam trao quà; Sư đoàn 941 đón tiếp chu đáo.", ("Nam", "hosts")),
        ("Thiếu tướng Lê Văn Minh chúc mừng Đại tá Trần Hữu Nam nhận nhiệm vụ mới.", ("Nam", "speaks")),
    ],
)
def test_what_is_said_named_or_done_by_others_is_no_role(text: str, never: tuple[str, str]) -> None:
    assert never not in roles(text)


HANDOVER = "Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị bàn giao chức vụ Sư đoàn trưởng Sư đoàn 941. "


@pytest.mark.parametrize(
    "text",
    [
        "Đại tá Trần Hữu Nam, Sư đoàn trưởng Sư đoàn 941 được bổ nhiệm giữ chức Phó Tham mưu trưởng Quân khu 6. "
        "Thượng tá Vũ Đình Lâm, Phó Sư đoàn trưởng được bổ nhiệm giữ chức Sư đoàn trưởng Sư đoàn 941.",
        "Thượng tá Vũ Đình Lâm tiếp nhận nhiệm vụ thay Đại tá Trần Hữu Nam.",
        "Hai đồng chí Trần Hữu Nam và Vũ Đình Lâm đã ký biên bản.",
    ],
)
def test_at_a_handover_one_leaves_the_post_and_the_other_takes_it(text: str) -> None:
    found = {(r.person.split()[-1], r.role) for r in facts_of(HANDOVER + text).relations}
    assert found == {("Nam", "hands_over"), ("Lâm", "takes_over")}


def test_another_post_given_at_a_handover_is_received() -> None:
    text = "Thượng tá Vũ Đình Lâm, Trưởng phòng Tác chiến được bổ nhiệm giữ chức Phó Tham mưu trưởng Quân khu 6."
    assert [(r.person, r.role) for r in facts_of(HANDOVER + text).relations] == [("Vũ Đình Lâm", "receives")]


def test_each_report_of_a_digest_page_has_its_own_people() -> None:
    text = (
        "Tin quân sự trong tuần\n\nNgày 5/7/2022, Sư đoàn 941 tổ chức Hội thi cán bộ giảng dạy chính trị năm 2022. Đại tá Trần "
        "Hữu Nam chủ trì.\n\nNgày 6/7/2022, Trung đoàn 1187 bàn giao nhà đồng đội cho một quân nhân. Thượng tá Vũ Đình Lâm dự."
    )
    found = facts_of(text)
    assert [(found.events[r.event].date, r.person, r.role) for r in found.relations] == [
        ("2022-07-05", "Trần Hữu Nam", "chairs"),
        ("2022-07-06", "Vũ Đình Lâm", "attends"),
    ]


DECISION = "Sáng 12/7/2022, Quân khu 6 tổ chức Hội nghị công bố, trao các quyết định về công tác cán bộ. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Theo đó, Trung tá Vũ Đình Lâm, Trợ lý Tác chiến giữ chức Phó Tham mưu trưởng Sư đoàn 941; Thiếu tá Lê Văn "
            "Minh phụ trách Trung đoàn 1187.",
            {("Lâm", "receives"), ("Minh", "receives")},
        ),
        ("Đại tá Trần Hữu Nam, Phó Tư lệnh nghỉ hưu theo chế độ.", {("Nam", "receives")}),
        ("Thiếu tướng Lê Văn Minh trao quyết định bổ nhiệm.", {("Minh", "awards")}),
        ("Thiếu tướng Lê Văn Minh từng giữ chức Lữ đoàn trưởng Lữ đoàn 1563.", {("Minh", "attends")}),
        (
            "Thượng tá Vũ Đình Lâm nhận nhiệm vụ. Ông thay Đại tá Trần Hữu Nam nghỉ hưu.",
            {("Lâm", "receives"), ("Lâm", "takes_over"), ("Nam", "hands_over")},
        ),
    ],
)
def test_decisions_made_known_are_received(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(r.person.split()[-1], r.role) for r in facts_of(DECISION + text).relations} == expected


def test_what_happens_later_that_day_is_another_event_of_the_day() -> None:
    text = "Chiều cùng ngày, Đoàn tới chào xã giao Chủ tịch UBND tỉnh."
    later = facts_of(LEDE + text).events[1]
    assert (later.type, later.date) == ("meeting", "2022-07-12")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thượng úy Vũ Đình Lâm nhận quà từ tay Thiếu tướng Lê Văn Minh.", {("Lâm", "receives"), ("Minh", "awards")}),
        (
            "Ban Tổ chức trao giải Nhất cho Thượng úy Vũ Đình Lâm, giải Nhì cho Trung úy Hà Văn Bình.",
            {("Lâm", "receives"), ("Bình", "receives")},
        ),
        (
            "Đại tá Trần Hữu Nam tặng giấy khen cho 3 cá nhân, trong đó có Thượng úy Vũ Đình Lâm.",
            {("Nam", "awards"), ("Lâm", "receives")},
        ),
        ("Đại tá Trần Hữu Nam bàn giao nhà cho bà Trần Thu Nga.", {("Nam", "awards"), ("Nga", "receives")}),
        ("Đại tá Trần Hữu Nam tặng quà cho gia đình bà Trần Thu Nga.", {("Nam", "awards"), ("Nga", "receives")}),
        (
            "Đại tá Trần Hữu Nam trao nhà cho bà Trần Thu Nga trước sự chứng kiến của Thiếu tướng Lê Văn Minh.",
            {("Nam", "awards"), ("Nga", "receives"), ("Minh", "attends")},
        ),
    ],
)
def test_who_gives_and_who_is_given(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_whom_somebody_receives_is_the_visitor() -> None:
    text = (
        "Sáng 12/7/2022, Sư đoàn 941 tổ chức Lễ đón Đoàn đại biểu Quân khu 6. Thành phần đoàn gồm Đại tá Hà Văn Bình. "
    )
    text += "Thiếu tướng Lê Văn Minh đã tiếp Đại sứ Vũ Đình Lâm tại trụ sở."
    found = {(r.person.split()[-1], r.role) for r in facts_of(text).relations}
    assert found == {("Bình", "visits"), ("Minh", "hosts"), ("Lâm", "visits")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thiếu tướng Lê Văn Minh dự. Cuối giờ, các đại biểu phát biểu sôi nổi.", {("Minh", "attends")}),
        ("Dự có Đại tá Trần Hữu Nam cùng chỉ huy đơn vị có cán bộ được bổ nhiệm.", {("Nam", "attends")}),
        ("Thiếu tướng Lê Văn Minh cùng các đại biểu dâng hương.", {("Minh", "attends")}),
        ("Nhiệm vụ Chính ủy được giao lại cho Thượng tá Vũ Đình Lâm.", {("Lâm", "takes_over")}),
        ("Tham luận tại hội nghị có Đại tá Trần Hữu Nam (về huấn luyện) và bà Hà Thu Nga.",
         {("Nam", "speaks"), ("Nga", "speaks")}),
    ],
)  # fmt: skip
def test_people_without_names_do_their_own_acts(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_a_part_for_one_occasion_is_no_decision() -> None:
    text = "Thượng tá Vũ Đình Lâm, Phó Chủ nhiệm Chính trị Sư đoàn 941 làm thư ký hội nghị."
    assert [(r.person, r.role) for r in facts_of(DECISION + text).relations] == [("Vũ Đình Lâm", "attends")]


def test_who_takes_part_in_the_days_further_event_is_there() -> None:
    text = (
        LEDE + "Thiếu tướng Lê Văn Minh dự. Chiều cùng ngày, Thiếu tướng Lê Văn Minh đã đến kiểm tra Trung đoàn 1187."
    )
    assert {(r.event, r.role) for r in facts_of(text).relations} == {(0, "attends"), (1, "visits")}
