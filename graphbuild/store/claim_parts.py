"""Finished parts of a build: what some articles say, as one Parquet file a part, whole or absent.

A part says which articles it holds and what they were read with; so what is in it need not be read again by whoever
builds next.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graphbuild.errors import StoreError
from graphbuild.model import Extraction
from graphbuild.readers.files import is_address, let_duckdb_open, system_of

from .articles import claim_rows, document_row, mention_rows
from .tables import Value, insert

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 100
"""Parts that are taken by one statement."""

ARTICLE, MENTION, CLAIM = range(3)
"""What a row of a part is; the columns of the others are empty in it."""

PARQUET = ".parquet"

MADE_WITH = "graphbuild"
"""Under this name a part says, as JSON, what its articles were read with."""

MEMORY = "500MB"
"""What DuckDB may take for the rows of one part; an article is 10 MB at most."""


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
        return f"{self.place}/{name}{PARQUET}"

    def has(self, name: str) -> bool:
        """True if the part is finished."""
        if not is_address(self.place):
            return Path(self.address(name)).exists()
        system, path = system_of(self.address(name))
        return bool(system.exists(path))

    def write(self, name: str, articles: Iterable[Worked], made_with: Mapping[str, str]) -> None:
        """Write a part: under another name first, so that it is whole once it is there.

        Raises StoreError where it cannot be written.
        """
        try:
            if is_address(self.place):
                with tempfile.TemporaryDirectory(prefix="graphbuild-") as folder:
                    _write(Path(folder) / "part.parquet", articles, made_with)
                    self._send(Path(folder) / "part.parquet", name)
                return
            Path(self.place).mkdir(parents=True, exist_ok=True)
            beside = Path(self.place) / f".{name}.{uuid4().hex}"
            try:
                _write(beside, articles, made_with)
                beside.replace(self.address(name))
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.place, error) from error

    def kept(self, made_with: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """(id, digest, name of the part) of every article of the finished parts that were made with the same.

        A part that cannot be read, as after a power cut, is passed over.
        """
        import duckdb

        with _connected() as connection:
            let_duckdb_open(connection, self.place)
            for name in self._names():
                with suppress(duckdb.Error):
                    made = "SELECT value FROM parquet_kv_metadata($1) WHERE key = $2"
                    found = connection.execute(made, [self.address(name), MADE_WITH.encode()]).fetchone()
                    if found and json.loads(found[0]) == dict(made_with):
                        articles = f"SELECT id, digest FROM read_parquet($1) WHERE what = {ARTICLE} AND error = ''"
                        for id, digest in connection.execute(articles, [self.address(name)]).fetchall():
                            yield id, digest, name

    def count(self) -> int:
        """How many articles stand in the finished parts."""
        names = self._names()
        if not names:
            return 0
        with _connected() as connection:
            let_duckdb_open(connection, self.place)
            counted = f"SELECT count(*) FROM read_parquet($1) WHERE what = {ARTICLE} AND error = ''"
            found = connection.execute(counted, [[self.address(name) for name in names]]).fetchone()
        return int(found[0]) if found else 0

    def remove(self, but: Iterable[str] = ()) -> None:
        """Remove what is in the place, a folder of one's own, but for these parts."""
        spared = {Path(self.address(name)).name for name in but}
        with suppress(FileNotFoundError):
            for file in Path(self.place).iterdir():
                if file.name not in spared:
                    file.unlink(missing_ok=True)
        if not spared:
            shutil.rmtree(self.place, ignore_errors=True)

    def _names(self) -> list[str]:
        """The finished parts."""
        if is_address(self.place):
            system, path = system_of(self.place)
            files = system.ls(path, detail=False) if system.isdir(path) else []
        else:
            files = [file.name for file in os.scandir(self.place)] if Path(self.place).is_dir() else []
        names = sorted(str(file).rpartition("/")[2] for file in files)
        return [name.removesuffix(PARQUET) for name in names if name.endswith(PARQUET) and not name.startswith(".")]

    def read(self, names: Sequence[str]) -> list[tuple[str, str, str, str]]:
        """(id, source, digest, error) of every article of these parts, in their order; the error is '' for most.

        Raises StoreError for a part that is not there.
        """
        rows: list[tuple[str, str, str, str]] = []
        with _connected() as connection:
            let_duckdb_open(connection, self.place)
            for some in self._groups(names):
                found = f"SELECT id, source, digest, error FROM read_parquet($1) WHERE what = {ARTICLE}"
                rows += connection.execute(found, [some]).fetchall()
        return rows

    def insert_into(
        self,
        connection: duckdb.DuckDBPyConnection,
        names: Sequence[str],
        some: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Put articles of these parts, in their order, into the tables of a store, in place of earlier ones.

        `some`: of which parts only these articles are taken; of the others all are.
        """
        let_duckdb_open(connection, self.place)
        # Not SET enable_progress_bar: in Jupyter that wants ipywidgets, to switch the bar off.
        connection.execute("PRAGMA disable_progress_bar")
        chosen = some or {}
        groups = self._groups([*names, *chosen])
        connection.execute("CREATE TEMP TABLE taken (id VARCHAR, part VARCHAR)")
        for group in self._groups(names):
            found = f"FROM read_parquet($1, filename = true) WHERE what = {ARTICLE} AND error = ''"
            connection.execute(f"INSERT INTO taken SELECT id, filename {found}", [group])
        insert(connection, "taken", ((id, self.address(part)) for part, ids in chosen.items() for id in ids))
        tables = (("documents", "id", ARTICLE), ("mentions", "document", MENTION), ("claims", "document", CLAIM))
        for table, column, _ in tables:
            connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM taken)")
        for group in groups:
            for table, column, what in tables:
                columns = ", ".join(f'found."{name}"' for name, _ in _columns(connection, table))
                connection.execute(
                    f"INSERT INTO {table} SELECT {columns} FROM read_parquet($1, filename = true) AS found"
                    f" SEMI JOIN taken ON taken.id = found.{column} AND taken.part = found.filename"
                    f" WHERE what = {what}",
                    [group],
                )
        connection.execute("DROP TABLE taken")

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


def _connected() -> duckdb.DuckDBPyConnection:
    import duckdb

    # One thread, so that equal parts are equal bytes.
    config: dict[str, Any] = {"threads": "1", "memory_limit": MEMORY, "autoinstall_known_extensions": "false"}
    return duckdb.connect(config=config)


def _write(file: Path, articles: Iterable[Worked], made_with: Mapping[str, str]) -> None:
    import duckdb

    rows: dict[int, list[tuple[Value, ...]]] = {ARTICLE: [], MENTION: [], CLAIM: []}
    for n, one in enumerate(articles):
        said = document_row(one.extraction.document, one.source) if one.extraction else None
        rows[ARTICLE].append((n, one.error, *(said or (one.id, one.source, one.digest, *NOTHING))))
        if one.extraction:
            rows[MENTION] += mention_rows(one.extraction)
            rows[CLAIM] += claim_rows(one.extraction)
    tables = {ARTICLE: "documents", MENTION: "mentions", CLAIM: "claims"}
    place, made = (text.replace("'", "''") for text in (str(file), json.dumps(dict(made_with), sort_keys=True)))
    form = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{MADE_WITH}: '{made}'}}"
    # A cursor has views of its own, and is there at once.
    with _writing().cursor() as connection:
        selects = []
        for what, table in tables.items():
            columns = _columns(connection, table)
            columns = [("n", "INTEGER"), ("error", "VARCHAR"), *columns] if what == ARTICLE else columns
            connection.register(f"rows_{what}", _arrays(columns, rows[what]))
            cast = ", ".join(f'"{name}"::{kind} AS "{name}"' for name, kind in columns)
            selects.append(f"SELECT {what} AS what, {cast} FROM rows_{what}")
        try:
            connection.execute(f"COPY ({' UNION ALL BY NAME '.join(selects)}) TO '{place}' ({form})")
        except duckdb.IOException as error:
            raise StoreError(str(error).splitlines()[0], do="see that the disk has room and can be written") from error


NOTHING = (None,) * 9
"""What is known of an article that could not be read, beside its id, source and digest."""


@cache
def _writing() -> duckdb.DuckDBPyConnection:
    """What writes the parts of this process; it has the tables of a store, all of them empty."""
    connection = _connected()
    connection.execute(files("graphbuild.store").joinpath("schema.sql").read_text("utf-8"))
    # What is no number is text: from no value of a column is anything else to be guessed.
    connection.execute("SET GLOBAL pandas_analyze_sample = 0")
    return connection


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    """Name and type of a table's columns; what is JSON is text in a part."""
    found = connection.execute(f"DESCRIBE {table}").fetchall()
    return [(row[0], "VARCHAR" if row[1] == "JSON" else row[1]) for row in found]


def _arrays(columns: Sequence[tuple[str, str]], rows: Sequence[tuple[Value, ...]]) -> dict[str, Any]:
    """The rows column by column, as DuckDB reads them fastest."""
    import numpy as np

    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    kinds = {"INTEGER": np.int32, "DOUBLE": np.float64, "BOOLEAN": np.bool_}
    return {
        name: np.array(column, dtype=kinds.get(kind, object))
        for (name, kind), column in zip(columns, values, strict=True)
    }


def _unwritable(place: str, error: OSError) -> StoreError:
    wrong = f"cannot be written ({error.strerror or error})"
    return StoreError(wrong, where=place, do="give --parts a place that every worker can write")
