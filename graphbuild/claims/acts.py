"""What a sentence tells people to do at an event: the words of each act, and who of those named can be its doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import EventRole
from ..pipeline.plain import Sentence
from .article import Actor, Article

LONGEST_POST = 9
"""Tokens between two names of a list, where they are a post that no list knows."""

DONE_AT = (EventRole.HOSTS, EventRole.AWARDS)
"""Acts told right behind another's words: 'chủ trì đón Đoàn', 'tham gia trao quà'. Others are only named there."""

READ = (EventRole.REPORTS, EventRole.SPEAKS)
"""The roles of whoever reads something out."""

CLAUSES = frozenset({"lede verb", "dated verb", "headline verb", "organised", "body verb"})
"""The rules of events whose name is a clause: its verb tells of an act too."""


@dataclass(frozen=True, slots=True)
class Act:
    """The words of one act.

    Attributes
    ----------
    noun: the words only name the act ('công tác kiểm tra'); nobody before them does it.
    says: "what" if what follows is what is said ('yêu cầu các đơn vị báo cáo ...'), "praise" if it tells of whom
        or for what ('cảm ơn tỉnh đã tặng quà'), after which a further act of the same person may be told; or "".
    """

    start: int
    end: int
    role: EventRole
    sure: float
    noun: bool
    says: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence with its acts and the people in it.

    Attributes
    ----------
    actors: in the order of the text.
    objects: those to whom something is done, as numbers in `actors`: 'trao quyết định cho Đại tá A'.
    after_object: those behind an object's comma, who may be objects too or begin a clause.
    """

    article: Article
    sentence: Sentence
    acts: tuple[Act, ...]
    actors: tuple[Actor, ...]
    objects: frozenset[int]
    after_object: frozenset[int]

    def next_act(self, token: int) -> int:
        """Where the first act at or behind a token begins that is told of somebody; else the sentence's end."""
        return next((act.start for act in self.acts if act.start >= token and not act.noun), self.sentence.end)

    def joined(self, n: int) -> bool:
        """Actor `n` stands in one list with the actor before: only commas and small words between the two."""
        if n == 0:
            return False
        start, end = self.actors[n - 1].end, self.actors[n].start
        return _only_joins(self.article, start, end) or self._in_long_list(start, end)

    def _in_long_list(self, start: int, end: int) -> bool:
        """'A, Chủ tịch Công đoàn cơ sở; B': a few words of a post that no list knows, no act, a semicolon."""
        semicolon = any(t.text == ";" for t in self.article.doc[start:end])
        return semicolon and end - start <= LONGEST_POST and not any(start <= act.start < end for act in self.acts)


def tellings(article: Article) -> Iterator[Telling]:
    """Read the sentences in which somebody is named."""
    for sentence in article.sentences:
        if actors := article.actors_in(sentence):
            yield _telling(article, sentence, actors)


def _telling(article: Article, sentence: Sentence, actors: Sequence[Actor]) -> Telling:
    acts = tuple(_acts(article, sentence, actors))
    objects: set[int] = set()
    behind: set[int] = set()
    for n, actor in enumerate(actors):
        if _marked_object(article, sentence, actor, acts):
            objects.add(n)
        elif n and n - 1 in objects | behind and _only_joins(article, actors[n - 1].end, actor.start):
            (behind if article.doc[actor.start - 1].text == "," else objects).add(n)
    return Telling(article, sentence, acts, tuple(actors), frozenset(objects), frozenset(behind))


def _acts(article: Article, sentence: Sentence, actors: Sequence[Actor]) -> Iterator[Act]:
    last = -1
    for match in article.doc.matches.within("ACT", sentence.start, sentence.end):
        start, end = match.start, match.end
        role, sure, says = match.key.split("|")
        if role != EventRole.OTHER and not _inside_name(article, start, actors):
            noun = (start == last and role not in DONE_AT) or _is_noun(article, sentence, start, actors)
            yield Act(start, end, EventRole(role), float(sure), noun, says)
            last = end


def read_out(telling: Telling, act: Act) -> EventRole:
    """The role of an act by what is read: 'tham luận do A trình bày' is a speech, 'báo cáo do A đọc' a report."""
    if act.role not in READ:
        return act.role
    article, reads = telling.article, telling.article.doc[act.end - 1].lower_
    passive = article.last(article.clauses.passive - {"được"}, telling.sentence.start, act.start)
    if passive == telling.sentence.start:
        return act.role
    what = article.text(telling.sentence.start, passive).casefold()
    if act.role is EventRole.REPORTS and any(words in what for words in article.clauses.speeches):
        return EventRole.SPEAKS
    if reads in article.clauses.reads and any(words in what for words in article.clauses.papers):
        return EventRole.REPORTS
    return act.role


def _inside_name(article: Article, token: int, actors: Sequence[Actor]) -> bool:
    """The act's words are part of an event's, a unit's or a place's name, or of a post."""
    return (
        bool(article.units.holding(token))
        or any(not event.reference and event.rule not in CLAUSES for event in article.events.holding(token))
        or any(actor.start <= token < actor.end for actor in actors)
    )


def _is_noun(article: Article, sentence: Sentence, start: int, actors: Sequence[Actor]) -> bool:
    """Right behind 'công tác', 'sự', 'biên bản', which are part of no name."""
    last = start - 1
    if last < sentence.start or any(a.start <= last < a.end for a in actors):
        return False
    if article.units.holding(last) or article.places.holding(last):
        return False
    phrases = (article.text(max(sentence.start, start - n), start).casefold() for n in (1, 2))
    return any(phrase in article.clauses.before_noun for phrase in phrases)


def _marked_object(article: Article, sentence: Sentence, actor: Actor, acts: tuple[Act, ...]) -> bool:
    """Right behind 'cho', 'của', 'bổ nhiệm' or the words of an act, with nothing but a plural between."""
    i = actor.start - 1
    while i >= sentence.start and article.doc[i].lower_ in article.skipped_before_object:
        i -= 1
    if i < sentence.start or _another_before(article, actor):
        return False
    if article.doc[i].lower_ in article.clauses.before_object or any(act.end == i + 1 for act in acts):
        return True
    if not article.doc.matches.of("APPOINTS"):
        return False
    appoints = (article.doc.matches.at(start, "APPOINTS") for start in range(max(0, i - 3), i + 1))
    return any(match is not None and match.end == i + 1 and not _passive(article, match.start) for match in appoints)


def _another_before(article: Article, actor: Actor) -> bool:
    """'thừa ủy quyền của Chủ tịch nước, Trung tướng A': a comma between a post and the name, which is another's."""
    i = actor.called - 1
    if i > actor.start and article.doc[i].text == ",":
        return True
    before = article.text(max(0, actor.start - 4), actor.start).casefold()
    given = any(words in before for words in article.clauses.authority)
    return given and any(token.text == "," for token in article.doc[actor.start : actor.called])


def _passive(article: Article, token: int) -> bool:
    return article.doc[token].lower_ in article.clauses.passive


def _only_joins(article: Article, start: int, end: int) -> bool:
    return all(t.lower_ in article.clauses.joins for t in article.doc[start:end])
