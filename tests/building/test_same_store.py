"""Builds that must give the same store, row for row: whatever the order of articles and the number of processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

import graphbuild as gb
from graphbuild.store.schema import TABLES
from tests.building.test_contradicting_articles import COMMAND, CONFERENCE

MADE_HERE = {"documents": "source"}
"""Columns that tell where the articles lay."""

ELSEWHERE = """Đồn Biên phòng Pa Lanh trao quà

Ngày 2/9/2021, tại tỉnh Kiên Thạnh, Đồn Biên phòng Pa Lanh thăm, tặng quà các gia đình chính sách.
Thiếu tá Mạc Doãn Khuể, Đồn trưởng Đồn Biên phòng Pa Lanh trao 20 suất quà.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("same") / "articles"
    folder.mkdir()
    for name, text in {**CONFERENCE, **COMMAND}.items():
        (folder / name).write_text(text, "utf-8")
    return sorted(folder.iterdir())


def rows(output: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of a store, sorted."""
    with duckdb.connect(str(output / "graphbuild.duckdb"), read_only=True) as connection:
        connection.execute(f"USE {TABLES}")
        tables = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
        return {
            table: connection.execute(
                f"SELECT * {f'EXCLUDE ({MADE_HERE[table]})' if table in MADE_HERE else ''} FROM {table} ORDER BY ALL"
            ).fetchall()
            for table in tables
        }


def built(sources: Sequence[Path], output: Path, jobs: int) -> dict[str, list[tuple[object, ...]]]:
    assert gb.build(sources, output, jobs=jobs).failed == 0
    return rows(output)


def test_the_order_of_articles_and_the_number_of_processes_change_no_row(articles: list[Path], tmp_path: Path) -> None:
    first = built(articles, tmp_path / "one", 1)
    assert {"claims", "edges", "conflicts", "assigned_ids"} <= {table for table, found in first.items() if found}
    assert built(articles, tmp_path / "two", 2) == first
    assert built(articles[::-1], tmp_path / "backwards", 1) == first
    assert built([*articles[5:], *articles[:5]], tmp_path / "mixed", 2) == first


def test_an_article_about_others_changes_no_row_about_these(articles: list[Path], tmp_path: Path) -> None:
    before = built(articles, tmp_path / "output", 1)
    more = tmp_path / "k.txt"
    more.write_text(ELSEWHERE, "utf-8")
    after = built([*articles, more], tmp_path / "output", 1)
    for table in ("entities", "aliases", "members", "claims", "edge_claims", "conflicts", "assigned_ids", "doubtful"):
        numbered = table in ("edge_claims", "conflicts")
        kept, now = ({row[1:] if numbered else row for row in one[table]} for one in (before, after))
        assert kept <= now, table
    assert {row[1:] for row in before["edges"]} <= {row[1:] for row in after["edges"]}
    came = {row[0] for row in after["entities"]} - {row[0] for row in before["entities"]}
    assert "unit/don-bien-phong-pa-lanh" in came
