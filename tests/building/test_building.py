"""Builds: what is read, what is kept, what is reported, and that nothing published is ever lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.building import share
from graphbuild.building.report import BuildReport
from graphbuild.errors import ResourceError, StoreError, UsageError
from graphbuild.samples import articles_folder
from graphbuild.store import Workspace
from tests.building.articles import CONFERENCE, CONGRESS, write_articles

OWN_UNITS = """
[[unit]]
name = "Sư đoàn Bộ binh 941"
aliases = ["Đoàn Sơn Khê"]
parent = "Quân khu 6"
source = "invented for a test"
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def counted(report: BuildReport) -> tuple[int, int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.failed, report.gone


def test_a_build_writes_the_graph_its_page_and_its_graphml(articles: Path, output: Path) -> None:
    report = gb.build([articles], output)
    assert counted(report) == (3, 0, 0, 0, 0)
    assert (report.documents, report.persons) == (3, 3)
    assert min(report.units, report.events, report.edges) > 0
    assert {path.name for path in output.iterdir()} == {
        "graph.html", "graph.graphml", "graphbuild.duckdb", ".graphbuild.lock",
    }  # fmt: skip
    assert "Trần Văn Minh" in report.graphml.read_text("utf-8")
    graph = gb.open(output)
    assert graph.nx.number_of_edges() == report.edges
    assert graph.person("tran van minh").rank == "Trung tướng"


def test_a_pipeline_makes_room_for_a_new_one_before_what_it_remembers_of_words_fills_the_memory(
    articles: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = gb.build([articles], output).graphml.read_bytes()
    monkeypatch.setattr(share, "MOST", 1)
    used = share._loaded.cache_info().currsize
    again = [gb.build([articles], output.with_name(f"again {n}")).graphml.read_bytes() for n in range(2)]
    assert (used, share._loaded.cache_info().misses) == (1, 1)
    assert again == [whole, whole]


def test_every_edge_leads_to_sentences_of_its_articles(articles: Path, output: Path) -> None:
    gb.build([articles], output)
    graph = gb.open(output)
    texts = {f"articles/{path.name}": path.read_text("utf-8") for path in articles.iterdir()}
    seen = 0
    for a, b in graph.nx.edges():
        for link, quotes in graph.evidence(a, b):
            assert [quote.claim for quote in quotes] == list(link.claims)
            for quote in quotes:
                assert quote.sentence in texts[quote.document]
                assert quote.sentence[quote.mark_start : quote.mark_end]
                seen += 1
    assert seen


def test_the_same_build_again_reads_nothing_and_writes_the_same_bytes(articles: Path, output: Path) -> None:
    first = gb.build([articles], output)
    before = first.graphml.read_bytes(), first.page.read_bytes()
    second = gb.build([articles], output)
    assert counted(second) == (0, 0, 3, 0, 0)
    assert second.reread == 0
    assert (second.graphml.read_bytes(), second.page.read_bytes()) == before


def test_two_fresh_builds_and_any_order_of_the_articles_give_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    files = sorted(articles.iterdir())
    graphs = {
        gb.build(sources, tmp_path / f"output{n}").graphml.read_bytes()
        for n, sources in enumerate((files, files, files[::-1], [files[1], files[0], files[2]]))
    }
    assert len(graphs) == 1


def test_the_order_of_sets_leaves_no_trace(tmp_path: Path) -> None:
    script = "import sys; from graphbuild.building.collection import build; build(sys.argv[1], sys.argv[2])"
    graphs, pages = set(), set()
    for seed in ("1", "2", "3"):
        output = tmp_path / seed
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, articles_folder(), output], env=environment, check=True)
        graphs.add((output / "graph.graphml").read_bytes())
        pages.add((output / "graph.html").read_bytes())
    assert len(graphs) == len(pages) == 1


def test_articles_built_one_by_one_give_the_graph_of_all_at_once(articles: Path, tmp_path: Path) -> None:
    files = sorted(articles.iterdir())
    for file in files:
        step = gb.build([file], tmp_path / "steps")
    assert step.documents == 3
    whole = gb.build(files, tmp_path / "whole")
    assert step.graphml.read_bytes() == whole.graphml.read_bytes()


def test_several_processes_give_the_same_graph_as_one(articles: Path, tmp_path: Path) -> None:
    one = gb.build([articles], tmp_path / "one", jobs=1)
    two = gb.build([articles], tmp_path / "two", jobs=2)
    assert one.graphml.read_bytes() == two.graphml.read_bytes()


def test_only_what_changed_is_read_again_and_its_old_claims_go(articles: Path, output: Path) -> None:
    gb.build([articles], output)
    (articles / "c.txt").write_text(CONGRESS.replace("Phan Thế Lương", "Đinh Công Tráng"), "utf-8")
    (articles / "d.txt").write_text(CONFERENCE.replace("năm 2021", "năm 2022").replace("/2021", "/2022"), "utf-8")
    report = gb.build([articles], output)
    assert counted(report) == (1, 1, 2, 0, 0)
    graph = gb.open(output)
    assert graph.search("phan the luong") == ()
    assert graph.search("dinh cong trang")


def test_ids_stay_when_articles_are_added(articles: Path, output: Path) -> None:
    files = sorted(articles.iterdir())
    gb.build(files[:1], output)
    before = set(gb.open(output).nx)
    gb.build(files, output)
    assert before <= set(gb.open(output).nx)


def test_articles_that_are_gone_stay_until_they_are_pruned(articles: Path, output: Path) -> None:
    gb.build([articles], output)
    (articles / "c.txt").unlink()
    kept = gb.build([articles], output)
    assert (counted(kept), kept.documents) == ((0, 0, 2, 0, 1), 3)
    pruned = gb.build([articles], output, prune=True)
    assert (counted(pruned), pruned.documents) == ((0, 0, 2, 0, 1), 2)
    assert gb.open(output).search("phan the luong") == ()


def test_pruning_spares_what_cannot_be_read_today(articles: Path, output: Path) -> None:
    gb.build([articles], output)
    (articles / "c.txt").write_bytes(b"")
    report = gb.build([articles], output, prune=True)
    assert (counted(report), report.documents) == ((0, 0, 2, 1, 0), 3)
    assert gb.open(output).search("phan the luong")


def test_a_changed_gazetteer_makes_all_facts_anew_also_of_articles_that_are_gone(
    articles: Path, output: Path, tmp_path: Path
) -> None:
    gb.build([articles], output)
    (articles / "c.txt").unlink()
    own = tmp_path / "own.toml"
    own.write_text(OWN_UNITS, "utf-8")
    report = gb.build([articles], output, gazetteer=[own])
    assert (counted(report), report.reread, report.documents) == ((0, 0, 2, 0, 1), 3, 3)
    assert gb.build([articles], output, gazetteer=[own]).reread == 0


def test_a_gazetteer_file_that_is_not_right_stops_the_build_before_anything_is_written(
    articles: Path, output: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[[unit]]\nnom = 3", "utf-8")
    with pytest.raises(ResourceError, match=r"own\.toml"):
        gb.build([articles], output, gazetteer=[own])
    assert not (output / "graphbuild.duckdb").exists()


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.md": (b" \n\n", "empty"),
    "binary.txt": (bytes(range(256)) * 40, ""),
    "long.txt": (b"a" * 100_000_000, "100 MB"),
    "broken.jsonl": (b'{"text": "Th\xe1\xba\xbf"\n', ""),
    "column.csv": ("id,body\n1,Một câu.\n".encode(), ""),
    "long.jsonl": (b'{"text": "' + b"a" * 100_000_000 + b'"}\n', ""),
}


def test_bad_files_are_named_with_the_reason_and_the_rest_goes_on(articles: Path, output: Path) -> None:
    for name, (content, _) in BAD.items():
        (articles / name).write_bytes(content)
    (articles.parent / "empty").mkdir()
    sources = [articles, articles.parent / "empty", articles.parent / "missing.txt"]
    report = gb.build(sources, output)
    assert (report.new, report.documents) == (3, 3)
    errors = {Path(failure.source.partition(", line")[0]).name: failure.error for failure in report.failures}
    assert set(errors) == {*BAD, "empty", "missing.txt"}
    for name, (_, reason) in BAD.items():
        assert reason in errors[name]
    for failure in report.failures:
        assert failure.error
        assert "\n" not in failure.error
        assert "a fault of graphbuild" not in failure.error
        assert not failure.error.startswith(failure.source)
    with Workspace(output).open_reader() as reader:
        assert len(reader.failures()) == len(report.failures)


def test_the_good_rows_of_a_file_with_a_broken_one_are_read(articles: Path, output: Path) -> None:
    rows = articles / "rows.jsonl"
    rows.write_text(
        '{"text": "Ngày 2/3/2022, Sư đoàn 941 ra quân."}\n{"text": \n{"text": "Quân khu 6 họp."}\n', "utf-8"
    )
    report = gb.build([rows], output)
    assert counted(report) == (2, 0, 0, 1, 0)
    assert counted(gb.build([rows], output, prune=True)) == (0, 0, 2, 1, 0)


def test_a_failure_leaves_the_earlier_version_in_the_graph_and_is_tried_again(articles: Path, output: Path) -> None:
    gb.build([articles], output)
    (articles / "c.txt").write_bytes(bytes(range(256)) * 40)
    assert counted(gb.build([articles], output)) == (0, 0, 2, 1, 0)
    assert gb.open(output).search("phan the luong")
    (articles / "c.txt").write_text(CONGRESS + "\nBế mạc.\n", "utf-8")
    assert counted(gb.build([articles], output)) == (0, 1, 2, 0, 0)


def test_an_output_folder_inside_a_source_is_not_read_as_articles(articles: Path) -> None:
    for _ in range(2):
        report = gb.build([articles], articles)
        assert (report.documents, report.failures) == (3, ())


def test_no_source_at_all_is_a_wrong_question_and_nothing_is_made(output: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        gb.build([tmp_path / "a", tmp_path / "b"], output)
    assert not output.exists()


def test_an_output_that_cannot_be_written_is_told_before_any_work(articles: Path) -> None:
    with pytest.raises(StoreError, match="choose another output folder"):
        gb.build([articles], articles / "a.txt")


def test_one_path_may_be_given_without_a_list(articles: Path, output: Path) -> None:
    assert gb.build(str(articles / "a.txt"), output).new == 1


def test_an_open_graph_stays_as_it_was_while_builds_go_on(articles: Path, output: Path) -> None:
    gb.build([articles / "a.txt"], output)
    old = gb.open(output)
    gb.build([articles], output)
    assert old.search("phan the luong") == ()
    assert old.evidence("tran van minh", "quan khu 6")[0][1][0].document == "a.txt"
    assert gb.open(output).search("phan the luong")


def test_progress_is_told_in_articles(articles: Path, output: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    gb.build([articles], output, progress=lambda doing, done, of: told.append((doing, done, of)))
    reading = [done for doing, done, _ in told if doing == "reading articles"]
    assert reading == [0, 1, 2, 3]
    assert [doing for doing, _, _ in told[4:]] == ["resolving names", "writing the page"]


def test_a_build_killed_midway_costs_nothing_that_was_published(articles: Path, output: Path) -> None:
    gb.build([articles], output)
    published = {path: path.read_bytes() for path in output.iterdir() if path.name.startswith("graph")}
    script = "import sys; from graphbuild.building.collection import build; build([sys.argv[1]], sys.argv[2], jobs=1)"
    child = subprocess.Popen([sys.executable, "-c", script, articles_folder(), output])
    for _ in range(600):
        if any("building-" in path.name for path in output.iterdir()):
            break
        time.sleep(0.05)
    time.sleep(0.5)
    os.kill(child.pid, signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    assert any("building-" in path.name for path in output.iterdir())
    assert {path: path.read_bytes() for path in published} == published
    assert gb.open(output).search("phan the luong")
    report = gb.build([articles], output)
    assert counted(report) == (0, 0, 3, 0, 0)
    assert not any("building-" in path.name for path in output.iterdir())


def test_extract_gives_the_facts_of_one_text() -> None:
    facts = gb.extract(CONFERENCE, url="https://example.org/1").as_dict()
    assert facts["events"][0]["date"] == "2021-12-15"
    person = next(person for person in facts["persons"] if person["name"] == "Trần Văn Minh")
    assert person["rank"] == "Thiếu tướng"
    assert person["positions"][0]["title"] == "Tư lệnh"


def test_switching_the_statistical_ner_off_reads_unchanged_articles_again(articles: Path, output: Path) -> None:
    assert gb.build([articles], output).reread == 0
    assert gb.build([articles], output, ner=False).reread == 3
    assert gb.build([articles], output, ner=False).reread == 0
