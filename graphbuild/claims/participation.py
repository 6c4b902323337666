"""Who did what at which event: an act's words, the persons who do it, and those it is done to."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventRole, EventType, ParticipationClaim
from ..pipeline.plain import Sentence
from .article import Actor, Article
from .named_events import NamedEvent

REACH = 7
"""Tokens between an act and the word that lists its doers."""


DECISIONS = frozenset({EventType.APPOINTMENT, EventType.CEREMONY})
"""Kinds of event at which decisions are handed over."""

ANSWERS = {EventRole.AWARDS: EventRole.RECEIVES, EventRole.HANDS_OVER: EventRole.TAKES_OVER}
"""What those behind 'cho' do where somebody else awards or hands over."""


def participation_claims(article: Article, events: list[NamedEvent]) -> Iterator[ParticipationClaim]:
    """One claim a person, act and sentence, in the order of the text."""
    main = next((e for e in events if e.main), None)
    if main is None:
        return
    for sentence in article.sentences:
        actors = article.actors_in(sentence)
        if not actors:
            continue
        yield from _acts(article, sentence, actors, events, main)
        yield from _handover(article, sentence, actors, main)
        yield from _company(article, sentence, actors, main)
    yield from _decided(article, main)


def _acts(
    article: Article, sentence: Sentence, actors: list[Actor], events: list[NamedEvent], main: NamedEvent
) -> Iterator[ParticipationClaim]:
    for act in article.doc.matches.within("ACT", sentence.start, sentence.end):
        start, end = act.start, act.end
        if _inside(article, start, actors):
            continue
        role, sure = act.key.split("|")
        if role == EventRole.OTHER:
            continue
        event = _object_event(article, end, sentence, events) or main
        for actor in _doers(article, sentence, actors, start, end, EventRole(role)):
            yield _claim(article, actor, event, EventRole(role), start, end, float(sure))
        answer = ANSWERS.get(EventRole(role))
        if answer:
            for actor in _recipients(article, sentence, actors, end):
                yield _claim(article, actor, event, answer, start, end, 0.8)


def _inside(article: Article, token: int, actors: list[Actor]) -> bool:
    """The act's words are part of an event's, a unit's or a place's name, or of a post."""
    return (
        any(not e.reference and e.start <= token < e.end for e in article.events if e.rule != "lede verb")
        or any(u.start <= token < u.end for u in article.units)
        or any(a.start <= token < a.end for a in actors)
    )


def _doers(
    article: Article, sentence: Sentence, actors: list[Actor], start: int, end: int, role: EventRole
) -> list[Actor]:
    """Behind the act where it lists them or opens the sentence, else the subject before it."""
    behind = [a for a in actors if a.start >= end]
    before = [a for a in actors if a.end <= start]
    listing = _listing(article, end, sentence)
    first = all(act.key.startswith(EventRole.OTHER) for act in article.doc.matches.within("ACT", sentence.start, start))
    if listing is not None and not first and role is EventRole.SPEAKS:
        return []
    if listing is not None:
        listed = [a for a in behind if a.start > listing]
        if listed and (not before or role is EventRole.ATTENDS):
            return _run(article, listed)
    if behind and article.doc[end].lower_ in article.clauses.on_behalf:
        return _run(article, behind)
    if _others_do(article, sentence, start):
        return []
    if not before:
        return _run(article, behind[:1]) if behind and _opens(article, sentence, start, behind[0]) else []
    clause = [a for a in before if not _clause_break(article, a.end, start)]
    subject = clause[0] if clause and role is not EventRole.RECEIVES else before[-1]
    return _joined(article, before, subject)


def _listing(article: Article, end: int, sentence: Sentence) -> int | None:
    for i in range(end, min(end + REACH, sentence.end)):
        if article.doc[i].lower_ in article.clauses.lists:
            return i
        act_behind = article.doc[i].text == "," and article.doc.matches.at(i + 1, "ACT") is not None
        if article.doc[i].text in (",", ";", ".") and not act_behind:
            return None
    return None


def _others_do(article: Article, sentence: Sentence, start: int) -> bool:
    """'chúc mừng hai đồng chí vừa được bổ nhiệm': a plural without names is right before the act."""
    for i in range(start - 1, max(sentence.start, start - 4), -1):
        match = article.doc.matches.covering(i, "HONORIFIC")
        if match and match.end > i >= match.start:
            before = article.doc[match.start - 1].lower_ if match.start else ""
            return before in article.gazetteer.words.grammar.plural_before or article.doc[match.start].lower_ == "các"
    return False


def _opens(article: Article, sentence: Sentence, start: int, actor: Actor) -> bool:
    """'Phát biểu tại hội nghị, Thiếu tướng A ...', 'dưới sự chủ trì của Thiếu tướng A'."""
    between = [t.lower_ for t in article.doc[start : actor.start]]
    return "," in between or between[-1:] in (["của"], [":"], ["do"]) or start == sentence.start


def _clause_break(article: Article, start: int, end: int) -> bool:
    return any(t.text == ";" for t in article.doc[start:end])


def _run(article: Article, actors: list[Actor]) -> list[Actor]:
    """The actors of a list, up to where something else than commas and posts stands between two of them."""
    kept = actors[:1]
    for actor in actors[1:]:
        between = article.doc[kept[-1].end : actor.start]
        if any(t.lower_ not in article.clauses.joins for t in between) and len(between) > 12:
            break
        kept.append(actor)
    return kept


def _joined(article: Article, before: list[Actor], subject: Actor) -> list[Actor]:
    """The subject with those joined to it by commas and 'và'."""
    n = before.index(subject)
    kept = [subject]
    for actor in before[n + 1 :]:
        if any(t.lower_ not in article.clauses.joins for t in article.doc[kept[-1].end : actor.start]):
            break
        kept.append(actor)
    for actor in reversed(before[:n]):
        if any(t.lower_ not in article.clauses.joins for t in article.doc[actor.end : kept[0].start]):
            break
        kept.insert(0, actor)
    return kept


def _recipients(article: Article, sentence: Sentence, actors: list[Actor], end: int) -> list[Actor]:
    """Those behind 'cho': 'trao quyết định cho Đại tá A và Thượng tá B'."""
    given = article.first(article.clauses.given_to, end, sentence.end)
    return _run(article, [a for a in actors if given is not None and a.start > given])


def _object_event(article: Article, end: int, sentence: Sentence, events: list[NamedEvent]) -> NamedEvent | None:
    """A named event within a few words behind the act: 'dự Lễ kỷ niệm ...'."""
    for event in events:
        if any(0 <= span.start - end <= 4 and span.end <= sentence.end for span in event.spans):
            return event
    return None


def _handover(
    article: Article, sentence: Sentence, actors: list[Actor], main: NamedEvent
) -> Iterator[ParticipationClaim]:
    """'bàn giao chức trách ... giữa A với B': the first hands over, the second takes over."""
    between = article.first(article.clauses.between, sentence.start, sentence.end)
    named = [a for a in actors if between is not None and a.start > between]
    if len(named) < 2:
        return
    says = any(
        act.key.startswith(EventRole.HANDS_OVER)
        for act in article.doc.matches.within("ACT", sentence.start, sentence.end)
    )
    says = says or any(
        words in article.text(sentence.start, sentence.end).casefold() for words in article.clauses.handover
    )
    if says:
        first, second = named[0], named[1]
        yield _claim(article, first, main, EventRole.HANDS_OVER, first.start, first.end, 0.9)
        yield _claim(article, second, main, EventRole.TAKES_OVER, second.start, second.end, 0.9)


def _company(
    article: Article, sentence: Sentence, actors: list[Actor], main: NamedEvent
) -> Iterator[ParticipationClaim]:
    """'Về phía tỉnh có các đồng chí: ...': a list of those present, whatever its first words."""
    opening = article.text(sentence.start, min(sentence.end, sentence.start + 2)).casefold()
    listing = _listing(article, sentence.start, sentence) if opening in article.clauses.company else None
    if listing is not None:
        for actor in _run(article, [a for a in actors if a.start > listing]):
            yield _claim(article, actor, main, EventRole.ATTENDS, actor.start, actor.end, 0.85)


def _decided(article: Article, main: NamedEvent) -> Iterator[ParticipationClaim]:
    """At a ceremony those receive whom a decision appoints, promotes or releases."""
    if main.type not in DECISIONS:
        return
    for chain in article.posts:
        name = article.name_of(chain)
        if chain.decided and name:
            actor = Actor(chain.start, chain.end, name, True)
            yield _claim(article, actor, main, EventRole.RECEIVES, chain.start, chain.end, 0.8)


def _claim(
    article: Article, actor: Actor, event: NamedEvent, role: EventRole, start: int, end: int, sure: float
) -> ParticipationClaim:
    first, last = min(actor.start, start), max(actor.end, end)
    rule = "act and its doer" if actor.named else "act and a reference to its doer"
    return ParticipationClaim(actor.name, None, event.name, role, article.evidence(first, last, rule, sure))
