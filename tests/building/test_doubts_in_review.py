"""Units and events in doubt, from articles to the review and back: told, asked about, and settled by an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.building.judging import Judging
from graphbuild.building.reviewing import reviews
from graphbuild.cli import main
from graphbuild.errors import NotFoundError
from graphbuild.model import EntityKind
from graphbuild.resolve import Answer, Signed

ARTICLES = {
    "a.txt": """Nhà máy Cơ khí Thạch Bàn ra quân sản xuất

Ngày 5/3/2021, Nhà máy Cơ khí Thạch Bàn tổ chức Lễ ra quân sản xuất.
Đại tá Lò Văn Thắm, Giám đốc Nhà máy Cơ khí Thạch Bàn chủ trì buổi lễ.
""",
    "b.txt": """Nhà máy Cơ khí Thạch Bàn tổng kết

Ngày 15/12/2021, Nhà máy Cơ khí Thạch Bàn tổ chức Hội nghị tổng kết công tác năm 2021.
Đại tá Lò Văn Thắm, Giám đốc Nhà máy Cơ khí Thạch Bàn phát biểu.
""",
    "c.txt": """Thi đua ở Nhà máy Cơ khí Thách Bàn

Ngày 16/12/2021, Nhà máy Cơ khí Thách Bàn tổ chức Hội nghị tổng kết phong trào thi đua.
Đại tá Lò Văn Thắm, Giám đốc Nhà máy Cơ khí Thách Bàn trao thưởng.
""",
    "d.txt": """Lữ đoàn 9325 diễn tập

Ngày 5/4/2021, Lữ đoàn 9325, Quân khu 10 tổ chức diễn tập chỉ huy cơ quan năm 2021.
Thượng tá Kha Đình Bưởi, Lữ đoàn trưởng Lữ đoàn 9325 chỉ đạo diễn tập.
""",
    "e.txt": """Lữ đoàn Công binh 9325 diễn tập

Ngày 6/4/2021, Lữ đoàn 9325 tổ chức diễn tập vòng tổng hợp năm 2021.
Thượng tá Kha Đình Bưởi, Lữ đoàn trưởng Lữ đoàn 9325 chỉ đạo diễn tập.
""",
}

PLANT, SLIP = "unit/nha-may-co-khi-thach-ban", "unit/nha-may-co-khi-thach-ban-2"
DRILL, OTHER_DRILL = (
    "event/2021-04-05-dien-tap-chi-huy-co-quan-nam-2021",
    "event/2021-04-06-dien-tap-vong-tong-hop-nam-2021",
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    gb.build([tmp_path / "articles"], tmp_path / "output")
    return tmp_path / "output"


def test_all_kinds_are_reviewed_together_the_most_valuable_first_with_both_sides_sentences(output: Path) -> None:
    with Judging(output) as judging:
        found = list(reviews(judging.reader, judging.file))
    assert [one.worth for one in found] == sorted((one.worth for one in found), reverse=True)
    sides = {frozenset((one.a.id, one.b.id)): one for one in found}
    assert set(sides) == {
        frozenset((PLANT, SLIP)),
        frozenset((DRILL, OTHER_DRILL)),
        frozenset(("person/lo-van-tham", "person/lo-van-tham-2")),
    }
    unit = sides[frozenset((PLANT, SLIP))]
    assert unit.reasons[0] == "one person in the same post of both: Lò Văn Thắm (+4.0)"
    assert [side.articles for side in (unit.a, unit.b)] == [2, 1]
    assert {quote.document for side in (unit.a, unit.b) for quote in side.quotes} == {
        f"articles/{name}.txt" for name in "abc"
    }
    event = sides[frozenset((DRILL, OTHER_DRILL))]
    assert event.a.quotes[0].sentence.startswith("Ngày 5/4/2021, Lữ đoàn 9325")
    assert event.b.quotes[0].sentence.startswith("Ngày 6/4/2021, Lữ đoàn 9325")


def test_the_graph_tells_of_every_kind_and_no_way_leads_through(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    g = gb.open(output)
    assert {doubt.kind for doubt in g.possibly_same()} == {EntityKind.PERSON, EntityKind.UNIT, EntityKind.EVENT}
    assert [(one.node.id, one.likelihood) for one in g.unit(PLANT).possibly_same] == [(SLIP, 0.97)]
    assert g.nx.has_edge(PLANT, SLIP, "POSSIBLY_SAME|")
    with pytest.raises(NotFoundError):
        g.path(PLANT, SLIP)
    assert "POSSIBLY_SAME" not in (output / "graph.graphml").read_text("utf-8")
    assert "POSSIBLY_SAME" in (output / "graph.html").read_text("utf-8")
    assert main(["show", SLIP, "-g", str(output)]) == 0
    assert (
        f"Possibly the same as\nname\tid\tlikelihood\tbecause\nNhà máy Cơ khí Thạch Bàn\t{PLANT}\t0.97\t"
        in capsys.readouterr().out
    )
    assert main(["path", PLANT, SLIP, "--possibly-same", "-g", str(output)]) == 0
    assert "POSSIBLY_SAME ->" in capsys.readouterr().out


def test_an_answer_settles_the_unit_and_what_hangs_on_it_and_taken_back_the_doubt_is_there_again(output: Path) -> None:
    before = gb.open(output).possibly_same()
    with Judging(output) as judging:
        judging.pair(PLANT, SLIP, Answer.SAME, Signed("Lan"))
        judging.apply()
        judging.pair(DRILL, OTHER_DRILL, Answer.DIFFERENT, Signed("Lan"))
        judging.apply()
    g = gb.open(output)
    # One plant has two conferences on two days: a doubt that only the answer has brought about.
    assert [(doubt.a[:16], doubt.b[:16]) for doubt in g.possibly_same()] == [("event/2021-12-15", "event/2021-12-16")]
    assert g.find("nha may co khi thach ban") == PLANT
    assert len(g.search("lo van tham", "person")) == 1
    with Judging(output) as judging:
        for _ in range(2):
            judging.take_back()
        judging.apply()
    assert gb.open(output).possibly_same() == before
