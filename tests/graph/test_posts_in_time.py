"""Commanders one after the other, and posts without a known holder."""

from __future__ import annotations

import pytest

from graphbuild.errors import UsageError
from graphbuild.graph import Filters, Gap, Graph
from graphbuild.graph.commanders import commanders
from graphbuild.graph.gaps import gaps
from tests.graph import town
from tests.graph.hand import edge, graph, post
from tests.graph.town import REGION, THAM


def names(found: tuple[object, ...]) -> list[str]:
    return [one.person.name for one in found]  # type: ignore[attr-defined]


def test_commanders_come_in_the_order_of_time_with_what_is_stated() -> None:
    found = commanders(
        graph(
            post("bo", "x", "2020-01-01 2021-01-01", start="2020-01-01", predecessor="person/an"),
            post("an", "x", "2018-05-01 2020-01-01", end="2020-01-01", successor="person/bo", rank="Đại tá"),
            post("cu", "x", "2022", acting=True, status="acting"),
            post("do", "x", ""),
            post("em", "x", "2019", "Chính ủy", role="political"),
        ),
        "unit/x",
    )
    assert names(found) == ["An", "Bo", "Cu", "Do"]
    an, bo, cu, _ = found
    assert (an.rank, an.first, an.last, an.end, an.successor) == (
        "Đại tá",
        "2018-05-01",
        "2020-01-01",
        "2020-01-01",
        bo.person,
    )
    assert (bo.start, bo.predecessor, bo.successor) == ("2020-01-01", an.person, None)
    assert cu.acting


def test_who_is_only_told_of_as_a_former_commander_stands_where_the_post_was_over() -> None:
    told = post("old", "x", "2025-01-18", past_only=True, status="former", left_by="2019-05-01")
    found = commanders(graph(post("an", "x", "2020 2021"), told), "unit/x")
    assert [(one.person.name, one.past_only) for one in found] == [("Old", True), ("An", False)]


def test_other_posts_are_asked_for_by_their_role() -> None:
    built = graph(post("an", "x", "2020"), post("em", "x", "2019", "Chính ủy", role="political"))
    assert names(commanders(built, "unit/x", roles=("political",))) == ["Em"]
    assert names(Graph(built, town.quotes_of).commanders("unit/x", only=Filters(roles="political"))) == ["Em"]


def test_a_unit_may_be_followed_to_those_before_and_after_it() -> None:
    edges = [
        post(name, unit, date)
        for name, unit, date in (("an", "a", "2001"), ("bo", "b", "2002"), ("cu", "c", "2003"), ("di", "d", "2004"))
    ]
    edges += [
        edge("unit/a", "SUCCEEDED_BY", "unit/c"),
        edge("unit/b", "SUCCEEDED_BY", "unit/c"),
        edge("unit/c", "SUCCEEDED_BY", "unit/d"),
    ]
    built = graph(*edges)
    assert names(commanders(built, "unit/c")) == ["Cu"]
    assert sorted(names(commanders(built, "unit/c", follow=True))[:2]) == ["An", "Bo"]
    assert names(commanders(built, "unit/c", follow=True))[2:] == ["Cu", "Di"]
    assert names(commanders(built, "unit/d", follow=True))[-1] == "Di"
    g = Graph(built, town.quotes_of)
    assert names(g.commanders("unit/a", follow=True, only=Filters(since="2003"))) == ["Cu", "Di"]


def test_only_units_have_commanders() -> None:
    assert names(town.opened().commanders("quan khu 6")) == ["Lò Văn Thắm"]
    assert names(town.opened().unit("quan khu 6").commanders) == ["Lò Văn Thắm"]
    with pytest.raises(UsageError, match="not a unit"):
        commanders(town.graph(), THAM)


def only(*edges: object, least: int = 1) -> Gap:
    (found,) = gaps(graph(*edges), least=least)  # type: ignore[arg-type]
    return found


def test_a_gap_lies_between_the_last_day_of_one_and_the_first_of_the_next() -> None:
    one = only(post("an", "x", "2018-01-01 2018-05-01"), post("bo", "x", "2018-05-11 2019-01-01"))
    assert (one.since, one.until, one.days, one.left, one.came) == ("2018-05-01", "2018-05-11", 9, False, False)
    assert (one.before.source.name, one.after.source.name if one.after else "") == ("An", "Bo")


def test_stated_ends_and_starts_count_and_are_told() -> None:
    one = only(
        post("an", "x", "2018-01-01 2018-05-01", end="2018-05-01"), post("bo", "x", "2018-12-01", start="2018-11-01")
    )
    assert (one.since, one.until, one.left, one.came) == ("2018-05-01", "2018-11-01", True, True)


@pytest.mark.parametrize(
    ("last", "first", "days"),
    [("2018", "2020", 365), ("2018-02", "2018-04", 31), ("2018-02-28", "2018-03-02", 1), ("2018-12", "2019-01", 0)],
)
def test_of_partial_dates_a_gap_counts_the_days_that_are_certain(last: str, first: str, days: int) -> None:
    found = gaps(graph(post("an", "x", last), post("bo", "x", first)), least=0)
    assert [one.days for one in found] == [days]


def test_dates_that_may_be_one_leave_no_gap() -> None:
    assert gaps(graph(post("an", "x", "2018"), post("bo", "x", "2018-12-01")), least=0) == ()
    assert gaps(graph(post("an", "x", "2018-01-01 2019-01-01"), post("bo", "x", "2019-01-01"))) == ()


def test_a_holder_who_was_seen_all_along_leaves_no_gap() -> None:
    edges = post("an", "x", "2018-01-01 2022-01-01"), post("bo", "x", "2019-01-01"), post("cu", "x", "2021-01-01")
    assert gaps(graph(*edges)) == ()


def test_one_who_comes_back_to_the_same_post_leaves_no_gap() -> None:
    assert gaps(graph(post("an", "x", "2018-01-01"), post("an", "x", "2020-01-01"))) == ()


def test_a_post_that_somebody_left_and_nobody_took_is_a_gap_without_end() -> None:
    one = only(post("an", "x", "2018-01-01 2020-01-01", end="2020-01-01"), least=1000)
    assert (one.since, one.until, one.days, one.after) == ("2020-01-01", "", 0, None)
    assert gaps(graph(post("an", "x", "2018-01-01 2020-01-01"))) == ()


def test_posts_that_several_hold_at_a_time_have_no_gaps() -> None:
    assert gaps(graph(post("an", "x", "2018-01-01", sole=""), post("bo", "x", "2020-01-01", sole=""))) == ()


def test_gaps_are_asked_for_by_unit_length_and_time() -> None:
    edges = [
        post("an", "x", "2018-01-01"),
        post("bo", "x", "2018-03-01"),
        post("cu", "y", "2019-01-01", end="2019-01-01"),
    ]
    g = Graph(graph(*edges), town.quotes_of)
    assert [gap.unit.name for gap in g.gaps()] == ["X", "Y"]
    assert [gap.unit.name for gap in g.gaps("unit/y")] == ["Y"]
    assert [gap.unit.name for gap in g.gaps(least=100)] == ["Y"]
    assert [gap.unit.name for gap in g.gaps(only=Filters(since="2018-02-01", until="2018-02-10"))] == ["X"]
    assert [gap.unit.name for gap in g.gaps(only=Filters(since="2025"))] == ["Y"]
    assert g.gaps(REGION.replace("quan-khu-6", "x"), only=Filters(until="2017")) == ()
