"""Listing sources: what is an article, what failed, and what each is called."""

import io
import json
import os
import tracemalloc

import pytest

from graphbuild.errors import ReadError
from graphbuild.readers import Failure, Item, find_items, read_item
from graphbuild.readers.rows import MAX_ARTICLE

TEXT = "Sáng 12/7, Lữ đoàn Công binh 1563 tổ chức hội nghị sơ kết sáu tháng đầu năm tại hội trường cơ quan."


@pytest.fixture
def folder(tmp_path):
    articles = tmp_path / "articles"
    (articles / "2021").mkdir(parents=True)
    (articles / "b.txt").write_text(TEXT, "utf-8")
    (articles / "2021" / "a.md").write_text(TEXT, "utf-8")
    (articles / "c.HTM").write_text(f"<p>{TEXT}</p>", "utf-8")
    (articles / "photo.jpg").write_bytes(b"\xff\xd8")
    (articles / ".hidden.txt").write_text(TEXT, "utf-8")
    (articles / ".git").mkdir()
    (articles / ".git" / "x.txt").write_text(TEXT, "utf-8")
    return articles


def ids(found):
    return [item.id for item in found if isinstance(item, Item)]


def failures(found):
    return [(failure.source, failure.error) for failure in found if isinstance(failure, Failure)]


def rows(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(find_items([path]))


def test_a_folder_is_walked_in_sorted_order_without_hidden_and_foreign_files(folder):
    found = list(find_items([folder]))
    assert ids(found) == ["articles/2021/a.md", "articles/b.txt", "articles/c.HTM"]
    assert failures(found) == []


def test_ids_do_not_depend_on_how_the_folder_was_spelled(folder, monkeypatch):
    monkeypatch.chdir(folder)
    spelled = [".", "../articles", str(folder), f"{folder}{os.sep}"]
    assert {tuple(ids(find_items([path]))) for path in spelled} == {tuple(ids(find_items([folder])))}


def test_a_file_is_called_by_its_name_and_its_rows_by_number(folder, tmp_path):
    table = tmp_path / "t.jsonl"
    table.write_text(f'{{"text": "{TEXT}"}}\n\n{{"text": "{TEXT}"}}\n', "utf-8")
    assert ids(find_items([folder / "b.txt", table])) == ["b.txt", "t.jsonl#1", "t.jsonl#2"]


def test_two_sources_of_one_id_name_both(tmp_path):
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT, "utf-8")
    found = list(find_items([tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt"]))
    assert ids(found) == ["a.txt"]
    [(source, error)] = failures(found)
    assert source == str(tmp_path / "y" / "a.txt")
    assert str(tmp_path / "x" / "a.txt") in error


def test_bad_sources_fail_with_one_line_each_and_the_rest_goes_on(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.docx").write_bytes(b"PK")
    (tmp_path / "blank.txt").write_text(" \n", "utf-8")
    given = ["no-such.txt", tmp_path / "empty", folder / "photo.jpg", tmp_path / "blank.txt", folder / "b.txt"]
    found = list(find_items(given))
    assert ids(found) == ["b.txt"]
    assert [error for _, error in failures(found)] == [
        "no such file or folder",
        "no articles (.txt .md .html .jsonl .csv .parquet) in it; other files passed over: 1",
        "not an article: expected a file ending in .txt .md .html .jsonl .csv .parquet",
        "the file is empty",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_folder_that_may_not_be_read_fails(folder):
    (folder / "2021").chmod(0)
    found = list(find_items([folder]))
    (folder / "2021").chmod(0o755)
    assert [error for _, error in failures(found)] == ["permission denied"]


def test_a_file_above_the_limit_is_not_read(tmp_path):
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(104_000_000)
    tracemalloc.start()
    found = list(find_items([big]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert failures(found) == [(str(big), "the article is 104 MB; the limit is 10 MB")]
    assert peak < MAX_ARTICLE


def test_a_line_of_a_hundred_megabytes_is_passed_over_in_pieces(tmp_path):
    table = tmp_path / "t.jsonl"
    with table.open("wb") as stream:
        for _ in range(100):
            stream.write(b"x" * 1_000_000)
        stream.write(b'\n{"text": "ok"}\n')
    tracemalloc.start()
    found = list(find_items([table]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ids(found) == ["t.jsonl#2"]
    assert failures(found) == [(f"{table}, line 1", "the line is longer than 10 MB, the limit of one article")]
    assert peak < 5 * MAX_ARTICLE


def test_broken_json_lines_are_named_and_the_others_read(tmp_path):
    lines = [
        '{"text": "Một."}',
        '{"text": ',
        "[1]",
        '{"body": "x", "title": "y"}',
        '{"text": 5}',
        '{"TEXT": "Hai."}',
        '{"text": "a", "url": ["b"]}',
    ]
    found = rows(tmp_path, "t.jsonl", "\n".join(lines))
    assert ids(found) == ["t.jsonl#1", "t.jsonl#6"]
    source = str(tmp_path / "t.jsonl")
    assert failures(found) == [
        (f"{source}, line 2", 'not JSON (Expecting value); expected one object a line, {"text": ...}'),
        (f"{source}, line 3", "expected an object with a 'text', found list"),
        (f"{source}, line 4", "no column 'text' with text in it (columns found: body, title)"),
        (f"{source}, line 5", "no column 'text' with text in it (columns found: text)"),
        (f"{source}, line 7", "column 'url' holds no text"),
    ]


def test_a_csv_without_a_text_column_names_those_it_has(tmp_path):
    found = rows(tmp_path, "t.csv", "title,body\na,b\n")
    assert failures(found) == [(str(tmp_path / "t.csv"), "no column 'text' (columns found: title, body)")]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_with_any_of_three_separators_and_quoted_line_breaks(tmp_path, sign, encoding):
    content = f'Title{sign}TEXT\nMột{sign}"{TEXT}\n{TEXT}"\n\nHai{sign}{TEXT.replace(",", "")}\n'
    found = rows(tmp_path, "t.csv", content.encode(encoding))
    first, second = (read_item(item) for item in found)
    assert (first.id, first.title, first.text) == ("t.csv#1", "Một", f"Một\n{TEXT}\n{TEXT}")
    assert (second.id, second.title) == ("t.csv#2", "Hai")


def test_a_csv_field_may_be_longer_than_the_modules_own_limit(tmp_path):
    long = (TEXT + " ") * 2000
    [item] = rows(tmp_path, "t.csv", f'text\n"{long}"\n')
    assert len(read_item(item).text) == len(long) - 1


def test_a_csv_line_that_is_no_text_fails_alone(tmp_path):
    found = rows(tmp_path, "t.csv", b"text\n" + TEXT.replace(",", "").encode() + b"\n\x00\x01\x02\n" + b"Hai.\n")
    assert ids(found)[0] == "t.csv#1"
    assert [error for _, error in failures(found)] == ["looks like a binary file"]
    assert len(ids(found)) == 2


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv"])
def test_a_table_without_rows_fails(tmp_path, name):
    found = rows(tmp_path, name, "text\n" if name == "t.csv" else "\n\n")
    assert failures(found) == [(str(tmp_path / name), "no rows in it")]


def test_a_published_column_that_is_no_date_is_recorded(tmp_path):
    [item] = rows(tmp_path, "t.jsonl", json.dumps({"text": TEXT, "published": "hôm qua"}))
    document = read_item(item)
    assert document.published is None
    assert [(cut.text, cut.reason) for cut in document.cuts] == [("hôm qua", "published date not understood")]


@pytest.mark.parametrize("value", ["2021-07-12", "2021-07-12T09:15:00+07:00", "12/07/2021 09:15"])
def test_columns_become_fields(tmp_path, value):
    row = {"text": TEXT, "title": "Hội nghị", "published": value, "byline": "Hoài Anh", "url": "https://a.example/1"}
    [item] = rows(tmp_path, "t.jsonl", json.dumps(row))
    document = read_item(item)
    assert (document.title, str(document.published), document.byline, document.url) == (
        "Hội nghị",
        "2021-07-12",
        "Hoài Anh",
        "https://a.example/1",
    )


def test_a_rows_digest_covers_every_column(tmp_path):
    base = {"text": TEXT, "title": "a", "url": "b", "published": "2021", "byline": "c"}
    variants = [base, *({**base, name: base[name] + "1"} for name in base)]
    found = rows(tmp_path, "t.jsonl", "\n".join(json.dumps(row) for row in variants))
    assert len({item.digest for item in found}) == len(variants)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT, [("-", "txt")]),
        (f"<!DOCTYPE html><p>{TEXT}</p>", [("-", "html")]),
        ('{"text": "Một."}\n{"text": "Hai."}\n', [("-#1", "jsonl"), ("-#2", "jsonl")]),
    ],
)
def test_standard_input_is_told_by_its_first_words(content, expected):
    found = list(find_items(["-"], stdin=io.BytesIO(content.encode())))
    assert [(item.id, item.format) for item in found] == expected


def test_an_article_of_nothing_but_furniture_is_refused(tmp_path):
    [item] = rows(tmp_path, "a.txt", "Thứ Năm, 13/6/2024\nChia sẻ\n")
    with pytest.raises(ReadError, match=r"a\.txt: no text in it"):
        read_item(item)


def test_a_binary_article_is_refused_and_named(tmp_path):
    [item] = rows(tmp_path, "a.txt", b"\x7fELF" + bytes(300))
    with pytest.raises(ReadError, match=r"a\.txt: looks like a binary file"):
        read_item(item)
