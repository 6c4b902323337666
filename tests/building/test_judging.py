"""Judging a published graph: real articles, a real store, and no article read again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.building import graphing
from graphbuild.building.judging import Judging
from graphbuild.building.reviewing import reviews
from graphbuild.errors import AmbiguousError, JudgementError, NotFoundError, StoreError, UsageError
from graphbuild.resolve import Answer, Signed
from tests.building.articles import CONFERENCE, write_articles

SIGNED = Signed("Lan", "2024-11-02", "one man")
NAMESAKE = CONFERENCE.replace("Sư đoàn trưởng Sư đoàn Bộ binh 941", "Trợ lý Trung đoàn Bộ binh 8801").replace(
    "Đại tá", "Thượng tá"
)
MORE = NAMESAKE.replace("2021", "2023")
HOA, OTHER = "person/le-quang-hoa", "person/le-quang-hoa-2"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph in which Lê Quang Hòa of a division and a namesake of a regiment are two."""
    folder = tmp_path_factory.mktemp("judging")
    articles = write_articles(folder / "articles")
    (articles / "n.txt").write_text(NAMESAKE, "utf-8")
    gb.build([articles], folder / "output")
    return folder


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy" / "output"


def judge(output: Path, *words: str) -> None:
    a, b, answer = words
    with Judging(output) as judging:
        judging.pair(a, b, Answer(answer), SIGNED)
        judging.apply()


def views(output: Path) -> tuple[bytes, bytes]:
    return (output / "graph.graphml").read_bytes(), (output / "graph.html").read_bytes()


def test_the_graph_follows_at_once_and_the_articles_may_be_gone(output: Path) -> None:
    assert {hit.id for hit in gb.open(output).search("le quang hoa")} == {HOA, OTHER}
    shutil.rmtree(output.parent / "articles")
    judge(output, HOA, OTHER, "same")
    graph = gb.open(output)
    assert {hit.id for hit in graph.search("le quang hoa")} == {HOA}
    assert graph.merged_into(OTHER) == HOA
    assert graph.card(OTHER).node.id == HOA
    assert "judged to be the same" in graph.nx.nodes[HOA]["joined_because"]


def test_taken_back_it_leaves_the_graph_of_before(output: Path) -> None:
    before = views(output)
    judge(output, HOA, OTHER, "same")
    assert views(output) != before
    with Judging(output) as judging:
        assert str(judging.take_back()) == f"{HOA} same {OTHER}"
        judging.apply()
    assert views(output) == before
    assert gb.open(output).merged_into(OTHER) is None


def test_it_survives_new_articles_and_a_build_from_nothing(output: Path) -> None:
    judge(output, HOA, OTHER, "same")
    articles = output.parent / "articles"
    (articles / "0.txt").write_text(MORE, "utf-8")
    gb.build([articles], output)
    assert {hit.id for hit in gb.open(output).search("le quang hoa")} == {HOA}
    for file in ("graphbuild.duckdb", "graph.html", "graph.graphml"):
        (output / file).unlink()
    gb.build([articles], output)
    (one,) = gb.open(output).search("le quang hoa")
    assert gb.open(output).nx.nodes[one.id]["members"][0][0] == "articles/0.txt"


def test_two_joined_wrongly_are_told_apart_by_their_records(output: Path) -> None:
    with Judging(output) as judging, pytest.raises(UsageError, match=r"name two records of it: articles/a\.txt::Lê"):
        judging.pair(HOA, HOA, Answer.DIFFERENT, SIGNED)
    judge(output, "articles/a.txt::Lê Quang Hòa", "articles/b.txt::Lê Quang Hòa", "different")
    assert len(gb.open(output).search("le quang hoa")) == 3


def test_what_cannot_be_judged_is_refused_and_nothing_is_written(output: Path) -> None:
    with Judging(output) as judging:
        with pytest.raises(UsageError, match="judge two of one kind"):
            judging.pair(HOA, "unit/quan-khu-6", Answer.SAME, SIGNED)
        with pytest.raises(AmbiguousError):
            judging.pair("le quang hoa", OTHER, Answer.SAME, SIGNED)
        with pytest.raises(NotFoundError):
            judging.pair("articles/a.txt::Ai Đó", OTHER, Answer.SAME, SIGNED)
        with pytest.raises(NotFoundError):
            judging.wrong("articles/a.txt:999", SIGNED)
        with pytest.raises(JudgementError, match="no judgement 0, there is none"):
            judging.take_back()
        assert not judging.file.path.exists()
        judging.pair(HOA, OTHER, Answer.SAME, SIGNED)
        with pytest.raises(JudgementError, match="contradicts judgement 1"):
            judging.pair(HOA, OTHER, Answer.DIFFERENT, SIGNED)
        assert len(judging.file.load().all) == 1


def test_who_is_possibly_the_same_is_told_until_it_is_judged(output: Path) -> None:
    (pair,) = gb.open(output).possibly_same(HOA)
    assert ({pair.a, pair.b}, 0 < pair.likelihood < 1) == ({HOA, OTHER}, True)
    assert any("unrelated units" in reason for reason in pair.reasons)
    assert gb.open(output).possibly_same("tran van minh") == ()
    judge(output, HOA, OTHER, "different")
    assert gb.open(output).possibly_same() == ()


def test_corrections_reach_the_graph(output: Path) -> None:
    graph = gb.open(output)
    held = [link for link, _ in graph.evidence("tran van minh", "quan khu 6")]
    with Judging(output) as judging:
        judging.not_a_person("lê quang hoà", "", SIGNED)
        for claim in held[0].claims:
            judging.wrong(claim, SIGNED)
        judging.parent("trung doan bo binh 8801", "quan khu 6", SIGNED)
        judging.apply()
        assert all(judging.in_effect(one) for one in judging.file.load().all)
    after = gb.open(output)
    assert after.search("le quang hoa") == ()
    assert held[0].key not in {link.key for link, _ in after.evidence("person/tran-van-minh", "quan khu 6")}
    ((link, quotes),) = after.evidence("trung doan bo binh 8801", "quan khu 6")
    assert (link.source.id, link.text("judged"), quotes) == (
        "unit/trung-doan-bo-binh-8801",
        "Lan, 2024-11-02, one man",
        [],
    )


def test_a_broken_file_stops_a_build_before_any_work(output: Path) -> None:
    (output / "judgements.toml").write_text('[[judgement]]\nsays = "same"\n', "utf-8")
    before = views(output)
    with pytest.raises(JudgementError, match="judgement 1: field kind"):
        gb.build([output.parent / "articles"], output)
    assert views(output) == before


def test_a_judgement_is_kept_though_the_graph_cannot_follow(output: Path) -> None:
    from graphbuild.store import Workspace

    with Judging(output) as judging, Workspace(output).begin_build():
        judging.pair(HOA, OTHER, Answer.SAME, SIGNED)
        with pytest.raises(StoreError, match="kept but not yet in the graph: another build"):
            judging.apply()
    gb.build([output.parent / "articles"], output)
    assert len(gb.open(output).search("le quang hoa")) == 1


def test_own_names_of_the_build_are_used_again_and_missed_when_they_change(output: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[unit]]\nname = "Đoàn Sơn Khê"\naliases = []\nparent = "Quân khu 6"\nsource = "a test"\n', "utf-8")
    gb.build([output.parent / "articles"], output, gazetteer=[own])
    judge(output, HOA, OTHER, "same")
    own.write_text(own.read_text("utf-8").replace("Sơn Khê", "Hồng Khê"), "utf-8")
    words = [sys.executable, "-m", "graphbuild", "judge", "--undo", "-g", str(output)]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "the gazetteer has changed since this graph was built; build it again" in done.stderr


def test_reviews_show_both_sides_and_leave_out_what_is_settled(output: Path) -> None:
    with Judging(output) as judging:
        (one,) = reviews(judging.reader, judging.file)
        assert {one.a.id, one.b.id} == {HOA, OTHER}
        assert "Sư đoàn trưởng" in one.a.quotes[0].sentence
        assert "Trợ lý" in one.b.quotes[0].sentence
        assert one.worth == round(one.likelihood * 1, 2)
        judging.pair(HOA, OTHER, Answer.UNSURE, SIGNED)
        assert list(reviews(judging.reader, judging.file)) == []


def test_the_page_can_wait_until_all_is_judged(output: Path) -> None:
    before = views(output)
    with Judging(output) as judging:
        assert (judging.is_behind, judging.views_are_older) == (False, False)
        judging.pair(HOA, OTHER, Answer.SAME, SIGNED)
        assert judging.is_behind
        judging.apply(views=False)
        assert (judging.is_behind, judging.views_are_older) == (False, True)
        assert len(gb.open(output).search("le quang hoa")) == 1
        assert views(output) == before
        judging.apply()
        assert not judging.views_are_older
    late = views(output)
    assert late != before
    gb.build([output.parent / "articles"], output)
    assert views(output) == late


def test_a_build_that_dies_between_graph_and_page_leaves_the_page_marked_as_older(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphbuild.store import Workspace

    (output.parent / "articles" / "more.txt").write_text(MORE, "utf-8")
    monkeypatch.setattr(Workspace, "publish_views", None)
    with pytest.raises(TypeError):
        gb.build([output.parent / "articles"], output)
    assert Workspace(output).views_are_older
    monkeypatch.undo()
    gb.build([output.parent / "articles"], output)
    assert not Workspace(output).views_are_older


def test_an_edit_by_hand_is_followed_and_what_another_version_resolved_is_resolved_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Judging(output) as judging:
        judging.pair(HOA, OTHER, Answer.SAME, SIGNED)
        judging.apply(views=False)
        judging.file.path.write_text(judging.file.path.read_text("utf-8").replace('"same"', '"different"'), "utf-8")
        assert judging.is_behind
        monkeypatch.setattr(graphing, "program_digest", lambda parts: "a later version")
        monkeypatch.setattr(graphing, "resolve_again", None)
        judging.apply(views=False)
    assert len(gb.open(output).search("le quang hoa")) == 2
