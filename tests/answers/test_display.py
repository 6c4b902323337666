"""What shows itself, whatever stands in it."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from rich.console import Console

from graphbuild.answers import Answer, Listing, Marked, Passage, Row, Section, parts, table
from graphbuild.answers.html import as_html
from graphbuild.answers.marked import on_one_line
from graphbuild.answers.terminal import as_text
from graphbuild.errors import UsageError
from graphbuild.model import Quote
from tests.graph import town
from tests.graph.town import THAM

HOSTILE = "<script>alert(1)</script> \"'&amp; [red]"
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40)


def quote(sentence: str, start: int = 0, end: int = 0, url: str = "", title: str = "") -> Quote:
    return Quote("c", "a.txt", title, url, "2021", sentence, start, end, "rule", 0.9)


def numbers(found: object) -> Answer:
    return table(found, ("number",), [Row((one,)) for one in found], "none")  # type: ignore[attr-defined]


@given(TEXT, TEXT, TEXT)
def test_every_word_is_escaped_and_none_is_lost(name: str, cell: str, sentence: str) -> None:
    shown = f"x{HOSTILE}{name}"
    answer = Answer(
        None,
        (Section((shown,), [Row((f"x{cell}{HOSTILE}",), ("c",))], shown),),
        heading=shown,
        fields=((shown, shown),),
    )
    fragment = as_html(answer, {"c": quote(f"x{sentence}{HOSTILE}", 1, 9, title=shown)})
    page = html.fromstring(f"<div>{fragment}</div>")
    assert page.xpath(".//script | .//*[starts-with(name(@*), 'on')]") == []
    assert page.xpath("string(.//h4)") == page.xpath("string(.//h5)") == page.xpath("string(.//th)") == shown
    assert page.xpath("string(.//td)") == f"x{cell}{HOSTILE}"
    assert page.xpath("string(.//blockquote/p)") == f"x{sentence}{HOSTILE}"


@pytest.mark.parametrize(("url", "links"), [("https://bao.example/1", 1), ("javascript:alert(1)", 0), ("", 0)])
def test_only_an_address_of_the_web_is_a_link(url: str, links: int) -> None:
    answer = Answer(None, (), passages=(Passage("heading", [quote("câu", url=url)]),))
    page = html.fromstring(as_html(answer, {}))
    assert len(page.xpath(".//a")) == links
    assert page.xpath(".//@src") == []


def test_a_fragment_fetches_nothing_and_stays_in_its_own_style() -> None:
    fragment = as_html(numbers([1]), {})
    style = re.sub(r"/\*.*?\*/", "", re.findall(r"<style>(.*?)</style>", fragment, re.DOTALL)[0])
    selectors = re.findall(r"([^{}]+)\{", style.replace("@supports not selector(:has(*)) {", ""))
    assert all(one.strip().startswith("div.graphbuild-answer") for some in selectors for one in some.split(","))
    assert "url(" not in style
    assert "@import" not in style


def test_long_tables_are_folded_and_very_long_ones_cut_and_counted() -> None:
    page = html.fromstring(as_html(numbers(range(1000)), {}))
    assert len(page.xpath(".//table[not(ancestor::details)]/tbody/tr")) == 10
    assert len(page.xpath(".//tbody/tr")) == 200
    assert "and 800 more" in page.text_content()
    text = repr(Listing(range(1000), numbers))
    assert text.splitlines()[-2:] == ["59", "... and 940 more"]
    assert "more" not in repr(Listing(range(60), numbers))


def test_a_listing_is_the_tuple_it_was_and_its_slices_show_themselves() -> None:
    listing = Listing([3, 5, 8], numbers)
    assert listing == (3, 5, 8)
    assert (listing[0], len(listing), hash(listing)) == (3, 3, hash((3, 5, 8)))
    assert repr(listing[1:]) == "number\n5\n8"
    assert repr(listing[3:]) == "none"
    assert pickle.loads(pickle.dumps(listing)) == (3, 5, 8)


def test_a_card_carries_its_sentences_where_neither_json_nor_comparison_sees_them() -> None:
    card = town.opened().person(THAM)
    assert card == town.opened().person(THAM)
    assert not [field for field in asdict(card) if field.startswith("_")]
    assert "<mark>câu</mark> a.txt" in card._repr_html_()
    copied = pickle.loads(pickle.dumps(card))
    assert copied == card
    assert "<mark>" not in copied._repr_html_()


def test_namesakes_are_told_apart_by_their_ids() -> None:
    g = town.opened()
    together = g.together(THAM, town.NAMESAKE)
    assert together.answer().sections[0].columns[-2:] == (THAM, town.NAMESAKE)


def test_rich_draws_the_same_tables_in_the_width_it_has() -> None:
    console = Console(width=50, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    console.print(town.opened().unit("quan khu 6"))
    lines = console.export_text().splitlines()
    assert lines[0] == "Quân khu 6"
    assert max(map(len, lines)) <= 50


def test_marked_words_are_kept_through_white_space() -> None:
    cell = on_one_line(quote("  Ở \n Khu  K9,\thôm qua ", 6, 13))
    assert str(cell) == "Ở «Khu K9», hôm qua"
    assert cell.pieces() == ("Ở ", "Khu K9", ", hôm qua")
    assert as_text(parts(table(None, ("a",), [Row((Marked("[b]x", 0, 3),))]))) == "a\n[b]x"


def test_without_pandas_a_frame_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"graphbuild\[notebook\]"):
        Listing([1], numbers).frame()


def test_importing_answers_loads_neither_rich_nor_pandas() -> None:
    ask = "import graphbuild.answers, sys; print(sorted({'rich', 'pandas', 'networkx'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout == "[]\n"
