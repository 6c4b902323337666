"""A store under construction: a private copy of the published one that takes its place when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.model import Edge, Extraction

from .articles import claim_rows, document_row, mention_rows
from .claim_parts import Parts
from .footing import footing_tables
from .forms import FormRow, Spell, put_every_form, put_forms
from .judgement_file import format_judgement
from .reader import Reader
from .resolved import EdgeRows, put_change, resolved_tables
from .schema import check_format, connect, create_tables
from .tables import Value, delete, insert, replace
from .ties import put_ties

if TYPE_CHECKING:
    from graphbuild.resolve import Change, Judgements, Resolution

PENDING = 20_000
"""Claims and mentions gathered before they are written, a statement a table."""


class Build:
    """One build of a store, handed out by `Workspace.begin_build`.

    Attributes
    ----------
    reader: what this build holds so far; extractions count from the next `flush` on.

    Example
    -------
    >>> with Workspace("output").begin_build() as build:  # doctest: +SKIP
    ...     build.put(extraction, "articles/a.txt")
    ...     build.publish()
    """

    def __init__(self, path: Path, published: Path) -> None:
        self._path, self._published = path, published
        self._pending: list[tuple[Extraction, str]] = []
        self._weight = 0
        self._is_finished = False
        is_new = not path.exists()
        self._connection = connect(path, read_only=False)
        try:
            if is_new:
                create_tables(self._connection)
            check_format(self._connection, published)
        except BaseException:
            self._connection.close()
            raise
        self.reader = Reader(self._connection)

    def put(self, extraction: Extraction, source: str) -> None:
        """Add an article that was read from `source`, in place of what was known of it."""
        self._pending.append((extraction, source))
        self._weight += 1 + len(extraction.claims) + len(extraction.mentions)
        if self._weight >= PENDING:
            self.flush()

    def flush(self) -> None:
        """Write the articles that `put` has gathered."""
        articles, self._pending, self._weight = self._pending, [], 0
        self._connection.execute("BEGIN")
        self._delete_articles([extraction.document.id for extraction, _ in articles])
        insert(self._connection, "documents", (document_row(e.document, source) for e, source in articles))
        insert(self._connection, "mentions", (row for e, _ in articles for row in mention_rows(e)))
        insert(self._connection, "claims", (row for e, _ in articles for row in claim_rows(e)))
        self._connection.execute("COMMIT")

    def put_parts(self, parts: Parts, names: Sequence[str], some: Mapping[str, Sequence[str]] | None = None) -> None:
        """Add the articles of these parts, in their order, in place of what was known of them.

        `some`: of which parts only these articles are added.
        """
        self.flush()
        self._connection.execute("BEGIN")
        parts.insert_into(self._connection, names, some)
        self._connection.execute("COMMIT")

    def remove(self, ids: Iterable[str]) -> None:
        """Forget these articles with all that they say; the ids they were given are kept, should they come back."""
        self.flush()
        self._delete_articles(list(ids))

    def distrust(self, id: str) -> None:
        """Have the next build read this article again, though its file may be unchanged: this one failed to."""
        self._connection.execute("UPDATE documents SET digest = '' WHERE id = $1", [id])

    def set_failures(self, failures: Iterable[tuple[str, str]]) -> None:
        """Remember the (source, error) pairs of this build."""
        replace(self._connection, "failures", sorted(failures))

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Remember what this build was made with, by name."""
        delete(self._connection, "meta", "name", list(values))
        insert(self._connection, "meta", values.items())

    def put_resolution(self, resolve: Callable[[Callable[[Edge], None]], Resolution]) -> Resolution:
        """Make the entities, edges and conflicts of a resolution the graph of this build.

        Parameters
        ----------
        resolve: resolves what this build holds, and hands over the edges one by one, in place of `Resolution.edges`.
        """
        from graphbuild.resolve.record_ids import record_ids

        # Batch by batch and not in one transaction, which DuckDB would hold in memory: this file is nobody's but ours.
        for table in ("edges", "edge_claims"):
            self._connection.execute(f"DELETE FROM {table}")
        with EdgeRows(self._connection) as edges:
            resolution = resolve(edges.put)
            edges.flush()
        tables: dict[str, Iterable[tuple[Value, ...]]] = {
            **resolved_tables(resolution),
            "assigned_ids": record_ids(resolution.assigned).rows(),
            **footing_tables(resolution),
        }
        for table, rows in tables.items():
            if table not in ("edges", "edge_claims"):
                replace(self._connection, table, rows)
        return resolution

    def put_change(self, change: Change) -> None:
        """Make what `change` holds take the place of what the graph of this build had in its place."""
        self._connection.execute("BEGIN")
        put_change(self._connection, change)
        self._connection.execute("COMMIT")

    def set_judged(self, judgements: Judgements) -> None:
        """Remember the judgements that the graph of this build obeys."""
        replace(self._connection, "judged", ((n, format_judgement(one)) for n, one in enumerate(judgements.all)))

    def put_expansions(self, expansions: Mapping[str, str], abbreviations: Iterable[str]) -> None:
        """Keep how the names of units read in full, and the words that are abbreviations."""
        replace(self._connection, "expansions", expansions.items())
        replace(self._connection, "abbreviations", ((word,) for word in abbreviations))

    def put_every_form(self, spell: Spell, words: Callable[[str], str], extra: Mapping[str, str]) -> None:
        """Write the forms in which all names are found, as `forms.put_every_form` does."""
        self._connection.execute("BEGIN")
        put_every_form(self._connection, spell, words, extra)
        self._connection.execute("COMMIT")

    def put_forms(self, rows: Iterable[FormRow], changed: Collection[str]) -> None:
        """Make `rows` the forms of the entities that have changed."""
        self._connection.execute("BEGIN")
        put_forms(self._connection, rows, changed)
        self._connection.execute("COMMIT")

    def finish(self) -> Path:
        """Write what is left to write and give the file back, which anybody may read from now on; return its path.

        Nothing can be written to it afterwards, and `reader` reads no more.
        """
        if not self._is_finished:
            self.flush()
            put_ties(self._connection)
            self._connection.execute("CHECKPOINT store")
            self._connection.close()
            self._is_finished = True
        return self._path

    def publish(self) -> None:
        """Make this build the one that readers open from now on; nothing can be written to it afterwards."""
        sync(self.finish())
        self._path.replace(self._published)
        sync(self._published.parent)

    def close(self) -> None:
        """Give the file back; a build that was not published is lost."""
        self._connection.close()

    def _delete_articles(self, ids: list[str]) -> None:
        delete(self._connection, "documents", "id", ids)
        delete(self._connection, "mentions", "document", ids)
        delete(self._connection, "claims", "document", ids)


def sync(path: Path) -> None:
    """Have the kernel write the file or folder to the disk before anything depends on it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
