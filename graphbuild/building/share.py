"""A share of a build's articles, and what a worker does with it: a finished part, once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path

from graphbuild.engines import DIED
from graphbuild.errors import UsageError
from graphbuild.model import Document
from graphbuild.readers import Failure, Item
from graphbuild.readers.partitions import Partition, articles_of
from graphbuild.resources import load_gazetteer
from graphbuild.store import Parts, Worked
from graphbuild.store.notes import Notes

from .article import Steps, failure, prepare_steps
from .fingerprint import program_digest
from .runs import in_runs, read_run
from .watching import Article, Watch, stuck

PIECES = 16
"""Shares that one is cut into which its worker did not survive, where nobody noted over which article it died."""

MOST = 50_000
"""Articles that one pipeline reads: it keeps every word that it meets, and a worker may be given millions."""

CHANGED = "the file was changed while it was read; build again"


@dataclass(frozen=True, slots=True)
class Share:
    """Articles for one worker.

    Attributes
    ----------
    partition: where they are read; None where they are given.
    items: articles that are given as they came in. documents: such as were read before, each with its source.
    size: about, in bytes; 0 for articles that only the store has.
    known: article id -> digests of what need not be read again.
    first, last: which of the others are worked, counted from 0, end exclusive; to the end where `last` is None.
    tells: whether its outcome tells of what is not worked; of the pieces that a share was cut into, the first does.
    """

    partition: Partition | None = None
    items: tuple[Item, ...] = ()
    documents: tuple[tuple[Document, str], ...] = ()
    size: int = 0
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)
    first: int = 0
    last: int | None = None
    tells: bool = True

    def articles(self) -> Iterator[tuple[Item | Document, str] | Failure]:
        """Its articles with their sources, the known ones too, and what cannot be read."""
        yield from self.documents
        yield from ((item, item.source) for item in self.items)
        for found in articles_of(self.partition) if self.partition else ():
            yield found if isinstance(found, Failure) else (found, found.source)

    def articles_about(self) -> int:
        """About how many articles it has."""
        given = len(self.items) + len(self.documents)
        return given + (self.partition.articles_about() if self.partition else 0)

    def is_known(self, article: Item | Document) -> bool:
        """True if the article need not be read again."""
        return article.digest in self.known.get(article.id, ())

    def to_work(self) -> Iterator[tuple[Item | Document, str]]:
        """The articles that are worked."""
        unknown = (found for found in self.articles() if not isinstance(found, Failure) and not self.is_known(found[0]))
        return islice(unknown, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a share.

    Attributes
    ----------
    part: name of its finished part; '' where no article had to be worked.
    worked: ids of the articles in the part. known: ids and digests of those that are known.
    failures: what could not be looked at.
    """

    part: str
    worked: tuple[str, ...]
    known: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]


def look_at(share: Share) -> tuple[dict[str, str], Done]:
    """Look through a share without working it.

    Returns what tells its articles from others, by id in their order, and its outcome were there nothing to work.
    """
    digests: dict[str, str] = {}
    known: list[tuple[str, str]] = []
    failures: list[Failure] = []
    unknown = 0
    for found in share.articles():
        if isinstance(found, Failure):
            failures.append(found)
        elif share.is_known(found[0]):
            known.append((found[0].id, found[0].digest))
        else:
            if share.first <= unknown and (share.last is None or unknown < share.last):
                digests[found[0].id] = _digest(*found)
            unknown += 1
    return digests, Done("", (), tuple(known), tuple(failures)) if share.tells else Done("", (), (), ())


def split(share: Share, notes: Notes, made_with: Mapping[str, str]) -> list[Share]:
    """Cut a share whose worker died: the article that it was at, and those before and behind it.

    Where nobody noted which it was there are `PIECES`. A share of a single article with nothing else to tell stays what
    it is, and so does one without any.
    """
    digests, _ = look_at(share)
    if not digests or (len(digests) < 2 and not share.tells):
        return [share]
    count, part = len(digests), _name(digests, made_with)
    at = notes.read(part)
    notes.forget(part)
    size = max(1, -(-count // PIECES))
    cuts = {0, at[0], at[0] + 1} if at and at[0] < count else set(range(0, count, size))
    bounds = [share.first + cut for cut in sorted(cuts) if cut < count] + [share.first + count]
    pieces = [replace(share, first=first, last=last, tells=False) for first, last in pairwise(bounds)]
    return [replace(share, last=share.first), *pieces] if share.tells else pieces


def given_up(share: Share, notes: Notes, made_with: Mapping[str, str], patience: float) -> tuple[str, Failure]:
    """The id of the single article that a worker did not survive twice, and what is told of it."""
    ((article, source),) = share.to_work()
    part = _name(look_at(share)[0], made_with)
    at = notes.read(part)
    notes.forget(part)
    return article.id, failure(source, stuck(patience, at[1]) if at and at[1] else DIED)


def prepare_share(
    gazetteer: tuple[Path, ...], made_with: Mapping[str, str], place: str, watch: Watch, *, ner: bool
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

    def load(articles: int) -> Steps:
        if _loaded(gazetteer, ner, made).articles >= MOST:
            _loaded.cache_clear()
            gc.unfreeze()
            gc.collect()
        reading = _loaded(gazetteer, ner, made)
        reading.articles += articles
        return reading.steps

    def work(share: Share) -> Done:
        return _work(share, load, parts, made_with, watch)

    return work


class _Reading:
    """A pipeline, and how many articles it has been given."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.articles = 0


@lru_cache(maxsize=1)
def _loaded(gazetteer: tuple[Path, ...], ner: bool, made_with: tuple[tuple[str, str], ...]) -> _Reading:
    """The pipeline, which a worker keeps for the next build that is made with the same."""
    steps = prepare_steps(gazetteer, ner=ner)
    # The search for cycles need not look at the vocabulary each time.
    gc.freeze()
    return _Reading(steps)


def _work(
    share: Share,
    load: Callable[[int], Steps],
    parts: Parts,
    made_with: Mapping[str, str],
    watch: Watch,
) -> Done:
    # Articles are read twice, so that no more than a run of them is held: first their digests name the part.
    digests, seen = look_at(share)
    if not digests:
        return seen
    name = _name(digests, made_with)
    if not parts.has(name):
        # Loading is nothing that an article takes.
        steps = load(len(digests))
        with watch(name) as article:
            parts.write(name, _worked(share, digests, steps, article), made_with)
    return replace(seen, part=name, worked=tuple(digests))


def _worked(share: Share, digests: Mapping[str, str], steps: Steps, watched: Article) -> Iterator[Worked]:
    for run in in_runs(enumerate(share.to_work())):
        unchanged = {n: found[0] for n, found in run if digests.get(found[0].id) == _digest(*found)}
        read = read_run(unchanged, steps, watched)
        for n, (article, source) in run:
            if n not in unchanged:
                yield Worked(article.id, source, "", None, CHANGED)
                continue
            extraction, error = read.pop(n)
            error = failure(source, error).error if error else ""
            # A worker may die of what is made of it in the part, too: then this is the article that is noted.
            with watched(n):
                worked = Worked(article.id, source, article.digest, extraction, error)
            yield worked


def _digest(article: Item | Document, source: str) -> str:
    said = repr(article) if isinstance(article, Document) else f"{article.format} {article.digest}"
    return sha256(f"{source}\0{said}".encode()).hexdigest()


def _name(digests: Mapping[str, str], made_with: Mapping[str, str]) -> str:
    """The name of the part of these articles, made with this program."""
    said = "\n".join([*map(str, sorted(made_with.items())), *map(str, digests.items())])
    return sha256(said.encode()).hexdigest()
