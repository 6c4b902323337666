"""`graphbuild evaluate`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graphbuild.cli import main
from graphbuild.samples import articles_folder

STEM = "01-hoi-nghi-quan-chinh-quan-khu-6"
HEADER = "                                        P      R     F1   tp  fp  fn"

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The gold of one sample article, with the article in the folder beside it."""
    for folder, name in (("gold", f"{STEM}.json"), ("articles", f"{STEM}.txt")):
        (tmp_path / folder).mkdir()
        shutil.copy(articles_folder().with_name(folder) / name, tmp_path / folder)
    return tmp_path / "gold"


def test_a_table_of_the_articles_beside_the_gold_is_printed(gold: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(gold)]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == ""
    assert lines[:2] == ["1 documents, 0 without a prediction", HEADER]
    assert lines[2].startswith("officers                            1.000  1.000  1.000  ")
    assert lines[3].startswith("rank (accuracy)                                   1.000  ")
    assert main(["evaluate", str(gold), str(gold.with_name("articles"))]) == 0
    assert capsys.readouterr().out == out


def test_printed_facts_score_as_the_articles_do(gold: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(gold), "--json", "--misses"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert main(["extract", str(gold.with_name("articles")), "--format", "jsonl"]) == 0
    file = tmp_path / "facts.jsonl"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert main(["evaluate", str(gold), "--predictions", str(file), "--json", "--misses"]) == 0
    assert json.loads(capsys.readouterr().out) == read
    assert read["rows"]["officers"]["f1"] == 1.0
    assert read["documents"] == 1


def test_misses_are_listed_a_line_each_on_request(gold: Path, tmp_path: Path, capsys: Captured) -> None:
    facts = json.loads((gold / f"{STEM}.json").read_text("utf-8"))
    file = tmp_path / "facts.jsonl"
    file.write_text(json.dumps({**facts, "document": f"{STEM}.txt", "byline": "Lê An"}) + "\n", "utf-8")
    assert main(["evaluate", str(gold), "--predictions", str(file)]) == 0
    table = capsys.readouterr().out
    assert main(["evaluate", str(gold), "--predictions", str(file), "--misses"]) == 0
    listed = capsys.readouterr().out.removeprefix(table)
    assert listed == f"{STEM}\tbyline (accuracy)\twrong\t{facts['byline']} != Lê An\n"


def test_an_article_that_cannot_be_read_is_named_scored_as_absent_and_exits_with_1(
    gold: Path, capsys: Captured
) -> None:
    article = gold.with_name("articles") / f"{STEM}.txt"
    article.write_bytes(b"")
    assert main(["evaluate", str(gold)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == f"1 documents, 1 without a prediction: {STEM}"
    assert err == f"failed: {article}: the file is empty\n"


def test_wrong_usage_and_bad_files_are_one_line_that_says_what_to_do(
    gold: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text("{}\n[\n", "utf-8")
    alone = gold.rename(tmp_path / "gold" / ".." / "moved").resolve()
    shutil.rmtree(tmp_path / "articles")
    for words, code, message in (
        ([alone], 2, f"{alone}: no folder articles beside it; name the articles after it"),
        (
            [tmp_path / "none"],
            1,
            f"{tmp_path / 'none'}: no gold here, expected NAME.json for each article; check the path",
        ),
        ([alone, "a.txt", "--predictions", file], 2, "both articles and predictions are given; give one of them"),
        (
            [alone, "--predictions", tmp_path / "x"],
            1,
            f"{tmp_path / 'x'}: cannot be read (No such file or directory); check the path",
        ),
        (
            [alone, "--predictions", file],
            1,
            "prediction 1: field document: expected the article's name; write it as graphbuild extract --format jsonl does",
        ),
    ):
        assert main(["evaluate", *map(str, words)]) == code
        assert capsys.readouterr() == ("", f"error: {message}\n")
