"""Which person records are one person."""

import pytest

from graphbuild.model import Status
from tests.resolve.cast import Story, articles_of, grouped, persons, resolved


def test_one_officer_in_two_articles_is_one_person() -> None:
    first = Story("a.txt", "2020-01-05").post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941", rank="Đại tá")
    second = Story("b.txt", "2020-06-01").post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941", rank="Đại tá")
    (one,) = persons(resolved(first, second))
    assert one.id == "person/lo-van-tham"
    assert one.attributes["rank"] == "Đại tá"
    assert one.members == (("a.txt", "Lò Văn Thắm"), ("b.txt", "Lò Văn Thắm"))
    assert (one.attributes["first"], one.attributes["last"]) == ("2020-01-05", "2020-06-01")


def test_tone_placement_and_capitals_do_not_split_a_person() -> None:
    first = Story("a.txt", "2020").post("Hoàng Thúy Hòa", "Trợ lý", "Sư đoàn 941")
    second = Story("b.txt", "2020").post("HOÀNG THUÝ HOÀ", "Trợ lý", "Sư đoàn 941")
    third = Story("c.txt", "2020").post("Hoàng Thúy Hòa", "Trợ lý", "Sư đoàn 941")
    (one,) = persons(resolved(first, second, third))
    assert one.name == "Hoàng Thúy Hòa"
    assert one.aliases == ("HOÀNG THUÝ HOÀ",)


def test_accents_tell_two_names_apart() -> None:
    story = Story("a.txt").post("Trần Đàm", "Trợ lý", "Sư đoàn 941").post("Trần Đạm", "Trợ lý", "Sư đoàn 941")
    assert [p.id for p in persons(resolved(story))] == ["person/tran-dam", "person/tran-dam-2"]


def test_namesakes_in_unrelated_units_stay_apart() -> None:
    first = Story("a.txt", "2020").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8801", rank="Thiếu tá")
    second = Story("b.txt", "2020").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8802", rank="Thiếu tá")
    assert grouped(persons(resolved(first, second))) == [["a.txt"], ["b.txt"]]


def test_the_ministry_above_everybody_joins_nobody() -> None:
    stories = [
        Story(f"{region}.txt", "2020")
        .unit(f"Quân khu {region}", part_of="Bộ Quốc phòng")
        .unit("Bộ Quốc phòng")
        .post("Lò Văn Thắm", "Trợ lý", f"Quân khu {region}", rank="Thiếu tá")
        for region in (1, 9)
    ]
    assert len(persons(resolved(*stories))) == 2


def test_namesakes_in_one_unit_are_told_apart_by_ranks_that_no_career_holds() -> None:
    first = Story("a.txt", "2019-05-01").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    second = Story("b.txt", "2021-05-01").post("Lò Văn Thắm", "Trợ lý", "Quân khu 6", rank="Thượng tá")
    third = Story("c.txt", "2022-05-01").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Trung tướng")
    assert grouped(persons(resolved(first, second, third))) == [["a.txt", "c.txt"], ["b.txt"]]


def test_a_rise_of_four_ranks_in_a_year_is_another_person() -> None:
    first = Story("a.txt", "2019-05-01").post("Lò Văn Thắm", "Trợ lý", "Quân khu 6", rank="Thiếu tá")
    second = Story("b.txt", "2020-05-01").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    assert len(persons(resolved(first, second))) == 2


def test_a_promotion_keeps_one_person_with_both_ranks() -> None:
    first = Story("a.txt", "2019-05-01").post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941", rank="Đại tá")
    second = Story("b.txt", "2021-05-01").rank("Lò Văn Thắm", "Đại tá", former=True)
    second.post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941", rank="Thiếu tướng")
    (one,) = persons(resolved(first, second))
    assert one.attributes["rank"] == "Thiếu tướng"
    assert one.attributes["ranks"] == "2019-05-01 Đại tá; 2021-05-01 Thiếu tướng"


def test_a_rank_that_slips_by_one_step_does_not_split_a_person() -> None:
    first = Story("a.txt", "2019-05-01").post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941", rank="Đại tá")
    second = Story("b.txt", "2019-06-01").post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941", rank="Thượng tá")
    assert len(persons(resolved(first, second))) == 1


def test_a_former_post_in_an_appointment_joins_the_two_halves_of_a_career() -> None:
    before = Story("a.txt", "2018").post("Nguyễn Văn Hùng", "Trung đoàn trưởng", "Trung đoàn 8801", rank="Thượng tá")
    after = Story("c.txt", "2021").post("Nguyễn Văn Hùng", "Lữ đoàn trưởng", "Lữ đoàn 7702", rank="Đại tá")
    assert len(persons(resolved(before, after))) == 2
    bridge = Story("b.txt", "2020").post("Nguyễn Văn Hùng", "Lữ đoàn trưởng", "Lữ đoàn 7702")
    bridge.post("Nguyễn Văn Hùng", "Trung đoàn trưởng", "Trung đoàn 8801", status=Status.FORMER)
    (one,) = persons(resolved(before, after, bridge))
    assert articles_of(one) == ["a.txt", "b.txt", "c.txt"]
    assert "same sole post in one unit" in str(one.attributes["joined_because"])


def test_a_post_in_the_unit_above_joins() -> None:
    first = Story("a.txt", "2018").unit("Sư đoàn 941", part_of="Quân khu 6").unit("Quân khu 6")
    first.post("Lò Văn Thắm", "Sư đoàn trưởng", "Sư đoàn 941")
    second = Story("b.txt", "2020").post("Lò Văn Thắm", "Phó Tư lệnh", "Quân khu 6")
    assert len(persons(resolved(first, second))) == 1


def test_posts_in_two_units_under_one_command_join() -> None:
    stories = [
        Story(f"{unit}.txt", year)
        .unit(unit, part_of="Quân khu 6")
        .unit("Quân khu 6")
        .post("Đặng Thế Hùng", "Trợ lý", unit, rank="Thiếu tá")
        for unit, year in (("Sư đoàn 941", "2018"), ("Lữ đoàn 7702", "2021"))
    ]
    (one,) = persons(resolved(*stories))
    assert "units under the same high command" in str(one.attributes["joined_because"])


def test_generals_of_one_long_name_and_ranks_in_step_are_one() -> None:
    first = Story("a.txt", "2018").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    second = Story("b.txt", "2020").post("Lò Văn Thắm", "Cục trưởng", "Cục Tác chiến", rank="Trung tướng")
    assert len(persons(resolved(first, second))) == 1


@pytest.mark.parametrize(
    ("name", "rank", "day"),
    [
        ("Lê Hùng", "Trung tướng", "2020-01-02"),
        ("Lò Văn Thắm", "Đại tá", "2020-01-02"),
        ("Lò Văn Thắm", "Thiếu tướng", "2018-03-04"),
    ],
    ids=["a common name", "no general then", "two commands on one day"],
)
def test_without_a_common_command_doubtful_generals_stay_apart(name: str, rank: str, day: str) -> None:
    first = Story("a.txt", "2018-03-04").post(name, "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    second = Story("b.txt", day).post(name, "Tư lệnh", "Quân khu 8", rank=rank)
    assert len(persons(resolved(first, second))) == 2


def test_a_mention_without_post_joins_the_only_person_of_that_name() -> None:
    first = Story("a.txt", "2018").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Thiếu tướng")
    second = Story("b.txt", "2019").rank("Lò Văn Thắm", "Thiếu tướng")
    assert len(persons(resolved(first, second))) == 1


def test_a_mention_without_post_joins_none_of_two_namesakes() -> None:
    first = Story("a.txt", "2018").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8801", rank="Thiếu tá")
    second = Story("b.txt", "2018").post("Lò Văn Thắm", "Trợ lý", "Trung đoàn 8802", rank="Thiếu tá")
    third = Story("c.txt", "2018").rank("Lò Văn Thắm", "Thiếu tá")
    assert grouped(persons(resolved(first, second, third))) == [["a.txt"], ["b.txt"], ["c.txt"]]
    third.unit("Trung đoàn 8802")
    assert grouped(persons(resolved(first, second, third))) == [["a.txt"], ["b.txt", "c.txt"]]


def test_a_mention_whose_rank_contradicts_the_only_namesake_stays_apart() -> None:
    first = Story("a.txt", "2018").post("Lò Văn Thắm", "Tư lệnh", "Quân khu 6", rank="Trung tướng")
    second = Story("b.txt", "2018").rank("Lò Văn Thắm", "Đại úy")
    assert len(persons(resolved(first, second))) == 2


def test_a_post_without_unit_is_kept_on_the_person() -> None:
    story = Story("a.txt").post("Lò Văn Thắm", "Tư lệnh").post("Lò Văn Thắm", "Chính ủy", status=Status.FORMER)
    (one,) = persons(resolved(story))
    assert one.attributes["posts_without_unit"] == "Chính ủy (former); Tư lệnh"
