"""Hard cases about persons: namesakes, promotions, moves, retirements, slips. Everybody here is invented."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.model import EventType, PostRole, Status

from .telling import Case

COMMON = ("Nguyễn Văn Hùng", "Trần Văn Dũng", "Lê Văn Tuấn")
USUAL = ("Đặng Trọng Bính", "Phạm Quốc Thuấn", "Vũ Hữu Cẩn")
VETERANS = ("Vi Đăng Mạn", "Hoàng Thế Khoát", "Nguyễn Ngọc Thái")
RARE = ("Lò Chí Phổng", "Kha Thị Bưởi", "Mạc Doãn Khuể")


def cases() -> Iterator[Case]:
    """Every case, some of them for several casts."""
    for n, name in enumerate((*COMMON, *USUAL)):
        yield _career(f"career-{n}", name, 4101 + n)
    for n, name in enumerate(COMMON):
        yield _namesakes_far_apart(f"namesakes-{n}", name, 4201 + 10 * n)
        yield _namesakes_in_one_command(f"one-command-{n}", name, n)
    for n, name in enumerate(USUAL):
        yield _two_places(f"two-places-{n}", name, 4301 + 10 * n)
        yield _officer_and_official(f"official-{n}", name, 4401 + n)
    for n, name in enumerate((*USUAL[:2], COMMON[0])):
        yield _appointment(f"appointment-{n}", name, 4501 + 10 * n)
    for n, name in enumerate(VETERANS):
        yield _retired(f"retired-{n}", name, n)
    for n, (name, slip) in enumerate(
        (("Đặng Trọng Hiển", "Đặng Trọng Hiến"), ("Hồ Sỹ Thủy", "Hồ Sĩ Thuỷ"), ("Phùng Khắc Đởm", "Phùng Khắc Đỡm"))
    ):
        yield _slip(f"slip-{n}", name, slip, 4601 + n)
    for n, name in enumerate(RARE):
        yield _without_post(f"no-post-{n}", name, 4701 + n)
    yield _without_post_and_common("no-post-common", COMMON[1], 4750)
    yield _handover("handover", 4801)
    yield _rank_slip("rank-slip", 4901)


def _career(name: str, person: str, number: int) -> Case:
    """One officer from lieutenant colonel to major general in eleven years, at every step under one command."""
    case, region = Case(name), f"Quân khu {(3, 4, 5, 1, 9, 2)[number - 4101]}"
    regiment, division = f"Trung đoàn {number}", f"Sư đoàn {number + 5000}"
    steps = (
        ("2012-03-02", "Trung tá", "Trung đoàn trưởng", regiment),
        ("2013-06-11", "Trung tá", "Trung đoàn trưởng", regiment),
        ("2015-01-20", "Thượng tá", "Trung đoàn trưởng", regiment),
        ("2016-08-09", "Thượng tá", "Phó Sư đoàn trưởng", division),
        ("2018-12-18", "Đại tá", "Sư đoàn trưởng", division),
        ("2019-02-26", "Đại tá", "Sư đoàn trưởng", division),
        ("2022-10-03", "Thiếu tướng", "Phó Tư lệnh", region),
        ("2023-04-17", "Thiếu tướng", "Phó Tư lệnh", region),
    )
    for n, (day, rank, title, unit) in enumerate(steps):
        told = case.article(day).event(f"Hội nghị giao ban tháng {day[5:7]}", f"{name}-{n}", day, by=unit)
        told.unit(regiment, part_of=division).unit(division, part_of=region).unit(region)
        told.person(name, person, rank, title, unit)
    return case


def _namesakes_far_apart(name: str, person: str, number: int) -> Case:
    """Three men of a common name, each named thrice, in units that have nothing to do with each other."""
    case = Case(name)
    posts = (
        ("Thiếu tá", "Tiểu đoàn trưởng", f"Trung đoàn {number}", "Quân khu 9"),
        ("Đại tá", "Chủ nhiệm Chính trị", f"Lữ đoàn {number + 1}", "Quân chủng Hải quân"),
        ("Thượng tá", "Chỉ huy trưởng", f"Ban CHQS huyện An {('Thạch', 'Lộc', 'Bình')[(number // 10) % 3]}", ""),
    )
    for who, (rank, title, unit, above) in enumerate(posts):
        for n, month in enumerate(("2018-03", "2019-07", "2020-05")):
            day = f"{month}-{5 + n + who:02d}"
            told = case.article(day).event("Hội thao thể dục thể thao", f"{name}-{who}-{n}", day, by=unit)
            told.unit(unit, part_of=above or None).person(f"{name}-{who}", person, rank, title, unit)
    return case


def _namesakes_in_one_command(name: str, person: str, n: int) -> Case:
    """A general and a captain of one name serve in one region at one time; ranks alone tell them apart."""
    case, region = Case(name), f"Quân khu {(1, 2, 7)[n]}"
    for year in (2016, 2018, 2020):
        day = f"{year}-04-12"
        told = case.article(day).event(f"Hội nghị quân chính năm {year}", f"{name}-{year}", day, by=region)
        told.person(f"{name}-general", person, "Thiếu tướng", "Phó Tư lệnh", region)
        day = f"{year}-09-02"
        told = case.article(day).event("Hội thi tiếng hát", f"{name}-song-{year}", day, by=region)
        rank = "Đại úy" if year < 2020 else "Thiếu tá"
        told.person(f"{name}-captain", person, rank, "Trợ lý", region, role=PostRole.MEMBER)
    return case


def _two_places(name: str, person: str, number: int) -> Case:
    """Two colonels of one name on one day in two provinces, both without a unit in the second article."""
    case = Case(name)
    for who, place in enumerate(("tỉnh Cao Bằng", "tỉnh Cà Mau")):
        unit = f"Lữ đoàn {number + who}"
        for day in ("2017-12-19", "2019-12-20"):
            told = case.article(day).event(
                "Lễ kỷ niệm ngày truyền thống", f"{name}-{who}-{day}", day, by=unit, at=place
            )
            told.person(f"{name}-{who}", person, "Đại tá", "Lữ đoàn trưởng", unit)
    return case


def _officer_and_official(name: str, person: str, number: int) -> Case:
    """An officer and the chairman of a province bear one name and meet nowhere."""
    province = ("Lai Châu", "Sơn La", "Kon Tum")[number % 3]
    case, unit, council = Case(name), f"Sư đoàn {number}", f"UBND tỉnh {province}"
    for year in (2017, 2018, 2019):
        told = case.article(f"{year}-02-20").event("Lễ giao nhận quân", f"{name}-a-{year}", f"{year}-02-20", by=unit)
        told.person(f"{name}-officer", person, "Đại tá", "Sư đoàn trưởng", unit)
        told = case.article(f"{year}-06-20").event("Kỳ họp giữa năm", f"{name}-b-{year}", f"{year}-06-20", by=council)
        told.person(f"{name}-official", person, None, "Chủ tịch", council, role=PostRole.HEAD)
    return case


def _appointment(name: str, person: str, number: int) -> Case:
    """An officer moves to a unit that has nothing to do with the old one; one article gives both posts."""
    case, old, new = Case(name), f"Lữ đoàn {number}", f"Sư đoàn {number + 1}"
    for day in ("2016-05-03", "2017-05-04"):
        told = case.article(day).event("Diễn tập vòng tổng hợp", f"{name}-{day}", day, by=old, type=EventType.EXERCISE)
        told.person(name, person, "Thượng tá", "Lữ đoàn trưởng", old)
    day = f"2018-01-{number % 100 + 9:02d}"
    told = case.article(day).event("Lễ công bố quyết định", f"{name}-x", day, by=new, type=EventType.APPOINTMENT)
    told.person(name, person, "Thượng tá", "Lữ đoàn trưởng", old, status=Status.FORMER)
    told.person(name, person, "Thượng tá", "Phó Sư đoàn trưởng", new)
    for day, rank in (("2019-11-20", "Đại tá"), ("2020-11-21", "Đại tá")):
        told = case.article(day).event(
            "Lễ tuyên thệ chiến sĩ mới", f"{name}-{day}", day, by=new, type=EventType.CEREMONY
        )
        told.person(name, person, rank, "Phó Sư đoàn trưởng", new)
    return case


def _retired(name: str, person: str, n: int) -> Case:
    """A general who has left his post is still named by it at anniversaries, years later."""
    case, region = Case(name), f"Quân khu {(3, 5, 4)[n]}"
    for day, status in (
        ("2011-10-29", Status.CURRENT),
        ("2012-10-30", Status.CURRENT),
        ("2017-10-30", Status.FORMER),
        ("2020-10-31", Status.FORMER),
    ):
        told = case.article(day).event("Gặp mặt truyền thống", f"{name}-{day}", day, by=region, type=EventType.MEETING)
        told.person(name, person, "Trung tướng", "Tư lệnh", region, status=status)
    return case


def _slip(name: str, person: str, slip: str, number: int) -> Case:
    """One of four articles has a wrong accent, or an old spelling, in the name."""
    case, unit = Case(name), f"Trung đoàn {number}"
    for n, day in enumerate(("2019-03-01", "2019-06-02", "2019-09-03", "2020-01-04")):
        told = case.article(day).event("Hội nghị sơ kết thi đua", f"{name}-{n}", day, by=unit)
        told.person(name, slip if n == 2 else person, "Trung tá", "Trung đoàn trưởng", unit)
    return case


def _without_post(name: str, person: str, number: int) -> Case:
    """A rare name, twice with post and twice with nothing but a rank."""
    case, unit = Case(name), f"Trung đoàn {number}"
    for n, month in enumerate(("2018-03", "2018-08", "2019-02", "2019-09")):
        day = f"{month}-{number % 100 * 7 - 6 + n:02d}"
        told = case.article(day).event("Chương trình giao lưu", f"{name}-{n}", day, by=unit if n % 2 == 0 else None)
        told.person(name, person, "Thiếu tá", *(("Tiểu đoàn trưởng", unit) if n % 2 == 0 else ()))
    return case


def _without_post_and_common(name: str, person: str, number: int) -> Case:
    """A common name without a post: of two namesakes it is the one whose unit the article names."""
    case = Case(name)
    for who in (0, 1):
        unit = f"Trung đoàn {number + who}"
        for n, day in enumerate(("2018-03-01", "2018-08-02", "2019-02-03")):
            told = case.article(day).event("Hội nghị quân nhân", f"{name}-{who}-{n}", day, by=unit).unit(unit)
            told.person(f"{name}-{who}", person, "Trung tá", *(("Trung đoàn trưởng", unit) if n != 1 else ()))
    return case


def _handover(name: str, number: int) -> Case:
    """Predecessor and successor in one post, both named by it on one day; later the first is elsewhere above."""
    case, unit, region = Case(name), f"Sư đoàn {number}", "Quân khu 7"
    first, second = "Bùi Đắc Thịnh", "Bùi Đắc Thinh"
    for day, who, person, rank in (
        ("2015-05-05", "first", first, "Đại tá"),
        ("2018-05-05", "first", first, "Đại tá"),
        ("2019-05-05", "second", second, "Thượng tá"),
        ("2021-05-05", "second", second, "Đại tá"),
    ):
        told = case.article(day).event("Hội nghị Đảng ủy", f"{name}-{day}", day, by=unit).unit(unit, part_of=region)
        told.person(f"{name}-{who}", person, rank, "Sư đoàn trưởng", unit)
    told = case.article("2018-11-11").event("Lễ bàn giao chức trách", f"{name}-x", "2018-11-11", by=unit)
    told.unit(unit, part_of=region)
    told.person(f"{name}-first", first, "Đại tá", "Sư đoàn trưởng", unit, status=Status.FORMER)
    told.person(f"{name}-second", second, "Thượng tá", "Sư đoàn trưởng", unit)
    told = case.article("2020-02-02").event("Hội nghị Quân khu", f"{name}-y", "2020-02-02", by=region)
    told.person(f"{name}-first", first, "Thiếu tướng", "Phó Tham mưu trưởng", region, role=PostRole.STAFF)
    return case


def _rank_slip(name: str, number: int) -> Case:
    """One of five articles has a rank a step too low."""
    case, unit = Case(name), f"Lữ đoàn {number}"
    for n, rank in enumerate(("Đại tá", "Đại tá", "Thượng tá", "Đại tá", "Đại tá")):
        day = f"2020-0{n + 1}-10"
        told = case.article(day).event("Kiểm tra huấn luyện", f"{name}-{n}", day, by=unit, type=EventType.VISIT)
        told.person(name, "Nguyễn Đình Kỷ", rank, "Lữ đoàn trưởng", unit)
    return case
