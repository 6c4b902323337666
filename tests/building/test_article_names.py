"""What users call articles by: paths from where they are, ids, folders and patterns."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from graphbuild.building.article_names import ArticleNames
from graphbuild.errors import NotFoundError

SOURCES = {
    "bao/2021-03/a.txt": "bao/2021-03/a.txt",
    "bao/2021-04/b.txt": "bao/2021-04/b.txt",
    "bao/2022-01/Đại hội [2].txt": "bao/2022-01/Đại hội [2].txt",
    "bao/rows.jsonl#1": "bao/rows.jsonl#1",
    "bao/rows.jsonl#12": "bao/rows.jsonl#12",
    "old/c.txt": "/archive/old/c.txt",
    "s/d.txt": "s3://bucket/s/d.txt",
    "-": "-",
}
MARCH, APRIL, CONGRESS, ROW_1, ROW_12, OLD, FAR, STDIN = SOURCES


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ArticleNames:
    (tmp_path / "bao").mkdir()
    monkeypatch.chdir(tmp_path)
    return ArticleNames(SOURCES)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bao/2021-03/a.txt", {MARCH}),
        ("./bao//2021-03/../2021-03/a.txt", {MARCH}),
        ("bao/2021-03", {MARCH}),
        ("bao/", {MARCH, APRIL, CONGRESS, ROW_1, ROW_12}),
        (".", {MARCH, APRIL, CONGRESS, ROW_1, ROW_12, STDIN}),
        ("bao/rows.jsonl", {ROW_1, ROW_12}),
        ("bao/rows.jsonl#1", {ROW_1}),
        ("/archive", {OLD}),
        ("old", {OLD}),
        ("old/c.txt", {OLD}),
        ("s3://bucket/s/d.txt", {FAR}),
        ("s3://bucket/", {FAR}),
        ("-", {STDIN}),
        ("bao/2022-01/Đại hội [2].txt", {CONGRESS}),
        ("bao/2021-*", {MARCH, APRIL}),
        ("bao/2021-*/b.*", {APRIL}),
        ("bao/*.txt", set()),
        ("bao/**/*.txt", {MARCH, APRIL, CONGRESS}),
        ("bao/rows.jsonl#?", {ROW_1}),
        ("old/?.txt", {OLD}),
        ("/archive/**", {OLD}),
        ("s3://bucket/*/d.txt", {FAR}),
        ("ba", set()),
        ("a.txt", set()),
        ("", set()),
        (" ", set()),
        ("bao/2021-03/[", set()),
    ],
)
def test_a_name_stands_for(name: str, expected: set[str], names: ArticleNames) -> None:
    assert names.find(name) == expected


def test_from_another_folder_ids_and_steps_upwards_work(
    names: ArticleNames, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "bao")
    assert names.find("../bao/2021-03") == {MARCH}
    assert names.find("../b*/2021-03") == {MARCH}
    assert names.find("bao/2021-04") == {APRIL}
    assert names.find(str(tmp_path / "bao/2021-0?")) == {MARCH, APRIL}


def test_a_path_goes_before_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ArticleNames({"in/a.txt": "/elsewhere/in/a.txt", "a.txt": "in/a.txt"})
    assert names.find("in/a.txt") == {"a.txt"}
    assert names.find("in") == {"a.txt"}


def test_letters_may_be_composed_or_not(names: ArticleNames) -> None:
    assert names.find(unicodedata.normalize("NFD", "bao/2022-01/Đại hội [2].txt")) == {CONGRESS}


@pytest.mark.parametrize(
    ("unknown", "told"),
    [
        (["bao/dai-hoi-[2].txt"], "no article of the graph comes from 'bao/dai-hoi-[2].txt'; perhaps 'bao/2022-01/Đ"),
        (["zz", "yy"], "no article of the graph comes from 'zz' or 'yy'; graphbuild sql shows"),
        (["zz", "yy", "xx"], "no article of the graph comes from 'zz' and 2 others"),
    ],
)
def test_what_stands_for_nothing_is_told_with_what_is_near(unknown: list[str], told: str, names: ArticleNames) -> None:
    with pytest.raises(NotFoundError) as error:
        names.find_all([MARCH, *unknown])
    assert str(error.value).startswith(told)
