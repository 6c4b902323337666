"""HTML and Markdown: what only their mark-up can say."""

import pytest

from graphbuild.errors import ReadError
from graphbuild.model import BlockKind
from graphbuild.readers import Item, read_item

TITLE = "Lữ đoàn 1563 sơ kết sáu tháng đầu năm"
LEAD = "Sáng 12/7, tại hội trường cơ quan, Đảng ủy Lữ đoàn Công binh 1563 tổ chức hội nghị sơ kết sáu tháng đầu năm."
BODY = "Đại tá Trần Đắc Khuê, Lữ đoàn trưởng chủ trì hội nghị và yêu cầu các đơn vị giữ nghiêm nền nếp, chế độ trực."
LAST = "Dịp này, Lữ đoàn khen thưởng 12 tập thể và 30 cá nhân có thành tích xuất sắc trong sáu tháng qua."
PARAGRAPHS = f"<p>{LEAD}</p><p>{BODY}</p><p>{LAST}</p>"


def read(form, content):
    payload = content if isinstance(content, bytes) else content.encode()
    return read_item(Item(f"a.{form}", f"a.{form}", form, payload, "digest"))


def page(body, head=""):
    return read("html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def texts(document, kind):
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_a_page_gives_its_article_and_records_what_lies_around_it():
    document = page(
        '<header><h1>Báo Sơn Khê</h1><nav><a href="/">Trang chủ</a> <a href="/x">Thời sự</a></nav></header>'
        f'<main><article><h1>{TITLE}</h1><p class="meta">Thứ Hai, 12/07/2021 18:05</p><p>{LEAD}</p>'
        f"<figure><img src=a.jpg alt='so ket 1'><figcaption>Toàn cảnh.</figcaption></figure><p>{BODY}</p><p>{LAST}</p>"
        '<p class="author">Hoài Anh</p></article>'
        "<aside><h3>Tin liên quan</h3><a href=1>Hội thi bắn súng</a></aside></main>"
        "<footer>Giấy phép số 12 cấp ngày 01/02/2019</footer>"
    )
    assert document.text == "\n".join([TITLE, "Thứ Hai, 12/07/2021 18:05", LEAD, "Toàn cảnh.", BODY, LAST, "Hoài Anh"])
    assert (document.title, document.byline, str(document.published)) == (TITLE, "Hoài Anh", "2021-07-12")
    assert texts(document, BlockKind.CAPTION) == ["Toàn cảnh."]
    assert [cut.reason for cut in document.cuts] == ["menu", "related articles", "footer"]
    assert document.cuts[0].text == "Báo Sơn Khê\nTrang chủ Thời sự"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-07-12T08:00:00+07:00">',
        '<meta itemprop="datePublished" content="2021-07-12">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-07-12T01:00:00Z"}]}</script>',
    ],
)
def test_a_date_that_the_page_states_of_itself_is_the_published_date(head):
    assert str(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", head).published) == "2021-07-12"


@pytest.mark.parametrize(
    "stray",
    [
        "<footer>© 2024 Báo Sơn Khê, cập nhật 01/02/2024</footer>",
        "<div>Copyright 2019-01-02</div>",
        '<div class="clock">Thứ Năm, 13/06/2024</div>',
        '<div class="related-news"><time datetime="2023-01-02">2/1</time><a href=1>Hội thi bắn súng</a></div>',
    ],
)
def test_no_date_is_taken_from_anywhere_else(stray):
    assert page(f"{stray}<div><h1>{TITLE}</h1>{PARAGRAPHS}</div>").published is None
    assert page(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}</div>{stray}").published is None


def test_the_head_gives_title_writer_publisher_and_address():
    head = (
        f'<title>{TITLE} - Báo Sơn Khê</title><meta property="og:site_name" content="Báo Sơn Khê">'
        '<meta name="author" content="Hoài Anh"><link rel="canonical" href="https://baosonkhe.example/a1">'
    )
    document = page(PARAGRAPHS, head)
    assert (document.title, document.byline, document.publisher, document.url) == (
        TITLE,
        "Hoài Anh",
        "Báo Sơn Khê",
        "https://baosonkhe.example/a1",
    )


def test_a_site_that_names_itself_as_author_is_no_byline():
    assert page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", '<meta name="author" content="Báo Sơn Khê">').byline is None


def test_a_byline_and_a_date_in_boxes_of_their_own_are_found():
    document = page(
        f'<div class="time">12/07/2021 09:15</div><div><h1>{TITLE}</h1></div><div><div>{PARAGRAPHS}</div></div>'
        '<div class="tacgia">Hoài Anh</div><div><a href=1>Hội thi bắn súng quân dụng</a></div>'
    )
    assert (document.byline, str(document.published)) == ("Hoài Anh", "2021-07-12")


def test_line_breaks_part_paragraphs():
    assert page(f"<h1>{TITLE}</h1>{LEAD}<br><br>{BODY}<br/>{LAST}<br>Hoài Anh").byline == "Hoài Anh"


@pytest.mark.parametrize("headline", ["h1", "h2", "div"])
def test_an_article_inside_a_table_that_lays_out_the_page_is_kept_whole(headline: str) -> None:
    paragraphs = [
        "Sáng 1/3, tại thao trường Gò Sim, Trung đoàn 1187 tổ chức lễ ra quân huấn luyện cho toàn thể cán bộ, chiến sĩ.",
        "Thượng tá Lê Văn Nam, Trung đoàn trưởng phát lệnh và giao nhiệm vụ cho các tiểu đoàn bước vào giai đoạn mới.",
    ]
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    menu = '<ul><li><a href="/">Trang chủ</a></li><li><a href="/t">Tin tức</a></li></ul>'
    row = f"<tr><td>{menu}</td><td><{headline}>Trung đoàn 1187 ra quân</{headline}>{text}</td></tr>"
    document = page(f"<table>{row}</table><div>Bản quyền thuộc Trang tin</div>")
    assert all(paragraph in document.text for paragraph in paragraphs)
    assert "Trang chủ" not in document.text


@pytest.mark.parametrize("content", ["<html><body></body></html>", "<p> </p>"])
def test_a_page_without_text_is_refused(content):
    with pytest.raises(ReadError, match=r"a\.html: no"):
        read("html", content)


def test_a_page_may_state_its_old_encoding():
    body = f"<h1>Notice</h1><p>{'Déjà vu. ' * 20}</p>"
    with pytest.raises(ReadError, match="cannot be told"):
        read("html", body.encode("cp1252"))


def test_markdown_gives_headline_captions_links_and_emphasis_as_words():
    document = read(
        "md",
        f"# {TITLE}\n\n**{LEAD}**\n\n![Toàn cảnh hội nghị](a.jpg)\n\n"
        "![so ket 1](b.jpg)\n*Đại tá Trần Đắc Khuê trao thưởng.*\n\n"
        f"## Kết quả\n\n[{BODY}](https://a.example)\n\n{LAST}\n\nHoài Anh\n",
    )
    assert document.text.splitlines() == [
        TITLE,
        LEAD,
        "Toàn cảnh hội nghị",
        "Đại tá Trần Đắc Khuê trao thưởng.",
        "Kết quả",
        BODY,
        LAST,
        "Hoài Anh",
    ]
    assert texts(document, BlockKind.CAPTION) == ["Toàn cảnh hội nghị", "Đại tá Trần Đắc Khuê trao thưởng."]
    assert [cut.text for cut in document.cuts] == ["so ket 1"]
    assert (document.title, document.byline) == (TITLE, "Hoài Anh")


def test_front_matter_gives_the_fields():
    document = read(
        "md", f'---\ntitle: "{TITLE}"\ndate: 2021-07-12\nauthor: Hoài Anh\nurl: https://a.example\n---\n{LEAD}\n'
    )
    assert (document.title, document.byline, str(document.published), document.url) == (
        TITLE,
        "Hoài Anh",
        "2021-07-12",
        "https://a.example",
    )
    assert document.text == f"{TITLE}\n{LEAD}"


def test_a_front_matter_date_that_is_none_is_recorded():
    document = read("md", f"---\ndate: hôm qua\n---\n{LEAD}\n")
    assert document.published is None
    assert [cut.reason for cut in document.cuts] == ["published date not understood"]


def test_lists_keep_their_numbers():
    assert read("md", f"{LEAD}\n\n1. Công tác huấn luyện.\n2. Công tác hậu cần.\n").text.splitlines()[1:] == [
        "1. Công tác huấn luyện.",
        "2. Công tác hậu cần.",
    ]
