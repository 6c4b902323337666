"""Telling new, changed and unchanged articles apart as the sources are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from graphbuild.readers import Failure, Item, is_address

from .report import Progress


class Intake:
    """The articles of one build as they come in.

    Parameters
    ----------
    known: article id -> digest of the articles in the store.
    outdated: True where unchanged articles are to be read again.
    skip: files of the output folder that are no articles, should it lie inside a source.

    Attributes
    ----------
    outdated: as given.
    new, changed, unchanged: counts so far; an article that failed is in none of them.
    reread: how many unchanged ones were read again.
    failures: what failed so far, in the order of the sources.
    """

    def __init__(self, known: Mapping[str, str], *, outdated: bool, skip: Sequence[Path]) -> None:
        self._known = known
        self.outdated = outdated
        self._skip = {path.name: path.resolve() for path in skip}
        self._seen: set[str] = set()
        self.new = self.changed = self.unchanged = self.reread = 0
        self.failures: list[Failure] = []

    def to_read(self, found: Iterable[Item | Failure], size: int | None, progress: Progress) -> Iterator[Item]:
        """Yield the items whose articles are to be read, and count the others. `size`: of the sources, in bytes."""
        done = 0
        for item in found:
            if isinstance(item, Failure):
                self.failures.append(item)
                continue
            if self.is_own(item.source):
                continue
            self._seen.add(item.id)
            if self.outdated or self._known.get(item.id) != item.digest:
                yield item
            else:
                self.unchanged += 1
            done += len(item.payload)
            progress("reading articles", done, size)

    def see(self, ids: Iterable[str], *, unchanged: bool) -> None:
        """Note articles of the sources that others have looked at; those that are read are counted when they are."""
        before = len(self._seen)
        self._seen.update(ids)
        if unchanged:
            self.unchanged += len(self._seen) - before

    def known(self, ids: Iterable[str]) -> dict[str, str]:
        """Digests of those of these articles that need not be read again."""
        return {} if self.outdated else {id: self._known[id] for id in ids if id in self._known}

    def known_rows(self) -> dict[str, list[str]]:
        """Ids of the store's articles that were rows of a file, by the file's id."""
        rows: dict[str, list[str]] = {}
        for id in self._known:
            file, sign, _ = id.rpartition("#")
            if sign:
                rows.setdefault(file, []).append(id)
        return rows

    def count(self, id: str, digest: str) -> None:
        """Count an article that has been read: one of the sources, or one that only the store has."""
        before = self._known.get(id)
        if before is None:
            self.new += 1
        elif before != digest:
            self.changed += 1
        else:
            self.unchanged += id in self._seen
            self.reread += 1

    def gone(self, sources: Mapping[str, str]) -> list[str]:
        """Ids of the store's articles that did not come in; `sources` tells where each was read from.

        What a failure may hide is not gone: a file or folder that cannot be read today may be there tomorrow.
        """
        hidden = {failure.source.partition(", line ")[0] for failure in self.failures}
        missing = sorted(self._known.keys() - self._seen)
        return [id for id in missing if hidden.isdisjoint(_holders(sources[id]))]

    def is_own(self, source: str) -> bool:
        """True for a file that a build has written."""
        path = Path(source)
        return path.name in self._skip and path.resolve() == self._skip[path.name]


def size_of(sources: Sequence[str | Path]) -> int | None:
    """The sources' files in bytes; None where one is standard input or lies elsewhere."""
    if any(source == "-" or is_address(source) for source in map(str, sources)):
        return None
    total = 0
    for source in map(Path, sources):
        for file in [source] if source.is_file() else source.rglob("*"):
            # A file that cannot be looked at is reported when its turn comes to be read.
            with suppress(OSError):
                total += file.stat().st_size if file.is_file() else 0
    return total


def _holders(source: str) -> Iterator[str]:
    """The source of an article itself, the file of its row, and the folders above."""
    file = source.partition("#")[0]
    yield from (source, file, *map(str, Path(file).parents))
