"""One contract, run over every format: the same article comes out the same."""

import csv
import io
import json
import unicodedata

import duckdb
import pytest

from graphbuild.model import BlockKind
from graphbuild.readers import Item, find_items, read_item
from graphbuild.readers.read import READERS

TITLE = "Lữ đoàn 1563 sơ kết sáu tháng đầu năm"
PARAGRAPHS = [
    "Sáng 12/7, tại hội trường cơ quan, Đảng ủy Lữ đoàn Công binh 1563 tổ chức hội nghị sơ kết sáu tháng đầu năm.",
    "Đại tá Trần Đắc Khuê, Lữ đoàn trưởng chủ trì hội nghị và yêu cầu các đơn vị giữ nghiêm nền nếp, chế độ trực.",
    "Dịp này, Lữ đoàn khen thưởng 12 tập thể và 30 cá nhân có thành tích xuất sắc trong sáu tháng qua.",
]
CAPTION = "Toàn cảnh hội nghị."
RELATED = "Bài viết khác:"
LINES = [TITLE, PARAGRAPHS[0], CAPTION, *PARAGRAPHS[1:], "Hoài Anh", RELATED]


def as_csv(lines):
    stream = io.StringIO()
    csv.writer(stream).writerows([["title", "text"], [TITLE, "\n".join(lines[1:])]])
    return stream.getvalue()


def as_html(lines):
    title, *rest = lines
    paragraphs = "".join(
        f"<figure><figcaption>{t}</figcaption></figure>" if t == CAPTION else f"<p>{t}</p>" for t in rest
    )
    return f"<!DOCTYPE html><html><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def write_parquet(path, text):
    title, _, rest = text.partition("\n")
    duckdb.execute(f"COPY (SELECT $1 AS title, $2 AS text) TO '{path}' (FORMAT parquet)", [title, rest])


WRITERS = {
    "txt": "\n".join,
    "md": lambda lines: "\n\n".join([f"# {lines[0]}", *(f"*{t}*" if t == CAPTION else t for t in lines[1:])]),
    "html": as_html,
    "jsonl": lambda lines: json.dumps({"title": TITLE, "text": "\n".join(lines[1:])}),
    "csv": as_csv,
}


@pytest.fixture(params=sorted(READERS))
def form(request):
    return request.param


@pytest.fixture
def items(tmp_path):
    def write(form, lines, name="a", change=lambda text: text):
        path = tmp_path / f"{name}.{form}"
        if form == "parquet":
            write_parquet(path, change("\n".join(lines)))
        else:
            path.write_bytes(change(WRITERS[form](lines)).encode())
        [item] = find_items([path])
        assert isinstance(item, Item)
        return item

    return write


def test_the_same_article_gives_the_same_text_blocks_and_fields(form, items):
    document = read_item(items(form, LINES))
    assert document.text.splitlines() == LINES[:-1]
    assert [block.kind for block in document.blocks] == [
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.BYLINE,
    ]
    assert (document.title, document.byline, document.published) == (TITLE, "Hoài Anh", None)


def test_blocks_are_the_lines_of_the_text(form, items):
    document = read_item(items(form, LINES))
    assert [document.text[block.start : block.end] for block in document.blocks] == LINES[:-1]
    assert document.text == unicodedata.normalize("NFC", document.text)


def test_what_was_cut_is_recorded_with_its_place(form, items):
    document = read_item(items(form, LINES))
    assert [(cut.text, cut.reason, cut.at) for cut in document.cuts] == [
        (RELATED, "related articles", len(document.text))
    ]


def test_the_digest_follows_the_content_and_nothing_else(form, items):
    first, again = items(form, LINES, "a"), items(form, LINES, "b")
    changed = items(form, [*LINES[:-2], "Minh Khuê", RELATED], "c")
    assert read_item(first).digest == first.digest == again.digest != changed.digest


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("Lữ đoàn", "Lữ\u00a0 đoàn"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("hội nghị", "hội\u200b nghị"),
    ],
    ids=["decomposed letters", "blanks", "byte order mark", "zero-width signs"],
)
def test_spelling_does_not_matter(form, items, change):
    document = read_item(items(form, LINES, change=change))
    assert document.text.splitlines() == LINES[:-1]
    assert document.byline == "Hoài Anh"
