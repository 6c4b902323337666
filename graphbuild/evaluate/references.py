"""Where the article says a missed fact whose names were all found, and whether it names them there.

Gold has no sentences. So the sentence of a fact is the first that has its words: the title of a post, a verb of a role.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..model import Mention, MentionKind
from ..resources import load_gazetteer
from .article import Article, Span
from .event_rows import role_class
from .fact import Fact, Name
from .finding import Findings
from .names import norm
from .result import Cause


def where_said(fact: Fact, findings: Findings) -> tuple[Cause, str]:
    """Return 'reference not resolved' for a fact said of a short form only, else 'not claimed', and the sentence."""
    article = findings.article
    if article is None:
        return Cause.NOT_CLAIMED, ""
    spoken = _sentences_with(_phrases(fact), article) or article.sentences
    named = [name for name in fact.names if name.kind in (MentionKind.PERSON, MentionKind.UNIT)]
    lacking = {s: [name for name in named if not _named_in(s, name, findings)] for s in spoken}
    for sentence in sorted(spoken, key=lambda s: len(lacking[s])):
        if all(_short_form_in(sentence, name, fact, findings) for name in lacking[sentence]):
            cause = Cause.REFERENCE if lacking[sentence] else Cause.NOT_CLAIMED
            return cause, article.text(sentence)
    return Cause.NOT_CLAIMED, findings.first_sentence(fact.subject)


def _phrases(fact: Fact) -> tuple[str, ...]:
    """Normal forms of the words that say the fact; none where any words may."""
    if fact.object is not None and fact.object.kind is MentionKind.EVENT:
        return _phrases_of_role(fact.value)
    return (norm(fact.value),) if fact.subject.kind is MentionKind.PERSON and fact.value else ()


@cache
def _phrases_of_role(role: str) -> tuple[str, ...]:
    acts = load_gazetteer().roles.act
    return tuple(norm(phrase) for act in acts if role_class(act.role) == role for phrase in act.phrases)


def _sentences_with(phrases: tuple[str, ...], article: Article) -> list[Span]:
    holding = {article.sentence(span) for phrase in phrases for span in article.spans(phrase)}
    return sorted(holding, key=lambda sentence: sentence.start)


def _named_in(sentence: Span, name: Name, findings: Findings) -> bool:
    """The sentence has the full name."""
    article = findings.article
    return article is not None and any(_within(sentence, span) for span in article.spans(norm(name.text)))


def _short_form_in(sentence: Span, name: Name, fact: Fact, findings: Findings) -> bool:
    """The sentence has other words for the name: part of it, a reference, an alias; of a post just the title."""
    article = findings.article
    assert article is not None
    if name.kind is MentionKind.UNIT:
        posted = fact.subject.kind is MentionKind.PERSON
        return posted or any(_within(sentence, span) for span in findings.spans(name))
    mentions = [m for m in article.mentions(sentence) if _within(sentence, Span(m.start, m.end))]
    persons = [m for m in mentions if m.kind is MentionKind.PERSON]
    if any(_is_part(m, name) for m in persons):
        return True
    titles = set(_titles(name, findings))
    stands_for = [m for m in mentions if m.kind is MentionKind.REFERENCE]
    alone = [m for m in mentions if m.kind is MentionKind.TITLE and not persons]
    return any(norm(m.key) == norm(name.text) for m in stands_for) or any(norm(m.text) in titles for m in alone)


def _is_part(mention: Mention, name: Name) -> bool:
    """'Toản' of 'Nguyễn Văn Toản'."""
    return norm(name.text).endswith(f" {norm(mention.text)}")


def _titles(name: Name, findings: Findings) -> Iterator[str]:
    """The titles that the gold gives a person."""
    for person in findings.both.gold.persons:
        if norm(person.name) == norm(name.text):
            yield from (norm(position.title) for position in person.positions)


def _within(sentence: Span, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end
