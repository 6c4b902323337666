"""From a Document to its mentions and claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ..model import Claim, Document, Extraction, Mention, MentionKind, PartialDate
from ..pipeline import annotate, empty_doc
from ..resources import Gazetteer, load_gazetteer
from ..resources.collector import collector_paused
from .article import Article
from .clusters import cluster_claims
from .events import event_claims
from .hierarchy import parent_claims
from .named_events import named_events
from .participation import participation_claims
from .places import place_claims
from .postings import committee_claims, posting_claims
from .ranks import rank_claims
from .units import unit_claims


def extract(document: Document, nlp: Language, gazetteer: Gazetteer | None = None) -> Extraction:
    """Annotate `document` with `nlp` and read its claims.

    Parameters
    ----------
    document: one article.
    nlp: the pipeline of `graphbuild.pipeline.load_pipeline`.
    gazetteer: the one that `nlp` was made with; the packaged one if it is left out.

    Example
    -------
    >>> extract(document, load_pipeline()).claims  # doctest: +SKIP
    """
    # What is made of an article is needed to its end: to search a long one again and again for cycles finds none.
    with collector_paused():
        return _read(gazetteer or load_gazetteer(), annotate(nlp, document, tokens=False))


def extract_steps(nlp: Language, gazetteer: Gazetteer | None = None) -> tuple[Callable[[Any], Any], ...]:
    """What `extract` does, in steps: the first takes a Document, each other what the one before made of it.

    Many articles at a time take each step together sooner than one after the other take all of them: the step's code
    and words are still in the processor's cache. Meanwhile let the collector rest, as `extract` does.

    Parameters
    ----------
    nlp, gazetteer: as `extract` takes them.

    Example
    -------
    >>> first, *_, last = extract_steps(load_pipeline())  # doctest: +SKIP
    """
    begin, end = partial(empty_doc, nlp, tokens=False), partial(_read, gazetteer or load_gazetteer())
    return (begin, *(component for _, component in nlp.pipeline), end)


def _read(gazetteer: Gazetteer, doc: Doc) -> Extraction:
    """Read the mentions and claims where the components have said what they found."""
    document: Document = doc._.document
    article = Article(doc, document, gazetteer)
    return Extraction(document, tuple(_mentions(article)), tuple(_claims(article)))


def _claims(article: Article) -> Iterator[Claim]:
    events = named_events(article)
    event_list = list(event_claims(article, events))
    day = next((e.date for e in event_list if e.main), None) or article.document.published
    yield from unit_claims(article)
    postings = list(posting_claims(article, day))
    yield from postings
    yield from committee_claims(article, postings, day)
    yield from rank_claims(article, day)
    yield from event_list
    yield from participation_claims(article, events)
    parents = list(parent_claims(article, day))
    yield from parents
    yield from cluster_claims(article, {p.unit: p.parent for p in parents}, day)
    yield from place_claims(article)


def _mentions(article: Article) -> list[Mention]:
    """Every span that a component found, in the order of the text."""
    doc = article.doc
    spans: list[tuple[int, int, MentionKind, str, str]] = []
    spans += [(p.start, -p.end, MentionKind.PERSON, p.rule, p.name) for p in article.persons]
    spans += [(u.start, -u.end, MentionKind.UNIT, u.rule, u.known or u.type) for u in article.units]
    spans += [(e.start, -e.end, MentionKind.EVENT, e.rule, e.type.value) for e in article.events if not e.reference]
    spans += [(p.start, -p.end, MentionKind.PLACE, p.rule, p.type) for p in article.places]
    spans += [(d.start, -d.end, MentionKind.DATE, "date", _date_key(d.year, d.month, d.day)) for d in article.dates]
    spans += [(m.start, -m.end, MentionKind.RANK, "rank", m.key) for m in doc.matches.all("RANK")]
    spans += [(m.start, -m.end, MentionKind.TITLE, "title", m.key) for m in doc.matches.all("TITLE")]
    spans += [(r.start, -r.end, MentionKind.REFERENCE, r.rule, r.name) for r in article.references]
    spans.sort(key=itemgetter(0, 1, 2))  # outer ones before those inside them
    found = ((doc.starts[start], doc.end_of(-end - 1), kind, rule, key) for start, end, kind, rule, key in spans)
    return [Mention(start, end, doc.text[start:end], kind, rule, key) for start, end, kind, rule, key in found]


def _date_key(year: int, month: int, day: int) -> str:
    try:
        return str(PartialDate(year, month, day)) if year else ""
    except ValueError:
        return ""
