"""What the words of a sentence give and take: appointments, handovers, retirements."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import EventRole, PostRole, Status
from .items import Item
from .post_sentence import CALLED, POST, PostSentence, ended, status_of
from .records import PersonPosts, Post

POSTS = rf"{POST}(?:(?:,|,?K|,?A|-){POST}(?!{CALLED}P))*"
"""Several posts of one person: 'Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh'."""

TO = rf"[SV]{{0,5}}?(?P<cho>V)(?={CALLED}P|S?TU*P)"
"""Behind what is handed over: 'cho Thượng tá P'."""

DECISION = re.compile(rf"(?P<verb>[BGLS]+|V?S)(?P<posts>{POSTS})(?:{TO})?")
"""Behind a name: 'được bổ nhiệm giữ chức Tư lệnh', 'thôi giữ chức Đoàn trưởng', 'trước đó là Trưởng phòng'."""

IN_CHARGE = re.compile(r"(?P<status>S)(?P<unit>U)")
"""Behind a name or post: 'phụ trách Đồn Biên phòng Huổi Phặc'."""

IS = re.compile(rf"(?P<verb>V)(?P<posts>{POSTS})")
"""Right behind a name: 'Đại tá P là Sư đoàn trưởng Sư đoàn 941'."""

OPENING = re.compile(rf"V{{0,3}}(?P<verb>[BG]+)(?P<posts>{POSTS})[^PTU;.]{{0,8}}?,(?={CALLED}P)")
"""'Vừa nhận trọng trách Tư lệnh Quân khu 6, Thiếu tướng P ...'."""

FRONTED = re.compile(rf"(?P<posts>{POST})[^PT;.]{{0,3}}(?P<verb>B)[^PT;.]{{0,2}}{CALLED}P")
"""Before a name: 'Vị trí Tham mưu trưởng được giao cho Thượng tá P'."""

HANDED = re.compile(rf"(?P<verb>[LG]+)(?P<posts>{POSTS}){TO}")
"""'bàn giao chức vụ Chỉ huy trưởng cho Thượng tá P'."""

BETWEEN = re.compile(rf"L(?P<posts>{POSTS})(?P<between>V)(?={CALLED}P)")
"""'bàn giao chức trách Tư lệnh Quân khu 6 giữa Trung tướng P và Thiếu tướng Q'."""

RETIRED = re.compile(rf"[ZL](?:[VLZ,:H]){{1,4}}(?={CALLED}P)")
"""'nghỉ chờ hưu đối với Đại tá P'."""


DECIDES = frozenset("BGLSZ")
"""Letters without which a sentence decides nothing."""


def decide(sentence: PostSentence, meant: PersonPosts | None = None) -> None:
    """Give and take what the sentence decides; `meant` is whom a pronoun that opens it stands for."""
    for n, chain in enumerate(sentence.chains):
        start, end = chain.end(), sentence.until(n)
        if not DECIDES.isdisjoint(sentence.letters[start:end]):
            _behind(sentence, n, start, end)
        _is(sentence, n, start, end)
    if not DECIDES.isdisjoint(sentence.letters):
        for rule in (_opened, _fronted, _handed, _between, _retired):
            rule(sentence)
    _replaced(sentence, meant)


# --- behind a name ------------------------------------------------------------------------------------------------


def _behind(sentence: PostSentence, n: int, start: int, end: int) -> None:
    """Add the posts that the words behind a name give or take; an appointment ends the posts named before."""
    person = sentence.people[n]
    held, added = person.posts, []
    for found in DECISION.finditer(sentence.letters, start, min(end + 12, len(sentence.letters))):
        if found.end("posts") > end or not _says(sentence, start, found):
            continue
        if found["cho"] and _to(sentence, found.start("cho")):
            continue
        posts = _taken(sentence, found)
        added += posts
        if set(found["verb"]) & {"B", "G"}:
            held = _kept(sentence, held, posts, sentence.text_of(start, found.start("posts")))
    if "Z" in sentence.letters[start:end][:4] or _moves(sentence, start, end):
        held = ended(held)
    for found in IN_CHARGE.finditer(sentence.letters, start, min(end, start + 3)):
        added.append(_in_charge(sentence, found))
    decided = bool(added) and held != person.posts
    sentence.people[n] = replace(person, posts=(*held, *added), decided=decided)


def _is(sentence: PostSentence, n: int, start: int, end: int) -> None:
    found = IS.match(sentence.letters, start, end)
    if found and sentence.doc[sentence.token(start)].lower_ == "là":
        person, posts = sentence.people[n], sentence.posts(found.start("posts"), found.end("posts"))
        sentence.people[n] = replace(person, posts=(*person.posts, *(ended(posts) if _before(sentence) else posts)))


def _says(sentence: PostSentence, start: int, found: re.Match[str]) -> bool:
    """The verb is said of the name: no event, no other act and no new sentence part stands between."""
    at = found.start("verb")
    if not set(found["verb"]) & {"B", "G", "L"}:
        word = sentence.text(sentence.items[found.end("verb") - 1])
        return set(sentence.letters[start : found.end("verb") - 1]) <= set(",V(-KAD" if " " in word else ",(-KA")
    if found["verb"] == "B" and not _passive(sentence, at):
        return False
    matches, roles = sentence.doc.matches, sentence.gazetteer.clauses.acts_on_others
    for item in sentence.items[start:at]:
        act = matches.at(item.start, "ACT")
        if item.letter == "V" and matches.at(item.start, "EVENT_HEAD"):
            return False
        if act and act.end <= sentence.token(at) and act.key.split("|")[0] in roles:
            return False
    return True


def _passive(sentence: PostSentence, item: int) -> bool:
    """'được giao', not 'giao'."""
    at = sentence.token(item)
    words = {sentence.doc[at].lower_, sentence.doc[max(at - 1, 0)].lower_}
    return not words.isdisjoint(sentence.gazetteer.clauses.passive)


def _taken(sentence: PostSentence, found: re.Match[str]) -> list[Post]:
    """The posts of a decision with what it makes of them."""
    verb = sentence.items[found.start("verb") : found.end("verb")]
    status = _status(sentence, verb)
    if _leads_visit(sentence, found):
        return []
    posts = sentence.posts(found.start("posts"), found.end("posts"))
    if status is Status.INCOMING and _passing(sentence, posts):
        status = Status.CURRENT
    return [replace(p, status=status) if p.status is Status.CURRENT else p for p in posts]


def _leads_visit(sentence: PostSentence, found: re.Match[str]) -> bool:
    """'làm Trưởng đoàn' is what somebody does on a visit, and no post."""
    act = sentence.doc.matches.at(sentence.token(found.start("verb")), "ACT")
    title = sentence.items[found.start("posts")]
    return act is not None and act.end > title.start and act.key.startswith(EventRole.VISITS.value)


def _status(sentence: PostSentence, verb: tuple[Item, ...]) -> Status:
    letters = "".join(item.letter for item in verb)
    if "L" in letters:
        return Status.FORMER
    if "S" in letters:
        return status_of(next(item for item in verb if item.letter == "S"))
    holds = sentence.gazetteer.roles.decisions.holds
    return Status.CURRENT if all(sentence.text(item).lower() in holds for item in verb) else Status.INCOMING


def _kept(sentence: PostSentence, held: tuple[Post, ...], taken: list[Post], words: str) -> tuple[Post, ...]:
    """What is held beside the posts taken: elected, acting or for one occasion one keeps what one has."""
    given = [p for p in taken if p.status in (Status.INCOMING, Status.CURRENT)]
    elected = any(word in words.lower().split() for word in sentence.gazetteer.clauses.elects)
    if not given or elected or _passing(sentence, given):
        return held
    if all(p.role is PostRole.PARTY for p in given):
        return tuple(replace(p, status=Status.FORMER) if p.role is PostRole.PARTY else p for p in held)
    return ended(held)


def _passing(sentence: PostSentence, posts: list[Post]) -> bool:
    """'làm Trưởng đoàn': for one occasion, beside the posts that one holds."""
    return all((title := sentence.gazetteer.title(post.key)) and title.passing for post in posts)


def _before(sentence: PostSentence) -> bool:
    """The sentence begins with 'Trước khi': it tells of what was."""
    first = sentence.doc[sentence.token(0) : sentence.token(0) + 2]
    return " ".join(t.lower_ for t in first) in sentence.gazetteer.clauses.before_now


def _moves(sentence: PostSentence, start: int, end: int) -> bool:
    """'nhận công tác tại Cục Chính trị': goes to another unit, with or without a post there."""
    at = sentence.letters.find("GU", start, end)
    moves = sentence.gazetteer.roles.decisions.moves
    return at >= 0 and sentence.text(sentence.items[at]).lower() in moves


def _in_charge(sentence: PostSentence, found: re.Match[str]) -> Post:
    """'phụ trách Khoa Ngoại ngữ': who heads a unit without the title."""
    status, unit = sentence.items[found.start("status")], sentence.items[found.start("unit")]
    where = (unit.start, unit.end)
    words = sentence.text(status)
    acting = next((w for w in sentence.gazetteer.clauses.in_charge if words.lower().endswith(w)), words)
    return Post(status.start, unit.end, acting, "", PostRole.HEAD, status_of(status), where)


def _to(sentence: PostSentence, item: int) -> bool:
    """'cho': what is given goes to the name behind."""
    return sentence.doc[sentence.token(item)].lower_ in sentence.gazetteer.clauses.given_to


# --- before a name ------------------------------------------------------------------------------------------------


def _opened(sentence: PostSentence) -> None:
    found = OPENING.match(sentence.letters)
    n = sentence.chain_at(found.end()) if found else None
    if found is None or n is None or sentence.people[n].posts:
        return
    if found["verb"] == "B" and not _passive(sentence, found.start("verb")):
        return
    _give(sentence, n, _taken(sentence, found), Status.INCOMING)


def _fronted(sentence: PostSentence) -> None:
    for found in FRONTED.finditer(sentence.letters):
        verb = sentence.items[found.start("verb")]
        passive = sentence.gazetteer.clauses.passive_verb
        if not passive & {sentence.doc[verb.start].lower_, sentence.doc[verb.start - 1].lower_}:
            continue
        n = next(n for n, chain in enumerate(sentence.chains) if chain.start() < found.end() <= chain.end())
        taken = sentence.posts(found.start("posts"), found.end("posts"))
        person = sentence.people[n]
        behind = sentence.items[min(sentence.chains[n].end(), len(sentence.items) - 1)]
        acting = status_of(behind) is Status.ACTING
        status = Status.ACTING if acting else Status.INCOMING
        given = [replace(p, status=status) if p.status is Status.CURRENT else p for p in taken]
        held = _kept(sentence, person.posts, given, "")
        sentence.people[n] = replace(person, posts=(*held, *given), decided=True)


def _handed(sentence: PostSentence) -> None:
    """The receiver takes the posts and the giver, named before, has left them."""
    giver: int | None = None
    receiver: int | None = None
    for found in HANDED.finditer(sentence.letters):
        before, behind = sentence.chain_before(found.start()), sentence.chain_at(found.end())
        if behind is None or not _to(sentence, found.start("cho")):
            continue
        giver = before if giver is None or before != receiver else giver
        receiver = behind
        posts = sentence.posts(found.start("posts"), found.end("posts"))
        _give(sentence, receiver, posts, Status.INCOMING)
        if giver is not None and _says(sentence, sentence.chains[giver].end(), found):
            _give(sentence, giver, posts, Status.FORMER)


def _between(sentence: PostSentence) -> None:
    for found in BETWEEN.finditer(sentence.letters):
        first = sentence.chain_at(found.end())
        if first is None or first + 1 >= len(sentence.chains):
            continue
        if sentence.doc[sentence.token(found.start("between"))].lower_ in sentence.gazetteer.clauses.between:
            posts = sentence.posts(found.start("posts"), found.end("posts"))
            _give(sentence, first, posts, Status.FORMER)
            _give(sentence, first + 1, posts, Status.INCOMING)


def _give(sentence: PostSentence, n: int, posts: list[Post], status: Status) -> None:
    person = sentence.people[n]
    given = tuple(replace(post, status=status) for post in posts)
    held = person.posts
    if status is Status.FORMER:
        held = tuple(p for p in held if (p.title, p.unit) not in {(g.title, g.unit) for g in given})
    sentence.people[n] = replace(person, posts=(*held, *given), decided=person.decided or status is Status.INCOMING)


def _replaced(sentence: PostSentence, meant: PersonPosts | None) -> None:
    """'P giữ chức Tư lệnh thay Q nghỉ hưu': what P takes is what Q leaves; 'Ông thay Q' goes on from P."""
    for n in range(1, len(sentence.chains)):
        before, left = sentence.people[n - 1], sentence.people[n]
        between = sentence.doc[before.end : left.start]
        if any(t.lower_ in sentence.gazetteer.clauses.replaces for t in between):
            sentence.people[n] = _succeeded(left, meant if meant and n == 1 else before)


def _succeeded(left: PersonPosts, successor: PersonPosts) -> PersonPosts:
    taken = [p for p in successor.posts if p.status is Status.INCOMING] or [
        p for p in successor.posts if p.status is Status.CURRENT and successor.decided
    ]
    if left.posts or not taken:
        return left
    return replace(left, posts=tuple(replace(p, status=Status.FORMER) for p in taken))


def _retired(sentence: PostSentence) -> None:
    """'quyết định nghỉ hưu đối với các đồng chí: P, Q': those named behind leave what they hold."""
    for found in RETIRED.finditer(sentence.letters):
        n = sentence.chain_at(found.end())
        words = sentence.words(found.start(), found.end())
        if n is None or not any(t.lower_ in sentence.gazetteer.clauses.given_to for t in words):
            continue
        for m in sentence.listed_with(n):
            person = sentence.people[m]
            sentence.people[m] = replace(person, posts=ended(person.posts), decided=True)
