"""Which event records are one event."""

import pytest

from graphbuild.model import DateSource, EventType, PartialDate
from graphbuild.resolve.articles import EventRecord
from graphbuild.resolve.event_date import choose_date
from graphbuild.resolve.event_rules import name_numbers
from tests.resolve.cast import Story, events, grouped, resolved

MILITARY_REGION = "Quân khu 6"
YEARLY = "Hội nghị quân chính"


def test_two_newspapers_on_one_conference_tell_of_one_event() -> None:
    first = Story("a.txt").event("Hội nghị quân chính năm 2018", "2018-12-19", by=MILITARY_REGION)
    second = Story("b.txt").event("Hội nghị tổng kết công tác", "2018-12-19", by=MILITARY_REGION)
    third = Story("c.txt").event("Hội nghị quân chính Quân khu 6 năm 2018", "2018-12-19")
    (one,) = events(resolved(first, second, third))
    assert one.id == "event/2018-12-19-hoi-nghi-quan-chinh-quan-khu-6-nam-2018"
    assert one.attributes["date"] == "2018-12-19"


def test_a_conference_held_every_year_is_an_event_every_year() -> None:
    first = Story("a.txt").event(f"{YEARLY} năm 2018", "2018-12-19", by=MILITARY_REGION)
    second = Story("b.txt").event(f"{YEARLY} năm 2019", "2019-12-19", by=MILITARY_REGION)
    undated = Story("c.txt").event(f"{YEARLY} năm 2019", by=MILITARY_REGION)
    assert grouped(events(resolved(first, second, undated))) == [["a.txt"], ["b.txt", "c.txt"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hội nghị Quý III năm 2020", "Hội nghị Quý IV năm 2020"), ("Đại hội lần thứ 7", "Đại hội lần thứ 8")],
)
def test_numbers_that_contradict_keep_events_apart_even_on_one_day(one: str, other: str) -> None:
    first = Story("a.txt").event(one, "2020-10-06", by=MILITARY_REGION)
    second = Story("b.txt").event(other, "2020-10-06", by=MILITARY_REGION)
    assert len(events(resolved(first, second))) == 2


def test_a_units_number_contradicts_no_year() -> None:
    first = Story("a.txt").event("Hội nghị quân chính Quân khu 6", "2018-12-19", by=MILITARY_REGION)
    second = Story("b.txt").event("Hội nghị quân chính năm 2018", "2018-12-19", by=MILITARY_REGION)
    assert len(events(resolved(first, second))) == 1


def test_ceremonies_of_two_organisers_on_one_memorial_day_are_two() -> None:
    name = "Lễ kỷ niệm 75 năm Ngày thành lập Quân đội"
    first = Story("a.txt").event(name, "2019-12-22", type=EventType.CEREMONY, by="Sư đoàn 941")
    second = Story("b.txt").event(name, "2019-12-22", type=EventType.CEREMONY, by="Sư đoàn 942")
    assert len(events(resolved(first, second))) == 2


def test_a_bare_name_and_a_common_day_tell_nothing() -> None:
    stories = [Story(name).event("Lễ kỷ niệm", "2019-12-22", type=EventType.CEREMONY) for name in ("a.txt", "b.txt")]
    assert len(events(resolved(*stories))) == 2


def test_a_venue_on_a_day_tells_an_event_but_a_province_does_not() -> None:
    def story(document: str, name: str, place: str, type: str) -> Story:
        return Story(document).place(place, type).event(name, "2019-05-05", type=EventType.CEREMONY, at=place)

    venue = "Nhà Văn hóa Lao động"
    hall = [story("a.txt", "Lễ trao tặng quà", venue, "venue"), story("b.txt", "Buổi gặp mặt", venue, "venue")]
    assert len(events(resolved(*hall))) == 1
    tinh = "tỉnh Sơn Khê"
    province = [story("a.txt", "Lễ trao tặng quà", tinh, "province"), story("b.txt", "Buổi gặp mặt", tinh, "province")]
    assert len(events(resolved(*province))) == 2


def test_days_that_contradict_by_a_slip_are_one_event_with_both_days() -> None:
    stories = [
        Story(document).event("Hội nghị quân chính năm 2018", day, by=MILITARY_REGION)
        for document, day in (("a.txt", "2018-12-20"), ("b.txt", "2018-12-19"), ("c.txt", "2018-12-19"))
    ]
    (one,) = events(resolved(*stories))
    assert (one.attributes["date"], one.attributes["other_dates"]) == ("2018-12-19", "2018-12-20")


def test_slips_do_not_add_up_to_a_week() -> None:
    days = ["2018-12-01", "2018-12-03", "2018-12-05", "2018-12-07"]
    stories = [Story(f"{day}.txt").event(YEARLY, day, by=MILITARY_REGION) for day in days]
    assert grouped(events(resolved(*stories))) == [
        ["2018-12-01.txt", "2018-12-03.txt"],
        ["2018-12-05.txt", "2018-12-07.txt"],
    ]


def test_a_month_joins_a_day_within_it_only_under_nearly_the_same_name() -> None:
    day = Story("a.txt").event("Hội nghị quân chính năm 2018", "2018-12-19", by=MILITARY_REGION)
    month = Story("b.txt").event("Hội nghị quân chính năm 2018", "2018-12", by=MILITARY_REGION)
    other = Story("c.txt").event("Hội nghị rút kinh nghiệm diễn tập", "2018-12", by=MILITARY_REGION)
    assert grouped(events(resolved(day, month, other))) == [["a.txt", "b.txt"], ["c.txt"]]


def test_an_undated_event_with_two_candidates_stays_alone() -> None:
    first = Story("a.txt").event("Hội nghị giao ban công tác quốc phòng", "2018-03-01", by=MILITARY_REGION)
    second = Story("b.txt").event("Hội nghị giao ban công tác quốc phòng", "2018-09-01", by=MILITARY_REGION)
    undated = Story("c.txt").event("Hội nghị giao ban công tác quốc phòng", by=MILITARY_REGION)
    assert len(events(resolved(first, second, undated))) == 3
    assert grouped(events(resolved(first, undated))) == [["a.txt", "c.txt"]]


def test_events_of_one_article_stay_as_the_article_tells_them_apart() -> None:
    story = Story("a.txt").event("Hội nghị sáng", "2018-12-19", by=MILITARY_REGION)
    story.event("Hội nghị chiều", "2018-12-19", by=MILITARY_REGION, main=False)
    assert len(events(resolved(story))) == 2


def test_a_day_supported_by_its_month_beats_another_day() -> None:
    dates = {"a.txt": "2020-04-30", "b.txt": "2020-05-02", "c.txt": "2020-05"}
    records = [
        EventRecord((document, "Hội thi"), "Hội thi", EventType.COMPETITION, PartialDate.parse(day), "", "", True)
        for document, day in dates.items()
    ]
    best, contrary = choose_date(records)
    assert (str(best), [str(date) for date in contrary]) == ("2020-05-02", ["2020-04-30"])


def test_how_the_date_is_known_goes_with_it() -> None:
    story = Story("a.txt").event("Hội thi", "2020-05-02")
    (one,) = events(resolved(story))
    assert one.attributes["date_source"] == DateSource.STATED.value


def test_capitals_do_not_make_words_into_numbers() -> None:
    assert name_numbers("HỘI NGHỊ VI PHẠM I 2020") == {"2020"}
    assert name_numbers("Hội nghị Quý IV năm 2020, lần thứ 3") == {"IV", "2020", "3"}


def test_a_congress_is_known_by_its_ordinal_even_without_years_and_date() -> None:
    full = Story("a.txt").event("Đại hội Đảng bộ Quân khu 6 lần thứ VII, nhiệm kỳ 2020 - 2025", "2020-08-26")
    short = Story("b.txt").event("Đại hội Đảng bộ Quân khu 6 lần thứ VII", main=False)
    other = Story("c.txt").event("Đại hội Đảng bộ Quân khu 6 lần thứ VIII", main=False)
    assert grouped(events(resolved(full, short, other))) == [["a.txt", "b.txt"], ["c.txt"]]


def test_a_leading_nought_is_no_other_number() -> None:
    assert name_numbers("Quốc khánh 02/9") == name_numbers("Quốc khánh 2/9")


def test_an_event_named_within_a_sentence_begins_with_a_capital() -> None:
    (one,) = events(resolved(Story("a.txt").event("hội nghị quân chính", "2018-12-19")))
    assert (one.name, one.aliases) == ("Hội nghị quân chính", ())
