"""The left half for one article: bytes -> Document -> claims. It knows nothing of other articles and of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild import engines
from graphbuild.model import Document, Extraction
from graphbuild.readers import Failure, Item, find_items, read_item, read_text

from .amount import Amount
from .report import READING, Progress

if TYPE_CHECKING:
    from graphbuild.claims import DocumentFacts
    from graphbuild.claims.explain import Explanation
    from graphbuild.resources import Gazetteer

Read = Callable[[Item | Document], Extraction]

Steps = tuple[Callable[[Any], Any], ...]
"""What makes an Extraction of an article, step by step: each takes what the one before made of it."""


def prepare(gazetteer: tuple[Path, ...], *, ner: bool = True) -> Read:
    """Load the pipeline with what is laid over the gazetteer; return what makes an Extraction of an article.

    A Document is one that was read before; only what is made of it is made anew.
    """
    from graphbuild.claims import extract as extract_claims
    from graphbuild.pipeline import load_pipeline
    from graphbuild.resources import load_gazetteer

    words = load_gazetteer(gazetteer)
    nlp = load_pipeline(words, ner=ner)
    return lambda article: extract_claims(_document(article), nlp, words)


def prepare_steps(gazetteer: tuple[Path, ...], *, ner: bool = True) -> Steps:
    """What `prepare` returns, in steps that many articles can take together."""
    from graphbuild.claims import extract_steps
    from graphbuild.pipeline import load_pipeline
    from graphbuild.resources import load_gazetteer

    words = load_gazetteer(gazetteer)
    return (_document, *extract_steps(load_pipeline(words, ner=ner), words))


def _document(article: Item | Document) -> Document:
    return article if isinstance(article, Document) else read_item(article)


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    byline: str | None = None,
    gazetteer: Sequence[str | Path] = (),
    ner: bool = True,
) -> DocumentFacts:
    """Return the facts of one article.

    Parameters
    ----------
    text: the article as plain text, title first or given as `title`.
    published: ISO date, 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; None lets the text say.
    title, url, byline: what is known of the article from elsewhere.
    gazetteer: folders and files laid over the gazetteer of the program, and names of shipped packs ('en').
    ner: let the statistical NER name what no rule explains.

    Raises ReadError for text that is no article, for instance an empty one, and ResourceError for a gazetteer that is
    not right.

    Example
    -------
    >>> facts = extract("Thiếu tướng Trần Văn Minh, Tư lệnh Quân khu 6 chủ trì hội nghị.")  # doctest: +SKIP
    >>> facts.as_dict()["persons"][0]["rank"]                                                # doctest: +SKIP
    'Thiếu tướng'
    """
    from graphbuild.claims import facts
    from graphbuild.resources import load_gazetteer

    document = read_text(text, published=published, title=title, url=url, byline=byline)
    words = load_gazetteer([Path(name) for name in gazetteer])
    return facts(_prepared(ner, words)(document), words)


def explain(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    byline: str | None = None,
    gazetteer: Sequence[str | Path] = (),
    ner: bool = True,
) -> Explanation:
    """Return one article with its mentions marked, and every claim with its sentence and rule.

    A notebook shows it in colours; the parameters and errors are those of `extract`.

    Example
    -------
    >>> found = explain("Thiếu tướng Trần Văn Minh, Tư lệnh Quân khu 6 chủ trì hội nghị.")  # doctest: +SKIP
    >>> found.by_kind()["posting"][0].says                                                   # doctest: +SKIP
    'Trần Văn Minh: Tư lệnh, Quân khu 6 (current)'
    """
    from graphbuild.claims.explain import explain as explain_extraction
    from graphbuild.resources import load_gazetteer

    document = read_text(text, published=published, title=title, url=url, byline=byline)
    words = load_gazetteer([Path(name) for name in gazetteer])
    return explain_extraction(_prepared(ner, words)(document))


def extract_files(
    sources: Sequence[str | Path],
    *,
    jobs: int | None = None,
    gazetteer: Sequence[str | Path] = (),
    ner: bool = True,
    progress: Progress | None = None,
) -> Iterator[DocumentFacts | Failure]:
    """Yield the facts of every article of the sources, and a failure for each that cannot be read.

    Parameters
    ----------
    sources: files and folders; '-' is standard input.
    jobs: number of processes; None is one for few articles, else one a processor.
    gazetteer: folders and files laid over the gazetteer of the program, and names of shipped packs ('en').
    ner: let the statistical NER name what no rule explains.
    progress: told how many articles have been read, and about how many there are.
    """
    from graphbuild.claims import facts
    from graphbuild.resources import load_gazetteer

    words = load_gazetteer([Path(name) for name in gazetteer])
    for found in read_files(sources, jobs=jobs, gazetteer=gazetteer, ner=ner, progress=progress):
        yield facts(found, words) if isinstance(found, Extraction) else found


def read_files(
    sources: Sequence[str | Path],
    *,
    jobs: int | None = None,
    gazetteer: Sequence[str | Path] = (),
    ner: bool = True,
    progress: Progress | None = None,
) -> Iterator[Extraction | Failure]:
    """Yield what the pipeline makes of every article, with its text; the parameters are those of `extract_files`."""
    failures: list[Failure] = []
    work = partial(prepare, tuple(Path(file) for file in gazetteer), ner=ner)
    for outcome in engines.run(_items(sources, failures, progress), work, jobs):
        yield from failures
        failures.clear()
        yield outcome.value or failure(outcome.item.source, outcome.error)
    yield from failures


def failure(source: str, error: str) -> Failure:
    """A failure that names its source once."""
    return Failure(source, error.removeprefix(f"{source}: "))


def _items(sources: Sequence[str | Path], failures: list[Failure], progress: Progress | None) -> Iterator[Item]:
    """Yield the items of the sources; what cannot be listed goes into `failures`."""
    amount, articles, size = Amount(sources if progress else ["-"]), 0, 0
    for found in find_items(sources):
        if isinstance(found, Failure):
            failures.append(found)
            continue
        yield found
        articles, size = articles + 1, size + len(found.payload)
        if progress:
            progress(READING, articles, max(articles, round(articles * amount.size / size)) if amount.size else None)


def _prepared(ner: bool, words: Gazetteer) -> Read:
    """A pipeline for one article after the other; it is made anew where the gazetteer has changed."""
    return _kept(ner, tuple(map(Path, words.extra)), words.digest)


@lru_cache(maxsize=4)
def _kept(ner: bool, gazetteer: tuple[Path, ...], digest: str) -> Read:
    return prepare(gazetteer, ner=ner)
