"""Builds that are disturbed: whatever dies, hangs or is stopped, the graph in the end is that of an undisturbed build."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

import graphbuild as gb
from graphbuild.building import collection
from graphbuild.building.collection import kept_articles
from graphbuild.engines import DIED
from graphbuild.engines.outcome import TOO_LARGE
from graphbuild.readers.files import find_files
from tests.building.faults import DIES_ONCE, FULL, HUNGRY, KILLS, STUCK, let_articles_harm, workers_of
from tests.building.test_contradicting_articles import COMMAND, CONFERENCE
from tests.building.test_same_store import rows

ARTICLES = {**CONFERENCE, **COMMAND}
Sources = tuple[Path, Path]
"""A folder of articles and what an undisturbed build makes of it."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    folder = tmp_path_factory.mktemp("many") / "articles"
    folder.mkdir()
    for n in range(6):
        for name, text in ARTICLES.items():
            (folder / f"{n:02}-{name}").write_text(f"{text}\nSố {n}.\n", "utf-8")
    gb.build([folder], folder.parent / "output", jobs=1, ner=False)
    return folder, folder.parent / "output"


@pytest.fixture(autouse=True)
def small_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.building.sharing.ARTICLES", 8)


def built(folder: Path, output: Path, **how: object) -> gb.BuildReport:
    return gb.build([folder], output, ner=False, **how)


def with_one_more(many: Sources, tmp_path: Path, words: str) -> Path:
    """A copy of the articles beside one with these words."""
    folder = shutil.copytree(many[0], tmp_path / "articles")
    (folder / "03-bad.txt").write_text(f"{CONFERENCE['a.txt']}\n{words}\n", "utf-8")
    return folder


def but_failures(output: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: found for table, found in rows(output).items() if table != "failures"}


@pytest.mark.parametrize("engine", ["local", "dask"])
@pytest.mark.parametrize(
    ("words", "error"),
    [(KILLS, DIED), (HUNGRY, TOO_LARGE), (STUCK, "not finished within 2 sec")],
    ids=["kills", "eats memory", "hangs"],
)
def test_an_article_that_does_harm_costs_itself_alone(
    words: str, error: str, engine: str, many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: str
) -> None:
    folder = with_one_more(many, tmp_path, words)
    let_articles_harm(monkeypatch, tmp_path)
    where = {"jobs": 2} if engine == "local" else {"engine": gb.Dask(cluster, articles=8)}
    report = built(folder, tmp_path / "output", patience=2.0, **where)
    assert [failed.source for failed in report.failures] == [str(folder / "03-bad.txt")]
    assert error in report.failures[0].error
    assert (report.new, report.gone) == (len(list(many[0].iterdir())), 0)
    assert but_failures(tmp_path / "output") == but_failures(many[1])


def test_in_one_process_an_article_that_holds_it_up_is_left_out(
    many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = with_one_more(many, tmp_path, STUCK)
    let_articles_harm(monkeypatch, tmp_path)
    report = built(folder, tmp_path / "output", jobs=1, patience=2.0)
    assert "not finished within 2 seconds" in report.failures[0].error
    assert but_failures(tmp_path / "output") == but_failures(many[1])


def test_an_article_whose_process_died_by_chance_is_read_by_the_next(
    many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = with_one_more(many, tmp_path, DIES_ONCE)
    let_articles_harm(monkeypatch, tmp_path)
    report = built(folder, tmp_path / "output", jobs=2)
    assert (report.failures, report.new) == ((), len(list(folder.iterdir())))


def test_workers_that_are_killed_cost_nothing(many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_articles_harm(monkeypatch, tmp_path, slow=0.02)
    killed: list[int] = []

    def kill(doing: str, done: int, of: int | None) -> None:
        if len(killed) < 3 and done > 12 * len(killed) + 4:
            for worker in workers_of(psutil.Process())[-1:]:
                worker.kill()
                killed.append(worker.pid)

    report = built(many[0], tmp_path / "output", jobs=2, progress=kill)
    assert len(killed) == 3
    assert report.failures == ()
    assert rows(tmp_path / "output") == rows(many[1])


def stopping_at(step: str, articles: int = 0) -> Callable[..., None]:
    """A progress that stops the build there."""

    def stop(doing: str, done: int, of: int | None) -> None:
        if doing == step and done >= articles:
            raise KeyboardInterrupt

    return stop


@pytest.mark.parametrize(
    ("step", "articles"), [("reading articles", 30), ("resolving names", 0), ("writing the page", 0)]
)
def test_a_build_that_was_stopped_at_any_step_goes_on_from_there(
    step: str, articles: int, many: Sources, tmp_path: Path
) -> None:
    folder, here = many
    with pytest.raises(KeyboardInterrupt):
        built(folder, tmp_path / "output", jobs=1, progress=stopping_at(step, articles))
    kept = kept_articles(tmp_path / "output")
    # What was under way was one share, of twice eight articles at most.
    assert kept >= (articles - 16 if step == "reading articles" else len(list(folder.iterdir())))
    report = built(folder, tmp_path / "output", jobs=2)
    assert (report.kept, report.new) == (kept, len(list(folder.iterdir())))
    assert rows(tmp_path / "output") == rows(here)
    assert {file.name for file in (tmp_path / "output").iterdir()} == {file.name for file in here.iterdir()}


def test_a_killed_build_goes_on_whatever_engine_comes_next(many: Sources, tmp_path: Path, cluster: str) -> None:
    folder, here = many
    script = (
        "import sys, graphbuild as gb\nfrom graphbuild.building import sharing\nsharing.ARTICLES = 8\n"
        "if __name__ == '__main__':\n    gb.build([sys.argv[1]], sys.argv[2], jobs=2, ner=False)"
    )
    (tmp_path / "script.py").write_text(script)
    child = subprocess.Popen([sys.executable, tmp_path / "script.py", folder, tmp_path / "output"])
    while not list((tmp_path / "output").glob(".graphbuild.parts/*.parquet")):
        assert child.poll() is None
        time.sleep(0.01)
    workers = workers_of(psutil.Process(child.pid))
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    # They end when they find their parent gone; until then they may finish a part.
    assert psutil.wait_procs(workers, timeout=60)[1] == []
    kept = kept_articles(tmp_path / "output")
    assert 0 < kept < len(list(folder.iterdir()))
    report = built(folder, tmp_path / "output", engine=gb.Dask(cluster, articles=8))
    assert report.kept == kept
    assert rows(tmp_path / "output") == rows(here)


def test_sources_that_changed_after_a_build_was_stopped_count_as_they_are_now(many: Sources, tmp_path: Path) -> None:
    folder = shutil.copytree(many[0], tmp_path / "articles")
    output = tmp_path / "output"
    built(folder, output)
    for file in sorted(folder.iterdir())[:20]:
        file.write_text(file.read_text("utf-8") + "\nHết.\n", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        built(folder, output, progress=stopping_at("resolving names"))
    assert kept_articles(output) == 20
    one, two, three, *_ = sorted(folder.iterdir())
    one.write_bytes((many[0] / one.name).read_bytes())
    two.write_text(two.read_text("utf-8") + "\nLần thứ ba.\n", "utf-8")
    three.unlink()
    report = built(folder, output, prune=True)
    assert (report.changed, report.kept, report.gone) == (18, 17, 1)
    built(folder, tmp_path / "fresh")
    found, wanted = rows(output), rows(tmp_path / "fresh")
    for table in ("documents", "mentions", "claims", "failures"):
        assert found[table] == wanted[table], table


def test_parts_that_were_read_otherwise_are_left_alone(many: Sources, tmp_path: Path) -> None:
    output = tmp_path / "output"
    with pytest.raises(KeyboardInterrupt):
        gb.build([many[0]], output, ner=True, progress=stopping_at("resolving names"))
    (output / ".graphbuild.parts" / "0.parquet").write_bytes(b"broken by a power cut")
    report = built(many[0], output)
    assert report.kept == 0
    assert rows(output) == rows(many[1])


def test_where_nothing_has_changed_nothing_is_written(
    many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(many[0], tmp_path / "articles")
    (folder / "empty.txt").write_text(" ")
    output = tmp_path / "output"
    first = built(folder, output)
    before = {file.name: file.stat().st_mtime_ns for file in output.iterdir() if file.name.startswith("graph")}
    monkeypatch.setattr(collection, "put_graph", None)
    again = built(folder, output, jobs=2)
    assert {file.name: file.stat().st_mtime_ns for file in output.iterdir() if file.name.startswith("graph")} == before
    assert (again.unchanged, again.failures) == (first.new, first.failures)
    assert (again.persons, again.edges) == (first.persons, first.edges)
    for change in (
        lambda: (output / "graphbuild.toml").write_text('name = "Another"\n'),
        (output / "graph.html").unlink,
        (folder / "empty.txt").unlink,
        lambda: (folder / "new.txt").write_text(CONFERENCE["a.txt"], "utf-8"),
    ):
        monkeypatch.undo()
        change()
        monkeypatch.setattr(collection, "put_graph", None)
        with pytest.raises(TypeError):
            built(folder, output)
        monkeypatch.undo()
        built(folder, output)


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_a_disk_that_is_full_stops_the_build_and_what_is_read_is_kept(
    engine: str, many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: str
) -> None:
    let_articles_harm(monkeypatch, tmp_path, slow=0.02)
    where = {"jobs": 2} if engine == "local" else {"engine": gb.Dask(cluster, articles=8)}
    parts = tmp_path / "output" / ".graphbuild.parts"

    def fill(doing: str, done: int, of: int | None) -> None:
        if list(parts.glob("*.parquet")):
            (tmp_path / FULL).touch()

    with pytest.raises(gb.GraphbuildError, match="No space left on device"):
        built(many[0], tmp_path / "output", progress=fill, **where)
    (tmp_path / FULL).unlink()
    kept = kept_articles(tmp_path / "output")
    assert 0 < kept < len(list(many[0].iterdir()))
    assert built(many[0], tmp_path / "output", **where).kept >= kept
    assert rows(tmp_path / "output") == rows(many[1])


def test_standard_input_and_large_tables_are_read_here_and_worked_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: str
) -> None:
    texts = [f"{text}\nSố {n}." for n in range(4) for text in ARTICLES.values()]
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts).encode()
    monkeypatch.setattr("graphbuild.building.shares.TYPICAL", 10)
    quoted = [text.replace('"', '""') for text in texts]
    (tmp_path / "table.csv").write_text("text\n" + "".join(f'"{text}"\n' for text in quoted), "utf-8")
    stores = []
    for n, how in enumerate(({"jobs": 1}, {"jobs": 2}, {"engine": gb.Dask(cluster, articles=8)})):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
        report = gb.build(["-", tmp_path / "table.csv"], tmp_path / f"output{n}", ner=False, **how)
        assert (report.new, report.failed) == (2 * len(texts), 0)
        stores.append(rows(tmp_path / f"output{n}"))
    assert stores[0] == stores[1] == stores[2]


def test_a_folder_of_many_files_is_listed_as_it_is_read(tmp_path: Path) -> None:
    for folder in range(20):
        (tmp_path / str(folder)).mkdir()
        for n in range(1000):
            (tmp_path / str(folder) / f"{n}.txt").touch()
    began = time.process_time()
    found = find_files(str(tmp_path))
    next(found)
    first = time.process_time() - began
    assert sum(1 for _ in found) == 19_999
    whole = time.process_time() - began
    assert first < whole / 5
    assert whole < 2.0
