"""Connections to a store file, and the check that it is one this program can read."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import OpenError

if TYPE_CHECKING:
    import duckdb

FORMAT = "7"
"""Raised whenever schema.sql, views.sql, a JSON form in them or the columns of `put_ties` change."""

TABLES = "graphbuild_tables"
"""The schema of the program's own tables; beside it `main` has the views for everybody else.

Nobody calls a file so: of a file called like a schema in it, DuckDB cannot tell which of the two a view means.
"""

LOCKED = "Could not set lock on file"
"""DuckDB's words where another process writes to the file, as a client of DuckDB does unless told not to."""

SEALED = (
    "SET python_enable_replacements = false",
    "SET temp_directory = ''",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
"""What makes sure that a connection for reading reaches no other file, no network and no variable of Python."""

MEMORY = "1GB"
"""What DuckDB may take of it while a store is written; what it needs beyond that goes to a folder beside the file."""

MEMORY_FOR_READING = "250MB"
"""The same while all of a store is read, which several processes do at a time."""


def connect(path: Path, *, read_only: bool, spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open the store file at `path`; one that is not there is made, unless `read_only`, which seals the connection too.

    Parameters
    ----------
    spill: a folder for what does not fit into memory while much is read; who gives it keeps out of memory what is read,
        and asks no query of a stranger, for this connection is not sealed. One for writing has a folder of its own.

    Raises OpenError where the file is no DuckDB file or another process writes to it.
    """
    import duckdb

    # duckdb.connect(path) hands out one shared instance a path, and would show a reader of this process the file
    # that a build has replaced; an instance in memory that attaches the file always sees the published one.
    bounds = {} if read_only else {"memory_limit": MEMORY, "temp_directory": f"{path}.spill"}
    if spill:
        bounds = {"memory_limit": MEMORY_FOR_READING, "temp_directory": str(spill)}
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false", **bounds})
    quoted = str(path).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS store{' (READ_ONLY)' if read_only else ''}")
    except duckdb.Error as error:
        connection.close()
        reason = str(error).splitlines()[0]
        if LOCKED in reason:
            fault, do = "another program has it open for writing", "close it there, then ask again"
        else:
            fault, do = f"not a graph that can be opened ({reason})", "remove the file and build again"
        raise OpenError(fault, where=str(path), do=do) from None
    try:
        connection.execute(f"USE store.{TABLES}")
    except duckdb.CatalogException:
        # A new file, an older format, or a database of another program: `check_format` tells.
        connection.execute("USE store")
    for setting in SEALED if read_only and not spill else ():
        connection.execute(setting)
    return connection


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the empty tables, the views of them and the format's version into a new store file."""
    connection.execute(f"CREATE SCHEMA {TABLES}; USE store.{TABLES}")
    for script in ("schema.sql", "views.sql"):
        connection.execute(files("graphbuild.store").joinpath(script).read_text("utf-8"))
    connection.execute("INSERT INTO meta VALUES ('format', $1)", [FORMAT])


def check_format(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise OpenError unless the store at `path` has the format that this program writes."""
    import duckdb

    try:
        rows = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchall()
    except duckdb.CatalogException:
        rows = []
    found = rows[0][0] if rows else "none"
    if found != FORMAT:
        raise OpenError(
            f"a store of format {found}, but this graphbuild reads format {FORMAT}",
            where=str(path),
            do="build the graph again into another folder, or use the graphbuild that wrote it",
        )
