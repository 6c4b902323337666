"""Parents of units; members and leaders of emulation clusters."""

import pytest

from graphbuild.model import ParentClaim
from tests.claims.reading import extraction, facts_of


def parents(text: str) -> dict[str, str | None]:
    return {u.name: u.parent for u in facts_of(text).units}


@pytest.mark.parametrize(
    ("text", "unit", "parent"),
    [
        ("Đảng ủy Phòng Hậu cần ra nghị quyết.", "Đảng ủy Phòng Hậu cần", "Phòng Hậu cần"),
        ("Tiểu đoàn 3, Trung đoàn 1187, Sư đoàn 941 bắn giỏi.", "Tiểu đoàn 3", "Trung đoàn 1187"),
        ("Tiểu đoàn 3, Trung đoàn 1187, Sư đoàn 941 bắn giỏi.", "Trung đoàn 1187", "Sư đoàn 941"),
        ("Trung đoàn 1211 trực thuộc Bộ CHQS tỉnh Bình Lâm diễn tập.", "Trung đoàn 1211", "Bộ CHQS tỉnh Bình Lâm"),
        ("Hải đoàn 88 (Vùng 9 Hải quân) cứu tàu cá.", "Hải đoàn 88", "Vùng 9 Hải quân"),
        ("Trung đoàn 1187 (Sư đoàn 941, Quân khu 6) bắn giỏi.", "Trung đoàn 1187", "Sư đoàn 941"),
        ("Ban CHQS Điện lực Bình Lâm ra quân.", "Ban CHQS Điện lực Bình Lâm", "Điện lực Bình Lâm"),
        (
            "Dự có các đơn vị thuộc Quân khu 6: Sư đoàn 941, Lữ đoàn 1563 và Bệnh viện 2116.",
            "Lữ đoàn 1563",
            "Quân khu 6",
        ),
        ("Ban CHQS Sở Y tế chỉ đạo Trung đội tự vệ trực gác.", "Trung đội tự vệ", "Ban CHQS Sở Y tế"),
        ("Đại tá Lê Nam, Phó Cục trưởng Cục Nhà trường, Bộ Tổng Tham mưu dự.", "Cục Nhà trường", "Bộ Tổng Tham mưu"),
        ("Đảng bộ Trung đoàn 1187, Sư đoàn 941 họp.", "Trung đoàn 1187", "Sư đoàn 941"),
        ("Công an tỉnh Bình Lâm khen Phòng Cảnh sát hình sự.", "Phòng Cảnh sát hình sự", "Công an tỉnh Bình Lâm"),
        ("Công ty TNHH MTV Sông Khê khen thưởng Phân xưởng 2.", "Phân xưởng 2", "Công ty TNHH MTV Sông Khê"),
        (
            "BĐBP tỉnh Sơn Khê kiểm tra Đồn Biên phòng Cửa Mận, Sư đoàn 941 cử quân y giúp.",
            "Đồn Biên phòng Cửa Mận",
            "BĐBP tỉnh Sơn Khê",
        ),
    ],
)
def test_a_parent_is_read_from_name_apposition_or_command(text: str, unit: str, parent: str) -> None:
    assert parents(text)[unit] == parent


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Dự họp có Cục Nhà trường, Bộ Tổng Tham mưu và Bộ Công an.", "Cục Nhà trường"),
        ("Sư đoàn 941 bàn giao cho Phòng Cảnh sát giao thông.", "Phòng Cảnh sát giao thông"),
        ("BĐBP tỉnh Sơn Khê và BĐBP tỉnh Bình Lâm thăm Đồn Biên phòng Cửa Mận.", "Đồn Biên phòng Cửa Mận"),
        ("Đảng bộ Quân đội và Sư đoàn 941 tổ chức học tập.", "Đảng bộ Quân đội"),
        ("Công ty TNHH MTV Sông Khê tặng quà Tiểu đoàn 3.", "Tiểu đoàn 3"),
        ("Sư đoàn 941 gặp mặt Ban Quân lực.", "Ban Quân lực"),
    ],
)
def test_no_parent_is_guessed_where_none_or_several_fit(text: str, unit: str) -> None:
    assert parents(text)[unit] is None


def test_a_committee_that_only_a_post_names_is_part_of_its_unit() -> None:
    claims = extraction("Trung tướng Lê Nam Sơn, Bí thư Đảng ủy, Chính ủy Quân khu 6 chủ trì hội nghị.").claims
    assert [(c.unit, c.parent) for c in claims if isinstance(c, ParentClaim)] == [("Đảng ủy Quân khu 6", "Quân khu 6")]


def test_units_of_one_list_are_not_each_others_parents() -> None:
    found = parents("Tham gia có Lữ đoàn Công binh 1563, Sư đoàn 941 và Trung đoàn 1187.")
    assert set(found.values()) == {None}


CLUSTER = (
    "Sáng 3-12-2021, Cụm thi đua số 2 Quân khu 6 gồm các đơn vị: Lữ đoàn Công binh 1563, Bệnh viện Quân y 2116 và "
    "Trường Quân sự Quân khu, do Lữ đoàn Công binh 1563 làm Cụm trưởng tổ chức Hội nghị tổng kết năm 2021."
)


def test_a_cluster_has_its_members_and_its_leader() -> None:
    relations = {(r.type, r.from_) for r in facts_of(CLUSTER).unit_relations}
    assert relations == {
        ("member_of", "Lữ đoàn Công binh 1563"),
        ("member_of", "Bệnh viện Quân y 2116"),
        ("member_of", "Trường Quân sự Quân khu"),
        ("leads", "Lữ đoàn Công binh 1563"),
    }


def test_the_members_of_a_commands_cluster_are_part_of_that_command() -> None:
    assert parents(CLUSTER)["Bệnh viện Quân y 2116"] == "Quân khu 6"


def test_the_leader_may_stand_in_brackets_within_the_list() -> None:
    text = "Cụm thi đua số 5 gồm: Ban CHQS Sở Y tế (Cụm trưởng), Ban CHQS Sở Nội vụ và Ban CHQS Sở Xây dựng họp sáng 3/4/2024."
    relations = {(r.type, r.from_) for r in facts_of(text).unit_relations}
    assert relations == {
        ("leads", "Ban CHQS Sở Y tế"),
        ("member_of", "Ban CHQS Sở Y tế"),
        ("member_of", "Ban CHQS Sở Nội vụ"),
        ("member_of", "Ban CHQS Sở Xây dựng"),
    }


def test_members_in_brackets_end_with_the_bracket() -> None:
    text = "Cụm thi đua số 5 (gồm Sư đoàn 941, Lữ đoàn 1563) họp cùng Trung đoàn 1187 sáng 3/4/2024."
    assert {r.from_ for r in facts_of(text).unit_relations} == {"Sư đoàn 941", "Lữ đoàn 1563"}


def test_a_sentence_without_a_cluster_makes_no_members() -> None:
    assert facts_of("Đoàn gồm các đơn vị: Sư đoàn 941, Lữ đoàn 1563.").unit_relations == ()
