"""What somebody reads out, those beside a subject, and visitors at an event that is no visit."""

from __future__ import annotations

import pytest

from tests.claims.reading import facts_of

LEDE = "Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị tổng kết công tác hậu cần năm 2022. "


def roles(text: str) -> set[tuple[str, str]]:
    return {(r.person.split()[-1], r.role) for r in facts_of(LEDE + text).relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tham luận của Tiểu đoàn 3 do Đại úy Hà Văn Bình trình bày.", {("Bình", "speaks")}),
        ("Diễn văn do Đại tá Trần Hữu Nam trình bày nêu bật truyền thống.", {("Nam", "speaks")}),
        ("Báo cáo tổng kết do Đại tá Trần Hữu Nam đọc.", {("Nam", "reports")}),
        ("Báo cáo tổng kết do Đại tá Trần Hữu Nam trình bày.", {("Nam", "reports")}),
        ("Đại tá Trần Hữu Nam đọc lời hứa quyết tâm.", {("Nam", "speaks")}),
    ],
)
def test_what_is_read_out_is_a_speech_or_a_report(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_those_beside_the_subject_do_it_too() -> None:
    text = "Cắt băng cùng bà Hà Thu Nga là Đại tá Trần Hữu Nam và Thượng tá Vũ Đình Lâm."
    assert roles(text) == {("Nga", "attends"), ("Nam", "attends"), ("Lâm", "attends")}


def test_whoever_leads_a_party_visits_only_at_a_visit() -> None:
    party = "đoàn đại biểu do Đại tá Trần Hữu Nam làm trưởng đoàn đã "
    talks = facts_of(f"Sáng 12/7/2022, {party}tiến hành hội đàm thường niên lần thứ 3 với Sư đoàn 941.")
    visit = facts_of(f"Sáng 12/7/2022, {party}đến thăm Sư đoàn 941.")
    assert [r.role for r in talks.relations] == ["attends"]
    assert [r.role for r in visit.relations] == ["visits"]


def test_people_without_names_who_are_given_things_are_not_those_listed_before() -> None:
    text = "Tham dự có Đại tá Trần Hữu Nam; Thượng tá Vũ Đình Lâm, đại diện các trường và những người được khen thưởng."
    assert roles(text) == {("Nam", "attends"), ("Lâm", "attends")}


REPORTS = """Tin quân sự

* Hội nghị tổng kết công tác hậu cần năm 2022. Sáng 12/7/2022, Sư đoàn 941 tổ chức Hội nghị tổng kết công tác hậu cần \
năm 2022. Đại tá Trần Hữu Nam dự.

* Trao nhà đồng đội tại Bình Khê. Căn nhà rộng 60 m2. Thượng tá Vũ Đình Lâm đến chung vui.
"""


def test_reports_behind_bullets_are_events_of_their_own() -> None:
    found = facts_of(REPORTS)
    assert [e.type for e in found.events] == ["conference", "ceremony"]
    assert {(r.person.split()[-1], r.event) for r in found.relations} == {("Nam", 0), ("Lâm", 1)}
    assert len(facts_of(REPORTS.replace("* Trao", "Trao")).events) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trung tá Hà Văn Bình thay mặt số cán bộ hứa phấn đấu.", {("Bình", "speaks")}),
        ("Thiếu tướng Lê Văn Minh dự. Cuối giờ, các đại biểu cảm ơn.", {("Minh", "attends")}),
        ("Đoàn Chủ tịch gồm Đại tá Trần Hữu Nam và Thượng tá Vũ Đình Lâm.", {("Nam", "chairs"), ("Lâm", "chairs")}),
        ("Theo báo cáo của Thượng tá Vũ Đình Lâm, đơn vị vượt chỉ tiêu.", {("Lâm", "reports")}),
        ("Theo báo cáo, Thượng tá Vũ Đình Lâm vượt chỉ tiêu.", {("Lâm", "attends")}),
        ("Trong đó có ý kiến của Đại tá Trần Hữu Nam.", {("Nam", "speaks")}),
        ("Đại tá Trần Hữu Nam dự, tiếp thu các ý kiến.", {("Nam", "attends")}),
    ],
)
def test_in_whose_name_and_by_whose_words(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thừa ủy quyền của Bộ trưởng Bộ Quốc phòng, Phó Cục trưởng Trần Hữu Nam trao Bằng khen tặng 5 tập thể.",
         {("Nam", "awards")}),
        ("Được sự đồng ý của Chính ủy, Đại tá Trần Hữu Nam phát biểu.", {("Nam", "speaks")}),
        ("“Hỏng cầu thì đi bè!”, Đại tá Trần Hữu Nam cười vang.", {("Nam", "speaks")}),
        ("Đại tá Trần Hữu Nam gắn bó với phong trào “Ba nhất”.", {("Nam", "attends")}),
    ],
)  # fmt: skip
def test_who_acts_for_another_and_who_is_quoted(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_whom_somebody_visits_is_given_something() -> None:
    text = "Sáng 12/7/2022, Đại tá Trần Hữu Nam đã đến thăm Sư đoàn 941. Đại tá Nam thăm hỏi bệnh binh Vũ Đình Lâm."
    assert {(r.person.split()[-1], r.role) for r in facts_of(text).relations} == {
        ("Nam", "visits"),
        ("Lâm", "receives"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dưới sự chủ trì của Thiếu tướng Lê Văn Minh, Đại tá Trần Hữu Nam báo cáo kết quả.",
         {("Minh", "chairs"), ("Nam", "reports")}),
        ("Dưới sự chủ trì của Thiếu tướng Lê Văn Minh, Đại tá Trần Hữu Nam, hội nghị diễn ra sôi nổi.",
         {("Minh", "chairs"), ("Nam", "chairs")}),
        ("Đại tá Trần Hữu Nam được Sư đoàn 941 giao phụ trách lớp.", {("Nam", "attends")}),
    ],
)  # fmt: skip
def test_under_whom_and_by_whom(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_whom_a_congress_elects_takes_nothing_over() -> None:
    congress = "Sáng 12/7/2022, Đảng bộ Sư đoàn 941 tổ chức Đại hội lần thứ V. Đại tá Trần Hữu Nam được bầu làm Bí thư."
    assert [r.role for r in facts_of(congress).relations] == ["other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đại tá Trần Hữu Nam được phân công dự hội nghị.", {("Nam", "attends")}),
        ("Đại tá Trần Hữu Nam được cấp Giấy khen.", {("Nam", "receives")}),
        ("Đại tá Trần Hữu Nam dành phần thưởng cho Đại đội 5.", {("Nam", "awards")}),
    ],
)
def test_who_is_charged_with_an_act_does_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected
