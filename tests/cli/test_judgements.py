"""graphbuild review and graphbuild judge, as a person and as a program use them."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles
from tests.building.test_judging import HOA, NAMESAKE, OTHER

THIRD = NAMESAKE.replace("8801", "8802").replace("Thượng tá", "Trung tá")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with three persons of one name; the second may be the first or the third, the others are two by rank."""
    folder = tmp_path_factory.mktemp("review")
    articles = write_articles(folder / "articles")
    (articles / "n.txt").write_text(NAMESAKE, "utf-8")
    (articles / "o.txt").write_text(THIRD, "utf-8")
    gb.build([articles], folder / "output")
    return folder / "output"


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "output"))


@pytest.fixture
def run(output: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: str) -> tuple[int, str, str]:
        folder = [str(output)] if words[0] == "review" else ["-g", str(output)]
        code = main([*words, *folder])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def answered(output: Path, *answers: str) -> str:
    """Walk through the pairs with these answers typed, one a line."""
    words = [sys.executable, "-m", "graphbuild", "review", str(output), "--who", "Lan"]
    typed = "".join(f"{answer}\n" for answer in answers)
    done = subprocess.run(words, input=typed, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout


def judged(run: Any) -> list[str]:
    return [one["says"] for one in json.loads(run("judge", "--list", "--json")[1])]


def test_the_pairs_are_listed_for_people_and_programs(run: Any) -> None:
    code, out, err = run("review", "--list")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split("\t") == ["a", "b", "likelihood", "worth", "reasons"]
    listed = json.loads(run("review", "--list", "--json", "--limit", "2")[1])
    assert len(listed) == 2
    assert listed[0]["worth"] >= listed[1]["worth"]
    assert listed[0]["a"]["quotes"][0]["sentence"]
    assert listed[0]["a"]["records"][0][1].startswith("Lê Quang")


def test_answers_are_kept_and_what_follows_is_not_asked(output: Path, run: Any) -> None:
    shown = answered(output, "what?", "same cùng năm sinh", "d")
    assert shown.count("likely the same") == 2
    assert "no more pairs" in shown
    assert "Sư đoàn trưởng" in shown
    assert "2 answered; bringing the graph up to date" in shown
    assert [one.split()[1] for one in judged(run)] == ["same", "different"]
    entries = json.loads(run("judge", "--list", "--json")[1])
    assert entries[0]["judgement"]["signed"]["why"] == "cùng năm sinh"
    assert entries[0]["judgement"]["signed"]["who"] == "Lan"
    assert len(gb.open(output).search("le quang hoa")) == 2
    assert "nothing answered" in answered(output)


def test_skipped_pairs_are_asked_again_and_unsure_ones_are_not(output: Path, run: Any) -> None:
    assert "nothing answered" in answered(output, "k", "", "q")
    answered(output, "u", "q")
    assert len(json.loads(run("review", "--list", "--json")[1])) == 1
    assert len(gb.open(output).search("le quang hoa")) == 3


def test_ctrl_c_keeps_what_was_answered_and_brings_it_into_the_graph(output: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "graphbuild", "review", str(output)]
    walk = subprocess.Popen(words, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    os.write(ours, b"s\n")
    kept = output / "judgements.toml"
    for _ in range(600):
        if kept.exists():
            break
        time.sleep(0.05)
    time.sleep(0.5)
    walk.send_signal(signal.SIGINT)
    out, err = walk.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert (walk.returncode, err) == (0, b"")
    assert b"1 answered; bringing the graph up to date" in out
    assert len(gb.open(output).search("le quang hoa")) == 2


def test_judging_listing_and_taking_back_without_a_terminal(run: Any, output: Path) -> None:
    code, out, err = run("judge", HOA, OTHER, "same", "--why", "cùng năm sinh", "--who", "Lan")
    assert (code, err) == (0, "")
    assert out.startswith(f"judged: {HOA} same {OTHER} (judgement 1 of {output / 'judgements.toml'})")
    row = run("judge", "--list")[1].splitlines()[1].split("\t")
    assert (row[:4], row[5]) == (["1", f"{HOA} same {OTHER}", "yes", "Lan"], "cùng năm sinh")
    code, out, err = run("show", OTHER)
    assert (code, err) == (0, f"{OTHER} is now {HOA}\n")
    assert f"id: {HOA}\n" in out
    refused = run("judge", "articles/n.txt::Lê Quang Hòa", "articles/a.txt::Lê Quang Hòa", "different")
    assert refused[0] == 1
    assert "contradicts judgement 1" in refused[2]
    taken = json.loads(run("judge", "--undo", "--json")[1])
    assert (taken["done"], taken["entry"]) == ("taken back", 1)
    assert run("show", OTHER)[2] == ""


def test_the_page_waits_where_asked_to_and_it_is_said_until_it_is_written(run: Any, output: Path) -> None:
    page = (output / "graph.html").read_bytes()
    older = "graph.html and graph.graphml are older than the graph; to write them anew: graphbuild judge --refresh -g "
    code, out, err = run("judge", HOA, OTHER, "same", "--no-views")
    assert (code, out.startswith("judged: "), err.startswith(older)) == (0, True, True)
    assert run("stats")[2].startswith(older)
    assert (output / "graph.html").read_bytes() == page
    assert run("judge", "--refresh") == (0, "the graph follows the judgements\n", "")
    assert (output / "graph.html").read_bytes() != page
    assert run("stats")[2] == ""


def test_an_edit_of_the_file_is_brought_into_the_graph(run: Any, output: Path) -> None:
    run("judge", HOA, OTHER, "same")
    (output / "judgements.toml").unlink()
    assert run("judge", "--refresh", "--no-views")[0] == 0
    assert run("show", OTHER)[2] == ""
    code, _, err = run("judge", "--refresh", HOA, OTHER, "same")
    assert (code > 0, "--refresh judges nothing" in err) == (True, True)


def test_corrections_are_made_from_the_command_line(run: Any, output: Path) -> None:
    claim = json.loads(run("evidence", "tran van minh", "quan khu 6", "--json")[1])[0]["quotes"][0]["claim"]
    assert run("judge", "--wrong", claim)[0] == 0
    assert run("judge", "--not-a-person", "Lê Quang Hòa", "--article", "articles/a.txt")[0] == 0
    assert run("judge", "su doan bo binh 941", "quan khu 6", "parent")[0] == 0
    kinds = [one.split(" ")[1] for one in judged(run)]
    assert kinds == ["wrong", "Quang", "parent"]
    assert ("articles/a.txt", "Lê Quang Hòa") not in gb.open(output).nx.nodes[HOA]["members"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "one thing at a time is judged"),
        ([HOA, OTHER], "an answer is missing; choose from same, different, unsure, parent"),
        ([HOA, OTHER, "perhaps"], "'perhaps' is no answer"),
        ([HOA, OTHER, "same", "--wrong", "x"], "one thing at a time is judged"),
        (["--undo"], "there is none"),
        (["--not-a-person", "A", "--article", "no.txt"], "no article has the id"),
    ],
)
def test_a_judgement_that_is_not_one_is_a_line_of_complaint(run: Any, words: list[str], complaint: str) -> None:
    code, out, err = run("judge", *words)
    assert (code > 0, out) == (True, "")
    assert complaint in err


def test_a_judgement_whose_articles_are_gone_is_listed_as_not_in_effect(run: Any, output: Path) -> None:
    (output / "judgements.toml").write_text(
        '[[judgement]]\nsays = "same"\nkind = "person"\na = [["gone.txt", "Ai"]]\nb = [["gone.txt", "Ai Đó"]]\n',
        "utf-8",
    )
    assert run("judge", "--list")[1].splitlines()[1].split("\t")[2] == "no"
