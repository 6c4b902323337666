"""After a judgement about persons the store holds what resolving everything again would give, row for row."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.building import graphing
from graphbuild.building.graphing import apply_judgements
from graphbuild.model import Claim, EntityKind, EventRole, EventType, Status
from graphbuild.resolve import (
    Answer,
    ClaimSet,
    Judgement,
    Judgements,
    NotAPerson,
    PairJudgement,
    ParentJudgement,
    Resolution,
    Side,
    Signed,
    WrongClaim,
)
from graphbuild.resolve.contradictions import contradictions
from graphbuild.store import Workspace, judged
from graphbuild.store.judgement_file import format_judgement
from tests.building.claims_in_store import Twin, assert_holds, build_again, publish_claims
from tests.generated.collection import generate
from tests.resolve.cast import Story

PEOPLE = ["Lò Văn Thắm", "Lò Văn Tham", "Lò Văn Thẩm", "Kha Thị Bưởi", "Kha Thị Bươi", "Lò Văn Bưởi"]
UNITS = ["Quân khu 6", "Sư đoàn 941", "Phòng Chính trị"]
TITLES = ["Tư lệnh", "Phó Tư lệnh", "Sư đoàn trưởng", "Chính ủy", "Trợ lý"]
RANKS = ["Thượng tá", "Đại tá", "Thiếu tướng"]
DAYS = [None, "2018", "2018-12-19", "2018-12-20", "2019-12-19", "2020-03", "2021-06-01", "2022-06-01"]
ROLES = [EventRole.ATTENDS, EventRole.HANDS_OVER, EventRole.TAKES_OVER, EventRole.RECEIVES]


@st.composite
def articles(draw: st.DrawFn) -> list[Story]:
    """Articles in which several persons hold, take over and leave the same few posts."""
    made = []
    for n in range(draw(st.integers(3, 9))):
        day = draw(st.sampled_from(DAYS))
        story = Story(f"{n}.txt", day).unit("Sư đoàn 941", part_of=draw(st.sampled_from([None, "Quân khu 6"])))
        event = "Lễ bàn giao chức trách"
        if draw(st.booleans()):
            story.place("tỉnh Sơn Khê", "province")
            story.event(event, day, type=EventType.APPOINTMENT, by="Quân khu 6", at="tỉnh Sơn Khê")
        for person in draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True)):
            if draw(st.booleans()):
                story.rank(person, draw(st.sampled_from(RANKS)), former=draw(st.booleans()))
            if draw(st.integers(0, 3)):
                status, unit = draw(st.sampled_from(list(Status))), draw(st.sampled_from([None, *UNITS]))
                story.post(person, draw(st.sampled_from(TITLES)), unit, status=status)
            if draw(st.booleans()):
                story.joins(person, event, draw(st.sampled_from(ROLES)))
        if draw(st.booleans()):
            giver, taker = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True))
            post = draw(st.sampled_from(TITLES)), draw(st.sampled_from(UNITS))
            story.post(giver, *post, status=Status.FORMER).post(taker, *post, status=Status.INCOMING)
        made.append(story)
    return made


def pair(answer: Answer, a: tuple[str, str], b: tuple[str, str]) -> PairJudgement:
    return PairJudgement(answer, EntityKind.PERSON, Side((a,)), Side((b,)))


def write(workspace: Workspace, judgements: Judgements) -> None:
    workspace.judgements.path.write_text("\n".join(map(format_judgement, judgements.all)), "utf-8")


def judge(workspace: Workspace, judgements: Judgements) -> None:
    """Apply the judgements the short way and no other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graphing, "put_graph", None)
        write(workspace, judgements)
        apply_judgements(workspace.folder)


def agree(judged: tuple[Judgement, ...]) -> bool:
    return not list(contradictions(Judgements(judged)))


@settings(max_examples=25, deadline=None)
@given(articles(), st.data())
def test_judgements_and_their_withdrawal_one_by_one(collection: list[Story], data: st.DataObject) -> None:
    sets = [story.done() for story in collection]
    records = sorted({(s.document, c.person) for s in sets for _, c in s.claims if getattr(c, "person", None)})
    twin = Twin(sets)
    with tempfile.TemporaryDirectory() as folder:
        workspace = publish_claims(Path(folder), sets)
        assert_holds(workspace, twin.resolution)
        judged: tuple[Judgement, ...] = ()
        for _ in range(data.draw(st.integers(1, 5))):
            if judged and data.draw(st.booleans()):
                back = data.draw(st.sampled_from(judged))
                judged = tuple(one for one in judged if one != back)
            elif len(records) > 1:
                sides = data.draw(st.lists(st.sampled_from(records), min_size=2, max_size=2, unique=True))
                more = pair(data.draw(st.sampled_from(list(Answer))), *sides)
                judged = (*judged, more) if agree((*judged, more)) and more not in judged else judged
            judge(workspace, Judgements(judged))
            assert_holds(workspace, twin.judge(Judgements(judged)))


THAM, BUOI = PEOPLE[0], PEOPLE[3]


def test_who_follows_and_who_contradicts_whom_is_told_of_others_too(tmp_path: Path) -> None:
    """Bưởi takes a post over from Thắm, and is seen in it when another Thắm is: none of these names is Bưởi's."""
    handed = Story("b.txt", "2019-05-05").post(THAM, "Tư lệnh", "Quân khu 6", status=Status.FORMER)
    stories = [
        Story("a.txt", "2018-05-05").post(THAM, "Tư lệnh", "Quân khu 6", rank="Đại tá"),
        handed.post(BUOI, "Tư lệnh", "Quân khu 6", status=Status.INCOMING),
        Story("c.txt", "2021-05-05").post(BUOI, "Tư lệnh", "Quân khu 6"),
        Story("d.txt", "2020-05-05").post(THAM, "Tư lệnh", "Quân khu 6"),
    ]
    twin = Twin([story.done() for story in stories])
    workspace = publish_claims(tmp_path, twin.sets)
    predecessors, conflicts = set(), set()
    for passed in (pair(Answer.DIFFERENT, ("a.txt", THAM), ("b.txt", THAM)),), ():
        judge(workspace, Judgements(passed))
        found = twin.judge(Judgements(passed))
        assert_holds(workspace, found)
        predecessors |= {edge.attributes["predecessor"] for edge in found.edges if "predecessor" in edge.attributes}
        conflicts.add(found.conflicts)
    assert (len(predecessors), len(conflicts)) == (2, 2)


def test_names_that_judgements_or_ids_have_bound_together_are_resolved_together(tmp_path: Path) -> None:
    """Thắm and Bưởi were one for a while; an id of that time may be wanted by either, though nothing links them now."""
    names = [THAM, BUOI, THAM, BUOI]
    stories = [
        Story(f"{n}.txt", "2019").post(name, "Trợ lý", "Trung đoàn 8801" if name == THAM else "Trung đoàn 8802")
        for n, name in enumerate(names)
    ]
    a, b, c, d = ((f"{n}.txt", name) for n, name in enumerate(names))
    twin = Twin([story.done() for story in stories])
    workspace = publish_claims(tmp_path, twin.sets)
    tham, buoi, one = pair(Answer.DIFFERENT, a, c), pair(Answer.DIFFERENT, b, d), pair(Answer.SAME, c, d)
    for passed in (one,), (tham, one), (tham, buoi, one), (tham, one), (), (tham,), (tham, buoi), (buoi,), ():
        judge(workspace, Judgements(passed))
        assert_holds(workspace, twin.judge(Judgements(passed)))
    assert {id for ids in twin.resolution.former.values() for id in ids} >= {"person/kha-thi-buoi-2"}


def test_a_new_id_is_one_that_nobody_of_another_name_has(tmp_path: Path) -> None:
    stories = [Story(f"{n}.txt", "2019").post(name, "Trợ lý", UNITS[1]) for n, name in enumerate(["K", "K", "K 2"])]
    twin = Twin([story.done() for story in stories])
    workspace = publish_claims(tmp_path, twin.sets)
    apart = Judgements((pair(Answer.DIFFERENT, ("0.txt", "K"), ("1.txt", "K")),))
    judge(workspace, apart)
    assert_holds(workspace, twin.judge(apart))
    assert {"person/k", "person/k-2", "person/k-3"} <= {entity.id for entity in twin.resolution.entities}


@st.composite
def other_judgements(draw: st.DrawFn, sets: list[ClaimSet]) -> tuple[Judgement, ...]:
    """Judgements that are not about two persons, free of contradictions."""
    judged: tuple[Judgement, ...] = ()
    units = sorted({(s.document, c.unit) for s in sets for _, c in s.claims if c.kind == "unit"})
    said = [(s.document, c) for s in sets for _, c in s.claims if c.kind in ("posting", "rank", "participation")]
    for _ in range(draw(st.integers(1, 3))):
        a, b = draw(st.lists(st.sampled_from(units), min_size=2, max_size=2, unique=True))
        document, claim = draw(st.sampled_from(said)) if said else ("0.txt", sets[0].claims[0][1])
        person = claim.person if said else "Ai Đó"
        more = draw(
            st.sampled_from(
                [
                    NotAPerson(person, draw(st.sampled_from(["", document]))),
                    WrongClaim(document, claim.kind, (("person", person),)),
                    PairJudgement(Answer.DIFFERENT, EntityKind.UNIT, Side((a,)), Side((b,))),
                    ParentJudgement(Side((a,)), Side((("0.txt", "Quân khu 6"),))),
                ]
            )
        )
        judged = (*judged, more) if agree((*judged, more)) and more not in judged else judged
    return judged


@settings(max_examples=15, deadline=None)
@given(articles(), st.data())
def test_beside_judgements_of_other_kinds_and_where_articles_came_and_went(
    collection: list[Story], data: st.DataObject
) -> None:
    sets = [story.done() for story in collection]
    records = sorted({(s.document, c.person) for s in sets for _, c in s.claims if getattr(c, "person", None)})
    others = data.draw(other_judgements(sets))

    def some(most: int) -> tuple[Judgement, ...]:
        judged = others
        for _ in range(data.draw(st.integers(0, most)) if len(records) > 1 else 0):
            sides = data.draw(st.lists(st.sampled_from(records), min_size=2, max_size=2, unique=True))
            more = pair(data.draw(st.sampled_from(list(Answer))), *sides)
            judged = (*judged, more) if agree((*judged, more)) and more not in judged else judged
        return judged

    twin = Twin(sets[: data.draw(st.integers(1, len(sets)))])
    with tempfile.TemporaryDirectory() as folder:
        workspace = publish_claims(Path(folder), twin.sets)
        for _ in range(data.draw(st.integers(1, 2))):
            judged = Judgements(some(3))
            twin.sets = sets[data.draw(st.integers(0, 1)) :]
            build_again(workspace, twin.sets, judged)
            assert_holds(workspace, twin.judge(judged))
        for _ in range(3):
            judged = Judgements(some(4))
            judge(workspace, judged)
            assert_holds(workspace, twin.judge(judged))


def crowd(mentions: int, names: Sequence[str]) -> list[ClaimSet]:
    """A generated army in which everybody bears one of these names."""

    def renamed(claim: Claim) -> Claim:
        person = getattr(claim, "person", None)
        return replace(claim, person=names[crc32(person.encode()) % len(names)]) if person else claim

    sets = generate(mentions, seed=7).claim_sets
    return [replace(one, claims=tuple((id, renamed(claim)) for id, claim in one.claims)) for one in sets]


@pytest.mark.parametrize(
    "army",
    [
        pytest.param(lambda: list(generate(1000, seed=7).claim_sets), id="many names"),
        pytest.param(lambda: crowd(400, ["Lò Văn Thắm", "Lò Văn Thẩm", "Kha Bưởi"]), id="many of few names"),
    ],
)
def test_an_army_of_officers_is_judged_and_left_as_it_was(army: Callable[[], list[ClaimSet]], tmp_path: Path) -> None:
    random, twin = Random(3), Twin(army())
    workspace = publish_claims(tmp_path, twin.sets)
    begun = twin.resolution
    judged: tuple[Judgement, ...] = ()
    for step in range(6):
        doubt = random.choice([pair for pair in twin.resolution.doubtful if pair.a.startswith("person/")])
        sides = [random.choice(members(twin.resolution, end)) for end in (doubt.a, doubt.b)]
        if step % 3 == 2:
            others = [entity for entity in twin.resolution.entities if entity.kind is EntityKind.PERSON]
            sides[1] = random.choice(random.choice(others).members)
        more = (*judged, pair(random.choice([Answer.SAME, Answer.SAME, Answer.DIFFERENT]), *sides))
        judged = more if agree(more) else judged[1:]
        judge(workspace, Judgements(judged))
        assert_holds(workspace, twin.judge(Judgements(judged)))
    assert twin.resolution.entities != begun.entities
    judge(workspace, Judgements())
    assert_holds(workspace, twin.judge(Judgements()))
    assert (twin.resolution.entities, twin.resolution.edges) == (begun.entities, begun.edges)


def members(resolution: Resolution, id: str) -> tuple[tuple[str, str], ...]:
    return next(entity.members for entity in resolution.entities if entity.id == id)


def test_a_signature_alone_changes_nothing_but_is_remembered(tmp_path: Path) -> None:
    story = [Story(f"{n}.txt", "2019").post(PEOPLE[0], "Trợ lý", unit) for n, unit in enumerate(UNITS)]
    workspace = publish_claims(tmp_path, [one.done() for one in story])
    one = pair(Answer.SAME, ("0.txt", PEOPLE[0]), ("1.txt", PEOPLE[0]))
    judge(workspace, Judgements((one,)))
    with workspace.open_reader() as reader:
        before = reader.entities(), reader.edges()
    judge(workspace, Judgements((replace(one, signed=Signed("Lan", "2024", "cùng năm sinh")),)))
    with workspace.open_reader() as reader:
        assert (reader.entities(), reader.edges()) == before
        assert judged(reader).all[0].signed.who == "Lan"
