"""`graphbuild diff` and `graphbuild conflicts` over graphs that differ and articles that contradict each other."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.cli import main
from tests.building.articles import CONFERENCE, write_articles

Captured = pytest.CaptureFixture[str]

OTHER_RANK = """Quân khu 6 gặp mặt cán bộ

Sáng 15/12/2021, Bộ Tư lệnh Quân khu 6 tổ chức buổi gặp mặt cán bộ.
Trung tướng Trần Văn Minh, Tư lệnh Quân khu 6 dự buổi gặp mặt.
"""

CORPS = """Quân đoàn 34 ra quân huấn luyện

Ngày 2/3/2025, Quân đoàn 34 tổ chức Lễ ra quân huấn luyện năm 2025.
Thiếu tướng Lò Văn Thắm, Tư lệnh Quân đoàn 34, nguyên Phó Tư lệnh Quân đoàn 3 chủ trì buổi lễ.
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    gb.build([write_articles(tmp_path / "articles")], tmp_path / "old")
    return tmp_path / "old"


def build_with(old: Path, name: str, text: str) -> Path:
    """The articles of `old` and one more."""
    (old.parent / "articles" / name).write_text(text, encoding="utf-8")
    gb.build([old.parent / "articles"], old.parent / "new")
    return old.parent / "new"


def test_builds_of_the_same_articles_do_not_differ(old: Path, capsys: Captured) -> None:
    gb.build([old.parent / "articles"], old.parent / "new")
    assert main(["diff", str(old), str(old.parent / "new")]) == 0
    assert capsys.readouterr() == ("", "the builds say the same\n")
    assert gb.diff(old, old.parent / "new").is_empty


def test_diff_shows_what_came_and_exits_with_1_as_diff_does(old: Path, capsys: Captured) -> None:
    new = build_with(old, "e.txt", CORPS)
    assert main(["diff", str(old), str(new)]) == 1
    out = capsys.readouterr().out
    assert "came\tperson\tLò Văn Thắm\t\tperson/lo-van-tham" in out
    assert "came\tHOLDS\tLò Văn Thắm HOLDS (Tư lệnh) Quân đoàn 34" in out
    assert main(["diff", str(new), str(old), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {(one["change"], one["id"]) for one in found["entities"]} >= {("went", "unit/quan-doan-34")}


def test_diff_exits_with_2_where_a_build_cannot_be_read(old: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["diff", str(old), str(tmp_path / "nowhere")]) == 2
    assert "there is no graph here" in capsys.readouterr().err


def test_conflicts_show_both_sentences_with_their_articles(old: Path, capsys: Captured) -> None:
    new = build_with(old, "d.txt", OTHER_RANK)
    assert main(["conflicts", "-g", str(new)]) == 0
    heading, sentence, source, *_ = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"Trần Văn Minh, two ranks on one day: 2021-12-15: \w+ tướng; but .*", heading)
    assert "tướng Trần Văn Minh" in sentence
    assert "articles/" in source
    assert main(["conflicts", "--csv", "-g", str(new)]) == 0
    columns, row = csv.reader(capsys.readouterr().out.splitlines())
    assert columns == ["what", "about", "says", "sentence", "article", "but", "other sentence", "other article"]
    assert row[:2] == ["two ranks on one day", "Trần Văn Minh"]
    assert {(row[2], row[4]), (row[5], row[7])} == {
        ("2021-12-15: Thiếu tướng", "articles/a.txt"),
        ("2021-12-15: Trung tướng", "articles/d.txt"),
    }
    assert "«Trung tướng Trần Văn Minh" in f"{row[3]}{row[6]}"
    assert CONFERENCE.splitlines()[3].partition(",")[0] in f"{row[3]}{row[6]}".replace("«", "")
    assert main(["conflicts", "tran van minh", "--kind", "ranks", "--json", "-g", str(new)]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["about"]["id"]) == ("ranks", "person/tran-van-minh")
    assert {found["one"]["quote"]["document"], found["other"]["quote"]["document"]} == {
        "articles/a.txt",
        "articles/d.txt",
    }


def test_a_unit_and_its_successor_are_joined_in_the_graph_and_asked_as_one(old: Path, capsys: Captured) -> None:
    new = build_with(old, "e.txt", CORPS)
    assert main(["chart", "quan doan 3", "-g", str(new)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:3] == ["Quân đoàn 3, 2025-03-02", "until: 2024-12-15", "followed by: Quân đoàn 34"]
    assert "Quân đoàn 34, 2025-03-02" in out
    assert "Tư lệnh\tLò Văn Thắm\tThiếu tướng\tseen 2025-03-02" in out
    assert "SUCCEEDED_BY" in (new / "graph.graphml").read_text("utf-8")
    assert main(["show", "quan doan 3", "-g", str(new)]) == 0
    assert "until: 2024-12-15\nfollowed by: Quân đoàn 34\n" in capsys.readouterr().out
    assert main(["path", "quan doan 3", "quan doan 34", "-g", str(new)]) == 0
    assert "SUCCEEDED_BY ->" in capsys.readouterr().out
