"""The English pack: its files are right, are what they are made of, and read English articles into the Vietnamese graph."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import graphbuild as gb
from graphbuild.claims import extract, facts
from graphbuild.pipeline import load_pipeline
from graphbuild.readers import read_text
from graphbuild.resolve.name_shares import NameShares
from graphbuild.resources import check_gazetteer, load_gazetteer
from graphbuild.samples import articles_folder, english_folder
from graphbuild.text import compare_key, search_key

ENGLISH = load_gazetteer([Path("en")])


def plain(name: str) -> str:
    return " ".join(word.capitalize() for word in search_key(name).split())


def shipped(pack: str, kind: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(files("graphbuild.resources").joinpath(pack, f"{kind}.toml").read_text("utf-8"))


def test_nothing_is_wrong_with_it() -> None:
    assert check_gazetteer([Path("en")]) == ()


def test_surnames_and_provinces_are_the_vietnamese_ones_without_accents() -> None:
    surnames = {str(one["name"]) for one in shipped("vi", "surnames")["surname"]}
    known = {compare_key(name) for name in surnames}
    made = {plain(name) for name in surnames if compare_key(plain(name)) not in known}
    assert {one["name"] for one in shipped("en", "surnames")["surname"]} == made
    provinces = [str(one["name"]) for one in shipped("vi", "provinces")["province"]]
    assert {one["name"]: one["variants"] for one in shipped("en", "provinces")["province"]} == {
        name: [plain(name)] for name in provinces if compare_key(plain(name)) != compare_key(name)
    }


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Military Region 7", "Quân khu 7"),
        ("Infantry Division 941", "Sư đoàn Bộ binh 941"),
        ("Battalion 3 of Artillery Regiment 1187", "Tiểu đoàn 3 Trung đoàn Pháo binh 1187"),
        ("Party Committee of the Division 5", "Đảng ủy Sư đoàn 5"),
    ],
)
def test_a_unit_is_compared_by_its_vietnamese_name(english: str, vietnamese: str) -> None:
    assert ENGLISH.expand(english) == load_gazetteer().expand(vietnamese)
    assert ENGLISH.expand(vietnamese) == load_gazetteer().expand(vietnamese)


@pytest.mark.parametrize(
    ("kind", "title"),
    [("Quân khu", "Tư lệnh"), ("Sư đoàn", "Sư đoàn trưởng"), ("Bộ Chỉ huy Quân sự", "Chỉ huy trưởng"), ("", "Tư lệnh")],
)
def test_a_commander_is_who_the_kind_of_unit_makes_him(kind: str, title: str) -> None:
    meant = ENGLISH.meant_title("commander", kind)
    assert meant is not None
    assert meant.name == title


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On November 2, 2024, Military Region 6 held a conference to review work.", "2024-11-02"),
        ("On 2 November 2024, Military Region 6 held a conference to review work.", "2024-11-02"),
        ("On the 2nd of November, 2024, Military Region 6 held a conference to review work.", "2024-11-02"),
        ("In Nov. 2024 Military Region 6 held a conference to review work.", "2024-11"),
    ],
)
def test_months_are_read_by_name(text: str, date: str) -> None:
    extraction = extract(read_text(text), load_pipeline(ENGLISH, ner=False), ENGLISH)
    assert date in [mention.key for mention in extraction.mentions]
    assert load_pipeline(ner=False)(text)._.dates == ()


def test_a_month_s_name_and_a_number_are_no_day_unless_a_word_says_so() -> None:
    nlp = load_pipeline(ENGLISH, ner=False)
    text = "Công ty Cổ phần May 27 tổ chức Hội nghị sơ kết. The conference was held on May 27."
    (day,) = [m for m in extract(read_text(text), nlp, ENGLISH).mentions if m.kind == "date"]
    assert text[day.start - 3 : day.end] == "on May 27"


def test_one_text_is_read_with_the_pack_and_the_next_without_it() -> None:
    text = "Major General Tran Dac Khue, Commander of Military Region 6, attended."
    assert gb.extract(text, gazetteer=["en"]).persons[0].rank == "Thiếu tướng"
    assert "Thiếu tướng" not in [person.rank for person in gb.extract(text).persons]


def test_a_rank_may_be_shortened_with_full_stops() -> None:
    text = "Lt. Gen. Tran Dac Khue, Commander of Military Region 6, and Sr. Col. Ngo Quy Thac attended. Others came."
    read = facts(extract(read_text(text), load_pipeline(ENGLISH, ner=False), ENGLISH), ENGLISH)
    assert [(p.name, p.rank) for p in read.persons] == [("Tran Dac Khue", "Trung tướng"), ("Ngo Quy Thac", "Đại tá")]


def test_three_english_articles_are_read() -> None:
    nlp = load_pipeline(ENGLISH, ner=False)
    read = [
        facts(extract(read_text(file.read_text("utf-8")), nlp, ENGLISH), ENGLISH)
        for file in sorted(english_folder().glob("*.txt"))
    ]
    first, second, third = read
    assert [(p.name, p.rank, p.positions[-1].title, p.positions[-1].unit) for p in first.persons] == [
        ("Do The Bang", "Thiếu tướng", "Chính ủy", "Military Region 6"),
        ("Tran Dac Khue", "Thiếu tướng", "Tư lệnh", "Military Region 6"),
        ("Ngo Quy Thac", "Đại tá", "Tham mưu trưởng", "Military Region 6"),
        ("Nguyen Ba Luong", "Thiếu tướng", "Phó Tư lệnh", "Military Region 6"),
        ("Ta Quang Nhi", "Đại tá", "Sư đoàn trưởng", "Infantry Division 941"),
    ]
    assert [(e.type, e.date, e.organiser) for article in read for e in article.events] == [
        ("conference", "2024-07-05", "Military Region 6"),
        ("appointment", "2023-07-10", "Military Region 6"),
        ("exercise", "2023-08-12", "Artillery Regiment 1187"),
    ]
    roles = {(r.person, r.role) for r in second.relations}
    assert {("Ngo Quy Thac", "hands_over"), ("Ta Quang Nhi", "takes_over"), ("Tran Dac Khue", "speaks")} <= roles
    assert ("Hoang Van Tinh", "chairs") in {(r.person, r.role) for r in third.relations}


def test_english_and_vietnamese_articles_meet_in_one_graph(tmp_path: Path) -> None:
    gb.build([articles_folder(), english_folder()], tmp_path, gazetteer=["en"])
    g = gb.open(tmp_path)
    for english, vietnamese in (
        ("Tran Dac Khue", "Trần Đắc Khuê"),
        ("Ngo Quy Thac", "Ngô Quý Thạc"),
        ("Military Region 6", "Quân khu 6"),
        ("Infantry Division 941", "Sư đoàn Bộ binh 941"),
        ("Party Committee Military Region 6", "Đảng ủy Quân khu 6"),
    ):
        best = g.search(english)[0]
        assert best.name == vietnamese
        assert english in g.nx.nodes[best.id]["aliases"]
    both = {article.partition("/")[0] for node in ("ngo quy thac",) for article in _articles(g, node)}
    assert both == {"articles", "english"}


def test_a_general_of_an_english_article_is_the_one_of_the_vietnamese_article(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "vi.txt").write_text(
        "Quân khu 7 giao ban\n\nNgày 05/7/2024, Quân khu 7 tổ chức Hội nghị giao ban tháng 6 năm 2024."
        " Trung tướng Nguyễn Trường Thắng, Tư lệnh Quân khu 7 dự hội nghị.",
        "utf-8",
    )
    (articles / "en.txt").write_text(
        "Meeting in November\n\nLieutenant General Nguyen Truong Thang, Commander of Military Region 7, attended.",
        "utf-8",
    )
    (articles / "other.txt").write_text(
        "Quân khu 9 giao ban\n\nNgày 05/7/2024, Thiếu tá Nguyễn Trường Thăng, Trợ lý Quân khu 9 dự hội nghị.", "utf-8"
    )
    gb.build(articles, tmp_path / "output", gazetteer=["en"])
    g = gb.open(tmp_path / "output")
    thang = g.nx.nodes["person/nguyen-truong-thang"]
    assert (thang["name"], thang["rank"]) == ("Nguyễn Trường Thắng", "Trung tướng")
    assert _articles(g, "person/nguyen-truong-thang") == {"articles/vi.txt", "articles/en.txt"}
    assert [unit.name for unit in g.search("Military Region 7")][:1] == ["Quân khu 7"]


def test_a_name_without_accents_is_borne_by_all_whose_letters_it_has() -> None:
    shares = NameShares(ENGLISH)
    hung, hung_with_accents = compare_key("Nguyen Van Hung"), compare_key("Nguyễn Văn Hùng")
    assert shares.lacks_accents(hung)
    assert not shares.lacks_accents(compare_key("Cao Minh Anh"))
    assert shares.of(hung) >= shares.of(hung_with_accents)
    assert NameShares(load_gazetteer()).of(hung) == shares.of(hung)


def _articles(g: gb.Graph, node: str) -> set[str]:
    return {quote.document for _, quotes in g.evidence(node) for quote in quotes}
