"""Finished parts of a build: what some articles say, as one Parquet file a part, whole or absent.

A part's name is a digest of what went into it; so a part that is there need not be made again, whoever made it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graphbuild.errors import StoreError
from graphbuild.model import Extraction
from graphbuild.readers.files import is_address, let_duckdb_open, system_of

from .articles import claim_rows, document_row, mention_rows
from .tables import insert

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 100
"""Articles whose rows are gathered before they are written, and parts that are taken by one statement."""

ARTICLES = "CREATE TABLE articles (n INTEGER, id VARCHAR, source VARCHAR, digest VARCHAR, error VARCHAR)"

PART = """
SELECT articles.*, documents.* EXCLUDE (id, source, digest), mentions, claims
FROM articles LEFT JOIN documents USING (id)
LEFT JOIN (SELECT document AS id, list(m ORDER BY n) AS mentions FROM mentions AS m GROUP BY ALL) USING (id)
LEFT JOIN (SELECT document AS id, list(c ORDER BY n) AS claims FROM claims AS c GROUP BY ALL) USING (id)
ORDER BY articles.n
"""


@dataclass(frozen=True, slots=True)
class Worked:
    """An article that was worked: what it says, or why nothing is known of it."""

    id: str
    source: str
    digest: str
    extraction: Extraction | None
    error: str = ""


class Parts:
    """The place where parts are kept.

    Parameters
    ----------
    place: a folder, or an address that fsspec knows; made where it is missing.
    """

    def __init__(self, place: str) -> None:
        self.place = place.rstrip("/") if is_address(place) else os.path.abspath(place)  # noqa: PTH100

    def address(self, name: str) -> str:
        """Where the part of this name lies, or would."""
        return f"{self.place}/{name}.parquet"

    def has(self, name: str) -> bool:
        """True if the part is finished."""
        if not is_address(self.place):
            return Path(self.address(name)).exists()
        system, path = system_of(self.address(name))
        return bool(system.exists(path))

    def write(self, name: str, articles: Iterable[Worked]) -> None:
        """Write a part: under another name first, so that it is whole once it is there.

        Raises StoreError where it cannot be written.
        """
        try:
            if is_address(self.place):
                with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
                    _write(Path(folder) / "part.parquet", articles)
                    self._send(Path(folder) / "part.parquet", name)
                return
            Path(self.place).mkdir(parents=True, exist_ok=True)
            beside = Path(self.place) / f".{name}.{uuid4().hex}"
            try:
                _write(beside, articles)
                beside.replace(self.address(name))
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.place, error) from error

    def read(self, names: Sequence[str]) -> list[tuple[str, str, str, str]]:
        """(id, source, digest, error) of every article of these parts, in their order; the error is '' for most.

        Raises StoreError for a part that is not there.
        """
        import duckdb

        rows: list[tuple[str, str, str, str]] = []
        with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
            let_duckdb_open(connection, self.place)
            for some in self._groups(names):
                rows += connection.execute("SELECT id, source, digest, error FROM read_parquet($1)", [some]).fetchall()
        return rows

    def insert_into(self, connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
        """Put the articles of these parts, in their order, into the tables of a store, in place of earlier ones."""
        let_duckdb_open(connection, self.place)
        connection.execute("SET enable_progress_bar = false")
        groups = self._groups(names)
        connection.execute("CREATE TEMP TABLE came (id VARCHAR)")
        for some in groups:
            connection.execute("INSERT INTO came SELECT id FROM read_parquet($1) WHERE error = ''", [some])
        for table, column in (("documents", "id"), ("mentions", "document"), ("claims", "document")):
            connection.execute(f"DELETE FROM {table} WHERE {column} IN (FROM came)")
        connection.execute("DROP TABLE came")
        columns = ", ".join(f'"{row[0]}"' for row in connection.execute("DESCRIBE documents").fetchall())
        for some in groups:
            connection.execute(f"INSERT INTO documents SELECT {columns} FROM read_parquet($1) WHERE error = ''", [some])
            for table in ("mentions", "claims"):
                said = f"SELECT unnest({table}) AS said FROM read_parquet($1)"
                connection.execute(f"INSERT INTO {table} SELECT unnest(said) FROM ({said})", [some])

    def _groups(self, names: Sequence[str]) -> list[list[str]]:
        for name in names:
            if not self.has(name):
                raise StoreError(
                    f"a finished part is not there ({name}.parquet)",
                    where=self.place,
                    do="give --parts a folder or address that every machine reaches",
                )
        return [[self.address(name) for name in names[n : n + AT_ONCE]] for n in range(0, len(names), AT_ONCE)]

    def _send(self, file: Path, name: str) -> None:
        system, path = system_of(self.address(name))
        folder, _, last = path.rpartition("/")
        beside = f"{folder}/.{last}.{uuid4().hex}"
        system.makedirs(folder, exist_ok=True)
        system.put_file(str(file), beside)
        system.mv(beside, path)


def _write(file: Path, articles: Iterable[Worked]) -> None:
    import duckdb

    # One thread, so that equal parts are equal bytes.
    with duckdb.connect(config={"threads": "1", "autoinstall_known_extensions": "false"}) as connection:
        connection.execute(files("graphbuild.store").joinpath("schema.sql").read_text("utf-8"))
        connection.execute(ARTICLES)
        pending: list[Worked] = []
        n = 0
        for article in articles:
            pending.append(article)
            if len(pending) == AT_ONCE:
                n += _put(connection, pending, n)
        _put(connection, pending, n)
        place = str(file).replace("'", "''")
        try:
            connection.execute(f"COPY ({PART}) TO '{place}' (FORMAT parquet, COMPRESSION zstd)")
        except duckdb.IOException as error:
            raise StoreError(str(error).splitlines()[0], do="see that the disk has room and can be written") from error


def _put(connection: Any, pending: list[Worked], n: int) -> int:
    """Write the rows of these articles and let go of them; return how many there were."""
    count = len(pending)
    insert(
        connection, "articles", ((n + i, one.id, one.source, one.digest, one.error) for i, one in enumerate(pending))
    )
    said = [(one.extraction, one.source) for one in pending if one.extraction]
    insert(connection, "documents", (document_row(one.document, source) for one, source in said))
    insert(connection, "mentions", (row for one, _ in said for row in mention_rows(one)))
    insert(connection, "claims", (row for one, _ in said for row in claim_rows(one)))
    pending.clear()
    return count


def _unwritable(place: str, error: OSError) -> StoreError:
    wrong = f"cannot be written ({error.strerror or error})"
    return StoreError(wrong, where=place, do="give --parts a place that every worker can write")
