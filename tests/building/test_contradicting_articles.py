"""Articles that disagree, through a whole build: one event stays one, and both sides stand beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from graphbuild.graph import Graph
from graphbuild.model import ConflictKind

CHIEFS = "Trung tướng Lò Văn Thắm, Tư lệnh Quân khu 6 và Thiếu tướng Kha Đình Bưởi, Chính ủy Quân khu 6"
CONFERENCE = {
    "a.txt": f"""Quân khu 6 tổ chức Hội nghị quân chính năm 2023

Sáng 19/12/2023, tại thành phố Sơn Khê, Bộ Tư lệnh Quân khu 6 tổ chức Hội nghị quân chính năm 2023.
{CHIEFS} chủ trì hội nghị.
""",
    "b.txt": """Hội nghị quân chính năm 2023 của Quân khu 6

Ngày 19/12/2023, Quân khu 6 tổ chức Hội nghị quân chính năm 2023 tại thành phố Sơn Khê.
Trung tướng Lò Văn Thắm, Tư lệnh Quân khu 6 phát biểu tại hội nghị.
""",
    "c.txt": f"""Lực lượng vũ trang Quân khu 6 hoàn thành tốt nhiệm vụ

Ngày 20/12/2023, tại thành phố Đà Nguyên, Quân khu 6 tổ chức Hội nghị quân chính năm 2023.
{CHIEFS} dự hội nghị.
""",
    "d.txt": f"""Tỉnh Sơn Khê dự Hội nghị quân chính năm 2023

Sáng 19/12/2023, UBND tỉnh Sơn Khê tổ chức Hội nghị quân chính năm 2023.
{CHIEFS} dự hội nghị.
""",
    "e.txt": f"""Quân khu 6 tổ chức Hội nghị quân chính năm 2024

Sáng 19/12/2024, tại thành phố Sơn Khê, Bộ Tư lệnh Quân khu 6 tổ chức Hội nghị quân chính năm 2024.
{CHIEFS} chủ trì hội nghị.
""",
}
ABOVE = {
    "f.txt": ("5/3/2020", "Lữ đoàn 9411", "Lữ đoàn 9412"),
    "g.txt": ("6/3/2020", "Lữ đoàn 9412", "Lữ đoàn 9411"),
    "h.txt": ("5/4/2020", "Trung đoàn 8801", "Sư đoàn 941"),
    "i.txt": ("6/5/2020", "Trung đoàn 8801", "Sư đoàn 942"),
    "j.txt": ("7/6/2020", "Trung đoàn 8801", "Sư đoàn 941"),
}
COMMAND = {
    name: f"{unit} sơ kết\n\nNgày {day}, {unit} tổ chức Hội nghị sơ kết công tác. {unit} trực thuộc {parent}.\n"
    for name, (day, unit, parent) in ABOVE.items()
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disagree")
    (folder / "articles").mkdir()
    for name, text in {**CONFERENCE, **COMMAND}.items():
        (folder / "articles" / name).write_text(text, "utf-8")
    report = gb.build([folder / "articles"], folder / "output")
    assert report.failed == 0
    return folder / "output"


@pytest.fixture(scope="module")
def g(output: Path) -> Graph:
    return gb.open(output)


def test_four_articles_on_one_conference_are_one_event_and_the_next_years_is_another(g: Graph) -> None:
    articles = {
        name: sorted({document for document, _ in g.nx.nodes[hit.id]["members"]})
        for name in ("2023", "2024")
        for hit in g.search(f"hoi nghi quan chinh nam {name}", kind="event")
    }
    assert articles == {"2023": [f"articles/{n}.txt" for n in "abcd"], "2024": ["articles/e.txt"]}
    chairs = [who.who.name for who in g.event("hoi nghi quan chinh nam 2023").participants if who.role == "chairs"]
    assert chairs == ["Kha Đình Bưởi", "Lò Văn Thắm"]


def test_two_days_places_and_organisers_stand_side_by_side_with_both_sentences(g: Graph) -> None:
    event = g.event("hoi nghi quan chinh nam 2023")
    found = {one.kind: (one.one, one.other) for one in event.contradictions}
    assert {kind: (one.words, other.words) for kind, (one, other) in found.items()} == {
        ConflictKind.DATES: ("2023-12-19", "2023-12-20"),
        ConflictKind.PLACES: ("thành phố Sơn Khê", "thành phố Đà Nguyên"),
        ConflictKind.ORGANISERS: ("Quân khu 6", "UBND tỉnh Sơn Khê"),
    }
    documents = {kind: (one.quote.document, other.quote.document) for kind, (one, other) in found.items()}
    assert documents == {
        ConflictKind.DATES: ("articles/a.txt", "articles/c.txt"),
        ConflictKind.PLACES: ("articles/a.txt", "articles/c.txt"),
        ConflictKind.ORGANISERS: ("articles/a.txt", "articles/d.txt"),
    }
    assert found[ConflictKind.ORGANISERS][1].quote.sentence.startswith("Sáng 19/12/2023, UBND tỉnh Sơn Khê")
    assert g.conflicts("hoi nghi quan chinh nam 2023") == event.contradictions
    assert g.event("hoi nghi quan chinh nam 2024").contradictions == ()
    assert {link.source.name for link in event.organisers} == {"Quân khu 6", "UBND tỉnh Sơn Khê"}
    assert {link.target.name for link in event.places} == {"thành phố Sơn Khê", "thành phố Đà Nguyên"}


def test_show_prints_both_sides(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "hoi nghi quan chinh nam 2023", "-g", str(output)]) == 0
    rows = capsys.readouterr().out.split("Articles disagree\n")[1].splitlines()
    assert [row.split("\t")[:3] for row in rows[1:]] == [
        ["two dates of one event", "2023-12-19", "2023-12-19"],
        ["but", "2023-12-20", "2023-12-20"],
        ["two places of one event", "2023-12-19", "thành phố Sơn Khê"],
        ["but", "2023-12-20", "thành phố Đà Nguyên"],
        ["two organisers of one event", "2023-12-19", "Quân khu 6"],
        ["but", "2023-12-19", "UBND tỉnh Sơn Khê"],
    ]


def test_units_part_of_each_other_and_two_parents_at_one_time_are_reported_and_kept(g: Graph) -> None:
    (cycle,) = g.conflicts(kind="cycle")
    assert (cycle.one.words, cycle.other.words) == ("Lữ đoàn 9411 in Lữ đoàn 9412", "Lữ đoàn 9412 in Lữ đoàn 9411")
    (parents,) = g.conflicts("trung doan 8801", "parents")
    assert (parents.one.words, parents.other.words) == (
        "Trung đoàn 8801 in Sư đoàn 941",
        "Trung đoàn 8801 in Sư đoàn 942",
    )
    assert (parents.one.quote.document, parents.other.quote.document) == ("articles/h.txt", "articles/i.txt")
    assert {link.target.name for link in g.unit("trung doan 8801").parents} == {"Sư đoàn 941", "Sư đoàn 942"}
    assert g.unit("trung doan 8801").contradictions == (parents,)
