"""Who did what at which event: an act's words, the persons who do it, and those it is done to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from ..model import BlockKind, EventRole, EventType, ParticipationClaim
from .acts import Act, Telling, read_out, tellings
from .article import Actor, Article
from .decisions import decisions
from .doers import doers, givers, recipients
from .handovers import DECISIONS, both_sides, decided, handover_roles, replaced, titles_of
from .named_events import NamedEvent, hands_over_post
from .scenes import Scenes

ANSWERS = {
    EventRole.AWARDS: EventRole.RECEIVES,
    EventRole.HANDS_OVER: EventRole.TAKES_OVER,
    EventRole.HOSTS: EventRole.VISITS,
    EventRole.VISITS: EventRole.RECEIVES,
}
"""What those do to whom somebody else awards or hands over, or whom somebody receives."""

THINGS = {EventRole.HANDS_OVER: EventRole.AWARDS, EventRole.TAKES_OVER: EventRole.RECEIVES}
"""What they do who hand over or take over a thing: 'bàn giao nhà', 'tiếp nhận quà'."""

CHANGES = (EventRole.HANDS_OVER, EventRole.TAKES_OVER)
"""The roles of those between whom a post changes hands."""

ELSEWHERE = {EventRole.VISITS: EventRole.ATTENDS}
"""What they do at an event that is no visit: 'đoàn đại biểu do Đại tá A dẫn đầu đã tiến hành hội đàm'."""

BEFORE = 5
"""Tokens before an act that tell what is handed over: 'nhiệm vụ Chính ủy được giao lại cho ...'."""

REPORTED = 0.6
"""How sure verbs such as 'cho biết' are: whoever reports in the same sentence says by them what the report says."""

PRESENT = 0.45
"""How sure it is that somebody takes part of whom the report tells something that no list of acts knows."""


QUOTED = re.compile(r'[,:!?.…]\s?["”]\s*[,–-]|:\s?["“]')
"""What somebody says: '"Đi bè!", anh nói', 'Anh cười: "Đi bè!"'; no title: 'phong trào "Xanh"'."""


def participation_claims(article: Article, events: list[NamedEvent]) -> Iterator[ParticipationClaim]:
    """One claim a person, act and sentence, in the order of the text; last those who are only there."""
    main = next((e for e in events if e.main), None)
    if main is None:
        return
    scenes = Scenes(article, events, main)
    handover = hands_over_post(article, main.spans)
    told = [*tellings(article)]
    claims = [c for t in told for c in _told(t, scenes, main, handover)]
    if handover or main.type in DECISIONS:
        titles = titles_of(article, main) if handover else frozenset()
        claims += _decisions(article, main, told, titles, {c.person for c in claims if c.role in CHANGES})
    if handover:
        claims = _without_posts_received(claims)
    yield from claims
    known = {claim.person or "" for claim in claims}
    for t in told:
        yield from _present(t, scenes, known)


def _told(t: Telling, scenes: Scenes, main: NamedEvent, handover: bool) -> Iterator[ParticipationClaim]:
    """What the acts of a sentence tell; `handover`: a post changes hands at the main event."""
    reporters: set[str] = set()
    for act in t.acts:
        event = scenes.event(t, act)
        things = not handover and act.role in THINGS and not _tells_of_post(t, act)
        role = THINGS[act.role] if things else read_out(t, act)
        if event.type is not EventType.VISIT:
            role = ELSEWHERE.get(role, role)
        if event.type is EventType.CONGRESS and role in CHANGES:  # whoever is elected takes nothing over from anybody
            role = EventRole.OTHER
        found = doers(t, act)
        for actor in found:
            if act.sure <= REPORTED and actor.name in reporters:
                continue
            yield _claim(t.article, actor, event, role, act.start, act.end, act.sure)
            if act.role is EventRole.REPORTS:
                reporters.add(actor.name)
        answer = ANSWERS.get(role)
        given = recipients(t, act) if answer else []
        for actor in (a for a in given if a not in found):
            yield _claim(t.article, actor, event, answer or role, act.start, act.end, 0.8)
        for actor in givers(t, act):
            yield _claim(t.article, actor, event, EventRole.AWARDS, act.start, act.end, 0.8)
    yield from _company(t, scenes)
    yield from _quoted(t, scenes)
    sides = both_sides(t, handover)
    if sides:
        for n, role in zip(sides, CHANGES, strict=True):
            actor = t.actors[n]
            yield _claim(t.article, actor, main, role, actor.start, actor.end, 0.9)
    swapped = replaced(t, only_retired=not handover)
    if swapped:
        for n, role in zip(swapped, reversed(CHANGES), strict=True):
            actor = t.actors[n]
            yield _claim(t.article, actor, main, role, actor.start, actor.end, 0.85)


def _tells_of_post(t: Telling, act: Act) -> bool:
    """'bàn giao chức trách', 'bàn giao Cụm trưởng', 'được bầu làm Bí thư': a post and no thing."""
    start = max(t.sentence.start, act.start - BEFORE)
    clauses, words = t.article.clauses, t.article.doc[start : t.sentence.end]
    leaders = _words_in(clauses.leaders)
    told = t.article.doc.matches.within("TITLE", act.start, t.sentence.end)
    return bool(told) or any(w.lower_ in clauses.posts or w.lower_ in leaders for w in words)


@lru_cache(maxsize=4)
def _words_in(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.casefold().split())


def _company(t: Telling, scenes: Scenes) -> Iterator[ParticipationClaim]:
    """'Về phía tỉnh có các đồng chí: ...': a list of those present, whatever its first words."""
    article, start = t.article, t.sentence.start
    listing = article.first(article.clauses.lists | {":"}, start, t.next_act(start))
    if listing is None or listing > t.actors[0].start:
        return
    opening = article.text(start, min(t.sentence.end, start + 2)).casefold()
    if opening in article.clauses.company or _lists_names(t, listing):
        event = scenes.at(t)
        group = {word.lower_ for word in article.doc[start:listing]} & article.clauses.groups
        role = EventRole.VISITS if event.type is EventType.VISIT and group else EventRole.ATTENDS
        for actor in t.actors:
            if listing < actor.start < t.next_act(listing):
                yield _claim(article, actor, event, role, actor.start, actor.end, 0.85)


def _lists_names(t: Telling, listing: int) -> bool:
    """'Khách mời có Thiếu tướng A; bà B': a name right behind 'có', and no decision told."""
    words = {t.article.doc[i].lower_ for i in range(listing + 1, t.actors[0].start)}
    small = t.article.clauses.joins | {*t.article.gazetteer.words.grammar.plural_before}
    told = any(
        t.article.doc.matches.within(label, t.sentence.start, t.sentence.end)
        for label in ("PROMOTES", "RAISES", "TAKES", "APPOINTS")
    )
    return t.article.doc[listing].lower_ in t.article.clauses.has and words <= small and not told


def _quoted(t: Telling, scenes: Scenes) -> Iterator[ParticipationClaim]:
    """'Theo Thiếu tá A, kinh phí do cán bộ góp lại': A says so."""
    first = t.actors[0]
    i = t.sentence.start
    if first.start == i + 1 and t.article.doc[i].lower_ in t.article.clauses.according:
        yield _claim(t.article, first, scenes.at(t), EventRole.SPEAKS, i, first.end, 0.7)


def _decisions(
    article: Article, main: NamedEvent, sentences: list[Telling], titles: frozenset[str], told: Set[str | None]
) -> Iterator[ParticipationClaim]:
    """At a ceremony those receive whom a decision appoints, promotes or releases; at a handover they change posts."""
    known = set(told)
    for actor, role in (found for t in sentences for found in decisions(t, titles)):
        if actor.name not in told:
            known.add(actor.name)
            yield _claim(article, actor, main, role, actor.start, actor.end, 0.8)
    roles = handover_roles(article, titles)
    for name, chain in decided(article):
        if name not in known:
            role = roles.get(name, EventRole.RECEIVES)
            yield _claim(article, article.actor(chain), main, role, chain.start, chain.end, 0.8)


def _without_posts_received(claims: list[ParticipationClaim]) -> list[ParticipationClaim]:
    """Whoever takes over or hands over a post does not receive it once more."""
    changing = {(c.person, c.event) for c in claims if c.role in CHANGES}
    return [c for c in claims if c.role is not EventRole.RECEIVES or (c.person, c.event) not in changing]


def _present(t: Telling, scenes: Scenes, known: set[str]) -> Iterator[ParticipationClaim]:
    """Whoever is named as a subject of the report and nowhere with an act: 'Trung úy A dạy bà con gói bánh'."""
    if t.article.kind(t.sentence.start) not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return
    said = next((act.start for act in t.acts if act.says), t.sentence.end)
    for n, actor in enumerate(t.actors):
        told = n not in t.objects or (actor.start < said and not _spoken_of(t, actor))
        if actor.name not in known and actor.named and told:
            role = EventRole.SPEAKS if _quotes(t) else EventRole.ATTENDS
            yield _claim(t.article, actor, scenes.at(t), role, actor.start, actor.end, PRESENT)


def _quotes(t: Telling) -> bool:
    """'"Hỏng cầu thì đi bè!", Đại tá A cười vang': the only one named where somebody is quoted."""
    text = t.article.text(t.sentence.start, t.sentence.end)
    return len(t.actors) == 1 and bool(QUOTED.search(text))


def _spoken_of(t: Telling, actor: Actor) -> bool:
    """'tấm gương của Đại tá A', 'nói về Đại tá A': who need not be there."""
    clauses, i = t.article.clauses, actor.start - 1
    return t.article.doc[i].lower_ in clauses.on_behalf | clauses.goes_to


def _claim(
    article: Article, actor: Actor, event: NamedEvent, role: EventRole, start: int, end: int, sure: float
) -> ParticipationClaim:
    first, last = min(actor.start, start), max(actor.end, end)
    rule = "act and its doer" if actor.named else "act and a reference to its doer"
    return ParticipationClaim(actor.name, None, event.name, role, article.evidence(first, last, rule, sure))
