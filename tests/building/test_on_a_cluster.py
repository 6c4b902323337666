"""Builds on a Dask cluster: the same store as on one machine, whatever happens to its workers and its scheduler."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from distributed import Client, WorkerPlugin

import graphbuild as gb
from graphbuild.engines import DIED
from graphbuild.errors import GraphbuildError, UsageError
from graphbuild.readers import Item
from tests.building.clusters import Cluster
from tests.building.test_contradicting_articles import COMMAND, CONFERENCE
from tests.building.test_same_store import rows

ARTICLES = {**CONFERENCE, **COMMAND}
POISON = "Mã số hỏng 7731."

Sources = tuple[Path, Path]
"""A folder of articles and what one machine makes of it."""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """Articles, lines and Parquet, and of each some that cannot be read."""
    folder = tmp_path_factory.mktemp("mixed") / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "empty.txt").write_text(" ")
    (folder / "broken.parquet").write_text("no Parquet")
    lines = [json.dumps({"text": text, "published": "2021-12-15"}, ensure_ascii=False) for text in ARTICLES.values()]
    (folder / "lines.jsonl").write_text("\n\n".join([*lines, "{", '{"title": "no text"}']) + "\n", "utf-8")
    table = "SELECT unnest($1) AS text, DATE '2021-12-15' AS \"Published\", 'B' AS title"
    file = str(folder / "table.parquet")
    duckdb.execute(f"COPY ({table} UNION ALL SELECT NULL, NULL, 'empty') TO '{file}'", [list(ARTICLES.values())])
    return folder, built_here(folder)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """Some hundred articles, enough that something can happen while they are read."""
    folder = tmp_path_factory.mktemp("many") / "articles"
    folder.mkdir()
    for n in range(6):
        for name, text in ARTICLES.items():
            (folder / f"{n:02}-{name}").write_text(f"{text}\nSố {n}.\n", "utf-8")
    return folder, built_here(folder)


def built_here(folder: Path) -> Path:
    gb.build([folder], folder.parent / "output", jobs=1, ner=False)
    return folder.parent / "output"


def built(
    sources: str | Path, output: Path, engine: gb.Dask, progress: Callable[..., None] | None = None
) -> gb.BuildReport:
    return gb.build([sources], output, engine=engine, ner=False, progress=progress)


def made(parts: Path) -> dict[str, int]:
    """Finished parts, and when each was written."""
    return {part.name: part.stat().st_mtime_ns for part in parts.glob("*.parquet")}


class Spoiled(WorkerPlugin):
    """Makes a worker, and whoever takes its place, kill itself over one article, or be slow."""

    name = "spoiled"

    def __init__(self, poison: str = "", slow: str = "", trace: str = "") -> None:
        self.poison, self.slow, self.trace = poison, slow, trace

    def setup(self, worker: object) -> None:
        from graphbuild.building import runs

        self.whole = runs.attempt

        def attempt(step: object, made: object) -> object:
            # The first step has the article as it came in.
            if isinstance(made, Item):
                if self.poison and self.poison.encode() in made.payload:
                    os.kill(os.getpid(), signal.SIGKILL)
                if self.slow and worker.address == self.slow:
                    time.sleep(0.5)
                    Path(self.trace, made.digest).touch()
            return self.whole(step, made)

        runs.attempt = attempt

    def teardown(self, worker: object) -> None:
        from graphbuild.building import runs

        runs.attempt = self.whole


@contextmanager
def spoiled(scheduler: str, **how: str) -> Iterator[None]:
    with Client(scheduler, set_as_default=False) as client:
        client.register_plugin(Spoiled(**how))
        yield
        client.unregister_worker_plugin("spoiled")


@pytest.mark.parametrize("articles", [500, 2])
def test_the_store_of_a_cluster_is_that_of_one_machine(
    articles: int, mixed: Sources, cluster: str, tmp_path: Path
) -> None:
    folder, here = mixed
    report = built(folder, tmp_path, gb.Dask(cluster, articles=articles))
    assert (report.new, report.failed) == (3 * len(ARTICLES), 5)
    assert rows(tmp_path) == rows(here)
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in here.iterdir()}


def test_what_has_not_changed_is_not_worked_again_and_no_part_is_left(
    many: Sources, cluster: str, tmp_path: Path
) -> None:
    folder, here = many
    parts = tmp_path / "parts"
    dask = gb.Dask(cluster, articles=8, parts=parts)
    address = f"file://{folder}"
    built(address, tmp_path / "first", gb.Dask(cluster, articles=8, parts=f"file://{parts}"))
    assert rows(tmp_path / "first") == rows(here)
    before = made(parts)
    assert len(before) > 3

    # Another output has nothing, but the parts are finished.
    assert built(folder, tmp_path / "second", dask).new == len(list(folder.iterdir()))
    after = made(parts)
    report = built(folder, tmp_path / "second", dask)
    assert (report.new, report.changed, report.unchanged) == (0, 0, len(list(folder.iterdir())))
    assert made(parts) == after
    assert rows(tmp_path / "second") == rows(here)


def test_a_build_that_was_stopped_goes_on_where_it_was(many: Sources, cluster: str, tmp_path: Path) -> None:
    folder, here = many
    parts = tmp_path / ".graphbuild.parts"

    def stop(doing: str, done: int, of: int | None) -> None:
        if len(made(parts)) >= 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        built(folder, tmp_path, gb.Dask(cluster, articles=4), stop)
    before = made(parts)
    seen: dict[str, int] = {}
    built(folder, tmp_path, gb.Dask(cluster, articles=4), lambda *told: seen.update(made(parts)))
    assert {name: seen[name] for name in before} == before
    assert not parts.exists()
    assert rows(tmp_path) == rows(here)


def test_a_killed_worker_costs_nothing(many: Sources, cluster: str, tmp_path: Path) -> None:
    folder, here = many
    parts = tmp_path / "parts"
    killed: set[int] = set()

    with Client(cluster, set_as_default=False) as client:

        def kill(doing: str, done: int, of: int | None) -> None:
            if len(made(parts)) >= 2 and not killed:
                for process in sorted(client.run(os.getpid).values())[:1]:
                    os.kill(process, signal.SIGKILL)
                    killed.add(process)

        report = built(folder, tmp_path / "output", gb.Dask(cluster, articles=3, parts=parts), kill)
    assert len(killed) == 1
    assert report.failures == ()
    assert rows(tmp_path / "output") == rows(here)


def test_an_article_that_kills_its_workers_is_reported_by_name_and_no_other_is_lost(
    many: Sources, cluster: str, tmp_path: Path
) -> None:
    folder, _ = many
    poisoned = tmp_path / "articles"
    poisoned.mkdir()
    for file in sorted(folder.iterdir())[:12]:
        (poisoned / file.name).write_bytes(file.read_bytes())
    expected = built_here(poisoned)
    (poisoned / "00-poison.txt").write_text(f"{CONFERENCE['a.txt']}\n{POISON}\n", "utf-8")
    with spoiled(cluster, poison=POISON):
        report = built(poisoned, tmp_path / "cluster", gb.Dask(cluster, articles=4))
    assert [(one.source, one.error) for one in report.failures] == [(str(poisoned / "00-poison.txt"), DIED)]
    found, wanted = rows(tmp_path / "cluster"), rows(expected)
    assert found.pop("failures") != wanted.pop("failures")
    assert found == wanted


def test_a_slow_worker_holds_up_nobody(many: Sources, cluster: str, tmp_path: Path) -> None:
    folder, here = many
    trace = tmp_path / "trace"
    trace.mkdir()
    with Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2)
        slow = sorted(client.scheduler_info()["workers"])[0]
    with spoiled(cluster, slow=slow, trace=str(trace)):
        built(folder, tmp_path / "output", gb.Dask(cluster, articles=4))
    by_the_slow_one = len(list(trace.iterdir()))
    assert 0 < by_the_slow_one < len(list(folder.iterdir())) / 3
    assert rows(tmp_path / "output") == rows(here)


def test_a_scheduler_that_begins_anew_is_given_what_is_not_finished(many: Sources, tmp_path: Path) -> None:
    folder, here = many
    parts = tmp_path / "parts"
    kept: list[dict[str, int]] = []
    with Cluster(1) as cluster:

        def restart(doing: str, done: int, of: int | None) -> None:
            if len(made(parts)) >= 2 and not kept:
                cluster.end()
                kept.append(made(parts))
                cluster.begin()

        report = built(folder, tmp_path / "output", gb.Dask(cluster.address, articles=3, parts=parts), restart)
    assert kept[0].items() <= made(parts).items()
    assert report.failures == ()
    assert rows(tmp_path / "output") == rows(here)


def test_a_scheduler_that_is_not_there_is_named(many: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.engines.cluster.CONNECTING", 0.3)
    with pytest.raises(GraphbuildError, match=r"^tcp://127.0.0.1:9: no Dask scheduler answers"):
        built(many[0], tmp_path, gb.Dask("tcp://127.0.0.1:9"))


def test_options_that_do_not_fit_are_refused(many: Sources, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="its own workers"):
        gb.Dask("tcp://127.0.0.1:9", workers=2)
    with pytest.raises(UsageError, match="processes of this machine"):
        gb.build([many[0]], tmp_path, jobs=2, engine=gb.Dask())
    with pytest.raises(UsageError, match="nobody can wait 0 seconds"):
        gb.build([many[0]], tmp_path, patience=0)
