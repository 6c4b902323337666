"""Finding nodes by what a person types."""

import subprocess
import sys
import time
from itertools import product

import pytest

from graphbuild.errors import AmbiguousError, NotFoundError, UsageError
from graphbuild.graph import Grade, Row, SearchIndex, find_one
from graphbuild.graph.search import search
from graphbuild.model import EntityKind
from graphbuild.resources import load_gazetteer
from graphbuild.text import search_key
from tests.graph import town


def people(*names: str) -> SearchIndex:
    return SearchIndex([Row(f"person/{n}", EntityKind.PERSON, name) for n, name in enumerate(names)])


def ids(index: SearchIndex, text: str) -> list[str]:
    return [hit.name for hit in index.search(text)]


@pytest.mark.parametrize("typed", ["Lò Văn Thắm", "lo van tham", "THAM LO", "lo v", "lo thạm", "hắm"])
def test_a_name_is_found_without_accents_in_part_and_in_any_order(typed: str) -> None:
    assert ids(people("Lò Văn Thắm", "Kha Đình Bưởi"), typed) == ["Lò Văn Thắm"]


def test_better_answers_come_first() -> None:
    index = people("Văn Sơn Hà", "Sơn", "Sơn Hà", "Thái Sơnh", "Kha Bưởi")
    assert ids(index, "son") == ["Sơn", "Sơn Hà", "Văn Sơn Hà", "Thái Sơnh"]
    assert [hit.grade for hit in index.search("son")] == [Grade.EXACT, Grade.PREFIX, Grade.WORDS, Grade.PARTIAL]


def test_accents_as_typed_come_before_others() -> None:
    assert ids(people("Trần Đàm", "Trần Đạm"), "Trần Đạm") == ["Trần Đạm", "Trần Đàm"]


def test_more_articles_come_first_where_names_tie() -> None:
    rows = [Row(f"person/{n}", EntityKind.PERSON, "Lò Thắm", weight=n) for n in range(3)]
    assert [hit.id for hit in SearchIndex(rows).search("lo tham", limit=2)] == ["person/2", "person/1"]


@pytest.mark.parametrize("typed", ["lo van thsm", "lo vna tham", "lo van thaam", "lo van tam"])
def test_a_slip_of_one_letter_is_forgiven_where_nothing_else_answers(typed: str) -> None:
    (hit,) = people("Lò Văn Thắm", "Kha Đình Bưởi").search(typed)
    assert (hit.name, hit.grade) == ("Lò Văn Thắm", Grade.SLIP)


@pytest.mark.parametrize("typed", ["lo van " * 3000, " ".join(map(str, range(3000))), "thsm " * 3000 + "lo"])
def test_a_very_long_text_is_answered_at_once(typed: str) -> None:
    start = time.process_time()
    people("Lò Văn Thắm", "Kha Đình Bưởi").search(typed)
    assert time.process_time() - start < 0.5


def test_two_slips_are_not() -> None:
    assert ids(people("Lò Văn Thắm"), "lo vxn txam") == []


@pytest.mark.parametrize("typed", ["BCHQS huyện An Thạch", "ban chi huy quan su an thach", "bchqs"])
def test_abbreviations_answer_to_their_words_and_the_other_way_round(typed: str) -> None:
    rows = [Row("unit/x", EntityKind.UNIT, "Ban CHQS huyện An Thạch"), Row("unit/y", EntityKind.UNIT, "Quân khu 6")]
    assert [hit.id for hit in SearchIndex(rows, load_gazetteer().expand).search(typed)] == ["unit/x"]


def test_the_rank_may_be_typed_with_the_name() -> None:
    assert find_one(town.graph(), "thieu ta lo van tham") == town.NAMESAKE


def test_kind_keeps_one_kind() -> None:
    assert {hit.kind for hit in search(town.graph(), "an", "unit")} == {EntityKind.UNIT}
    with pytest.raises(UsageError, match="person, unit, event, place"):
        search(town.graph(), "an", "ship")


def test_nothing_typed_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        people("Lò Văn Thắm").search(" ?! ")


def test_an_exact_name_wins_over_longer_ones() -> None:
    assert find_one(town.graph(), "trung doan 88") == "unit/trung-doan-88"
    assert find_one(town.graph(), "Quân khu 6") == town.REGION
    assert find_one(town.graph(), "doan hong 5") == town.DIVISION


def test_an_id_is_a_name() -> None:
    assert find_one(town.graph(), town.NAMESAKE) == town.NAMESAKE
    with pytest.raises(NotFoundError):
        find_one(town.graph(), town.NAMESAKE, "unit")


def test_namesakes_are_listed_and_not_guessed() -> None:
    with pytest.raises(AmbiguousError) as caught:
        find_one(town.graph(), "lo van tham")
    assert [id for id, _ in caught.value.candidates] == [town.THAM, town.NAMESAKE]
    assert town.NAMESAKE in str(caught.value)


def test_a_part_that_several_bear_is_ambiguous_however_it_matches() -> None:
    with pytest.raises(AmbiguousError):
        people("Sơn Hà", "Kha Sơn").find_one("son")


def test_a_slip_is_suggested_and_not_taken() -> None:
    with pytest.raises(NotFoundError, match=r"did you mean Kha Đình Bưởi \(person/kha-dinh-buoi\)"):
        find_one(town.graph(), "kha dinh buui")
    with pytest.raises(NotFoundError, match="search for a part"):
        find_one(town.graph(), "zzzz qqqq")


def test_searching_does_not_import_networkx() -> None:
    code = "import sys, graphbuild.graph.search; sys.exit(any(m in sys.modules for m in ('networkx', 'pydantic')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.benchmark
def test_two_hundred_thousand_names_are_searched_in_a_blink() -> None:
    family, middle, given = (
        ["Lò", "Kha", "Quàng", "Cầm", "Nguyễn", "Trần"],
        ["Văn", "Thị", "Đình", "Quang"],
        ["Thắm", "Bưởi", "Páo", "Sơn"],
    )
    names = [" ".join(words) for words in product(family, middle, middle, given)]
    rows = [Row(f"person/{n}", EntityKind.PERSON, names[n % len(names)], (), "Đại tá", n % 7) for n in range(160_000)]
    rows += [Row(f"unit/{n}", EntityKind.UNIT, f"Trung đoàn {n}", (f"Đoàn {n}",), "Trung đoàn") for n in range(40_000)]
    index = SearchIndex(rows)
    for typed in (
        "nguyen van quang son",
        "Nguyễn Văn",
        "trung doan 941",
        "nguyen vam quang",
        "doan 12",
        "pao",
        "qwertz",
    ):
        start = time.process_time()
        found = index.search(typed)
        assert time.process_time() - start < 0.25, typed  # at most 50 ms on a quiet machine
        assert bool(found) == (typed != "qwertz")


@pytest.mark.parametrize("typed", ["lo van", "Lò Văn", "tham 2", "thxm", "n", "đoàn", "bchqs"])
def test_an_answer_holds_every_word_typed_and_no_other_is_left_out(typed: str) -> None:
    names = ["Lò Văn Thắm", "Lô Văn Thảm 2", "Kha Văn Lợ", "Đoàn 12", "Doãn Thắm", "Ban CHQS huyện Lộc"]
    index = SearchIndex([Row(str(n), EntityKind.UNIT, name) for n, name in enumerate(names)])
    holding = [
        name
        for name in names
        if all(
            word in search_key(name) if len(word) > 2 else f" {word}" in f" {search_key(name)}"
            for word in search_key(typed).split()
        )
    ]
    found = [hit for hit in index.search(typed) if hit.grade is not Grade.SLIP]
    assert {hit.name for hit in found} == set(holding)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_several_kinds_may_be_asked_for() -> None:
    assert {hit.kind for hit in search(town.graph(), "th", ("person", "place"))} == {
        EntityKind.PERSON,
        EntityKind.PLACE,
    }


def test_of_very_many_candidates_the_first_are_listed() -> None:
    with pytest.raises(AmbiguousError, match="more than 50 nodes answer to 'son'") as caught:
        people(*(f"Sơn {n}" for n in range(80))).find_one("son")
    assert len(caught.value.candidates) == 50


def test_a_wrong_number_is_no_slip() -> None:
    index = SearchIndex([Row("unit/a", EntityKind.UNIT, "Sư đoàn 941")])
    assert index.search("su doan 942") == ()
    assert index.search("su doam 941")[0].grade is Grade.SLIP
