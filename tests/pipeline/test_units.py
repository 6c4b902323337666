"""Where a unit's name begins and ends."""

import pytest

from tests.pipeline.reading import read, words


def names(text: str) -> list[str]:
    doc = read(text)
    return [words(doc, (u.start, u.end)) or "" for u in doc._.units if not u.nested]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Sáng nay, Trung đoàn Pháo binh 1187 ra quân.", "Trung đoàn Pháo binh 1187"),
        ("Cán bộ Vùng 9 Hải quân dự lễ.", "Vùng 9 Hải quân"),
        ("Đoàn kiểm tra Đoàn Kinh tế - Quốc phòng 1402 tuần trước.", "Đoàn Kinh tế - Quốc phòng 1402"),
        ("Chiến sĩ sư đoàn 941 giúp dân gặt lúa.", "sư đoàn 941"),
        ("Ban CHQS huyện An Thạch tiến hành tuyển quân.", "Ban CHQS huyện An Thạch"),
        ("Bộ Chỉ huy quân sự (CHQS) tỉnh Bình Lâm tổ chức hội thao.", "Bộ Chỉ huy quân sự (CHQS) tỉnh Bình Lâm"),
        ("Sở Kế hoạch và Đầu tư tổ chức tập huấn.", "Sở Kế hoạch và Đầu tư"),
        ("Trung đoàn 1187 và Công an tỉnh ký kết.", "Trung đoàn 1187"),
        ("Đồn Biên phòng Cửa Mận và Công an xã tuần tra.", "Đồn Biên phòng Cửa Mận"),
        ("Phòng Tham mưu và Công an tỉnh ký kết.", "Phòng Tham mưu"),
        ("Tiểu đoàn 4 sửa chữa nhà ở cho dân.", "Tiểu đoàn 4"),
        ("Tiểu đoàn 4 sửa chữa đã bàn giao xe.", "Tiểu đoàn 4 sửa chữa"),
        ("Đại đội 20 trinh sát luyện tập.", "Đại đội 20 trinh sát"),
        ("Tiểu đoàn huấn luyện 7 ra quân.", "Tiểu đoàn huấn luyện 7"),
        ("Cụm thi đua số 4/Khối Tự vệ LLVT tỉnh Bình Lâm họp.", "Cụm thi đua số 4/Khối Tự vệ LLVT tỉnh Bình Lâm"),
        ("Ban CHQS cơ quan Sở Y tế báo cáo.", "Ban CHQS cơ quan Sở Y tế"),
        ("Đảng uỷ Phòng Hậu cần - Kỹ thuật ra nghị quyết.", "Đảng uỷ Phòng Hậu cần - Kỹ thuật"),
        ("Công ty TNHH MTV Sông Khê trao quà.", "Công ty TNHH MTV Sông Khê"),
        ("Học viện Chỉ huy Trường Khê khai giảng.", "Học viện Chỉ huy Trường Khê"),
        ("Quân ủy Trung ương ban hành nghị quyết.", "Quân ủy Trung ương"),
        ("Lễ đón diễn ra tại UBND phường 7.", "UBND phường 7"),
        ("Khoa Chẩn đoán hình ảnh nhận máy mới.", "Khoa Chẩn đoán hình ảnh"),
        ("Viện Hàn lâm nghiệm thu đề tài.", "Viện Hàn lâm"),
        ("Thượng tướng Lê Minh, Tư lệnh Hải quân dự.", "Hải quân"),
        ("Phó Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam dự.", "Quân đội nhân dân Việt Nam"),
        ("Phó Chủ nhiệm Tổng cục Chính trị QĐND Việt Nam dự.", "Tổng cục Chính trị QĐND Việt Nam"),
        ("Phó Tư lệnh BĐBP kiểm tra.", "BĐBP"),
        ("Công đoàn cơ sở Bệnh viện Quân y 2116 họp.", "Công đoàn cơ sở Bệnh viện Quân y 2116"),
        ("Hội đồng Nghĩa vụ quân sự huyện An Thạch họp.", "Hội đồng Nghĩa vụ quân sự huyện An Thạch"),
        ("Trạm Ra đa 23 trực chiến.", "Trạm Ra đa 23"),
        ("Khách của Bộ Quốc phòng Mông Cổ thăm Sư đoàn 941.", "Bộ Quốc phòng Mông Cổ"),
        ("Sư đoàn 8B thắng trận đầu.", "Sư đoàn 8B"),
        ("Đồn Biên phòng cửa khẩu Cửa Mận trực Tết.", "Đồn Biên phòng cửa khẩu Cửa Mận"),
        ("Đại diện Sở Nội vụ, Thành Đoàn Bình Lâm dự.", "Thành Đoàn Bình Lâm"),
    ],
)
def test_a_name_runs_from_its_head_to_where_the_sentence_goes_on(text: str, unit: str) -> None:
    assert unit in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Các Ban Chỉ huy Quân sự xã đã kiểm tra.",
        "Có 20 Ban Chỉ huy Quân sự được khen.",
        "Ban đầu, đơn vị gặp khó khăn.",
        "Đoàn đại biểu dâng hương.",
        "Trường hợp này cần xem lại.",
        "Đồng chí Trung đoàn trưởng phát biểu.",
        "Hội nghị đã thông qua nghị quyết.",
        "Đoàn nghỉ đêm ở Hội An.",
        "Đơn vị thực hiện nhiệm vụ Quý IV năm nay.",
        "Truyền thống của Quân đội nhân dân Việt Nam được giữ gìn.",
        "Lực lượng Hải quân cứu tàu cá.",
        "Bộ đội Trường Sơn năm xưa gặp lại nhau.",
        "Ban Giám hiệu tặng hoa.",
        "TỔNG KẾT NHIỆM VỤ QUÂN SỰ NĂM QUA",
        "Đồng chí Nguyễn Trường Giao phát biểu.",
    ],
)
def test_plurals_plain_nouns_and_titles_are_no_units(text: str) -> None:
    assert names(text) == []


def test_a_name_ends_before_a_person_without_any_comma() -> None:
    assert names("Chủ tịch Ủy ban MTTQ Việt Nam Lê Hoài Nam dự.") == ["Ủy ban MTTQ Việt Nam"]


def test_the_glued_parent_is_a_unit_of_its_own_inside_the_longer_name() -> None:
    doc = read("Đảng bộ Trung đoàn 1187 họp sáng nay.")
    outer, inner = doc._.units
    assert (words(doc, outer.parent), inner.nested) == ("Trung đoàn 1187", True)


def test_a_number_that_no_such_unit_has_counts_something_else() -> None:
    assert names("Ông tặng thư viện Quân khu 200 đầu sách.") == ["Quân khu"]


def test_a_rank_before_a_surname_that_is_also_a_head_makes_it_a_person() -> None:
    assert names("Chuẩn Đô đốc Đoàn Công Triều chủ trì.") == []


def test_a_headquarters_in_a_byline_or_a_dateline_is_no_unit_of_the_article() -> None:
    assert names("QK6 Online - Sáng 2/3/2021, Sư đoàn 941 ra quân.") == ["Sư đoàn 941"]
