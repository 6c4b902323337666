"""What people decide goes before what the program finds."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphbuild.errors import JudgementError
from graphbuild.model import EntityKind, Relation
from graphbuild.resolve import (
    Answer,
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
from graphbuild.resolve.articles import gather
from graphbuild.resolve.contradictions import contradictions
from graphbuild.resolve.grouping import find_groups
from graphbuild.resolve.unit_names import UnitNames
from graphbuild.resources import load_gazetteer
from tests.resolve.cast import Story, edges, grouped, persons, resolved, units
from tests.resolve.test_laws import stories

THAM = "Lò Văn Thắm"


def pair(answer: str, *records: tuple[str, str], kind: EntityKind = EntityKind.PERSON) -> PairJudgement:
    a, b = records
    return PairJudgement(Answer(answer), kind, Side((a,)), Side((b,)))


def officer(document: str, unit: str, name: str = THAM) -> Story:
    return Story(document, "2019").post(name, "Trợ lý", unit, rank="Thiếu tá")


A, B, C = officer("a.txt", "Trung đoàn 8801"), officer("b.txt", "Trung đoàn 8802"), officer("c.txt", "Trung đoàn 8802")
IN_A, IN_B, IN_C = (("a.txt", THAM), ("b.txt", THAM), ("c.txt", THAM))


def test_two_judged_to_be_the_same_are_one_person_and_it_says_why() -> None:
    (one,) = persons(resolved(A, B, C, judgements=Judgements((pair("same", IN_A, IN_B),))))
    assert one.members == (IN_A, IN_B, IN_C)
    assert "judged to be the same" in str(one.attributes["joined_because"])


def test_two_judged_to_be_different_are_two_though_everything_else_agrees() -> None:
    assert grouped(persons(resolved(A, B, C))) == [["a.txt"], ["b.txt", "c.txt"]]
    parted = resolved(A, B, C, judgements=Judgements((pair("different", IN_B, IN_C),)))
    assert grouped(persons(parted)) == [["a.txt"], ["b.txt"], ["c.txt"]]


def test_what_follows_from_judgements_holds_too() -> None:
    """A is B and B is not C, so that A is not C though both serve in one regiment."""
    third = officer("c.txt", "Trung đoàn 8801")
    judged = Judgements((pair("same", IN_A, IN_B), pair("different", IN_B, IN_C)))
    assert grouped(persons(resolved(A, B, third, judgements=judged))) == [["a.txt", "b.txt"], ["c.txt"]]


def test_a_judgement_reaches_over_an_article_that_is_gone() -> None:
    judged = Judgements((pair("same", IN_A, ("gone.txt", THAM)), pair("same", ("gone.txt", THAM), IN_B)))
    assert len(persons(resolved(A, B, judgements=judged))) == 1


def test_one_person_under_two_names_brings_no_others_of_these_names_together() -> None:
    slip = officer("b.txt", "Trung đoàn 8802", "Lò Văn Tám")
    others = [Story("d.txt", "2019").rank(THAM, "Thiếu tá"), Story("e.txt", "2019").rank("Lò Thám", "Thiếu tá")]
    near = officer("c.txt", "Trung đoàn 8801", "Lò Văn Tám")
    judged = Judgements((pair("same", IN_A, ("b.txt", "Lò Văn Tám")),))
    assert grouped(persons(resolved(A, slip, *others, judgements=judged))) == [["a.txt", "b.txt", "d.txt"], ["e.txt"]]
    parted = Judgements((pair("different", IN_A, ("b.txt", "Lò Văn Tám")),))
    assert grouped(persons(resolved(A, near, judgements=parted))) == [["a.txt"], ["c.txt"]]
    assert grouped(persons(resolved(A, near))) == [["a.txt"], ["c.txt"]]


def test_a_record_without_a_post_goes_where_it_was_judged_to_go_and_joins_nobody_else() -> None:
    loose = Story("d.txt", "2019").rank(THAM, "Thiếu tá").unit("Trung đoàn 8802")
    in_d = ("d.txt", THAM)
    assert grouped(persons(resolved(A, B, loose))) == [["a.txt"], ["b.txt", "d.txt"]]
    to_a = Judgements((pair("same", IN_A, in_d),))
    assert grouped(persons(resolved(A, B, loose, judgements=to_a))) == [["a.txt", "d.txt"], ["b.txt"]]
    not_b = Judgements((pair("different", IN_B, in_d),))
    assert grouped(persons(resolved(A, B, loose, judgements=not_b))) == [["a.txt", "d.txt"], ["b.txt"]]


@pytest.mark.parametrize("kind", [EntityKind.UNIT, EntityKind.EVENT, EntityKind.PLACE])
def test_units_events_and_places_are_judged_too(kind: EntityKind) -> None:
    def story(n: int) -> Story:
        made = Story(f"{n}.txt", "2019-05-05").unit("Sư đoàn 941").place("tỉnh Sơn Khê", "province")
        return made.event("Hội thi bắn súng quân dụng", "2019-05-05", by="Sư đoàn 941")

    name = {EntityKind.UNIT: "Sư đoàn 941", EntityKind.PLACE: "tỉnh Sơn Khê"}.get(kind, "Hội thi bắn súng quân dụng")

    def count(*judged: Judgement) -> int:
        resolution = resolved(story(1), story(2), story(3).unit("Lữ đoàn 7702"), judgements=Judgements(judged))
        return sum(entity.kind is kind for entity in resolution.entities)

    before = count()
    assert count(pair("different", ("1.txt", name), ("2.txt", name), kind=kind)) == before + 1
    if kind is EntityKind.UNIT:
        assert count(pair("same", ("1.txt", name), ("3.txt", "Lữ đoàn 7702"), kind=kind)) == before - 1


def judgement(answer: str, a: str, b: str, entry: int) -> PairJudgement:
    sides = (Side(((f"{name}.txt", THAM),), f"person/{name}") for name in (a, b))
    return PairJudgement(Answer(answer), EntityKind.PERSON, *sides, Signed(entry=entry))


def test_judgements_that_contradict_each_other_are_refused_and_named() -> None:
    chain = (judgement("same", "a", "b", 1), judgement("same", "b", "c", 2), judgement("same", "c", "d", 3))
    expected = (
        r"judgement 4 \(person/a different person/c\) contradicts judgement 1 \(.*\) and judgement 2 \(.*\); take"
    )
    with pytest.raises(JudgementError, match=expected):
        resolved(A, judgements=Judgements((*chain, judgement("different", "a", "c", 4))))
    resolved(A, judgements=Judgements((*chain, judgement("unsure", "a", "c", 4), judgement("different", "a", "e", 5))))


def test_a_name_that_is_no_persons_cannot_be_one_with_a_person() -> None:
    same = judgement("same", "a", "b", 1)
    (found,) = {
        str(one) for one in contradictions(Judgements((same, NotAPerson("LÒ VĂN THẮM", signed=Signed(entry=2)))))
    }
    assert found == "judgement 2 (LÒ VĂN THẮM not a person) contradicts judgement 1 (person/a same person/b)"
    assert not list(contradictions(Judgements((same, NotAPerson(THAM, "c.txt")))))


def test_a_unit_has_one_parent_and_is_not_above_itself() -> None:
    def under(unit: str, parent: str, entry: int) -> ParentJudgement:
        return ParentJudgement(Side((("a.txt", unit),)), Side((("a.txt", parent),)), Signed(entry=entry))

    two = Judgements((under("X", "Y", 1), under("X", "Y", 2), under("X", "Z", 3)))
    assert [str(one)[:12] for one in contradictions(two)] == ["judgement 3 "]
    circle = Judgements((under("X", "Y", 1), under("Y", "Z", 2), under("Z", "X", 3)))
    assert [len(one.others) for one in contradictions(circle)] == [2]


@st.composite
def judged_stories(draw: st.DrawFn) -> tuple[list[Story], Judgements]:
    """Stories with judgements of every kind of entity on records that they have, free of contradictions."""
    collection = draw(stories())
    entities = resolved(*collection).entities
    judged: list[Judgement] = []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from([EntityKind.PERSON, EntityKind.PERSON, EntityKind.UNIT, EntityKind.EVENT]))
        records = sorted(member for entity in entities if entity.kind is kind for member in entity.members)
        if len(records) < 2:
            continue
        a, b = draw(st.lists(st.sampled_from(records), min_size=2, max_size=2, unique=True))
        more = (*judged, pair(draw(st.sampled_from(["same", "different"])), a, b, kind=kind))
        if not list(contradictions(Judgements(more))):
            judged = list(more)
    assume(judged)
    return collection, Judgements(tuple(judged))


@settings(max_examples=300, deadline=None)
@given(judged_stories())
def test_no_chain_of_merges_joins_a_pair_judged_different(made: tuple[list[Story], Judgements]) -> None:
    collection, judged = made
    resolution = resolved(*collection, judgements=judged)
    home = {(entity.kind, member): entity.id for entity in resolution.entities for member in entity.members}
    for one in judged.pairs():
        ends = {home[one.kind, key] for side in (one.a, one.b) for key in side.records}
        assert len(ends) == (1 if one.answer is Answer.SAME else 2)


@settings(max_examples=100, deadline=None)
@given(judged_stories(), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_judgements_changes_nothing(
    made: tuple[list[Story], Judgements], random: object
) -> None:
    collection, judged = made
    shuffled, reordered = list(collection), list(judged.all)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(reordered)  # type: ignore[attr-defined]
    expected = resolved(*collection, judgements=judged)
    assert resolved(*shuffled, judgements=Judgements(tuple(reordered))) == expected


def after(before: Resolution, *collection: Story, judgements: Judgements | None = None) -> Resolution:
    """Resolve again as a build does, with what is known of ids."""
    return resolved(*collection, assigned=before.assigned, former=before.former, judgements=judgements)


@settings(max_examples=300, deadline=None)
@given(judged_stories(), st.integers(0, 6))
def test_a_judgement_that_is_taken_back_leaves_no_trace(made: tuple[list[Story], Judgements], split: int) -> None:
    collection, judged = made
    before = resolved(*collection)
    during = after(before, *collection, judgements=judged)
    again = after(during, *collection)
    assert (again.entities, again.edges, again.assigned) == (before.entities, before.edges, before.assigned)
    assert after(again, *collection, judgements=judged).entities == during.entities
    first = after(before, *collection, judgements=Judgements(judged.all[:split]))
    one_by_one = after(first, *collection, judgements=judged)
    assert {e.members for e in one_by_one.entities} == {e.members for e in during.entities}
    assert set(during.assigned.values()) <= {e.id for e in during.entities} | set(during.merged)


@settings(max_examples=150, deadline=None)
@given(judged_stories())
def test_judgements_hold_and_leave_no_trace_whatever_articles_come(made: tuple[list[Story], Judgements]) -> None:
    collection, judged = made
    begun = resolved(*collection[:1], judgements=judged)
    whole = after(begun, *collection, judgements=judged)
    bare = resolved(*collection, judgements=judged)
    assert {e.members for e in whole.entities} == {e.members for e in bare.entities}
    never = after(resolved(*collection[:1]), *collection)
    assert {e.members for e in after(whole, *collection).entities} == {e.members for e in never.entities}


def test_an_id_that_is_merged_away_leads_to_the_other_and_comes_back() -> None:
    before = resolved(A, B, C)
    assert [p.id for p in persons(before)] == ["person/lo-van-tham", "person/lo-van-tham-2"]
    judged = Judgements((pair("same", IN_A, IN_B),))
    during = after(before, A, B, C, judgements=judged)
    assert during.merged == {"person/lo-van-tham": "person/lo-van-tham-2"}
    assert after(during, A, B, C).merged == {}


def test_an_id_that_a_judgement_made_means_the_same_for_ever() -> None:
    judged = Judgements((pair("different", IN_B, IN_C),))
    before = resolved(B, C)
    during = after(before, B, C, judgements=judged)
    assert {p.id: p.members[0][0] for p in persons(during)} == {
        "person/lo-van-tham": "b.txt",
        "person/lo-van-tham-2": "c.txt",
    }
    back = after(during, B, C)
    assert back.merged == {"person/lo-van-tham-2": "person/lo-van-tham"}
    more = after(back, A, B, C)
    assert {p.id for p in persons(more)} == {"person/lo-van-tham", "person/lo-van-tham-3"}
    assert "person/lo-van-tham-2" in {p.id for p in persons(after(more, A, B, C, judgements=judged))}


def test_two_that_an_article_joined_get_their_ids_back_when_it_goes() -> None:
    before = resolved(A, B)
    bridge = Story("d.txt", "2019").post(THAM, "Trợ lý", "Trung đoàn 8801").post(THAM, "Trợ lý", "Trung đoàn 8802")
    joined = after(before, A, B, bridge)
    assert joined.merged == {"person/lo-van-tham-2": "person/lo-van-tham"}
    assert persons(after(joined, A, B)) == persons(before)


def test_namesakes_kept_apart_are_doubtful_until_they_are_judged() -> None:
    (doubt,) = resolved(A, B, C).doubtful
    assert (doubt.a, doubt.b) == ("person/lo-van-tham", "person/lo-van-tham-2")
    assert 0.2 <= doubt.likelihood < 0.8
    assert any("unrelated units" in reason for reason in doubt.reasons)
    for answer in Answer:
        assert resolved(A, B, C, judgements=Judgements((pair(answer, IN_A, IN_C),))).doubtful == ()
    general = Story("g.txt", "2018").post(THAM, "Tư lệnh", "Quân khu 6", rank="Đại tướng")
    assert {(d.a, d.b) for d in resolved(A, B, general).doubtful} == {("person/lo-van-tham-2", "person/lo-van-tham-3")}


def test_a_name_that_is_no_persons_is_gone_from_every_article_or_from_one() -> None:
    story = officer("a.txt", "Trung đoàn 8801").event("Hội thi", "2019-05-05").joins("Hồng Hà", "Hội thi")
    other = officer("b.txt", "Trung đoàn 8801").rank("Hồng Hà", "Đại tá")
    everywhere = resolved(story, other, judgements=Judgements((NotAPerson("Hồng Hà"),)))
    assert [p.name for p in persons(everywhere)] == [THAM]
    once = resolved(story, other, judgements=Judgements((NotAPerson("hồng hà", "a.txt"),)))
    assert {m for p in persons(once) for m in p.members if m[1] == "Hồng Hà"} == {("b.txt", "Hồng Hà")}


def test_a_wrong_claim_is_gone_with_what_it_alone_said() -> None:
    story = officer("a.txt", "Trung đoàn 8801").post(THAM, "Tư lệnh", "Quân khu 6").unit("Quân khu 6")
    wrong = WrongClaim("a.txt", "posting", (("person", THAM), ("unit", "Quân khu 6")))
    assert {edge.target for edge in edges(resolved(story), Relation.HOLDS)} > {"unit/quan-khu-6"}
    (post,) = edges(resolved(story, judgements=Judgements((wrong,))), Relation.HOLDS)
    assert post.target == "unit/trung-doan-8801"


def test_a_judged_parent_takes_the_place_of_others_also_in_articles_to_come() -> None:
    story = Story("a.txt", "2019").unit("Phòng Chính trị", part_of="Sư đoàn 941").unit("Sư đoàn 941").unit("Quân khu 6")
    other = Story("b.txt", "2019").unit("Quân khu 6")
    judged = ParentJudgement(Side((("a.txt", "Sư đoàn 941"),)), Side((("b.txt", "Quân khu 6"),)), Signed("Lan"))
    (_, edge) = edges(resolved(story, other, judgements=Judgements((judged,))), Relation.PART_OF)
    assert (edge.source, edge.target) == ("unit/su-doan-941", "unit/quan-khu-6")
    assert (edge.attributes, edge.claims, edge.count) == ({"judged": "Lan"}, (), 0)
    contrary = Story("c.txt", "2019").unit("Sư đoàn 941", part_of="Quân khu 4").unit("Quân khu 4")
    assert ("unit/su-doan-941", "unit/quan-khu-4") in ends(resolved(story, other, contrary))
    assert ends(resolved(story, other, contrary, judgements=Judgements((judged,)))) == {
        ("unit/su-doan-941", "unit/quan-khu-6"),
        ("unit/phong-chinh-tri-su-doan-941", "unit/su-doan-941"),
    }


def ends(resolution: Resolution) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in edges(resolution, Relation.PART_OF)}


def test_a_judged_parent_tells_apart_what_only_its_parent_tells_apart() -> None:
    one = Story("a.txt", "2019").unit("Phòng Chính trị").unit("Sư đoàn 941")
    two = Story("b.txt", "2019").unit("Phòng Chính trị", part_of="Sư đoàn 941").unit("Sư đoàn 941")
    more = one.unit("Sư đoàn 942")
    far = Story("c.txt", "2019").unit("Phòng Chính trị")
    judged = ParentJudgement(Side((("c.txt", "Phòng Chính trị"),)), Side((("b.txt", "Sư đoàn 941"),)))
    (office,) = [
        entity
        for entity in units(resolved(more, two, far, judgements=Judgements((judged,))))
        if ("c.txt", "Phòng Chính trị") in entity.members
    ]
    assert ("b.txt", "Phòng Chính trị") in office.members


@settings(max_examples=200, deadline=None)
@given(judged_stories())
def test_what_is_taken_from_the_groups_without_judgements_is_what_would_be_found_again(
    made: tuple[list[Story], Judgements],
) -> None:
    collection, judged = made
    articles, gazetteer = [gather(story.done()) for story in collection], load_gazetteer()
    names = UnitNames(gazetteer)
    unjudged = find_groups(articles, names, gazetteer, Judgements())
    short, long = (find_groups(articles, names, gazetteer, judged, known) for known in (unjudged, None))
    assert set(short.persons.groups) == set(long.persons.groups)
    assert set(short.persons.doubts) == set(long.persons.doubts)
    assert (short.units.groups, short.places, short.events) == (long.units.groups, long.places, long.events)
