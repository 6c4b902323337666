"""The main event with its date, place and organiser."""

import pytest

from graphbuild.claims.facts import EventFact
from graphbuild.model import DateSource, EventClaim
from tests.claims.reading import extraction, facts_of


def main(text: str, **metadata: str) -> EventFact:
    return facts_of(text, **metadata).events[0]


LEDE = "Sáng 12/7/2022, tại hội trường Trung đoàn 1187, Sư đoàn 941 tổ chức Hội nghị sơ kết phong trào thi đua."


def test_the_lede_gives_type_name_date_place_and_organiser() -> None:
    assert main(LEDE) == EventFact(
        "conference", "Hội nghị sơ kết phong trào thi đua", "2022-07-12", "hội trường Trung đoàn 1187", "Sư đoàn 941"
    )


@pytest.mark.parametrize(
    ("text", "published", "date", "source"),
    [
        ("Chiều 29/4, Sư đoàn 941 tổ chức Hội nghị giao ban.", "2023-04-30", "2023-04-29", DateSource.HEADER),
        ("Chiều 29/12, Sư đoàn 941 tổ chức Hội nghị giao ban.", "2024-01-02", "2023-12-29", DateSource.HEADER),
        ("Ngày 28/12, Sư đoàn 941 tổ chức Hội nghị tổng kết công tác năm 2021.", None, "2021-12-28", DateSource.EVENT_NAME),
        ("Ngày 5/1, Sư đoàn 941 tổ chức Hội nghị tổng kết công tác năm 2021.", None, "2022-01-05", DateSource.EVENT_NAME),
        ("Ngày 20/12, Sư đoàn 941 tổ chức Hội nghị triển khai nhiệm vụ năm 2022.", None, "2021-12-20", DateSource.EVENT_NAME),
        ("Sư đoàn 941 vừa tổ chức Hội nghị giao ban.", "2022-08", "2022-08", DateSource.INFERRED),
        ("Hướng tới kỷ niệm 77 năm Quốc khánh (2/9/1945 - 2/9/2022), ngày 30/8, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt.",
         None, "2022-08-30", DateSource.SENTENCE),
        ("Chiều qua, Sư đoàn 941 tổ chức Hội nghị giao ban.", "2024-03-01", "2024-02-29", DateSource.INFERRED),
        ("Sáng mồng 4 Tết, Sư đoàn 941 tổ chức Lễ ra quân huấn luyện.", "2024-02-14", "2024-02-13", DateSource.COMPUTED),
        ("Sáng mùng Một Tết Ất Tỵ, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt.", "2025", "2025-01-29", DateSource.COMPUTED),
        ("Ngày 6-3, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt. Đại tá Lê Văn Minh nghỉ từ ngày 10-3-2019.",
         None, "2019-03-06", DateSource.SENTENCE),
        ("date 2023-04 Sáng 11/4, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt.", None, "2023-04-11", DateSource.HEADER),
        ("Chiều 9/9, Trường Quân sự 6 tổ chức Lễ khai giảng năm học (2022-2023).", None, "2022-09-09", DateSource.SENTENCE),
        ("Sáng 4/8, Trường Quân sự 6 tổ chức Hội nghị tổng kết năm học 2022-2023.", None, "2023-08-04", DateSource.SENTENCE),
        ("Sáng mùng 6 tháng Giêng năm 2023, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt.", None, "2023-01-27", DateSource.STATED),
    ],
)  # fmt: skip
def test_the_year_comes_from_wherever_the_article_has_it_and_says_so(
    text: str, published: str | None, date: str, source: DateSource
) -> None:
    claims = extraction(text, **({"published": published} if published else {})).claims
    found = next(c.date for c in claims if isinstance(c, EventClaim) and c.main)
    assert found is not None
    assert (str(found), found.source) == (date, source)


@pytest.mark.parametrize(
    "text",
    [
        "Chiều 29/4, Sư đoàn 941 tổ chức Hội nghị giao ban.",
        "Sư đoàn 941 tổ chức Hội nghị giao ban theo Quyết định số 12 ngày 3/4/2021.",
        "Ngày 31/4/2022, Sư đoàn 941 tổ chức Hội nghị giao ban.",
        "Hôm qua, Sư đoàn 941 tổ chức Hội nghị giao ban.",
        "Sáng mùng Một Tết, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt.",
    ],
)
def test_a_date_that_cannot_be_known_is_not_guessed(text: str) -> None:
    assert main(text).date is None


def test_an_anniversary_is_dated_by_its_founding_year_and_count() -> None:
    text = LEDE + " Hoạt động chào mừng kỷ niệm 78 năm Ngày thành lập Quân đội nhân dân Việt Nam."
    assert [e.date for e in facts_of(text).events if e.type == "anniversary"] == ["2022-12-22"]


def test_an_event_only_mentioned_is_kept_but_is_not_the_main_one() -> None:
    text = "Hướng tới Đại hội Đảng bộ Quân khu 6 lần thứ VIII, ngày 3/4/2024, Lữ đoàn 1563 tổ chức Hội thi nấu ăn giỏi."
    found = facts_of(text).events
    assert [e.type for e in found] == ["competition", "congress"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        (
            "Nhân kỷ niệm 78 năm Ngày thành lập Quân đội nhân dân Việt Nam, sáng 20/12/2022, Sở Y tế đến thăm, chúc mừng Sư đoàn 941.",
            "visit",
        ),
        ("Chiều 3/5/2022, Thượng tướng Lê Văn Minh đã đến kiểm tra công tác huấn luyện tại Lữ đoàn 1563.", "visit"),
    ],
)
def test_a_visit_that_only_a_verb_names_is_the_main_event(text: str, type: str) -> None:
    assert main(text).type == type


def test_the_same_event_named_twice_is_one() -> None:
    text = LEDE + "\n\nTại Hội nghị sơ kết phong trào thi đua, các đại biểu thảo luận sôi nổi."
    assert len(facts_of(text).events) == 1


def test_whose_unit_the_venue_is_does_not_make_it_the_organiser() -> None:
    assert (
        main("Sáng 12/7/2022, tại Trung đoàn 1187, Sư đoàn 941 tổ chức Hội thi lái xe an toàn.").organiser
        == "Sư đoàn 941"
    )


@pytest.mark.parametrize(
    ("text", "organiser"),
    [
        (
            "Được sự nhất trí của Quân khu 6, ngày 3/4/2022, Bộ CHQS tỉnh Bình Lâm tổ chức Hội thi nấu ăn giỏi.",
            "Bộ CHQS tỉnh Bình Lâm",
        ),
        ("Ngày 3/4/2022, Lữ đoàn 1563 (Quân khu 6) vừa tổ chức Hội thi nấu ăn giỏi.", "Lữ đoàn 1563"),
        ("Ngày 3/4/2022, Đảng ủy Sư đoàn 941, Sư đoàn 941 long trọng tổ chức Hội thi nấu ăn giỏi.", "Sư đoàn 941"),
        ("Ngày 3/4/2022, Trung đoàn 1187, Sư đoàn 941 đã tổ chức Hội thi nấu ăn giỏi.", "Trung đoàn 1187"),
        ("Ngày 3/4/2022, Đảng bộ Trung đoàn 1187, Sư đoàn 941 tổ chức Đại hội lần thứ V.", "Đảng bộ Trung đoàn 1187"),
    ],
)
def test_the_organiser_is_the_subject_of_the_verb(text: str, organiser: str) -> None:
    assert main(text).organiser == organiser


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Sáng 12/7/2022, tại thành phố Đà Lạt, tỉnh Lâm Đồng, Sư đoàn 941 tổ chức Hội thi lái xe.",
            "thành phố Đà Lạt, tỉnh Lâm Đồng",
        ),
        (
            "Sáng 12/7/2022, tại Nhà máy in số 2 phía Tây, Sư đoàn 941 tổ chức Hội thi lái xe.",
            "Nhà máy in số 2 phía Tây",
        ),
        ("Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội thi lái xe.", None),
    ],
)
def test_the_place_is_what_stands_behind_its_preposition(text: str, place: str | None) -> None:
    assert main(text).place == place


def test_the_passive_names_its_organiser_too() -> None:
    text = "Ngày 12/7/2022, Hội thi cán bộ giỏi năm 2022 do Quân khu 6 tổ chức đã khai mạc tại Sư đoàn 941."
    assert main(text).organiser == "Quân khu 6"


def test_a_year_far_from_the_day_is_not_lent_to_it() -> None:
    text = "Ngày 6-3, Sư đoàn 941 tổ chức Lễ chào cờ đặc biệt. Sư đoàn thành lập ngày 10-11-1969."
    assert main(text).date is None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Sáng 12/7/2022, Sư đoàn 941 tổ chức hội nghị bàn giao công tác giữa hai trung đoàn.", "conference"),
        ("Sáng 12/7/2022, Sư đoàn 941 tổ chức hội nghị bàn giao chức vụ Trung đoàn trưởng.", "appointment"),
        ("Sáng 12/7/2022, Sư đoàn 941 bàn giao nhà đồng đội cho một quân nhân.", "ceremony"),
    ],
)
def test_a_handover_is_an_appointment_where_a_post_changes_hands(text: str, type_: str) -> None:
    assert main(text).type == type_


def test_the_headlines_words_for_the_same_event_are_not_another() -> None:
    text = (
        "Hội thi bếp giỏi toàn quân khu\n\nSáng 12/7/2022, Sư đoàn 941 khai mạc Hội thi bếp nuôi quân giỏi lần thứ 4."
    )
    assert [e.name for e in facts_of(text).events] == ["Hội thi bếp nuôi quân giỏi lần thứ 4"]


def test_a_hall_that_the_text_names_anywhere_is_the_place() -> None:
    text = "Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị giao ban năm 2022. Hội trường Trung đoàn 1187 chật kín người."
    assert main(text).place == "Hội trường Trung đoàn 1187"


def test_a_place_that_tells_who_visits_is_not_where() -> None:
    text = "Sáng 12/7/2022, đoàn tùy viên các nước tại Việt Nam đã thăm Lữ đoàn 1563."
    assert main(text).place is None


@pytest.mark.parametrize(
    "text",
    [
        "Sư đoàn 941 kiểm tra toàn diện Trung đoàn 1187\n\nĐoàn xem kho đạn và nhà ăn của bộ đội.",
        "Ngày 12/7/2022, Đoàn kiểm tra của Sư đoàn 941 đến kiểm tra các mặt công tác tại Trung đoàn 1187.",
    ],
)
def test_the_organiser_stands_in_the_headline_or_sends_people(text: str) -> None:
    assert main(text).organiser == "Sư đoàn 941"


def test_an_owner_is_no_organiser() -> None:
    assert main("Tại thao trường của Sư đoàn 941, diễn ra Hội thi bếp nuôi quân giỏi năm 2022.").organiser is None


def test_help_after_a_flood_is_the_event_where_nothing_else_is() -> None:
    text = "Trong tâm lũ\n\nMưa lớn làm ba bản bị cô lập.\n\nTrung đoàn 1187 cử 200 bộ đội khắc phục hậu quả mưa lũ ở xã Tân Lập."
    assert (main(text).type, main(text).name) == ("operation", "khắc phục hậu quả mưa lũ")


def test_help_after_a_flood_is_no_event_beside_a_conference() -> None:
    text = LEDE + "\n\nTrung đoàn 1187 đã khắc phục hậu quả mưa lũ ở xã Tân Lập."
    assert [e.type for e in facts_of(text).events] == ["conference"]


def test_the_stops_of_a_journey_are_one_visit() -> None:
    text = "Từ ngày 14/1/2024, đoàn công tác Sư đoàn 941 đã thăm, chúc Tết quân dân đảo Hòn Sứ.\n\nSáng 15/1, đoàn tới thăm Trạm ra đa 527."
    assert len(facts_of(text).events) == 1


def test_what_the_lede_tells_goes_before_an_event_named_later() -> None:
    text = (
        "Cụm 2: Sáu đơn vị thi đua\n\nSáng 18/2/2022, tại Ban CHQS huyện Tân Lập, Bộ CHQS tỉnh Sơn Khê tổ chức ký kết giao ước "
        "năm 2022.\n\nCác đơn vị bàn bạc sôi nổi về chỉ tiêu.\n\n"
        + "Bộ đội phấn khởi thi đua lập công trong huấn luyện và xây dựng đơn vị. " * 6
        + "\n\nTrong quý II, Cụm sẽ tổ chức Hội thao bóng chuyền lần thứ 5."
    )
    assert main(text).name == "ký kết giao ước năm 2022"


def test_a_meeting_in_small_letters_is_an_event_where_somebody_held_it() -> None:
    text = "Không diễn văn dài, buổi gặp mặt nữ quân nhân nhân kỷ niệm 8/3 do Lữ đoàn 1563 tổ chức sáng 7/3/2024 mở đầu vui."
    assert main(text).name == "buổi gặp mặt nữ quân nhân"


def test_the_nearest_full_date_lends_its_year() -> None:
    text = "Kể từ ngày 1-10-2024, Đại tá Lê Văn Minh làm Giám đốc. Lễ bàn giao chức vụ Giám đốc Bệnh viện diễn ra chiều 27-9. Ngày 15-12-1974 lập viện."
    assert main(text).date == "2024-09-27"


def test_a_clause_of_the_lede_and_the_full_name_further_on_are_one_event() -> None:
    text = (
        "Nước về bản\n\nCông trình nước sạch đã được bàn giao cho dân bản sáng qua, 18/4.\n\nBà con vui. "
        "Dự Lễ bàn giao công trình nước sạch bản Tà Púc có Đại tá Lê Văn Minh."
    )
    found = facts_of(text, published="2024-04-19").events
    assert [(e.name, e.date) for e in found] == [("Lễ bàn giao công trình nước sạch bản Tà Púc", "2024-04-18")]


def test_the_place_may_stand_where_the_text_comes_back_to_the_event() -> None:
    text = "Sư đoàn 941 vừa khai giảng lớp bồi dưỡng khóa 97. Lễ khai giảng được tổ chức tại Trường Quân sự tỉnh vào sáng nay, 13/5."
    found = main(text, published="2019-05-13")
    assert (found.place, found.date) == ("Trường Quân sự tỉnh", "2019-05-13")


def test_the_place_is_the_lede_s_or_where_a_visit_goes() -> None:
    lede = "Sáng 12/7/2022, hơn 500 chiến sĩ tập trung ở sân vận động Lê Lợi. "
    assert main(lede + "Lễ ra quân huấn luyện năm 2022 do Sư đoàn 941 tổ chức.").place == "sân vận động Lê Lợi"
    visit = "Sáng 12/7/2022, Sư đoàn 941 đã đến thăm, tặng quà các gia đình chính sách huyện Phú Lâm, tỉnh Sơn Khê."
    assert main(visit).place == "huyện Phú Lâm, tỉnh Sơn Khê"
    contest = "Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội thi lái xe an toàn huyện Phú Lâm năm 2022."
    assert main(contest).place is None
