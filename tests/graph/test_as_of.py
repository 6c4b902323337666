"""Who held a post at a time: certain, likely, or nobody knows."""

from __future__ import annotations

import pytest

from graphbuild.errors import NotFoundError, UsageError
from graphbuild.graph import Certainty, Chart, build_graph
from graphbuild.graph.as_of import as_of
from graphbuild.graph.cards import place_card, unit_card
from graphbuild.model import EventRole, EventType, Status
from tests.resolve.cast import Story, resolved
from tests.resolve.test_postings import ANH, BAO, said

CAM = "Y Cam Niê"


def chart(on: str, *stories: Story, unit: str = "unit/quan-khu-6") -> Chart:
    resolution = resolved(*stories)
    return as_of(build_graph(resolution.entities, resolution.edges), unit, on)


def answers(on: str, *stories: Story) -> list[tuple[str, str, str]]:
    return [(one.person.name, one.certainty.value, one.because) for one in chart(on, *stories).holders]


def test_seen_on_that_day_month_or_year_is_certain() -> None:
    story = said("a", "2019-05-03", ANH)
    for on in ("2019-05-03", "2019-05", "2019"):
        assert answers(on, story) == [(ANH, "certain", "seen 2019-05-03")]


def test_seen_before_and_after_is_likely() -> None:
    stories = said("a", "2019-05-03", ANH), said("b", "2021-06", ANH)
    assert answers("2020", *stories) == [(ANH, "likely", "seen 2019-05-03 and seen 2021-06")]


def test_seen_only_before_or_only_after_is_unknown() -> None:
    assert answers("2020", said("a", "2019-05-03", ANH)) == [(ANH, "unknown", "last seen 2019-05-03")]
    assert answers("2018", said("a", "2019-05-03", ANH)) == [(ANH, "unknown", "first seen 2019-05-03")]


def test_a_day_within_a_month_of_which_only_the_month_is_known_is_likely() -> None:
    assert answers("2019-05-03", said("a", "2019-05", ANH)) == [(ANH, "likely", "seen in 2019-05")]


def test_between_a_stated_beginning_and_a_stated_end_it_is_certain() -> None:
    name = "Lễ trao quyết định nghỉ hưu"
    end = said("b", None, ANH, status=Status.FORMER).event(name, "2022-09-28", type=EventType.APPOINTMENT)
    stories = said("a", "2019-07-11", ANH, status=Status.INCOMING), end.joins(ANH, name, EventRole.RECEIVES)
    assert answers("2021-07", *stories) == [(ANH, "certain", "from 2019-07-11 to 2022-09-28, as stated")]
    assert answers("2022-09-28", *stories) == [(ANH, "certain", "left 2022-09-28")]
    assert answers("2019-07-10", *stories) == answers("2022-09-29", *stories) == []


def test_on_the_day_of_a_handover_both_hold_the_post_and_then_one() -> None:
    handover = said("b", "2019-07-11", ANH, status=Status.FORMER).post(
        BAO, "Tư lệnh", "Quân khu 6", status=Status.INCOMING
    )
    stories = said("a", "2018", ANH), handover, said("c", "2021", BAO)
    assert answers("2019-07-11", *stories) == [
        (ANH, "certain", "left 2019-07-11"),
        (BAO, "certain", "appointed 2019-07-11"),
    ]
    assert answers("2019-03", *stories) == [(ANH, "likely", "seen 2018 and left 2019-07-11")]
    assert answers("2020", *stories) == [(BAO, "likely", "appointed 2019-07-11 and seen 2021")]


def test_who_was_replaced_by_then_is_left_out_but_only_then() -> None:
    stories = said("a", "2018-05", ANH), said("b", "2020-05", BAO)
    assert answers("2021", *stories) == [(BAO, "unknown", "last seen 2020-05")]
    assert answers("2017", *stories) == [(ANH, "unknown", "first seen 2018-05")]
    assert answers("2019", *stories) == [
        (ANH, "unknown", "last seen 2018-05"),
        (BAO, "unknown", "first seen 2020-05"),
    ]


def test_a_deputy_is_not_replaced_by_another() -> None:
    stories = said("a", "2018", ANH, "Phó Tư lệnh"), said("b", "2020", BAO, "Phó Tư lệnh")
    assert [who for who, *_ in answers("2021", *stories)] == [ANH, BAO]


def test_an_acting_holder_makes_room_for_the_one_who_gets_the_post() -> None:
    acting = said("a", "2019", ANH, "Tham mưu trưởng", Status.ACTING)
    assert chart("2019", acting).holders[0].acting
    assert answers("2021", acting, said("b", "2020", ANH, "Tham mưu trưởng")) == [(ANH, "unknown", "last seen 2020")]


def test_a_former_holder_is_over_from_the_day_that_is_said() -> None:
    stories = said("a", "2018", ANH), said("b", "2021-02-03", ANH, status=Status.FORMER)
    assert answers("2020", *stories) == [(ANH, "unknown", "last seen 2018, over by 2021-02-03")]
    assert answers("2022", *stories) == []


def test_commanders_come_before_deputies_and_sure_ones_before_unsure_ones() -> None:
    stories = said("a", "2019", ANH, "Phó Tư lệnh"), said("b", "2019", BAO), said("c", "2018", CAM, "Chính ủy")
    found = chart("2019", *stories)
    assert [one.title for one in found.holders][-1] == "Chính ủy"
    assert {one.person.name for one in found.of(Certainty.CERTAIN)} == {ANH, BAO}


def test_a_question_about_a_unit_that_is_gone_goes_on_to_its_successor() -> None:
    old = Story("a", "2024-06-01").post(ANH, "Tư lệnh", "Quân đoàn 3")
    new = Story("b", "2025-03-01").post(BAO, "Tư lệnh", "Quân đoàn 34").unit("Quân đoàn 3")
    then = chart("2024-06", old, new, unit="unit/quan-doan-3")
    assert ([one.person.name for one in then.holders], then.successors) == ([ANH], ())
    now = chart("", old, new, unit="unit/quan-doan-3")
    assert (now.on, now.valid_to, now.holders) == ("2025-03-01", "2024-12-15", ())
    (after,) = now.successors
    assert (after.unit.name, after.valid_from) == ("Quân đoàn 34", "2024-12-15")
    assert [one.person.name for one in after.of(Certainty.CERTAIN)] == [BAO]


def test_what_follows_a_unit_is_said_though_no_article_names_it() -> None:
    old = Story("a", "2022-06-01").post(ANH, "Tư lệnh", "Quân đoàn 1").unit("Quân đoàn 1")
    later = (
        Story("b", "2025-03-01").unit("Quân đoàn 1").unit("Ban CHQS huyện An Thạch").place("tỉnh Hà Giang", "province")
    )
    now = chart("", old, later.post(BAO, "Tư lệnh", "Quân khu 6"), unit="unit/quan-doan-1")
    assert (now.valid_to, now.successors, now.followed_by) == ("2023-10", (), ("Quân đoàn 12",))
    assert chart("2022", old, later, unit="unit/quan-doan-1").followed_by == ()
    resolution = resolved(old, later)
    graph = build_graph(resolution.entities, resolution.edges)
    assert unit_card(graph, "unit/quan-doan-1").succeeded_by == ("Quân đoàn 12",)
    district = unit_card(graph, "unit/ban-chqs-huyen-an-thach")
    assert (district.valid_to, district.succeeded_by) == ("2025-07", ())
    province = place_card(graph, "place/tinh-ha-giang")
    assert (province.valid_to, province.succeeded_by) == ("2025-07-01", ("tỉnh Tuyên Quang",))


def test_what_is_no_unit_or_no_date_is_refused() -> None:
    story = said("a", "2019", ANH)
    with pytest.raises(NotFoundError, match="unit/nowhere"):
        chart("2019", story, unit="unit/nowhere")
    with pytest.raises(UsageError, match="not a unit"):
        chart("2019", story, unit="person/lo-van-anh")
    for wrong in ("yesterday", "2019-13", "12/2019"):
        with pytest.raises(UsageError, match="2021-07"):
            chart(wrong, story)
