"""Hard cases about units and events: names that change, parts that only their parent tells apart, events on one day."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.model import EventType

from .telling import Case


def cases() -> Iterator[Case]:
    """Every case."""
    yield _cover_name("cover-name")
    yield _abbreviations("abbreviations")
    yield _headquarters("headquarters")
    yield _parts("parts")
    yield _one_number_two_parents("one-number")
    yield _successors("successors")
    yield _yearly("yearly")
    yield _one_day_two_districts("one-day")
    yield _three_papers("three-papers")
    yield _quarters("quarters")
    yield _day_after("day-after")
    yield _congress("congress")


def _cover_name(name: str) -> Case:
    """A cover name, joined by the article that gives both."""
    case, full = Case(name), "Bộ Tư lệnh Bảo vệ Khu căn cứ Hoa Lư"
    case.article("2019-05-02").unit(full, "Đoàn 9690")
    case.article("2019-06-02").unit("Đoàn 9690", true=full)
    case.article("2020-06-02").unit(full)
    case.article("2021-06-02").unit("Đoàn 9690", true=full).unit("Đảng ủy Đoàn 9690", part_of="Đoàn 9690")
    case.article("2021-07-02").unit("Đoàn 9691")
    return case


def _abbreviations(name: str) -> Case:
    """One command of a province in four spellings, beside another province's."""
    case, true = Case(name), "Bộ CHQS tỉnh Sơn Khê"
    for n, form in enumerate(
        ("Bộ CHQS tỉnh Sơn Khê", "Bộ Chỉ huy quân sự tỉnh Sơn Khê", "Bộ Chỉ huy Quân sự tỉnh Sơn Khê", true)
    ):
        case.article(f"2020-0{n + 1}-01").unit(form, true=true).unit("Bộ CHQS tỉnh Sơn Khánh")
    return case


def _headquarters(name: str) -> Case:
    """A region and its headquarters are one; two bare 'Bộ Tư lệnh' are two."""
    case = Case(name)
    case.article("2020-01-01").unit("Bộ Tư lệnh Quân khu 4", true="Quân khu 4")
    case.article("2020-02-01").unit("Quân khu 4", "Bộ Tư lệnh")
    case.article("2020-03-01").unit("BTL Quân khu 4", true="Quân khu 4")
    case.article("2020-04-01").unit("Bộ Tư lệnh Thủ đô Hà Nội", "Bộ Tư lệnh")
    case.article("2020-05-01").unit("Bộ Tư lệnh Thủ đô Hà Nội")
    return case


def _parts(name: str) -> Case:
    """Three political departments and four first battalions."""
    case = Case(name)
    for n, division in enumerate(("Sư đoàn 6101", "Sư đoàn 6102", "Sư đoàn 6103")):
        for month in (1, 2, 3):
            told = case.article(f"2020-0{month}-0{n + 1}").unit(division)
            told.unit("Phòng Chính trị", part_of=division, true=f"Phòng Chính trị {division}")
    for regiment in ("Trung đoàn 6201", "Trung đoàn 6202", "Trung đoàn 6203", "Trung đoàn 6204"):
        for month in (4, 5):
            told = case.article(f"2020-0{month}-01").unit(regiment)
            told.unit("Tiểu đoàn 1", part_of=regiment, true=f"Tiểu đoàn 1 {regiment}")
        case.article("2020-06-01").unit(f"Tiểu đoàn 1 {regiment}").unit(regiment)
    return case


def _one_number_two_parents(name: str) -> Case:
    """The same number under two regions is two brigades."""
    case = Case(name)
    for region in ("Quân khu 7", "Quân khu 9"):
        for month in (1, 2):
            told = case.article(f"2020-0{month}-01").unit(region)
            told.unit("Lữ đoàn Công binh 6025", part_of=region, true=f"Lữ đoàn Công binh 6025 {region}")
    return case


def _successors(name: str) -> Case:
    """Two corps and the one that they were merged into are three units."""
    case = Case(name)
    for day, unit in (
        ("2020-01-01", "Quân đoàn 1"),
        ("2021-01-01", "Quân đoàn 1"),
        ("2020-02-01", "Quân đoàn 2"),
        ("2022-02-01", "Quân đoàn 2"),
        ("2023-12-02", "Quân đoàn 12"),
        ("2024-12-02", "Quân đoàn 12"),
    ):
        case.article(day).unit(unit)
    return case


def _yearly(name: str) -> Case:
    """A conference of every year, told by two papers each time."""
    case = Case(name)
    for year in (2017, 2018, 2019, 2020):
        day = f"{year}-12-19"
        for form in (f"Hội nghị quân chính năm {year}", "Hội nghị quân chính"):
            case.article(day).event(form, f"{name}-{year}", day, by="Quân khu 5")
    return case


def _one_day_two_districts(name: str) -> Case:
    """Conscripts leave everywhere on one day: an event a district."""
    case = Case(name)
    for district in ("An Thạch", "Tam Điền", "Vĩnh Khê", "Lộc Hải"):
        unit = f"Ban CHQS huyện {district}"
        for n in (1, 2):
            told = case.article(f"2021-02-2{6 + n}").unit(unit)
            told.event(
                "Lễ giao nhận quân năm 2021", f"{name}-{district}", "2021-02-27", by=unit, type=EventType.CEREMONY
            )
    return case


def _three_papers(name: str) -> Case:
    """One exercise under three names."""
    case, unit = Case(name), "Bộ CHQS tỉnh Sơn Khê"
    for n, form in enumerate(
        (
            "Diễn tập khu vực phòng thủ tỉnh Sơn Khê năm 2022",
            "Diễn tập khu vực phòng thủ tỉnh Sơn Khê",
            "Cuộc diễn tập khu vực phòng thủ tỉnh năm 2022",
        )
    ):
        case.article(f"2022-09-1{n + 4}").event(form, name, "2022-09-14", by=unit, type=EventType.EXERCISE)
    return case


def _quarters(name: str) -> Case:
    """Reports of four quarters, two of them held on one day."""
    case = Case(name)
    for quarter, day in (("I", "2020-04-03"), ("II", "2020-07-03"), ("III", "2020-10-06"), ("IV", "2020-10-06")):
        for n in (1, 2):
            told = case.article(f"{day[:8]}0{int(day[9:]) + n}")
            told.event(f"Hội nghị giao ban Quý {quarter} năm 2020", f"{name}-{quarter}", day, by="Quân khu 3")
    return case


def _day_after(name: str) -> Case:
    """A paper has the day after; a month without a day; and a meeting of the same name a month later."""
    case, unit = Case(name), "Sư đoàn 6301"
    form = "Hội nghị tổng kết công tác huấn luyện chiến đấu năm 2021"
    for day in ("2021-11-10", "2021-11-11", "2021-11"):
        case.article("2021-11-12").event(form, f"{name}-division", day, by=unit)
    case.article("2021-12-10").event(form, f"{name}-region", "2021-12-09", by="Quân khu 2")
    case.article("2021-12-11").event(form, f"{name}-region", "2021-12-09", by="Quân khu 2")
    return case


def _congress(name: str) -> Case:
    """A congress by its ordinal, with and without its years."""
    case = Case(name)
    for ordinal, years, day in (("VII", "2015 - 2020", "2015-08-26"), ("VIII", "2020 - 2025", "2020-08-26")):
        form = f"Đại hội Đảng bộ Sư đoàn 6401 lần thứ {ordinal}"
        case.article(day).event(f"{form}, nhiệm kỳ {years}", f"{name}-{ordinal}", day, type=EventType.CONGRESS)
        case.article(day).event(form, f"{name}-{ordinal}", day, type=EventType.CONGRESS)
        case.article(f"{day[:4]}-12-01").event(form, f"{name}-{ordinal}", type=EventType.CONGRESS, main=False)
    return case
