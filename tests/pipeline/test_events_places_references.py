"""Events by name, places with their kind, and words that stand for a person."""

import pytest

from tests.pipeline.reading import read, words


def events(text: str) -> list[tuple[str, str]]:
    doc = read(text)
    return [(e.type.value, words(doc, (e.start, e.end)) or "") for e in doc._.events if not e.reference]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Quân khu 6 tổ chức Hội nghị tổng kết công tác hậu cần, kỹ thuật năm 2022 tại Đà Lạt.",
            ("conference", "Hội nghị tổng kết công tác hậu cần, kỹ thuật năm 2022"),
        ),
        ("Đơn vị tham gia diễn tập khu vực phòng thủ tỉnh Bình Lâm năm 2023.",
         ("exercise", "diễn tập khu vực phòng thủ tỉnh Bình Lâm năm 2023")),
        ("Đảng bộ chuẩn bị Đại hội đại biểu Đảng bộ Quân khu 6 lần thứ VII, nhiệm kỳ 2020 - 2025.",
         ("congress", "Đại hội đại biểu Đảng bộ Quân khu 6 lần thứ VII, nhiệm kỳ 2020 - 2025")),
        ("Hoạt động chào mừng kỷ niệm 75 năm Quốc khánh 2/9.", ("anniversary", "kỷ niệm 75 năm Quốc khánh 2/9")),
        ("Nhà trường tổ chức Lễ bế giảng và trao bằng tốt nghiệp khóa 58.", ("ceremony", "Lễ bế giảng và trao bằng tốt nghiệp khóa 58")),
        ("Lữ đoàn long trọng tổ chức Lễ ra quân huấn luyện năm 2024.", ("training", "Lễ ra quân huấn luyện năm 2024")),
    ],
)  # fmt: skip
def test_an_event_has_its_full_name_and_type(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Công an giữ trật tự cho đại hội chi bộ các cấp.",
        "Tháng nào bộ đội cũng có tập huấn rồi hội thao.",
        "Kết luận hội nghị, đồng chí yêu cầu khẩn trương.",
        "Trưởng ban tổ chức Hội thi phát biểu khai mạc.",
    ],
)
def test_events_in_general_are_no_event(text: str) -> None:
    assert events(text) == []


def test_a_headline_without_a_head_names_the_event() -> None:
    text = "Tổng kết công tác quân y năm 2021\n\nNăm 2021, quân y Sư đoàn 941 khám cho 4.000 lượt người tại hội nghị."
    assert ("conference", "Tổng kết công tác quân y năm 2021") in events(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sư đoàn 941 trao quyết định cho cán bộ trẻ\n\nBuổi lễ trang trọng.",
         ("appointment", "trao quyết định cho cán bộ trẻ")),
        ("Cụm 3: Họp bàn giao ước thi đua năm 2022\n\nCác đơn vị thống nhất.",
         ("conference", "Họp bàn giao ước thi đua năm 2022")),
        ("Sáng 3/2, Trung đoàn 1187 tổ chức bữa cơm tất niên với bộ đội.", ("other", "bữa cơm tất niên")),
        ("Tin vắn\n\nNgày 3/2, có tin vui.\n\nNgày 4/2, Trung đoàn 1187 bàn giao nhà đồng đội cho quân nhân.",
         ("ceremony", "bàn giao nhà đồng đội cho quân nhân")),
        ("Sáng 3/2, Đoàn đến thăm Trung đoàn 1187 nhân kỷ niệm 50 năm Ngày thành lập.", ("visit", "đến thăm Trung đoàn 1187")),
        ("Đơn vị sẵn sàng cho diễn tập phòng không Quân khu 6.", ("exercise", "diễn tập phòng không Quân khu 6")),
        ("Kịch bản của cuộc diễn tập chỉ huy - cơ quan 1 bên, 2 cấp trên bản đồ.",
         ("exercise", "cuộc diễn tập chỉ huy - cơ quan 1 bên, 2 cấp trên bản đồ")),
        ("Đại tá Lê Văn Minh dự lễ thắp nến tri ân tại nghĩa trang.", ("ceremony", "lễ thắp nến tri ân")),
        ("Tổ chức chu đáo lễ ra mắt Tổ tự vệ xã Tân Lập.", ("ceremony", "lễ ra mắt Tổ tự vệ xã Tân Lập")),
        ("Tin vắn\n\nCó tin vui.\n\nChiều cùng ngày, Đoàn tới chào xã giao Chủ tịch UBND tỉnh.",
         ("meeting", "tới chào xã giao Chủ tịch UBND tỉnh")),
        ("Hội nghị bàn giao chức trách Chỉ huy trưởng, Chính ủy Bộ CHQS tỉnh.",
         ("appointment", "Hội nghị bàn giao chức trách Chỉ huy trưởng, Chính ủy Bộ CHQS tỉnh")),
        ("Đợt thi đua chào mừng 65 năm chiến thắng Đèo Mây.", ("anniversary", "65 năm chiến thắng Đèo Mây")),
        ("Nhà trường tổ chức Lễ tuyên thệ chiến sĩ mới năm 2022 và kỷ niệm 30 năm Ngày thành lập.",
         ("anniversary", "kỷ niệm 30 năm Ngày thành lập")),
        ("Kết luận hội nghị bàn giao, đồng chí yêu cầu khẩn trương.", ("appointment", "hội nghị bàn giao")),
        ("Hội nghị bàn giao công tác giữa Trung đoàn 1187 và Trung đoàn 1211 kết thúc.",
         ("appointment", "Hội nghị bàn giao công tác giữa Trung đoàn 1187 và Trung đoàn 1211")),
    ],
)  # fmt: skip
def test_the_verb_or_object_of_headline_and_lede_names_an_event(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mở đầu, Đại tá Lê Văn Minh nêu công tác kiểm tra các kho xăng dầu.",
        "Một ngày mới\n\nBộ đội ra thao trường.\n\nTrung đoàn 1187 bàn giao nhà đồng đội cho quân nhân từ ngày 4/2.",
        "Bộ đội bàn về diễn tập và bắn súng.",
        "Sau năm chiến thắng, bộ đội về quê.",
        "Đồng chí giao Ban CHQS xã Tân Lập rà soát nguồn.",
        "Trường đã mở 19 lớp bồi dưỡng cho 690 cán bộ.",
    ],
)
def test_verbs_elsewhere_name_no_event(text: str) -> None:
    assert events(text) == []


def test_behind_its_full_name_a_contest_is_only_referred_to() -> None:
    text = "Sư đoàn 941 khai mạc Hội thi bếp nuôi quân giỏi năm 2022. Hội thi quy tụ 34 thí sinh của các trung đoàn."
    assert events(text) == [("competition", "Hội thi bếp nuôi quân giỏi năm 2022")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Đoàn đến thăm huyện Phú Khê, tỉnh Sơn Khê.", "huyện Phú Khê"),
        ("Ban CHQS thị xã Lâm Phước báo cáo.", "thị xã Lâm Phước"),
        ("Bộ đội bắn đạn thật ở trường bắn Gò Sim.", "trường bắn Gò Sim"),
        ("Đoàn viếng Nghĩa trang liệt sĩ huyện Phú Khê.", "Nghĩa trang liệt sĩ huyện Phú Khê"),
        ("Hội thao tổ chức tại Lâm Đồng.", "Lâm Đồng"),
        ("Diễn tập ở huyện đảo Cô Vân.", "huyện đảo Cô Vân"),
        ("Lễ viếng diễn ra tại TPHCM.", "TPHCM"),
        ("Cán bộ phường Trần Hưng Đạo đến dự.", "phường Trần Hưng Đạo"),
        ("Đội tuần tra trên đường Võ Thị Sáu.", "đường Võ Thị Sáu"),
        ("Đoàn sang Campuchia tìm kiếm hài cốt.", "Campuchia"),
        ("Bộ đội giúp dân làng Plei Bông.", "làng Plei Bông"),
    ],
)
def test_a_place_is_found_with_its_kind_word_also_inside_a_unit(text: str, place: str) -> None:
    doc = read(text)
    assert place in [words(doc, (p.start, p.end)) for p in doc._.places]


@pytest.mark.parametrize(
    "text",
    [
        "Công an tỉnh phối hợp.",
        "Đại tá Võ Đình Cẩn dự.",
        "Chủ tịch Hồ Chí Minh dặn.",
        "Bộ Quốc phòng Campuchia gửi điện.",
        "Đồn Biên phòng Cửa khẩu Cửa Mận trực.",
        "Diễn tập phòng thủ khu vực tỉnh.",
        "Đồng chí yêu cầu Ban giám khảo công tâm.",
        "Đoàn thăm gia đình Tuấn.",
    ],
)
def test_a_kind_word_without_a_name_and_a_persons_name_are_no_places(text: str) -> None:
    assert read(text)._.places == ()


BODY = "Thiếu tướng Lê Văn Minh, Phó Tư lệnh Quân khu 6 dự. Đại tá Trần Hữu Nam, Chính ủy Sư đoàn 941 báo cáo. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đồng chí Phó Tư lệnh biểu dương đơn vị.", "Lê Văn Minh"),
        ("Đồng chí Chính ủy hứa làm tốt hơn.", "Trần Hữu Nam"),
        ("Thiếu tướng Minh kết luận.", "Lê Văn Minh"),
        ("Ông Nam cảm ơn các đại biểu.", "Trần Hữu Nam"),
        ("Ông cho biết thêm nhiều chi tiết.", "Trần Hữu Nam"),
        ("Phó Tư lệnh Quân khu 6 mong đơn vị giữ vững nền nếp.", "Lê Văn Minh"),
    ],
)
def test_words_that_stand_for_a_person_lead_to_the_name(text: str, name: str) -> None:
    assert read(BODY + text)._.references[-1].name == name


def test_a_title_that_nobody_in_the_article_holds_stands_for_nobody() -> None:
    assert read("Đồng chí Tư lệnh đã gửi thư khen.")._.references == ()


def test_the_same_title_of_another_unit_stands_for_another() -> None:
    references = read(BODY + "Phó Tư lệnh Quân khu 9 mong đơn vị giữ vững nền nếp.")._.references
    assert references == ()


def test_a_given_name_that_two_persons_share_stands_for_neither() -> None:
    text = "Thiếu tướng Lê Văn Minh và Đại tá Phạm Nhật Minh dự. Ông Minh phát biểu."
    assert read(text)._.references == ()
