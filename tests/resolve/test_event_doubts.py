"""Events that may be one and were not joined: which are listed, and why."""

from __future__ import annotations

import pytest

from graphbuild.model import EntityKind, EventType
from graphbuild.resolve import Doubt
from tests.resolve.cast import Story, events, resolved

REGION = "Quân khu 6"
YEARLY = "Hội nghị quân chính Quân khu 6"
OPENING = "Lễ ra quân huấn luyện chiến sĩ mới"


def doubts(*stories: Story) -> list[Doubt]:
    return [doubt for doubt in resolved(*stories).doubtful if doubt.kind is EntityKind.EVENT]


def test_one_organiser_a_day_apart_and_names_alike_leave_a_doubt() -> None:
    first = Story("a.txt").event("Hội nghị tổng kết công tác huấn luyện", "2020-12-01", by=REGION)
    second = Story("b.txt").event("Hội nghị tổng kết phong trào huấn luyện giỏi", "2020-12-02", by=REGION)
    assert len(events(resolved(first, second))) == 2
    (doubt,) = doubts(first, second)
    assert doubt.reasons == ("days apart: 1 (-1.5)", "the same organiser (+1.3)", "names alike (-1.1)")
    assert 0.2 <= doubt.likelihood < 0.5


def test_the_same_people_make_it_likelier_and_others_less_likely() -> None:
    def story(document: str, day: str, *people: str) -> Story:
        told = Story(document).event("Hội nghị sơ kết công tác", day, by=REGION)
        for person in people:
            told.joins(person, "Hội nghị sơ kết công tác")
        return told

    first = story("a.txt", "2020-07-01", "Lò Văn Thắm", "Kha Thị Bưởi")
    other = Story("b.txt").event("Buổi sơ kết công tác dân vận", "2020-07-02", by=REGION)
    (unknown,) = doubts(first, other)
    for person in ("Lò Văn Thắm", "Kha Thị Bưởi"):
        other.joins(person, "Buổi sơ kết công tác dân vận")
    (likely,) = doubts(first, other)
    assert likely.likelihood > 0.5 > unknown.likelihood
    assert likely.reasons[0] == "two or more persons at both (+2.5)"


def test_a_name_without_a_day_in_the_year_of_another() -> None:
    first = Story("a.txt").event(OPENING, "2020-03-05", by="Sư đoàn 941")
    second = Story("b.txt").event(OPENING, "2020-03", by="Sư đoàn 942")
    assert doubts(first, second) == []
    alone = Story("c.txt").event("Lễ ra quân huấn luyện đợt một", "2020-03")
    assert doubts(first, alone) == []
    (doubt,) = doubts(first.joins("Lò Văn Thắm", OPENING), alone.joins("Lò Văn Thắm", "Lễ ra quân huấn luyện đợt một"))
    assert "days that may be the same (-1.0)" in doubt.reasons


def test_an_undated_event_may_be_any_of_a_few_of_its_name() -> None:
    undated = Story("x.txt").event(YEARLY)
    years = [Story(f"{year}.txt").event(YEARLY, f"{year}-12-19", by=REGION) for year in range(2012, 2020)]
    found = doubts(*years[:2], undated)
    assert [doubt.reasons[0] for doubt in found] == ["the date of one is not known, one of 2 (-2.7)"] * 2
    assert doubts(*years, undated) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((f"{YEARLY} năm 2023", "2023-12-19"), (f"{YEARLY} năm 2024", "2024-12-19")),
        ((f"{YEARLY} năm 2023", None), (f"{YEARLY} năm 2024", None)),
        (("Hội nghị giao ban Quý III năm 2020", "2020-10-06"), ("Hội nghị giao ban Quý IV năm 2020", "2020-10-06")),
        ((YEARLY, "2023-12-19"), (YEARLY, "2024-12-19")),
    ],
)
def test_events_of_two_years_or_with_two_numbers_are_no_doubt(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    first, second = Story("a.txt").event(*one, by=REGION), Story("b.txt").event(*other, by=REGION)
    assert len(events(resolved(first, second))) == 2
    assert doubts(first, second) == []


def test_two_events_of_one_article_and_events_of_two_types_are_no_doubt() -> None:
    both = Story("a.txt").event("Lễ trao quyết định", "2020-03-05", by=REGION)
    both.event("Lễ trao quyết định nghỉ hưu", "2020-03-05", by=REGION)
    assert doubts(both) == []
    second = Story("b.txt").event("Lễ trao quyết định", "2020-03-06", by=REGION, type=EventType.CEREMONY)
    assert doubts(Story("a.txt").event("Lễ trao quyết định", "2020-03-05", by=REGION), second) == []


def test_ceremonies_of_two_organisers_on_one_day_are_a_doubt_only_with_a_venue_or_people_in_common() -> None:
    def story(document: str, unit: str) -> Story:
        return Story(document).event(OPENING, "2020-03-05", by=unit, type=EventType.CEREMONY)

    first, second = story("a.txt", "Sư đoàn 941"), story("b.txt", "Sư đoàn 942")
    assert doubts(first, second) == []
    (doubt,) = doubts(first.joins("Lò Văn Thắm", OPENING), second.joins("Lò Văn Thắm", OPENING))
    assert "different organisers (-3.2)" in doubt.reasons


def test_a_crowded_day_is_searched_by_what_events_have_in_common() -> None:
    stories = [Story(f"{n:03}.txt").event(OPENING, "2020-03-05", by=f"Sư đoàn {n + 900}") for n in range(120)]
    late = Story("late.txt").event("Lễ ra quân huấn luyện năm 2020", "2020-03-06", by="Sư đoàn 955")
    assert [(doubt.likelihood > 0.2, doubt.reasons[-1]) for doubt in doubts(*stories, late)] == [
        (True, "names alike (-1.1)")
    ]


def test_in_a_crowded_year_too() -> None:
    stories = [
        Story(f"{n:03}.txt").event(OPENING, f"2020-03-{n % 28 + 1:02}", by=f"Sư đoàn {n + 900}") for n in range(90)
    ]
    name = "Lễ ra quân huấn luyện đợt một"
    late = Story("late.txt").event(name, "2020", by="Sư đoàn 955")
    (doubt,) = doubts(*stories, late)
    assert "the same organiser (+1.3)" in doubt.reasons
