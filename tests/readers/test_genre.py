"""What a reader knows of an article's furniture: one short invented article, dressed as many sites dress theirs."""

import textwrap

import pytest

from graphbuild.model import BlockKind
from graphbuild.readers import read_text

TITLE = "Lữ đoàn 1563 sơ kết sáu tháng đầu năm"
LEAD = "Sáng 12/7, tại hội trường cơ quan, Đảng ủy Lữ đoàn Công binh 1563 tổ chức hội nghị sơ kết sáu tháng đầu năm."
BODY = "Đại tá Trần Đắc Khuê, Lữ đoàn trưởng chủ trì hội nghị và yêu cầu các đơn vị giữ nghiêm nền nếp, chế độ trực."
LAST = "Dịp này, Lữ đoàn khen thưởng 12 tập thể và 30 cá nhân có thành tích xuất sắc trong sáu tháng qua."


def article(*above, below=(), lead=LEAD, last=LAST):
    return "\n".join([TITLE, *above, lead, BODY, last, *below])


def texts(document, kind):
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


@pytest.mark.parametrize(
    ("below", "byline"),
    [
        (["Hoài Anh"], "Hoài Anh"),
        (["Hoài Anh."], "Hoài Anh"),
        (["", "HOÀI ANH", "", ""], "HOÀI ANH"),
        (["Nguyễn Hoài Anh"], "Nguyễn Hoài Anh"),
        (["H'Linh Niê"], "H'Linh Niê"),
        (["H' Linh - Trường Giang"], "H' Linh - Trường Giang"),
        (["Trang Nhung"], "Trang Nhung"),
        (["Trường Quân Sự"], None),
        (["HOÀI ANH - MINH KHUÊ"], "HOÀI ANH - MINH KHUÊ"),
        (["Hoài Anh, Minh Khuê"], "Hoài Anh, Minh Khuê"),
        (["KHÁNH NAM", "LAN ANH"], "KHÁNH NAM, LAN ANH"),
        (["Bài và ảnh: Hoài Anh"], "Hoài Anh"),
        (["Tin, ảnh: Hoài Anh - MINH KHUÊ"], "Hoài Anh - MINH KHUÊ"),
        (["Bài: Hoài Anh; ảnh: Minh Khuê"], "Hoài Anh"),
        (["Bài: Hoài Anh", "Ảnh: Minh Khuê"], "Hoài Anh"),
        (["Người viết: Trung tá Lê Văn Bình"], "Lê Văn Bình"),
        (["Đại úy Nguyễn Hoài Anh"], "Nguyễn Hoài Anh"),
        (["Hoài Anh - Ban CHQS huyện An Thạch"], "Hoài Anh"),
        (["Hoài Anh (tổng hợp)"], "Hoài Anh"),
        (["Ghi chép của HOÀI ANH"], "HOÀI ANH"),
        (["Nguyễn Hoài Anh - Đài TT huyện"], "Nguyễn Hoài Anh"),
        (["Bài của đơn vị gửi về còn ít"], None),
        (["Hoài Anh lược ghi"], "Hoài Anh"),
        (["(Hoài Anh)"], "Hoài Anh"),
        (["Lê Hoàng/VOV.VN"], "Lê Hoàng"),
        (["Theo Lê Hoàng/VOV.VN"], "Lê Hoàng"),
        (["PV"], "PV"),
        (["CTV"], "CTV"),
        (["Hoài Anh", "Nguồn: Báo Sơn Khê"], "Hoài Anh"),
        (["Nguồn: qdnd.vn"], None),
        (["Theo TTXVN"], None),
        (["(Theo qdnd.vn)"], None),
        (["Theo Báo Quân đội nhân dân"], None),
        (["VTV"], None),
        (["Ảnh: Minh Khuê"], None),
        (["Tác giả: Admin"], None),
        (["Các đồng chí được khen thưởng:", "Nguyễn Văn An", "Trần Văn Bình", "Lê Văn Cường"], None),
        (["Quân khu 6"], None),
        (["Cụm Thi Đua"], None),
        (["Hội nghị kết thúc cùng ngày.", "Hoài Anh"], "Hoài Anh"),
        (["***", "Hoài Anh"], "Hoài Anh"),
    ],
)
def test_the_byline_at_the_end_is_the_names_and_nothing_else(below, byline):
    assert read_text(article(below=below)).byline == byline


@pytest.mark.parametrize(
    "below",
    [
        ["Bài viết khác:"],
        ["Gửi cho bạn bè", "Phản hồi", "Thông tin người gửi phản hồi", "Các tin khác", "Xem nhiều nhất"],
        ["Thích 12", "Chia sẻ", "Bình luận (0)"],
        ["Từ khóa: lữ đoàn, công binh", "Lượt xem: 1.234"],
        ["https://baosonkhe.example/a.html"],
        ["Một nút lạ của trang", "Lưu lại"],
        ["TIN NỔI BẬT", "Hội thi bắn súng quân dụng", "Đại hội thi đua"],
        ["Tin liên quan", "Lữ đoàn 7 ra quân huấn luyện", LEAD.replace("1563", "7"), "Hội thi bắn súng"],
    ],
)
def test_what_a_page_shows_below_the_byline_is_cut_and_recorded(below):
    document = read_text(article(below=["Hoài Anh", *below]))
    assert document.byline == "Hoài Anh"
    assert document.text.endswith("Hoài Anh")
    assert "\n".join(cut.text for cut in document.cuts) == "\n".join(below)
    assert all(cut.at == len(document.text) and cut.reason for cut in document.cuts)


@pytest.mark.parametrize("last", [LAST + " Tin, ảnh: Hoài Anh", LAST[:-1] + "./. Hoài Anh", LAST + " (Hoài Anh)"])
def test_a_byline_behind_the_last_sentence_is_a_block_of_its_own(last):
    document = read_text(article(last=last))
    assert document.byline == "Hoài Anh"
    assert "Hoài Anh" in texts(document, BlockKind.BYLINE)[0]
    assert document.text.endswith(last)


@pytest.mark.parametrize(
    ("above", "byline", "published"),
    [
        (["Ngày đăng: 12/07/2021"], None, "2021-07-12"),
        (["(Ngày đăng: 12-07-2021)"], None, "2021-07-12"),
        (["Cập nhật: 15/07/2021", "Ngày đăng: 12/07/2021"], None, "2021-07-12"),
        (["Cập nhật lúc 9h30, Thứ Hai, 12/07/2021"], None, "2021-07-12"),
        (["Thứ Hai, 12/07/2021 - 15:30 GMT+7"], None, "2021-07-12"),
        (["Thứ hai - 12/07/2021 09:15 Đã xem: 123"], None, "2021-07-12"),
        (["09:15 | 12/07/2021"], None, "2021-07-12"),
        (["9h15, ngày 12-7-2021"], None, "2021-07-12"),
        (["Thứ Hai, ngày 12 tháng 7 năm 2021, 09:15"], None, "2021-07-12"),
        (["12 Tháng Bảy, 2021"], None, "2021-07-12"),
        (["Tháng Bảy 12, 2021"], None, "2021-07-12"),
        (["Lượt xem: 345 | Ngày đăng: 12/07/2021"], None, "2021-07-12"),
        (["Posted on 12/07/2021 by admin"], None, "2021-07-12"),
        (["Sơn Khê, ngày 12 tháng 7 năm 2021"], None, "2021-07-12"),
        (["Nguyễn Văn An | 12/07/2021 09:15"], "Nguyễn Văn An", "2021-07-12"),
        (["Tác giả: Hoài Anh | Ngày đăng: 12/07/2021"], "Hoài Anh", "2021-07-12"),
        (["Ngày đăng: 12/07/2021 | Tác giả: Hoài Anh"], "Hoài Anh", "2021-07-12"),
        (["Đăng bởi: Hoài Anh - Ngày: 12/07/2021"], "Hoài Anh", "2021-07-12"),
        (["Hoài Anh", "12/07/2021 09:15"], "Hoài Anh", "2021-07-12"),
        (["HOÀI ANH"], "HOÀI ANH", None),
        (["Tác giả: Nguyễn Hoài Anh"], "Nguyễn Hoài Anh", None),
        (["31/02/2021 09:15"], None, None),
    ],
)
def test_date_and_byline_under_the_headline_are_fields(above, byline, published):
    document = read_text(article(*above))
    assert document.byline == byline
    assert (str(document.published) if document.published else None) == published


def test_a_label_outweighs_the_name_at_the_end_and_a_month_is_a_date_behind_a_label():
    document = read_text(article("date 2020-12 Khối tự vệ tỉnh Sơn Khê:", "Tác giả: Lan Anh", below=["Hoài Anh"]))
    assert (document.byline, str(document.published)) == ("Lan Anh", "2020-12")
    assert texts(document, BlockKind.HEADER) == ["date 2020-12", "Khối tự vệ tỉnh Sơn Khê:"]


@pytest.mark.parametrize(
    "first",
    [
        "Thứ Năm, 13/6/2024",
        "Hôm nay, Thứ Năm, 13/6/2024",
        "Thứ Sáu, 22/11/2024, 16:08 (GMT+7)",
        "22/11/2024",
    ],
)
def test_the_day_a_page_was_rendered_is_cut_and_is_not_the_published_date(first):
    document = read_text(first + "\n" + article(lead=LEAD.replace("12/7", "12/7/2021")))
    assert document.published is None
    assert [(cut.text, cut.reason, cut.at) for cut in document.cuts] == [(first, "rendered date", 0)]
    assert document.title == TITLE


def test_a_date_with_a_time_on_the_first_line_counts_where_the_lead_agrees():
    assert str(read_text("12/07/2021, 15:05\n" + article()).published) == "2021-07-12"


def test_a_date_without_a_label_under_the_headline_is_refused_where_the_text_is_years_older():
    document = read_text(f"{TITLE} năm 2020\nThứ Năm, 13/6/2024\n{BODY}\n{LAST}")
    assert document.published is None
    assert document.cuts[0].reason == "rendered date"


@pytest.mark.parametrize(
    ("code", "publisher"),
    [
        ("QPTĐ-", "QPTĐ"),
        ("(LĐ online) - ", "LĐ online"),
        ("(BSK online) -", "BSK online"),
        ("(QK6) ", "QK6"),
        ("QK6 Online - ", "QK6 Online"),
        ("Báo Quân khu 6 - ", "Báo Quân khu 6"),
        ("QĐND Online – ", "QĐND Online"),
        ("Báo Sơn Khê - ", "Báo Sơn Khê"),
        ("SK.VN -", "SK.VN"),
        ("(Baosonkhe.vn) - ", "Baosonkhe.vn"),
        ("Sơn Khê (TTXVN 12/7) - ", "TTXVN"),
        ("UBND - ", None),
        ("(Sơn Khê) ", None),
        ("Quân khu 6 - ", None),
    ],
)
def test_the_publishers_code_stands_in_a_header_block_before_the_sentence(code, publisher):
    document = read_text(article(lead=code + LEAD))
    assert document.publisher == publisher
    assert code + LEAD in document.text
    if publisher:
        assert texts(document, BlockKind.HEADER) == [code.strip()]
        assert LEAD in texts(document, BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (["Cụm thi đua số 6", TITLE], f"Cụm thi đua số 6 {TITLE}"),
        ([TITLE, TITLE], TITLE),
        (["Trang chủ > Tin tức > Quốc phòng", TITLE], TITLE),
        (["Trang chủ", "Thời sự", TITLE], TITLE),
        (["BÁO SƠN KHÊ ĐIỆN TỬ", TITLE], TITLE),
        (["Cổng thông tin điện tử huyện An Thạch", TITLE], TITLE),
        (["Ngày đăng: 12/07/2021", TITLE], TITLE),
        ([TITLE, "Quang cảnh hội nghị"], TITLE),
        (["“Đêm hội trăng rằm” của lính công binh"], "“Đêm hội trăng rằm” của lính công binh"),
        ([], None),
    ],
)
def test_the_headline_is_the_lines_above_the_body_that_are_nothing_else(first, title):
    document = read_text("\n".join([*first, LEAD, BODY, LAST]))
    assert document.title == title
    assert " ".join(texts(document, BlockKind.TITLE)) == (title or "")


@pytest.mark.parametrize(
    "caption",
    [
        "Toàn cảnh hội nghị.",
        "Quang cảnh Hội nghị",
        "Các đại biểu dự hội nghị",
        "Đại tá Trần Đắc Khuê phát biểu chỉ đạo.",
        "Đại tá Trần Đắc Khuê phát biểu tại hội nghị",
        "Thượng tá Bùi Đình Khảm trao thưởng cho các tập thể. Ảnh: Lan Anh",
        "Thượng tá Bùi Đình Khảm (bên trái) trò chuyện với bộ đội (Ảnh: CTV)",
        "btl ra quan 4\nLữ đoàn làm tốt công tác dân vận trên địa bàn đóng quân.",
        "Đại tá Trần Đắc Khuê, Phó Bí thư Đảng ủy, Lữ đoàn trưởng,\nTrưởng ban chỉ đạo phát biểu tại hội nghị",
    ],
)
def test_captions_are_kept_and_known_as_captions(caption):
    document = read_text("\n".join([TITLE, LEAD, caption, BODY, LAST, "Hoài Anh"]))
    expected = caption.removeprefix("btl ra quan 4\n").replace("\n", " ")
    assert texts(document, BlockKind.CAPTION) == [expected]
    assert document.byline == "Hoài Anh"


@pytest.mark.parametrize(
    "line",
    [
        "Nâng cao chất lượng huấn luyện",
        "Thiếu tướng Lê Hữu Chước, Chủ nhiệm Chính trị Quân khu 6 dự, phát biểu chỉ đạo.",
        "1. Kết quả công tác",
        "- Đại tá Trần Đắc Khuê phát biểu tại hội nghị",
        "Hội nghị đã thông qua nghị quyết lãnh đạo.",
    ],
)
def test_headings_and_short_sentences_of_the_body_are_no_captions(line):
    document = read_text("\n".join([TITLE, LEAD, line, BODY, LAST]))
    assert texts(document, BlockKind.CAPTION) == []


def test_captions_below_the_byline_stay():
    document = read_text(article(below=["Lan Anh", "Toàn cảnh hội nghị.", "Đại tá Trần Đắc Khuê phát biểu chỉ đạo."]))
    assert len(texts(document, BlockKind.CAPTION)) == 2
    assert document.byline == "Lan Anh"


@pytest.mark.parametrize("name", ["btl giao nv quy 4", "dai-hoi-969", "IMG_2041", "anh 1", "bia 3.JPG", "Ra quan 2"])
def test_photo_file_names_are_cut_where_they_stood(name):
    document = read_text("\n".join([TITLE, LEAD, "", name, BODY, LAST]))
    assert [(cut.text, cut.reason) for cut in document.cuts] == [(name, "photo file name")]
    assert document.text[: document.cuts[0].at].endswith(LEAD)


def test_text_without_accents_keeps_its_lines():
    plain = "Lu doan to chuc hoi nghi\ntong ket cong tac nam\nHoi nghi thanh cong tot dep."
    assert read_text(plain).cuts == ()


def test_a_related_box_inside_the_text_goes_and_the_text_below_it_stays():
    box = ["Tin liên quan", "Lữ đoàn 7 ra quân huấn luyện", "Hội thi bắn súng toàn quân"]
    document = read_text("\n".join([TITLE, LEAD, *box, BODY, LAST, "Hoài Anh"]))
    assert document.text == "\n".join([TITLE, LEAD, BODY, LAST, "Hoài Anh"])
    assert [cut.reason for cut in document.cuts] == ["related articles"]


def test_wrapped_paragraphs_become_one_line_each():
    first, second = f"{LEAD} {BODY}", f"{LAST} {BODY} {LEAD}"
    wrapped = "\n\n".join([TITLE, textwrap.fill(first, 70), textwrap.fill(second, 70), "Hoài Anh"])
    assert read_text(wrapped).text == "\n".join([TITLE, first, second, "Hoài Anh"])


def test_a_line_for_each_paragraph_is_left_alone():
    assert read_text(article(below=["Hoài Anh"])).text == article(below=["Hoài Anh"])
