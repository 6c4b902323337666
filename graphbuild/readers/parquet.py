"""Parquet files of many articles: the columns of `.jsonl` and `.csv`."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.errors import ReadError

from .files import let_duckdb_open
from .rows import COLUMNS, MAX_ARTICLE, TOO_LONG, Row, Stretch, row_payload

ROWS_AT_ONCE = 500


def parquet_rows(address: str, stretch: Stretch | None = None) -> Iterator[Row]:
    """The rows of a `.parquet` file, or of a stretch of it, in the file's order.

    Raises `ReadError` if the file is not Parquet or has no `text` column.
    """
    import duckdb

    with duckdb.connect(config={"threads": "1", "autoinstall_known_extensions": "false"}) as connection:
        let_duckdb_open(connection, address)
        try:
            named = {
                str(column[0]).strip().lower(): str(column[0]).replace('"', '""')
                for column in connection.execute("DESCRIBE FROM read_parquet($1)", [address]).fetchall()
            }
            if "text" not in named:
                found = ", ".join(sorted(named)) or "none"
                raise ReadError(f"no column 'text' (columns found: {found})", where=address)
            wanted = ", ".join(f'"{named[name]}"::VARCHAR' if name in named else "NULL" for name in COLUMNS)
            statement = f"SELECT file_row_number, {wanted} FROM read_parquet($1, file_row_number = true)"
            between = [stretch.start, stretch.end - 1] if stretch else []
            where = " WHERE file_row_number BETWEEN $2 AND $3" if stretch else ""
            rows = connection.execute(f"{statement}{where}", [address, *between])
            while some := rows.fetchmany(ROWS_AT_ONCE):
                for number, *values in some:
                    yield _row(number + 1, dict(zip(COLUMNS, values, strict=True)))
        except duckdb.Error as error:
            wrong = str(error).splitlines()[0]
            raise ReadError(f"not a Parquet file that can be read ({wrong})", where=address) from None


def parquet_stretches(address: str, rows: int) -> Iterator[Stretch]:
    """Cut a `.parquet` file into stretches of so many rows. Raises `ReadError` if it is not Parquet."""
    import duckdb

    with duckdb.connect() as connection:
        let_duckdb_open(connection, address)
        try:
            found = connection.execute("SELECT num_rows FROM parquet_file_metadata($1)", [address]).fetchone()
        except duckdb.Error as error:
            raise ReadError(f"not a Parquet file ({str(error).splitlines()[0]})", where=address) from None
    total = int(found[0]) if found else 0
    for start in range(0, total, rows):
        end = min(start + rows, total)
        yield Stretch(start, end, start, start, end - start)


def _row(number: int, columns: dict[str, str | None]) -> Row:
    if columns["text"] is None:
        return Row(number, number, error="no text in the column 'text'")
    if len(columns["text"]) > MAX_ARTICLE:
        return Row(number, number, error=TOO_LONG)
    return Row(number, number, row_payload({name: value or "" for name, value in columns.items()}))
