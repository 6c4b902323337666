"""The commands that ask a built graph, as a person and as a program sees them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import write_articles


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    gb.build([write_articles(folder / "articles")], folder / "output")
    return folder / "output"


@pytest.fixture
def ask(output: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Ask the graph; return the exit code, what was printed, and the complaint."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main([*words, "-g", str(output)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def test_search_finds_without_accents_and_in_part(ask: Any) -> None:
    code, out, err = ask("search", "van minh")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split("\t") == ["name", "kind", "about", "found as", "id"]
    assert out.splitlines()[1].split("\t") == ["Trần Văn Minh", "person", "Trung tướng", "", "person/tran-van-minh"]


def test_search_keeps_one_kind_and_a_limit(ask: Any) -> None:
    kinds = {line.split("\t")[1] for line in ask("search", "su doan", "--only", "unit")[1].splitlines()[1:]}
    assert kinds == {"unit"}
    assert len(ask("search", "quan", "--limit", "1")[1].splitlines()) == 2


def test_search_without_hits_says_so_and_is_no_error(ask: Any) -> None:
    assert ask("search", "qwertz") == (0, "", "nothing answers to 'qwertz'\n")
    assert ask("search", "qwertz", "--json")[1] == "[]\n"


def test_show_prints_a_person_with_ranks_posts_and_events(ask: Any) -> None:
    code, out, _ = ask("show", "tran van minh")
    assert code == 0
    assert out.startswith("Trần Văn Minh\nid: person/tran-van-minh\n")
    assert "rank: Trung tướng" in out
    assert "2021-12-15\tThiếu tướng" in out
    assert re.search(r"\tTư lệnh\t.*Quân khu 6\t", out)
    assert re.search(r"\nEvents \(.*chairs 1.*\)\n", out)


@pytest.mark.parametrize("name", ["quan khu 6", "Hội nghị tổng kết công tác quân sự năm 2021"])
def test_show_prints_units_and_events_too(ask: Any, name: str) -> None:
    code, out, err = ask("show", name)
    assert (code, err) == (0, "")
    assert "Trần Văn Minh" in out


def test_path_prints_a_row_a_step(ask: Any) -> None:
    code, out, _ = ask("path", "tran van minh", "phan the luong")
    assert code == 0
    steps = [line.split("\t") for line in out.splitlines()[1:]]
    assert steps[0][0] == "Trần Văn Minh"
    assert steps[0][1].endswith(" ->")
    assert steps[-1][1].startswith("<- ")
    assert steps[-1][3] == "Phan Thế Lương"
    assert [step[3] for step in steps[:-1]] == [step[0] for step in steps[1:]]


def test_timeline_goes_by_date(ask: Any) -> None:
    code, out, _ = ask("timeline", "le quang hoa")
    dates = [line.split("\t")[0] for line in out.splitlines()[1:]]
    assert code == 0
    assert len(dates) >= 3
    assert dates == sorted(dates)


def test_evidence_marks_the_words_and_names_the_article(ask: Any) -> None:
    code, out, _ = ask("evidence", "tran van minh", "quan khu 6")
    assert code == 0
    assert re.search(r"^Trần Văn Minh HOLDS \(Tư lệnh, current\) .*Quân khu 6$", out, re.MULTILINE)
    assert "«" in out
    assert "Quân khu 6 tổng kết công tác quân sự năm 2021" in out
    assert "articles/a.txt" in out
    assert "confidence 0." in out


def test_evidence_of_one_name_covers_all_around_it(ask: Any) -> None:
    pair = json.loads(ask("evidence", "tran van minh", "quan khu 6", "--json")[1])
    alone = json.loads(ask("evidence", "tran van minh", "--json")[1])
    assert len(alone) > len(pair)
    assert all(found in alone for found in pair)


def test_chart_tells_certain_from_likely_and_unknown(ask: Any) -> None:
    code, out, err = ask("chart", "quan khu 6", "--on", "2022-01")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Quân khu 6, 2022-01",
        "",
        "Likely",
        "title\tperson\trank\tbecause",
        "Tư lệnh\tTrần Văn Minh\tTrung tướng\tseen 2021-12-15 and seen 2022-03-02",
    ]
    assert "Certain\n" in ask("chart", "quan khu 6", "--on", "2021")[1]
    assert "last seen 2022-03-02" in ask("chart", "quan khu 6")[1]


def test_chart_refuses_what_is_no_date_or_no_unit(ask: Any) -> None:
    code, out, err = ask("chart", "quan khu 6", "--on", "15/12/2021")
    assert (code, out) == (2, "")
    assert "give the day, month or year as 2021-07-15, 2021-07 or 2021" in err
    assert ask("chart", "tran van minh")[0] == 2


def test_conflicts_are_none_where_articles_agree(ask: Any) -> None:
    assert ask("conflicts") == (0, "", "no contradictions\n")
    assert ask("conflicts", "--json") == (0, "[]\n", "")
    assert ask("conflicts", "--kind", "quarrel")[0] == 2


def test_stats_count_articles_nodes_and_edges(ask: Any) -> None:
    code, out, _ = ask("stats")
    assert code == 0
    assert "articles\t3" in out
    assert "person\t3" in out


@pytest.mark.parametrize(
    "question",
    [
        ("search", "minh"),
        ("show", "tran van minh"),
        ("show", "quan khu 6"),
        ("path", "tran van minh", "le quang hoa"),
        ("timeline", "tran van minh"),
        ("evidence", "tran van minh", "quan khu 6"),
        ("stats",),
        ("chart", "quan khu 6", "--on", "2022"),
    ],
    ids=" ".join,
)
def test_every_question_answers_in_json_with_letters_as_they_are(ask: Any, question: tuple[str, ...]) -> None:
    code, out, err = ask(*question, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)
    assert "\\u" not in out


def test_an_unknown_name_is_one_line_and_exit_code_2(ask: Any) -> None:
    code, out, err = ask("show", "qwertz")
    assert (code, out) == (2, "")
    assert err.startswith("error: no node answers to 'qwertz'")
    assert len(err.splitlines()) == 1


def test_an_ambiguous_name_lists_its_candidates_and_exits_with_2(ask: Any) -> None:
    code, out, err = ask("show", "hoi")
    assert (code, out) == (2, "")
    first, *candidates = err.splitlines()
    assert first.startswith("error: ")
    assert len(candidates) > 1
    id = candidates[0].split("\t")[0].strip()
    assert ask("show", id)[0] == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["serch", "x"], "No such command 'serch'"),
        (["search"], "Missing argument"),
        (["search", "x", "--limt", "3"], "No such option: --limt"),
        (["search", "x", "--limit", "many"], "Invalid value for '--limit'"),
        (["search", "x", "--only", "tank"], "no such kind or relation: 'tank'"),
        (["search", "..."], "nothing to search for"),
    ],
    ids=str,
)
def test_a_wrong_question_is_one_line_and_exit_code_2(ask: Any, words: list[str], complaint: str) -> None:
    code, out, err = ask(*words)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert complaint in err
    assert len(err.splitlines()) == 1


def test_a_folder_without_a_graph_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for question in (["search", "x"], ["show", "x"], ["stats"]):
        assert main([*question, "-g", str(tmp_path)]) == 2
        assert capsys.readouterr().err == (
            f"error: {tmp_path}: there is no graph here; build one with: graphbuild build ARTICLES\n"
        )
