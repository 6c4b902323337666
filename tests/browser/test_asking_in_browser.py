"""What a reader asks of the page: what links two, who was at both, a unit's chart, a career, the calendar."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.explorer import write_page
from graphbuild.graph import build_graph
from graphbuild.model import Conflict, ConflictKind, ConflictSide, Quote
from tests.graph.town import stories
from tests.resolve.cast import Story, resolved

pytestmark = pytest.mark.browser

THAM, BUOI = "person/lo-van-tham", "person/kha-dinh-buoi"
REGION, DIVISION = "unit/quan-khu-6", "unit/su-doan-941"
MEETING, CONTEST = "event/2018-12-19-hoi-nghi-quan-chinh-nam-2018", "event/2020-03-hoi-thi-ban-sung-quan-dung"
SIZES = {"phone": (390, 844), "tablet": (820, 1100), "desktop": (1280, 800)}


@pytest.fixture(scope="session")
def town_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town of the questions of Python, with a sentence behind each claim and one contradiction."""
    lost = Story("f.txt", "2022-05").post("Mạc Thị Gió", "Chính ủy", "Quân khu 6", rank="Đại tá")
    resolution = resolved(*stories(), lost)
    graph = build_graph(resolution.entities, resolution.edges)
    claims = sorted({claim for *_, data in graph.edges(data=True) for claim in data["claims"]})
    quotes = {claim: quote(claim) for claim in claims}
    one, other = claims[:2]
    sides = ConflictSide("Thiếu tướng", "2018", one), ConflictSide("Trung tướng", "2018", other)
    path = tmp_path_factory.mktemp("town") / "graph.html"
    return write_page(graph, quotes, path, conflicts=[Conflict(ConflictKind.RANKS, THAM, *sides)])


def quote(claim: str) -> Quote:
    document, _, number = claim.partition(":")
    return Quote(
        claim,
        document,
        f"Bài {document}",
        f"https://bao.example/{document}",
        "2021-01-02",
        f"Câu số {number} của bài.",
        0,
        6,
        "test",
        0.9,
    )


@pytest.fixture
def artefact(tmp_path: Path) -> Callable[[str], str]:
    """Where a screenshot is kept: in the folder SCREENSHOTS where it is set, else beside the run."""
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return lambda name: str(folder / f"ask-{name}.png")


def ways(page: object) -> list[str]:
    return page.locator(".chains .chain").all_inner_texts()  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_from_here_to_there_tells_every_step_with_its_sentences(
    open_page: Callable, town_page: Path, artefact: Callable, size: str, lang: str
) -> None:
    page = open_page(town_page, f"#{THAM}?lang={lang}", SIZES[size]).page
    page.click("[data-ask=link]")
    assert "Lò Văn Thắm" in page.inner_text("#linking")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("kha dinh buoi")
    page.keyboard.press("Enter")
    assert page.is_hidden("#linking")
    assert page.locator("#panel h2 .to").all_inner_texts() == ["Lò Văn Thắm", "Kha Đình Bưởi"]
    assert page.url.partition("#")[2].startswith(f"{THAM}~{BUOI}")
    told = ways(page)
    assert len(told) == 3
    assert all(text.splitlines()[1:][0] == "Lò Văn Thắm" for text in told)
    assert page.locator(".chains .chosen").count() == 1
    page.locator(".chains .chosen summary").first.click()
    page.wait_for_selector(".chains figure mark")
    assert page.inner_text(".chains figure mark >> nth=0") == "Câu số"
    assert page.get_attribute(".chains figure a >> nth=0", "href").startswith("https://bao.example/")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    page.screenshot(path=artefact(f"ways-{size}-{lang}"))


def test_escape_stops_the_search_for_the_other_end_and_nothing_else(open_page: Callable, town_page: Path) -> None:
    opened = open_page(town_page, "#" + THAM)
    opened.page.click("[data-ask=link]")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#linking")
    assert opened.heading() == "Lò Văn Thắm"


def test_a_click_with_shift_asks_what_links_the_two(open_page: Callable, town_page: Path) -> None:
    opened = open_page(town_page, "#" + MEETING)
    at = opened.page.evaluate("id => graphbuild.positionOf(id)", THAM)
    opened.page.keyboard.down("Shift")
    opened.page.mouse.click(at["x"], at["y"])
    opened.page.keyboard.up("Shift")
    assert opened.page.locator("#panel h2 .to").count() == 2
    assert "1 fact between" in opened.page.inner_text("#panel")


def test_ways_lead_only_over_what_is_wanted_and_back_again(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, f"#{THAM}~{BUOI}?ways=10").page
    assert len(ways(page)) > 3
    page.click(".ways details summary")
    page.click("[data-over=event]")
    assert page.get_attribute("[data-over=event]", "aria-pressed") == "false"
    assert page.evaluate("document.activeElement.dataset.over") == "event"
    assert ways(page)
    assert not [text for text in ways(page) if "Hội" in text]
    page.click("[data-over=unit]")
    assert "Nothing links them within these choices" in page.inner_text(".ways")
    assert "avoid=event~unit" in page.url
    page.click("#undo")
    assert ways(page)


def test_one_way_of_many_is_followed_on_the_drawing(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, f"#{THAM}~{BUOI}").page
    page.click("[data-way='2']")
    assert page.get_attribute("[data-way='2']", "aria-pressed") == "true"
    assert page.evaluate("document.activeElement.dataset.way") == "2"
    assert "way=2" in page.url


def test_who_was_at_both_of_two_events(open_page: Callable, town_page: Path, artefact: Callable) -> None:
    page = open_page(town_page, f"#{MEETING}~{CONTEST}").page
    both = page.locator("#panel section", has_text="Who was at both")
    assert both.locator(".facts > li > .to").all_inner_texts() == ["Kha Đình Bưởi", "Lò Văn Thắm"]
    line = both.locator("li", has_text="Lò Văn Thắm").locator("summary").first
    assert line.locator(".end").all_inner_texts() == [
        "Hội nghị quân chính năm 2018: chairs",
        "Hội thi bắn súng quân dụng: attends",
    ]
    line.click()
    page.wait_for_selector(".both figure")
    page.screenshot(path=artefact("at-both"))


def test_events_of_two_persons(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, f"#{THAM}~{BUOI}?lang=vi").page
    common = page.locator("#panel section", has_text="Sự kiện chung")
    assert common.locator(".facts > li > .to").all_inner_texts() == [
        "Hội nghị quân chính năm 2018",
        "Hội thi bắn súng quân dụng",
    ]


def test_what_lies_two_steps_around(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, "#" + DIVISION).page
    page.click("[data-reach='2']")
    assert page.get_attribute("[data-reach='2']", "aria-pressed") == "true"
    assert page.evaluate("document.activeElement.dataset.reach") == "2"
    farther = page.locator("#panel section", has_text="2 steps away")
    assert "Lò Văn Thắm" in farther.inner_text()
    assert "reach=2" in page.url


def test_contradictions_stand_side_by_side_with_both_sentences(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, "#" + THAM).page
    page.wait_for_selector(".conflicts figure mark")
    assert "Two ranks on one day" in page.inner_text(".conflicts")
    left, right = (page.locator(".sides > div").nth(place).bounding_box() for place in (0, 1))
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    assert page.locator(".conflicts figure").count() == 2


def test_a_rank_shows_its_day_and_a_unit_who_was_in_command(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, "#" + THAM).page
    ranks = page.locator("#panel section", has=page.locator("h3", has_text="Ranks"))
    assert [text.split("\n\n")[:2] for text in ranks.locator("li").all_inner_texts()] == [
        ["Trung tướng", "first seen 2020-03"],
        ["Thiếu tướng", "first seen 2018-12-19"],
    ]
    page.locator("#panel section", has_text="Posts").locator(".to").first.click()
    headings = [text.split("\n")[0] for text in page.locator("#panel h3").all_inner_texts()]
    assert headings == ["In command, through time", "Contains", "Organises"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_chart_of_a_unit_on_a_date(
    open_page: Callable, town_page: Path, artefact: Callable, size: str, lang: str
) -> None:
    page = open_page(town_page, f"#{REGION}?lang={lang}", SIZES[size]).page
    page.click("[data-ask=chart]")
    assert page.get_attribute("#mode-chart", "aria-selected") == "true"
    page.fill("#chart-date", "2019-06")
    page.keyboard.press("Enter")
    unseen = {"en": "not seen", "vi": "không thấy nêu"}[lang]
    assert "2019-06" in page.inner_text("#chart-heading")
    top = page.locator(".card.top")
    assert top.locator("text.name").inner_html() == "Quân khu 6"
    assert top.locator("text.title").evaluate_all("texts => texts.map(text => text.firstChild.data)") == [
        "Tư lệnh",
        f"Chính ủy · {unseen}",
    ]
    assert top.locator(".sure-mark").evaluate_all("marks => marks.map(mark => mark.classList[1])") == [
        "likely",
        "unknown",
    ]
    division = page.locator(".card", has_text="Sư đoàn 941")
    assert division.get_attribute("aria-level") == "2"
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    page.screenshot(path=artefact(f"chart-{size}-{lang}"))


def test_the_chart_goes_through_the_years_and_refuses_what_is_no_date(open_page: Callable, town_page: Path) -> None:
    page = open_page(town_page, f"#{REGION}?mode=chart").page
    page.click("[data-year='2020']")
    assert page.get_attribute("[data-year='2020']", "aria-pressed") == "true"
    assert page.locator(".card.top .sure-mark").first.get_attribute("class") == "sure-mark certain"
    page.fill("#chart-date", "12/2019")
    page.keyboard.press("Enter")
    assert "2021-07-15" in page.inner_text("#chart-wrong")
    assert page.get_attribute("#chart-date", "aria-invalid") == "true"
    assert "on=2020" in page.url


def test_the_chart_is_gone_through_by_keyboard(open_page: Callable, town_page: Path) -> None:
    opened = open_page(town_page, f"#{REGION}?mode=chart&on=2019")
    page = opened.page
    page.focus(".card.top")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("graphbuild.model.nodes.id(Number(document.activeElement.dataset.unit))") == DIVISION
    page.keyboard.press("Enter")
    assert opened.heading() == "Sư đoàn 941"
    assert page.inner_text("#chart-heading").startswith("Quân khu 6")
    page.focus(".card.top")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".card").count() == 1
    assert page.get_attribute(".card.top", "aria-expanded") == "false"
    page.keyboard.press("ArrowRight")
    assert page.locator(".card").count() == 2
    page.focus(".card.top [data-person]")
    page.keyboard.press("Enter")
    assert opened.heading() == "Lò Văn Thắm"
    assert page.inner_text("#chart-heading").startswith("Quân khu 6")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_career_of_a_person(open_page: Callable, town_page: Path, artefact: Callable, size: str, lang: str) -> None:
    opened = open_page(town_page, f"#{THAM}?lang={lang}", SIZES[size])
    page = opened.page
    page.click("[data-ask=career]")
    assert page.inner_text("#career-heading") == "Lò Văn Thắm"
    assert page.locator("#view-career .rank text").all_text_contents() == ["Thiếu tướng", "Trung tướng"]
    assert page.locator("#view-career .post[role=button] text").all_text_contents() == ["Tư lệnh · Quân khu 6"]
    assert page.locator("#view-career .event[role=button]").count() == 2
    page.screenshot(path=artefact(f"career-{size}-{lang}"))
    page.focus("#view-career .event[role=button] >> nth=0")
    page.keyboard.press("Enter")
    assert opened.heading() == "Hội nghị quân chính năm 2018"
    assert page.inner_text("#career-heading") == "Lò Văn Thắm"
    page.focus("#view-career .post[role=button]")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2 .to").all_inner_texts() == ["Lò Văn Thắm", "Quân khu 6"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_events_by_month(open_page: Callable, town_page: Path, artefact: Callable, size: str, lang: str) -> None:
    opened = open_page(town_page, f"#?lang={lang}", SIZES[size])
    page = opened.page
    page.click("#mode-calendar")
    assert page.get_attribute("[data-month='2020-03']", "aria-current") == "true"
    page.focus("[data-month='2020-03']")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.month") == "2018-12"
    page.keyboard.press("Enter")
    page.screenshot(path=artefact(f"calendar-{size}-{lang}"))
    page.click("#view-calendar .events .to")
    assert opened.heading() == "Hội nghị quân chính năm 2018"
    page.click("#panel .close")
    page.click("[data-month=none]")
    assert "Buổi gặp mặt cựu chiến binh" in page.inner_text("#view-calendar .events")


def test_the_way_between_two_comes_onto_the_canvas_of_a_large_graph(open_page: Callable, large_page: Path) -> None:
    page = open_page(large_page).page
    ids = page.evaluate("graphbuild.ids().filter(id => id.startsWith('person/'))")
    page.evaluate(
        "([a, b]) => graphbuild.store.update({ picked: [a, b].map(graphbuild.model.nodes.number) })", [ids[3], ids[-3]]
    )
    stops = page.locator(".chains .chosen .stop").count()
    assert stops > 2
    drawn = page.evaluate(
        "graphbuild.model.nodes.count && [...document.querySelectorAll('.chains .chosen .stop')].map(stop =>"
        " graphbuild.ids().some((id, n) => graphbuild.model.nodes.name(n) === stop.textContent && graphbuild.canvas.onCanvas(n)))"
    )
    assert drawn == [True] * stops
