"""A stretch of a Parquet file is read without the rest of the file."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from graphbuild.errors import ReadError
from graphbuild.readers.parquet import parquet_rows, parquet_stretches

ROWS, GROUP = 10_240, 2048
"""Of the file, and of a row group: DuckDB makes none smaller."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    table = f"SELECT md5(n::VARCHAR) AS text, n::VARCHAR AS title FROM range({ROWS}) t(n) ORDER BY n"
    duckdb.execute(f"COPY ({table}) TO '{tmp_path / 'a.parquet'}' (ROW_GROUP_SIZE {GROUP})")
    return tmp_path / "a.parquet"


def test_stretches_hold_every_row_once(file: Path) -> None:
    cut = [row for stretch in parquet_stretches(str(file), 3000) for row in parquet_rows(str(file), stretch)]
    assert cut == list(parquet_rows(str(file)))
    assert [row.number for row in cut] == list(range(1, ROWS + 1))


def test_a_stretch_reads_its_own_row_groups_alone(file: Path) -> None:
    stretches = list(parquet_stretches(str(file), GROUP // 2))
    whole = [list(parquet_rows(str(file), stretch)) for stretch in stretches]
    found = duckdb.execute(
        "SELECT row_group_id, min(least(data_page_offset, coalesce(dictionary_page_offset, data_page_offset))),"
        " sum(total_compressed_size) FROM parquet_metadata($1) GROUP BY ALL ORDER BY 1",
        [str(file)],
    ).fetchall()
    assert len(found) == ROWS // GROUP
    # All other row groups are made unreadable.
    bytes_ = bytearray(file.read_bytes())
    for group, start, size in found:
        if group != 3:
            bytes_[start : start + size] = b"\xff" * size
    file.write_bytes(bytes_)
    for n, stretch in enumerate(stretches):
        if stretch.start // GROUP == 3:
            assert list(parquet_rows(str(file), stretch)) == whole[n]
    with pytest.raises(ReadError, match="not a Parquet file that can be read"):
        list(parquet_rows(str(file)))
