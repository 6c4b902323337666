"""A share of a build's articles, and what a worker of a cluster does with it: a finished part, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from graphbuild.engines import attempt
from graphbuild.errors import UsageError
from graphbuild.model import Document
from graphbuild.readers import Failure, Item
from graphbuild.readers.partitions import Partition, articles_of
from graphbuild.resources import load_gazetteer
from graphbuild.store import Parts, Worked

from .article import Read, failure, prepare
from .fingerprint import program_digest

PIECES = 16
"""Shares that one is cut into which its worker did not survive."""

CHANGED = "the file was changed while it was read; build again"


@dataclass(frozen=True, slots=True)
class Share:
    """Articles for one worker.

    Attributes
    ----------
    partition: where they are read; None where they are given as `documents`, each with its source.
    known: article id -> digest of those that need not be read again.
    first, last: which of the others are worked, counted from 0, end exclusive; to the end where `last` is None.
    """

    partition: Partition | None = None
    documents: tuple[tuple[Document, str], ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    first: int = 0
    last: int | None = None

    def articles(self) -> Iterator[tuple[Item | Document, str] | Failure]:
        """Its articles with their sources, the known ones too, and what cannot be read."""
        yield from self.documents
        for found in articles_of(self.partition) if self.partition else ():
            yield found if isinstance(found, Failure) else (found, found.source)

    def to_work(self) -> Iterator[tuple[Item | Document, str]]:
        """The articles that are worked."""
        unknown = (
            found
            for found in self.articles()
            if not isinstance(found, Failure) and self.known.get(found[0].id) != found[0].digest
        )
        return islice(unknown, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a share.

    Attributes
    ----------
    part: name of its finished part; '' where no article had to be worked.
    worked: articles in the part. unchanged: ids of those that are known. failures: what could not be looked at.
    """

    part: str
    worked: tuple[str, ...]
    unchanged: tuple[str, ...]
    failures: tuple[Failure, ...]


def split(share: Share) -> list[Share]:
    """Cut a share into smaller ones of the same articles; one of a single article stays what it is."""
    count = sum(1 for _ in share.to_work())
    size = max(1, -(-count // PIECES))
    starts = range(share.first, share.first + count, size)
    if len(starts) < 2:
        return [share]
    return [replace(share, first=start, last=min(start + size, share.first + count)) for start in starts]


def prepare_share(
    gazetteer: tuple[Path, ...], made_with: Mapping[str, str], place: str, *, ner: bool
) -> Callable[[Share], Done]:
    """In a worker: return what makes a finished part of a share.

    The pipeline is loaded for the first article that has to be worked.

    Raises UsageError where the worker's program or gazetteer is not the one that the build began with.
    """
    here = {"program": program_digest(), "gazetteer": load_gazetteer(gazetteer).digest}
    other = [name for name, digest in here.items() if made_with[name] != digest]
    if other:
        do = "install the same graphbuild on every machine, and lay the gazetteer where all of them read it"
        raise UsageError(f"a worker has another {' and another '.join(other)} than this machine", do=do)
    parts, made = Parts(place), tuple(sorted(here.items()))

    def read(article: Item | Document) -> Worked:
        return Worked(article.id, "", article.digest, *attempt(_loaded(gazetteer, ner, made), article))

    def work(share: Share) -> Done:
        return _work(share, read, parts, made_with)

    return work


@lru_cache(maxsize=1)
def _loaded(gazetteer: tuple[Path, ...], ner: bool, made_with: tuple[tuple[str, str], ...]) -> Read:
    """The pipeline, which a worker keeps for the next build that is made with the same."""
    return prepare(gazetteer, ner=ner)


def _work(share: Share, read: Callable[[Item | Document], Worked], parts: Parts, made_with: Mapping[str, str]) -> Done:
    unchanged: list[str] = []
    failures: list[Failure] = []
    for found in share.articles():
        if isinstance(found, Failure):
            failures.append(found)
        elif share.known.get(found[0].id) == found[0].digest:
            unchanged.append(found[0].id)
    # Articles are read twice, so that no more than one is held: first their digests name the part.
    digests = {article.id: _digest(article, source) for article, source in share.to_work()}
    name = _name(digests, made_with) if digests else ""
    if name and not parts.has(name):
        parts.write(name, _worked(share, digests, read))
    # Of the shares that one was cut into, the first alone tells of what is not worked.
    is_first = share.first == 0
    return Done(name, tuple(digests), tuple(unchanged) if is_first else (), tuple(failures) if is_first else ())


def _worked(share: Share, digests: Mapping[str, str], read: Callable[[Item | Document], Worked]) -> Iterator[Worked]:
    for article, source in share.to_work():
        if digests.get(article.id) == _digest(article, source):
            done = read(article)
            error = failure(source, done.error).error if done.error else ""
            yield replace(done, source=source, error=error)
        else:
            yield Worked(article.id, source, "", None, CHANGED)


def _digest(article: Item | Document, source: str) -> str:
    said = repr(article) if isinstance(article, Document) else f"{article.format} {article.digest}"
    return sha256(f"{source}\0{said}".encode()).hexdigest()


def _name(digests: Mapping[str, str], made_with: Mapping[str, str]) -> str:
    """The name of the part of these articles, made with this program."""
    said = "\n".join([*map(str, sorted(made_with.items())), *map(str, digests.items())])
    return sha256(said.encode()).hexdigest()
