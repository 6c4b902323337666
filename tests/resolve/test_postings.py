"""Postings through time: sightings, stated beginnings and ends, handovers and returns."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import Edge, EventRole, EventType, PostRole, Relation, Status
from graphbuild.resolve import seen_on
from tests.resolve.cast import Story, edges, resolved

ANH, BAO = "Lò Văn Anh", "Kha Đình Bảo"
REGION, DIVISION = "Quân khu 6", "Sư đoàn 941"


def said(
    document: str, date: str | None, person: str, title: str = "Tư lệnh", status: Status = Status.CURRENT
) -> Story:
    return Story(document, date).post(person, title, REGION, status=status)


def postings(*stories: Story) -> list[Edge]:
    return sorted(edges(resolved(*stories), Relation.HOLDS), key=lambda e: (e.first, e.last, e.source, e.key))


def seen(edge: Edge) -> tuple[str, ...]:
    return seen_on(edge.first, edge.last, edge.attributes)


def test_sightings_of_one_post_are_one_posting_without_start_or_end() -> None:
    (one,) = postings(said("a", "2018-12-19", ANH), said("b", "2019", ANH), said("c", "2020-02-01", ANH))
    assert (one.key, one.first, one.last) == ("Tư lệnh|current", "2018-12-19", "2020-02-01")
    assert seen(one) == ("2018-12-19", "2019", "2020-02-01")
    assert not {"start", "end", "left_by"} & one.attributes.keys()


def test_an_appointment_is_a_start_and_later_sightings_go_with_it() -> None:
    (one,) = postings(said("a", "2019-07-11", ANH, status=Status.INCOMING), said("b", "2020", ANH))
    assert (one.key, one.attributes["start"], one.last) == ("Tư lệnh|current", "2019-07-11", "2020")


def test_a_former_commander_is_no_sighting_and_no_end() -> None:
    old, told = said("a", "2018-12-19", ANH), said("b", "2025-01-18", ANH, status=Status.FORMER)
    (one,) = postings(old, told)
    assert (one.key, one.first, one.last, one.count) == ("Tư lệnh|former", "2018-12-19", "2018-12-19", 2)
    assert one.attributes["left_by"] == "2025-01-18"
    assert "end" not in one.attributes
    (only,) = postings(told)
    assert (only.first, only.attributes["past_only"], seen(only)) == ("2025-01-18", True, ())


def test_who_gets_another_post_has_left_the_old_one_on_that_day() -> None:
    story = said("b", "2023-06-16", ANH, "Phó Tư lệnh", Status.FORMER).post(
        ANH, "Tư lệnh", REGION, status=Status.INCOMING
    )
    old, new = postings(said("a", "2021", ANH, "Phó Tư lệnh"), story)
    assert (old.attributes["end"], old.last) == ("2023-06-16", "2023-06-16")
    assert (new.key, new.attributes["start"]) == ("Tư lệnh|incoming", "2023-06-16")


def test_at_a_handover_the_end_of_one_is_the_start_of_the_other() -> None:
    story = said("b", "2019-07-11", ANH, status=Status.FORMER).post(BAO, "Tư lệnh", REGION, status=Status.INCOMING)
    first, second = postings(said("a", "2018", ANH), story, said("c", "2021", BAO))
    assert (first.attributes["end"], second.attributes["start"]) == ("2019-07-11", "2019-07-11")
    assert first.attributes["successor"] == second.source
    assert second.attributes["predecessor"] == first.source


def test_handing_over_and_taking_over_say_the_same_without_words_of_the_past() -> None:
    name = "Lễ bàn giao chức trách"
    story = said("b", None, ANH).event(name, "2019-07-11", type=EventType.CEREMONY).post(BAO, "Tư lệnh", REGION)
    story.joins(ANH, name, EventRole.HANDS_OVER).joins(BAO, name, EventRole.TAKES_OVER)
    first, second = sorted(postings(story), key=lambda e: e.attributes.get("start", ""))
    assert (first.source, first.attributes["end"]) == ("person/lo-van-anh", "2019-07-11")
    assert (second.source, second.attributes["start"]) == ("person/kha-dinh-bao", "2019-07-11")


def test_of_two_who_leave_nobody_is_said_to_be_followed() -> None:
    story = said("a", "2019-07-11", ANH, status=Status.FORMER).post("Y Ban", "Tư lệnh", REGION, status=Status.FORMER)
    story.post(BAO, "Tư lệnh", REGION, status=Status.INCOMING)
    assert not any({"predecessor", "successor"} & one.attributes.keys() for one in postings(story))


def test_deputies_follow_one_another_only_where_a_handover_is_told() -> None:
    story = said("a", "2019-07-11", ANH, "Phó Tư lệnh", Status.FORMER)
    (claim,) = story.claims
    story.claims[:] = [replace(claim, role=PostRole.DEPUTY)]  # type: ignore[type-var]
    story.post(BAO, "Phó Tư lệnh", REGION, status=Status.INCOMING)
    assert not any("successor" in one.attributes for one in postings(story))


def test_a_retirement_decision_is_an_end() -> None:
    name = "Lễ trao quyết định nghỉ hưu"
    story = said("a", None, ANH, status=Status.FORMER).event(name, "2022-09-28", type=EventType.APPOINTMENT)
    (one,) = postings(story.joins(ANH, name, EventRole.RECEIVES))
    assert one.attributes["end"] == "2022-09-28"
    reunion = said("b", None, ANH, status=Status.FORMER).event("Gặp mặt", "2022-09-28", type=EventType.MEETING)
    (one,) = postings(reunion.joins(ANH, "Gặp mặt", EventRole.RECEIVES))
    assert "end" not in one.attributes


def test_a_return_is_a_posting_of_its_own() -> None:
    stories = [said("a", "2018", ANH), said("b", "2019", ANH, status=Status.FORMER), said("c", "2021-05", ANH)]
    first, again = postings(*stories)
    assert [(e.key, seen(e)) for e in (first, again)] == [
        ("Tư lệnh|former", ("2018",)),
        ("Tư lệnh|current", ("2021-05",)),
    ]


def test_somebody_else_in_the_post_interrupts_it_but_not_a_fellow_deputy() -> None:
    for title, count in (("Tư lệnh", 3), ("Phó Tư lệnh", 2)):
        stories = [said("a", "2018", ANH, title), said("b", "2019", BAO, title), said("c", "2020", ANH, title)]
        assert len(postings(*stories)) == count


def test_two_postings_with_the_same_words_have_keys_of_their_own() -> None:
    stories = [said("a", "2018", ANH), said("b", "2019", BAO), said("c", "2020", ANH), said("d", "2021", BAO)]
    assert [(e.source, e.key) for e in postings(*stories)] == [
        ("person/lo-van-anh", "Tư lệnh|current"),
        ("person/kha-dinh-bao", "Tư lệnh|current"),
        ("person/lo-van-anh", "Tư lệnh|current|2020"),
        ("person/kha-dinh-bao", "Tư lệnh|current|2021"),
    ]


def test_an_article_a_few_days_late_tells_of_no_return() -> None:
    end, late = said("a", "2019-07-11", ANH, status=Status.FORMER), said("b", "2019-07-13", ANH)
    assert len(postings(said("0", "2018", ANH), end, late)) == 1
    assert len(postings(said("0", "2018", ANH), end, said("b", "2019-08-13", ANH))) == 2


def test_to_act_as_chief_of_staff_is_not_yet_to_be_it() -> None:
    acting = said("a", "2019-07-11", ANH, "Tham mưu trưởng", Status.ACTING)
    first, second = postings(acting, said("b", "2020", ANH, "Tham mưu trưởng"))
    assert (first.key, first.attributes["acting"], seen(first)) == ("Tham mưu trưởng|acting", True, ("2019-07-11",))
    assert (second.key, seen(second)) == ("Tham mưu trưởng|current", ("2020",))


def test_spellings_of_a_title_are_one_post() -> None:
    (one,) = postings(said("a", "2018", ANH, "Chính ủy"), said("b", "2019", ANH, "chính uỷ"))
    assert one.count == 2


DAYS = [None, "2018", "2018-12", "2018-12-19", "2019-07-11", "2019-07-20", "2020", "2021-03"]
SAID = st.tuples(st.sampled_from(DAYS), st.sampled_from([ANH, BAO]), st.sampled_from(list(Status)))


@settings(max_examples=200, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_every_claim_is_in_one_posting_whatever_the_order(
    told: list[tuple[str | None, str, Status]], random: object
) -> None:
    stories = [said(f"{n}", date, person, status=status) for n, (date, person, status) in enumerate(told)]
    found = postings(*stories)
    claims = [claim for edge in found for claim in edge.claims]
    assert sorted(claims) == sorted(f"{n}:0" for n in range(len(told)))
    keys = [(edge.source, edge.target, edge.key) for edge in found]
    assert len(keys) == len(set(keys))
    for edge in found:
        assert edge.first <= edge.last or edge.last.startswith(edge.first) or edge.first.startswith(edge.last)
        assert "left_by" not in edge.attributes or edge.attributes["status"] == "former"
    random.shuffle(stories)  # type: ignore[attr-defined]
    assert postings(*stories) == found
