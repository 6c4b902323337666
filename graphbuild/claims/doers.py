"""Who does an act, and to whom: the subject before it, the list behind it, the agent of a passive."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventRole
from .acts import Act, Telling
from .article import Actor

REACH = 8
"""Words, names not counted, between an act and the word that lists its doers."""

GIVEN = 12
"""Tokens between 'cho' and the first of those to whom something is given."""

DIRECT = 3
"""Tokens between an act and whom it is done to without a 'cho'."""

PASSIVE = 3
"""Tokens between whoever is given something and the giver: 'A đã được B tặng'."""

PASSED = frozenset(EventRole) - {EventRole.SPEAKS, EventRole.DIRECTS, EventRole.RECEIVES}
"""What somebody else may do in a passive between the subject and the act: 'Hội được UBND tỉnh tặng cờ'."""

GIVING = (EventRole.AWARDS, EventRole.REPORTS)
"""What somebody may do behind a clause of praise: 'chúc mừng các chiến sĩ và trao quà'."""

NEAR = 5
"""Tokens behind a verb of saying within which 'và' still joins an act of the same person."""


def doers(telling: Telling, act: Act) -> list[Actor]:
    """The people who do `act`: those listed behind it, else the subject before it, else the first one behind.

    'Dự hội nghị có A; B', 'Hội nghị do A chủ trì', 'Phát biểu tại hội nghị, A ...', 'dưới sự chủ trì của A'.
    """
    if act.noun:
        return _of(telling, act)
    if act.role in (EventRole.RECEIVES, EventRole.TAKES_OVER) and _given_behind(telling, act):
        return recipients(telling, act)
    listed = _listed(telling, act) or _predicate(telling, act)
    if listed:
        return listed
    if _said(telling, act) or (_others_do(telling, act.start) and not _speaks_for(telling, act)):
        return []
    before = [n for n, a in enumerate(telling.actors) if a.end <= act.start]
    subjects = [n for n in before if n not in telling.objects and n not in telling.after_object]
    subjects = subjects or [n for n in before if n in telling.after_object]
    if subjects and not _done_by_another(telling, telling.actors[subjects[-1]], act):
        return _group(telling, subjects[-1])
    return _fronted(telling, act) if not before else []


def recipients(telling: Telling, act: Act) -> list[Actor]:
    """To whom something is given: 'trao quyết định cho A và B', 'tặng quà A', 'A được Thiếu tướng B tặng'."""
    until = telling.next_act(act.end)
    if telling.article.first(telling.article.clauses.between, act.end, until) is not None:
        return []
    given = telling.article.first(telling.article.clauses.given_to, act.end, until)
    behind = [n for n, a in enumerate(telling.actors) if act.end <= a.start < until]
    if given is not None:
        behind = [n for n in behind if _given(telling, n, given)]
    else:
        behind = [n for n in behind[:1] if n in telling.objects or _direct(telling, act, n)]
    found: list[Actor] = []
    for n in _run(telling, behind[:1], until):
        if found and _after(telling, n, telling.article.clauses.before_object - _marks(telling)):
            break
        found.append(telling.actors[n])
    return found or _given_by(telling, act)


def _marks(telling: Telling) -> frozenset[str]:
    """Words before each of those to whom things are given one by one: 'giải Nhất cho A, giải Nhì cho B'."""
    clauses = telling.article.clauses
    return clauses.given_to | clauses.goes_to | clauses.has | {":"}


def givers(telling: Telling, act: Act) -> list[Actor]:
    """'A nhận quà từ Thiếu tướng B': who gives what `act` receives."""
    if act.role is not EventRole.RECEIVES:
        return []
    behind = [n for n, a in enumerate(telling.actors) if act.end <= a.start < telling.next_act(act.end)]
    return _group(telling, behind[0]) if behind and _after(telling, behind[0], telling.article.clauses.given_by) else []


def _given(telling: Telling, n: int, given: int) -> bool:
    """'cho A', 'cho Phân xưởng 2 và ông A': an object not far behind 'cho', or joined to a unit behind it."""
    start = telling.actors[n].start
    before = telling.article.doc[start - 1].text
    if given < start and before == ":":
        return True
    if not given < start <= given + GIVEN:
        return False
    named = {i for unit in telling.article.units.between(given + 1, start) for i in range(unit.start, unit.end)}
    rest = (i for i in range(given + 1, start) if i not in named)
    if n in telling.objects or telling.article.doc[start - 1].lower_ in telling.article.clauses.has:
        return True
    return all(telling.article.doc[i].lower_ in telling.article.clauses.joins for i in rest)


def _direct(telling: Telling, act: Act, n: int) -> bool:
    """'tặng quà lưu niệm Đại tá A': a few words and no sign between."""
    start = telling.actors[n].start
    return start - act.end <= DIRECT and all(t.is_alpha for t in telling.article.doc[act.end : start])


def _given_by(telling: Telling, act: Act) -> list[Actor]:
    """'Hạ sĩ A được Thượng tá B tặng giấy khen': 'được' stands right before the giver."""
    givers = [n for n, a in enumerate(telling.actors) if a.end <= act.start]
    if len(givers) < 2 or not _after(telling, givers[-1], telling.article.clauses.passive):
        return []
    giver, taker = telling.actors[givers[-1]], telling.actors[givers[-2]]
    return _group(telling, givers[-2]) if giver.start - taker.end <= PASSIVE else []


def _given_behind(telling: Telling, act: Act) -> bool:
    """'giải Nhất được trao cho A', 'giải Nhất thuộc về A': whoever receives stands behind."""
    article, given = telling.article, telling.article.clauses.given_to | telling.article.clauses.goes_to
    end = act.end < telling.sentence.end and article.doc[act.end].lower_ in given
    return end or article.doc[act.end - 1].lower_ in article.clauses.goes_to


def _listed(telling: Telling, act: Act) -> list[Actor]:
    """'Dự hội nghị có A; B và C', 'Cùng dự: A; B', 'chủ trì là A': up to the next act."""
    opens = act.start == telling.sentence.start or not act.says
    listing = _listing(telling, act.end) if opens else None
    if listing is None or (act.role is not EventRole.ATTENDS and _subject_before(telling, act)):
        return _of(telling, act)
    behind = [n for n, a in enumerate(telling.actors) if a.start > listing]
    return [telling.actors[n] for n in _run(telling, behind, telling.next_act(listing))]


def _subject_before(telling: Telling, act: Act) -> bool:
    """Somebody is named before the act in its part of the sentence."""
    clause = telling.article.last({";"}, telling.sentence.start, act.start)
    return any(clause <= a.start < act.start and n not in telling.objects for n, a in enumerate(telling.actors))


def _listing(telling: Telling, end: int) -> int | None:
    """The word behind an act by which a list begins; a comma ends the search unless another act follows it."""
    article, i, passed = telling.article, end, 0
    while i < telling.sentence.end and passed < REACH:
        token = article.doc[i]
        if token.lower_ in article.clauses.lists or token.text == ":":
            return i
        act_behind = token.text == "," and any(act.start == i + 1 for act in telling.acts)
        if (token.text in (",", ";", ".") and not act_behind) or any(a.start == i for a in telling.actors):
            return None
        named = article.outer_units.starting(i) or article.events.starting(i)
        i, passed = named[-1].end if named else i + 1, passed + 1
    return None


def _of(telling: Telling, act: Act) -> list[Actor]:
    """'dưới sự chủ trì của A', 'diễn văn của A'; not B in 'dưới sự chủ trì của A, B giao lại'."""
    if act.end < telling.sentence.end and telling.article.doc[act.end].lower_ in telling.article.clauses.on_behalf:
        behind = [n for n, a in enumerate(telling.actors) if act.end < a.start <= act.end + 3]
        run = list(_run(telling, behind[:1], telling.next_act(act.end)))
        commas = [k for k, n in enumerate(run) if k and telling.article.doc[telling.actors[n].start - 1].text == ","]
        if commas and _right_before_act(telling, telling.actors[run[-1]].end):
            run = run[: commas[-1]]
        return [telling.actors[n] for n in run]
    return []


def _right_before_act(telling: Telling, token: int) -> bool:
    """Nothing but 'đã', 'vừa' stands between a token and the next act."""
    start = telling.next_act(token)
    words = telling.article.doc[token:start]
    return start < telling.sentence.end and all(t.lower_ in telling.article.clauses.before_verb for t in words)


def _predicate(telling: Telling, act: Act) -> list[Actor]:
    """'Người tiếp nhận nhiệm vụ từ B là A', 'Cắt băng cùng bà B là A': nobody else before 'là'."""
    for n, actor in enumerate(telling.actors):
        if actor.start >= act.end and _after(telling, n, telling.article.clauses.copula):
            beside = [m for m in range(n) if _after(telling, m, telling.article.clauses.beside)]
            free = (
                all(m in telling.objects or m in beside for m in range(n)) and telling.next_act(act.end) > actor.start
            )
            return [*(telling.actors[m] for m in beside), *_group(telling, n)] if free else []
    return []


def _after(telling: Telling, n: int, words: frozenset[str]) -> bool:
    """One of `words` stands right before actor `n`."""
    i = telling.actors[n].start - 1
    return i >= telling.sentence.start and telling.article.doc[i].lower_ in words


def _said(telling: Telling, act: Act) -> bool:
    """The act is part of what somebody says: 'yêu cầu các đơn vị rà soát, báo cáo kết quả'."""
    if act.role in (EventRole.SPEAKS, EventRole.DIRECTS):
        return False
    saying = [a for a in telling.acts if a.says and a.end <= act.start and not a.noun]
    if not saying:
        return False
    last = saying[-1]
    subjects = (a for n, a in enumerate(telling.actors) if n not in telling.objects)
    if any(last.end <= a.start and a.end <= act.start for a in subjects):
        return False
    before = telling.article.doc[act.start - 1].lower_
    clauses = telling.article.clauses
    praise = last.says == "praise" and act.role in GIVING
    joins = clauses.joins if praise else clauses.and_then
    near = act.start - last.end <= NEAR or praise
    return not (before in clauses.at_once or (before in joins and near))


def _others_do(telling: Telling, start: int) -> bool:
    """'hai đồng chí vừa được bổ nhiệm', '; Học viện trao ...': a plural without names, or a unit, is the subject."""
    article = telling.article
    i = start - 1
    while i >= telling.sentence.start and article.doc[i].lower_ in article.clauses.before_verb:
        i -= 1
    if i < telling.sentence.start or any(a.start <= i < a.end for a in telling.actors):
        return False
    words = (article.doc[i].lower_, article.text(max(telling.sentence.start, i - 1), i + 1).casefold())
    if any(word in article.clauses.others for word in words) and not _with_others(telling, i):
        return True
    match = article.doc.matches.covering(i, "HONORIFIC")
    if match is not None:
        before = article.doc[match.start - 1].lower_ if match.start else ""
        return before in article.gazetteer.words.grammar.plural_before or article.doc[match.start].lower_ == "các"
    unit = next(iter(article.outer_units.ending(i + 1)), None)
    if unit is None or any(a.end == unit.start - 1 for a in telling.actors):
        return False
    return unit.start <= telling.sentence.start or article.doc[unit.start - 1].text in ",;"


def _speaks_for(telling: Telling, act: Act) -> bool:
    """'Đại tá A thay mặt cán bộ, chiến sĩ cảm ơn': those before the act are whom A speaks for."""
    article = telling.article
    start = max((a.end for a in telling.actors if a.end <= act.start), default=telling.sentence.start)
    words = article.text(start, act.start).casefold()
    return act.role is EventRole.SPEAKS and any(phrase in words for phrase in article.clauses.speaks_for)


def _with_others(telling: Telling, token: int) -> bool:
    """'Thiếu tướng A cùng các đại biểu cắt băng': the others are joined to somebody named."""
    before = [a for a in telling.actors if a.end <= token]
    joins = telling.article.clauses.joins - {",", ";"}
    near = bool(before) and token - before[-1].end <= NEAR
    return near and telling.article.doc[before[-1].end].lower_ in joins


def _done_by_another(telling: Telling, subject: Actor, act: Act) -> bool:
    """'A báo tin Hội được UBND tỉnh tặng cờ': words that name nobody stand between 'được' and the act."""
    passive = telling.article.first(telling.article.clauses.passive, subject.end, act.start - 1)
    if any(unit.start - 1 == passive for unit in telling.article.units.ending(act.start)):
        return True
    if passive is not None and telling.article.doc[passive + 1].lower_ in telling.article.clauses.charged:
        return False
    return passive is not None and act.role in PASSED


def _opens_clause(telling: Telling, act: Act) -> bool:
    """The act opens its sentence or stands behind a sign or 'và' with nothing but small words between."""
    article, i = telling.article, act.start - 1
    while i >= telling.sentence.start and article.doc[i].lower_ in article.clauses.before_verb:
        i -= 1
    if i < telling.sentence.start or any(other.end == i + 1 for other in telling.acts):
        return True
    return not article.doc[i].is_alpha or article.doc[i].lower_ in article.clauses.joins


def _fronted(telling: Telling, act: Act) -> list[Actor]:
    """'Phát biểu tại hội nghị, A ...': the first one behind who is no object."""
    article = telling.article
    behind = [n for n, a in enumerate(telling.actors) if a.start >= act.end and n not in telling.objects]
    if not behind or not _opens_clause(telling, act):
        return []
    first = telling.actors[behind[0]]
    comma = "," in (t.text for t in article.doc[act.end : first.start])
    if not (comma or act.start == telling.sentence.start or _after(telling, behind[0], article.clauses.opens)):
        return []
    return _group(telling, behind[0])


def _group(telling: Telling, n: int) -> list[Actor]:
    """Actor `n` with those joined to it by commas and 'và' on both sides."""
    first = last = n
    while telling.joined(first) and first - 1 not in telling.objects:
        first -= 1
    while last + 1 < len(telling.actors) and telling.joined(last + 1):
        last += 1
    return list(telling.actors[first : last + 1])


def _run(telling: Telling, numbers: list[int], until: int) -> Iterator[int]:
    """The actors of a list from the first of `numbers` up to where the next act is told."""
    for n in range(numbers[0], len(telling.actors)) if numbers else ():
        if telling.actors[n].start >= until:
            return
        yield n
