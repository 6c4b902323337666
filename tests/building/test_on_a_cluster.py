"""Builds on a Dask cluster: the same store as on one machine, whatever happens to the workers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import graphbuild as gb
from graphbuild.engines.cluster import our_own_cluster
from tests.building.test_contradicting_articles import COMMAND, CONFERENCE
from tests.building.test_same_store import rows

ARTICLES = {**CONFERENCE, **COMMAND}


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A cluster of two workers that all tests share: it takes seconds to start."""
    with our_own_cluster(2) as address:
        yield address


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, lines, Parquet and files that cannot be read."""
    folder = tmp_path_factory.mktemp("sources") / "articles"
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
    return folder


@pytest.fixture(scope="module")
def local(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("local") / "output"
    gb.build([sources], output, jobs=1)
    return output


@pytest.mark.parametrize("articles", [500, 2])
def test_the_store_of_a_cluster_is_that_of_one_machine(
    articles: int, sources: Path, local: Path, scheduler: str, tmp_path: Path
) -> None:
    report = gb.build([sources], tmp_path, engine=gb.Dask(scheduler, articles=articles))
    assert report.failed == 5
    assert report.new == 3 * len(ARTICLES)
    assert rows(tmp_path) == rows(local)
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in local.iterdir()}
