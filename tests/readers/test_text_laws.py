"""Laws of cleaning: true for any text whatever."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.readers import read_text
from graphbuild.readers.lines import tidy

PIECES = [
    "Lữ đoàn 1563 sơ kết sáu tháng đầu năm",
    "Thứ Năm, 13/6/2024",
    "Ngày đăng: 12/07/2021",
    "12/07/2021 09:15",
    "(BSK online) - Chiều 14/3, ở nhà văn hóa huyện, Lữ đoàn Công binh 1563 mở hội thi kể chuyện truyền thống.",
    "QK6-Sáng 3-12, Đại tá Trần Đắc Khuê, Lữ đoàn trưởng chủ trì hội nghị quân chính của đơn vị năm nay.",
    "Đại tá Trần Đắc Khuê, Lữ đoàn trưởng chủ trì hội nghị và yêu cầu giữ nghiêm chế độ. Tin, ảnh: Hoài Anh",
    "Toàn cảnh hội nghị.",
    "btl giao nv quy 4",
    "Hoài Anh",
    "Tin, ảnh: HOÀI ANH - Minh Khuê",
    "Bài viết khác:",
    "Chia sẻ",
    "Trang chủ > Tin tức",
    "https://baosonkhe.example/a",
    "gồm các đơn vị,",
    "",
]

lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=60), max_size=14)


def read(text):
    try:
        return read_text(text)
    except ReadError:
        return None


@settings(max_examples=150, deadline=None)
@given(lines)
def test_blocks_lie_in_order_in_the_text_and_skip_only_white_space(parts):
    document = read("\n".join(parts))
    if document is None:
        return
    assert document.text == unicodedata.normalize("NFC", document.text)
    end = 0
    for block in document.blocks:
        assert document.text[end : block.start].strip() == ""
        words = document.text[block.start : block.end]
        assert words and words == words.strip()
        end = block.end
    assert end == len(document.text)
    assert all(cut.text and cut.reason and 0 <= cut.at <= len(document.text) for cut in document.cuts)


@settings(max_examples=150, deadline=None)
@given(lines)
def test_every_word_is_kept_or_recorded_as_cut(parts):
    document = read("\n".join(parts))
    if document is None:
        return
    said = "".join(tidy(line) for part in parts for line in part.splitlines())
    kept = document.text + "".join(cut.text for cut in document.cuts)
    assert sorted("".join(kept.split())) == sorted("".join(said.split()))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_spelling_of_letters_blanks_and_line_ends_changes_nothing(parts):
    text = "\n".join(parts)
    spelled = [
        unicodedata.normalize("NFD", text),
        text.replace("\n", "\r\n"),
        text.replace(" ", "  "),
        text.replace(" ", "\u00a0 "),
        "\ufeff" + text.replace(" ", " \u200b"),
    ]
    expected = read(text)
    for other in spelled:
        found = read(other)
        assert (found is None) == (expected is None)
        if found is not None and expected is not None:
            assert (found.text, found.blocks, found.cuts, found.byline, found.published, found.title) == (
                expected.text,
                expected.blocks,
                expected.cuts,
                expected.byline,
                expected.published,
                expected.title,
            )


@settings(max_examples=100, deadline=None)
@given(lines)
def test_reading_is_a_function_of_its_input(parts):
    text = "\n".join(parts)
    assert read(text) == read(text)


def one_of(*pieces):
    return st.sampled_from(["", *pieces])


articles = st.tuples(
    one_of("Thứ Năm, 13/6/2019", "Trang chủ > Tin tức"),
    st.just(PIECES[0]),
    one_of("Ngày đăng: 12/07/2021", "12/07/2021 09:15"),
    st.sampled_from(PIECES[4:7]),
    one_of("btl giao nv quy 4\nToàn cảnh hội nghị.", "Đại tá Trần Đắc Khuê phát biểu tại hội nghị"),
    st.just("Năm 2021, Lữ đoàn hoàn thành tốt mọi nhiệm vụ được giao, giữ vững đoàn kết, dân chủ và kỷ luật."),
    one_of("Hoài Anh", "Tin, ảnh: HOÀI ANH - Minh Khuê"),
    one_of("Bài viết khác:\nHội thi bắn súng quân dụng", "Chia sẻ\nBình luận (0)"),
)


@settings(max_examples=150, deadline=None)
@given(articles)
def test_a_cleaned_article_reads_the_same_again(parts):
    document = read_text("\n".join(parts))
    again = read_text(document.text)
    assert again.cuts == ()
    assert (again.text, again.title, again.byline, again.published, again.publisher) == (
        document.text,
        document.title,
        document.byline,
        document.published,
        document.publisher,
    )
