"""After a judgement about persons the store holds what resolving everything again would give, row for row."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.building import graphing
from graphbuild.building.graphing import apply_judgements
from graphbuild.model import EntityKind, EventRole, EventType, Status
from graphbuild.resolve import (
    Answer,
    ClaimSet,
    Judgement,
    Judgements,
    PairJudgement,
    Resolution,
    Side,
)
from graphbuild.resolve.contradictions import contradictions
from graphbuild.store import Workspace
from graphbuild.store.judgement_file import format_judgement
from tests.building.claims_in_store import Twin, assert_holds, publish_claims
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


@settings(max_examples=60, deadline=None)
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


@pytest.fixture(scope="module")
def army() -> list[ClaimSet]:
    return list(generate(1500, seed=7).claim_sets)


def test_a_generated_army_of_officers_is_judged_and_left_as_it_was(army: list[ClaimSet], tmp_path: Path) -> None:
    random, twin = Random(3), Twin(army)
    workspace = publish_claims(tmp_path, army)
    begun = twin.resolution
    judged: tuple[Judgement, ...] = ()
    for step in range(8):
        doubt = random.choice(twin.resolution.doubtful)
        sides = [random.choice(members(twin.resolution, end)) for end in (doubt.a, doubt.b)]
        if step % 3 == 2:
            sides[1] = random.choice(members(twin.resolution, random.choice(twin.resolution.doubtful).a))
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
