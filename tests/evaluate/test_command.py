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
    assert all(miss["sentence"] for miss in read["misses"])
    assert main(["extract", str(gold.with_name("articles")), "--format", "jsonl"]) == 0
    file = tmp_path / "facts.jsonl"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert main(["evaluate", str(gold), "--predictions", str(file), "--json", "--misses"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["rows"], printed["documents"]) == (read["rows"], read["documents"])
    assert len(printed["misses"]) == len(read["misses"])
    assert {miss["sentence"] for miss in printed["misses"]} <= {""}
    assert read["rows"]["officers"]["f1"] == 1.0
    assert read["documents"] == 1


def test_causes_are_counted_and_misses_listed_under_them_on_request(
    gold: Path, tmp_path: Path, capsys: Captured
) -> None:
    facts = json.loads((gold / f"{STEM}.json").read_text("utf-8"))
    file = tmp_path / "facts.jsonl"
    file.write_text(json.dumps({**facts, "document": f"{STEM}.txt", "byline": "Lê An"}) + "\n", "utf-8")
    assert main(["evaluate", str(gold), "--predictions", str(file)]) == 0
    table = capsys.readouterr().out
    assert table.endswith(
        "\nCauses; a fact in the place of another counts once\n"
        "cause\tfacts\trows\nwrong byline\t1\tbyline (accuracy) 1\n"
    )
    assert main(["evaluate", str(gold), "--predictions", str(file), "--misses"]) == 0
    listed = capsys.readouterr().out.removeprefix(table)
    assert listed == (
        "\nWrong byline\narticle\trow\texpected\tfound\tsentence\n"
        f"{STEM}\tbyline (accuracy)\t{facts['byline']}\tLê An\t\n"
    )
    assert main(["evaluate", str(gold), "--predictions", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["causes"] == {
        "wrong byline": {"misses": 1, "rows": {"byline (accuracy)": 1}}
    }


def test_gold_without_a_fault_has_no_table_of_causes(gold: Path, tmp_path: Path, capsys: Captured) -> None:
    facts = json.loads((gold / f"{STEM}.json").read_text("utf-8"))
    file = tmp_path / "facts.jsonl"
    file.write_text(json.dumps({**facts, "document": f"{STEM}.txt"}) + "\n", "utf-8")
    assert main(["evaluate", str(gold), "--predictions", str(file), "--misses"]) == 0
    assert "Causes" not in capsys.readouterr().out


def test_calibration_is_printed_on_request_as_a_table_or_as_json(gold: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(gold), "--calibration"]) == 0
    lines = capsys.readouterr().out.partition("\nCalibration\n")[2].splitlines()
    assert lines[0] == "kind\tconfidence\tclaims\tmean stated\tshare right"
    assert "rank\t>= 0.95\t" in "\n".join(lines)
    assert main(["evaluate", str(gold), "--calibration", "--json"]) == 0
    bins = json.loads(capsys.readouterr().out)["calibration"]
    assert len(bins) == len(lines) - 1
    assert bins[0].keys() == {"kind", "low", "high", "claims", "stated", "right"}


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
            [alone, "--predictions", file, "--calibration"],
            2,
            "--calibration needs articles: predictions state no confidence; leave one of them out",
        ),
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
