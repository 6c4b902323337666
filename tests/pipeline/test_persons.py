"""Names of persons."""

import pytest

from tests.pipeline.reading import read


def names(text: str) -> list[str]:
    return [p.name for p in read(text)._.persons]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thiếu tướng Lê Văn Minh chủ trì.", "Lê Văn Minh"),
        ("Trung tướng, PGS, TS Trần Hữu Nam dự.", "Trần Hữu Nam"),
        ("Đại tá, Bác sĩ CKII Phạm Gia Khiêm khám bệnh.", "Phạm Gia Khiêm"),
        ("đồng chí Nguyễn Thị Minh Hậu phát biểu.", "Nguyễn Thị Minh Hậu"),
        ("Chủ tịch UBND tỉnh Phan Thanh Trạch trao quà.", "Phan Thanh Trạch"),
        ("Thượng tá Y Dhăm Niê thông tin tình hình.", "Y Dhăm Niê"),
        ("Trung úy H'Len Mlô khám bệnh.", "H'Len Mlô"),
        ("Thiếu tá Lò Văn Panh dẫn đầu.", "Lò Văn Panh"),
        ("THIẾU TƯỚNG LÊ VĂN MINH THĂM ĐƠN VỊ", "Lê Văn Minh"),
        ("Đại tá Đoàn Công Triều Phó Tư lệnh dự.", "Đoàn Công Triều"),
        ("Các đồng chí: Lê Văn Minh, Trần Hữu Nam được khen.", "Trần Hữu Nam"),
        ("Thượng tá Ông Văn Tám báo cáo.", "Ông Văn Tám"),
        ("Ông Bilguun Temur, Thứ trưởng Bộ Quốc phòng đến thăm.", "Bilguun Temur"),
        ("Trung tá Khăm-phắn Xay-nha-vông dự.", "Khăm-phắn Xay-nha-vông"),
        ("đồng chí Lê Văn Minh UVBTV, Chủ tịch UBND tỉnh dự.", "Lê Văn Minh"),
        ("Dự có Chánh Văn phòng Bộ Lê Văn Minh.", "Lê Văn Minh"),
        ("đồng chí A Blưk phát biểu.", "A Blưk"),
        ("Thứ trưởng Bộ Công an: Quản Đức Hòa nhận quyết định.", "Quản Đức Hòa"),
    ],
)
def test_a_name_is_found_behind_rank_honorific_degree_or_post(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Phó Tư lệnh dặn bộ đội giữ sức khỏe.",
        "Chủ tịch Hồ Chí Minh sống mãi trong sự nghiệp.",
        "Đoàn xe chạy dọc đường Trần Hưng Đạo về bến.",
        "Học sinh Trường Nguyễn Huệ đoạt giải.",
        "Đoàn công tác đến Lâm Đồng và Thái Nguyên.",
        "Phong trào Thi đua Quyết thắng lan rộng.",
        "Nơi đây liệt sĩ, Anh hùng LLVT nhân dân Lê Văn Minh đã ngã xuống. Mộ của Lê Văn Minh ở gần đó.",
        "Đoàn Lê Hồng Phong ra quân.",
        "Tùy viên Quốc phòng Thụy Điển hỏi thăm bộ đội.",
    ],
)
def test_titles_streets_places_and_persons_of_history_are_no_participants(text: str) -> None:
    assert names(text) == []


def test_a_lone_given_name_is_marked_as_part_of_a_name() -> None:
    person = read("Thiếu tướng Minh kiểm tra thao trường.")._.persons[0]
    assert (person.name, person.partial) == ("Minh", True)


def test_the_author_in_the_byline_is_no_participant() -> None:
    assert names("Sáng 2/3/2021, Sư đoàn 941 ra quân huấn luyện tại thao trường.\n\nLê Hoài Nam") == []
