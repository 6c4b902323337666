"""Dates as articles write them."""

import pytest

from tests.pipeline.reading import read


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sáng ngày 06/11/2021, Sư đoàn 941 ra quân.", (6, 11, 2021)),
        ("Ngày 15 tháng 8 năm 2022, đoàn lên đường.", (15, 8, 2022)),
        ("Chiều 29-4, đơn vị tổng duyệt.", (29, 4, 0)),
        ("Sáng nay (16/2/2023), huyện tiễn tân binh.", (16, 2, 2023)),
        ("Trong hai ngày 5 và 6/6/2023, hội thao diễn ra.", (5, 6, 2023)),
        ("Từ 28/5 đến 2/6/2023, lữ đoàn diễn tập.", (28, 5, 2023)),
        ("Hội nghị họp vào tháng 10/2020.", (0, 10, 2020)),
        ("Kế hoạch năm 2024 đã được duyệt.", (0, 0, 2024)),
        ("Ngày mùng 2-9, đơn vị chào cờ.", (2, 9, 0)),
        ("Chiều 5.8, đơn vị tổng duyệt.", (5, 8, 0)),
        ("Ngày 03/ 8/2021, đơn vị ra quân.", (3, 8, 2021)),
    ],
)
def test_a_date_is_read_with_the_parts_it_gives(text: str, date: tuple[int, int, int]) -> None:
    first = read(text)._.dates[0]
    assert (first.day, first.month, first.year) == date


@pytest.mark.parametrize("text", ["Nhiệm kỳ 2020 - 2025 có 9 chỉ tiêu.", "Giai đoạn 2019-2024 kết thúc."])
def test_a_run_of_years_is_no_single_date(text: str) -> None:
    assert [d.years for d in read(text)._.dates] == [True]


@pytest.mark.parametrize("text", ["Tỷ lệ giỏi đạt 4/5 nội dung.", "Đơn vị trồng 2.150 cây.", "Quyết định số 12/QĐ-TM."])
def test_fractions_and_numbers_are_no_dates(text: str) -> None:
    assert read(text)._.dates == ()


@pytest.mark.parametrize(
    ("text", "days"), [("Chiều qua, đoàn về.", 1), ("Hôm nay, đoàn đi.", 0), ("Hôm kia, đoàn đến.", 2)]
)
def test_days_are_counted_back_from_the_day_of_publishing(text: str, days: int) -> None:
    assert [d.days_ago for d in read(text)._.dates] == [days]


def test_words_beside_a_date_in_figures_are_no_second_date() -> None:
    assert len(read("Sáng nay (16/2/2023), huyện tiễn tân binh.")._.dates) == 1


@pytest.mark.parametrize(
    ("text", "day", "cycle"),
    [
        ("Sáng mùng Một Tết, đoàn đi.", 1, 0),
        ("Mồng 4 Tết Nguyên đán Ất Tỵ, đoàn đi.", 4, 42),
        ("Mùng 6 tháng Giêng Quí Mẹo, đoàn đi.", 6, 40),
    ],
)
def test_days_of_the_lunar_new_year_keep_the_name_of_their_year(text: str, day: int, cycle: int) -> None:
    (found,) = read(text)._.dates
    assert (found.lunar, found.day, found.cycle) == (True, day, cycle)


@pytest.mark.parametrize(
    "text", ["Tết này đơn vị trực.", "Mùng tơi xanh tốt trong vườn.", "Giáp Tết, đơn vị gói bánh."]
)
def test_other_words_of_the_season_are_no_days(text: str) -> None:
    assert read(text)._.dates == ()
