"""Telling new, changed and unchanged articles apart as the sources are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from graphbuild.readers import Failure

Finished = Sequence[tuple[str, str]]
"""Digests of one article, each with the part in which it stands as it then was."""


class Intake:
    """The articles of one build as they come in.

    Parameters
    ----------
    known: article id -> digest of the articles in the store.
    outdated: True where unchanged articles are to be read again.
    skip: files of the output folder that are no articles, should it lie inside a source.
    finished: article id -> (digest, part) of articles that an earlier build read and that stand in finished parts.

    Attributes
    ----------
    outdated: as given.
    new, changed, unchanged: counts so far; an article that failed is in none of them.
    reread: how many unchanged ones were read again.
    kept: how many of the read ones an earlier build had read.
    taken: part -> ids of these.
    failures: what failed so far, in the order of the sources. failed: ids of the articles among them that have one.
    """

    def __init__(
        self, known: Mapping[str, str], *, outdated: bool, skip: Sequence[Path], finished: Mapping[str, Finished]
    ) -> None:
        self._known, self._finished = known, finished
        self.outdated = outdated
        self._skip = {path.name: path.resolve() for path in skip}
        self._seen: set[str] = set()
        self.new = self.changed = self.unchanged = self.reread = self.kept = 0
        self.taken: dict[str, list[str]] = {}
        self.failures: list[Failure] = []
        self.failed: list[str] = []

    def known(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Digests with which these articles need not be read again; of many nothing is known."""
        stored = {} if self.outdated else self._known
        found: dict[str, tuple[str, ...]] = {}
        for id in ids:
            digests = tuple(digest for digest, _ in self._finished.get(id, ()))
            digests += (stored[id],) if id in stored else ()
            if digests:
                found[id] = digests
        return found

    def see(self, ids: Iterable[str]) -> None:
        """Note articles of the sources that are read; they are counted when they are."""
        self._seen.update(ids)

    def see_known(self, articles: Iterable[tuple[str, str]]) -> None:
        """Count articles of the sources, by id and digest, that need not be read again."""
        for id, digest in articles:
            self._seen.add(id)
            if not self.outdated and self._known.get(id) == digest:
                self.unchanged += 1
            else:
                self._take(id, digest)

    def left_over(self, gone: Iterable[str]) -> list[str]:
        """Take those of these articles of the store from finished parts that are there; return the others."""
        others = []
        for id in gone:
            digest = self._known[id]
            if any(one[0] == digest for one in self._finished.get(id, ())):
                self._take(id, digest)
            else:
                others.append(id)
        return others

    def fail(self, failure: Failure, id: str | None = None) -> None:
        """Note a failure, and the article that it is about."""
        self.failures.append(failure)
        if id is not None:
            self.failed.append(id)

    def has_news(self, before: Sequence[tuple[str, str]]) -> bool:
        """True if an article was read, or if others failed than `before`, the (source, error) pairs of the store."""
        failures = sorted((one.source, one.error) for one in self.failures)
        newly_failed = any(self._known.get(id) for id in self.failed)
        return bool(self.new + self.changed + self.reread) or newly_failed or failures != sorted(before)

    def _take(self, id: str, digest: str) -> None:
        part = next(part for found, part in self._finished[id] if found == digest)
        self.taken.setdefault(part, []).append(id)
        self.count(id, digest)
        self.kept += 1

    def known_rows(self) -> dict[str, list[str]]:
        """Ids of the store's articles that were rows of a file, by the file's id."""
        rows: dict[str, list[str]] = {}
        for id in {**self._known, **self._finished} if self._finished else self._known:
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


def _holders(source: str) -> Iterator[str]:
    """The source of an article itself, the file of its row, and the folders above."""
    file = source.partition("#")[0]
    yield from (source, file, *map(str, Path(file).parents))
