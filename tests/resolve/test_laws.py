"""What holds for every collection."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import EventRole, EventType, Status
from graphbuild.resolve import format_ranks, parse_ranks, resolve
from graphbuild.resolve.person_rules import Career, rank_sightings
from graphbuild.resources import load_gazetteer
from tests.resolve.cast import Story, persons, resolved

PEOPLE = ["Lò Văn Thắm", "Lò Thắm", "Kha Thị Bưởi"]
UNITS = ["Quân khu 6", "Sư đoàn 941", "Sư đoàn 942", "Phòng Chính trị", "Đoàn Hồng 5", "Quân khu 4"]
RANKS = ["Thiếu tá", "Thượng tá", "Đại tá", "Thiếu tướng", "Trung tướng"]
EVENTS = ["Hội nghị quân chính năm 2018", "Hội nghị quân chính", "Hội thi bắn súng quân dụng"]
DAYS = [None, "2018", "2018-12", "2018-12-19", "2018-12-20", "2019-12-19", "2021-06-01"]


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    made = []
    for n in range(draw(st.integers(2, 7))):
        story = Story(f"{n}.txt", draw(st.sampled_from(DAYS)))
        unit, parent = draw(st.sampled_from(UNITS)), draw(st.sampled_from([None, *UNITS]))
        story.unit(unit, *draw(st.lists(st.sampled_from(UNITS), max_size=1)), part_of=parent)
        person = draw(st.sampled_from(PEOPLE))
        if draw(st.booleans()):
            story.post(person, "Trợ lý", draw(st.sampled_from(UNITS)), rank=draw(st.sampled_from(RANKS)))
        else:
            story.rank(person, draw(st.sampled_from(RANKS)))
        name = draw(st.sampled_from(EVENTS))
        story.event(name, draw(st.sampled_from(DAYS)), by=draw(st.sampled_from([None, unit])))
        made.append(story.joins(person, name, draw(st.sampled_from([EventRole.ATTENDS, EventRole.SPEAKS]))))
    return made


@settings(max_examples=150, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(collection: list[Story], random: object) -> None:
    shuffled = list(collection)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolved(*shuffled) == resolved(*collection)


@settings(max_examples=100, deadline=None)
@given(stories())
def test_every_record_is_in_one_entity_and_resolving_again_changes_nothing(collection: list[Story]) -> None:
    resolution = resolved(*collection)
    homes = [(entity.kind, member) for entity in resolution.entities for member in entity.members]
    assert len(homes) == len(set(homes)) == len(resolution.assigned)
    ids = [entity.id for entity in resolution.entities]
    assert len(ids) == len(set(ids))
    assert {end for edge in resolution.edges for end in (edge.source, edge.target)} <= set(ids)
    assert resolved(*collection, assigned=resolution.assigned) == resolution


@settings(max_examples=100, deadline=None)
@given(stories())
def test_no_person_holds_ranks_that_no_career_holds(collection: list[Story]) -> None:
    """Record against record, for every pair that ended in one person."""
    order = load_gazetteer().rank_order
    careers: dict[tuple[str, str], Career] = {}
    for story in collection:
        for claim in story.claims:
            if claim.kind == "rank":
                date = resolved_date(story)
                careers[story.document, claim.person] = rank_sightings([(order(claim.rank) or 0, date)])
    for person in persons(resolved(*collection)):
        own = [careers[member] for member in person.members if member in careers]
        assert not any(a.clashes(b) for a in own for b in own)


def resolved_date(story: Story) -> str:
    dates = [str(claim.date) for claim in story.claims if claim.kind == "event" and claim.main and claim.date]
    return dates[0] if dates else story.published or ""


def test_adding_an_article_changes_no_id_of_others() -> None:
    base = [
        Story("a.txt", "2018").post("Lò Văn Thắm", "Trợ lý", "Sư đoàn 941").event("Hội thi bắn súng", "2018-05-05"),
        Story("b.txt", "2019").post("Kha Thị Bưởi", "Trợ lý", "Sư đoàn 942").place("tỉnh Sơn Khê", "province"),
    ]
    before = resolved(*base)
    extra = Story("0.txt", "2001").post("Kha Thị Bười", "Trợ lý", "Sư đoàn 943").event("Hội thi bắn súng", "2001-05-05")
    after = resolved(*base, extra, assigned=before.assigned)
    assert {entity.id for entity in before.entities} <= {entity.id for entity in after.entities}
    assert {key: after.assigned[key] for key in before.assigned} == before.assigned


def test_two_sets_of_claims_for_one_article_are_refused() -> None:
    story = Story("a.txt").unit("Sư đoàn 941")
    with pytest.raises(ValueError, match=r"a\.txt"):
        resolve([story.done(), story.done()], {}, load_gazetteer())


def test_ranks_survive_the_way_through_text() -> None:
    ranks = [("Đại tá", "2019-05"), ("Thiếu tướng", "")]
    assert parse_ranks(format_ranks(ranks)) == ranks
    assert parse_ranks("") == []


def test_an_event_type_is_never_crossed() -> None:
    first = Story("a.txt").event("Hội thi bắn súng quân dụng", "2018-05-05", type=EventType.COMPETITION)
    second = Story("b.txt").event("Hội thi bắn súng quân dụng", "2018-05-05", type=EventType.TRAINING)
    assert sum(entity.kind == "event" for entity in resolved(first, second).entities) == 2


def test_a_post_left_is_evidence_of_the_career_but_its_rank_is_not_read() -> None:
    story = Story("a.txt", "2020").post("Lò Văn Thắm", "Trợ lý", "Sư đoàn 941", status=Status.FORMER)
    (one,) = persons(resolved(story))
    assert one.attributes["rank"] == ""
