"""The output folder: one published graph in it, and at most one build at work beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graphbuild.errors import OpenError, StoreError

from .judgement_file import JudgementFile
from .lock import BuildLock
from .reader import Reader
from .schema import check_format, connect

if TYPE_CHECKING:
    from .build import Build

T = TypeVar("T")

REMEDY = "see that the disk has room and can be written, then build again"


class Workspace:
    """Where a graph is kept.

    Parameters
    ----------
    output: the folder; a build makes it where it is missing.

    Attributes
    ----------
    database, page, graphml: the published files in it; each is only ever replaced whole.
    evidence: the folder with the sentences of a page that is too large to hold them.
    judgements: the file of what people have decided; builds read it and leave it alone.

    Example
    -------
    >>> Workspace("output").page.name
    'graph.html'
    """

    def __init__(self, output: str | Path) -> None:
        self.folder = Path(output)
        self.database = self.folder / "graphbuild.duckdb"
        self.page = self.folder / "graph.html"
        self.graphml = self.folder / "graph.graphml"
        self.evidence = self.folder / "graph_evidence"
        self._older = self.folder / ".graphbuild.views-older"
        self.judgements = JudgementFile(self.folder / "judgements.toml")

    def open_reader(self) -> Reader:
        """Open the published graph.

        Raises OpenError where there is none or where another version of the program wrote it.
        """
        if not self.database.is_file():
            raise OpenError(
                "there is no graph here", where=str(self.folder), do="build one with: graphbuild build ARTICLES"
            )
        return open_store(self.database)

    @contextmanager
    def begin_build(self) -> Iterator[Build]:
        """Hand out a copy of the published graph to work on; without `Build.publish` it is dropped in the end.

        Raises StoreError where the folder cannot be written, where another build is at work in it, or where
        the published graph cannot be read.
        """
        with self.locked(), self.begin_locked() as build:
            yield build

    @contextmanager
    def begin_locked(self) -> Iterator[Build]:
        """What `begin_build` does, for who holds the lock."""
        copy = self.building(self.database)
        if self.database.exists():
            shutil.copyfile(self.database, copy)
        with _opened(copy, self.database) as build:
            yield build

    @contextmanager
    def begin_change(self, work: Callable[[], T]) -> Iterator[tuple[Build, T]]:
        """What `begin_build` does; while the graph is copied `work` is done, and what it returns is handed out too.

        Copying a large graph to the disk takes seconds, in which `work` may read the published one.
        """
        copy = self.building(self.database)
        with self.locked():
            with ThreadPoolExecutor(1) as pool:
                copying = pool.submit(_copy, self.database, copy)
                done = work()
                copying.result()
            with _opened(copy, self.database) as build:
                yield build, done

    @contextmanager
    def begin_without(self, ids: Collection[str]) -> Iterator[Build]:
        """Hand out what `begin_build` does, but written anew without these articles; only for who holds the lock."""
        from .without import write_without

        copy = self.building(self.database)
        write_without(self.database, copy, ids)
        with _opened(copy, self.database) as build:
            yield build

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep builds out, and remove what killed ones left. Raises StoreError as `begin_build` does."""
        lock = self._lock()
        try:
            self._remove_leftovers()
            with _clear_errors(self.folder):
                yield
        finally:
            self._remove_leftovers()
            lock.release()

    @property
    def views_are_older(self) -> bool:
        """True if the page or the GraphML is missing or does not show the published graph."""
        return self._older.exists() or not (self.page.exists() and self.graphml.exists())

    def mark_views_older(self) -> None:
        """To be called before a graph is published that the views do not show yet."""
        self._older.touch()

    def publish_views(self) -> None:
        """Make the views that lie beside the published ones the published ones."""
        shutil.rmtree(self.evidence, ignore_errors=True)
        for view in (self.evidence, self.page, self.graphml):
            if self.building(view).exists():
                self.building(view).replace(view)
        self._older.unlink(missing_ok=True)

    def building(self, published: Path) -> Path:
        """Where a build writes what is to become the file `published`."""
        return published.with_name(f"{published.stem}.building-{os.getpid()}{published.suffix}")

    def _lock(self) -> BuildLock:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"cannot be made ({error.strerror})", where=str(self.folder), do="choose another output folder"
            ) from None
        return BuildLock(self.folder / ".graphbuild.lock")

    def _remove_leftovers(self) -> None:
        """Remove what killed builds left; only the holder of the lock may, so nobody writes to these files."""
        for published in (self.database, self.page, self.graphml, self.evidence):
            for leftover in self.folder.glob(f"{published.stem}.building-*"):
                if leftover.is_dir():
                    shutil.rmtree(leftover, ignore_errors=True)
                else:
                    leftover.unlink(missing_ok=True)


def open_store(path: Path, spill: Path | None = None) -> Reader:
    """Open the store file at `path`, which nobody writes to; `spill` as `schema.connect` takes it.

    Raises OpenError where it is none, or one that another version of the program wrote.
    """
    connection = connect(path, read_only=True, spill=spill)
    try:
        check_format(connection, path)
    except OpenError:
        connection.close()
        raise
    return Reader(connection)


@contextmanager
def _opened(copy: Path, published: Path) -> Iterator[Build]:
    from .build import Build

    build = Build(copy, published)
    try:
        yield build
    finally:
        build.close()


def _copy(published: Path, copy: Path) -> None:
    """Copy the file and have it on the disk, so that publishing has only what changed to write there."""
    from .build import sync

    shutil.copyfile(published, copy)
    sync(copy)


@contextmanager
def _clear_errors(folder: Path) -> Iterator[None]:
    """Turn a full disk and the like into StoreError."""
    import duckdb

    try:
        yield
    except OSError as error:
        where = str(error.filename or folder)
        raise StoreError(f"the build had to stop ({error.strerror or error})", where=where, do=REMEDY) from error
    except RuntimeError as error:
        # So DuckDB tells of Ctrl-C in a statement that takes long.
        if str(error) == "Query interrupted":
            raise KeyboardInterrupt from None
        raise
    except duckdb.OperationalError as error:
        reason = str(error).splitlines()[0]
        raise StoreError(f"the build had to stop ({reason})", where=str(folder), do=REMEDY) from error
