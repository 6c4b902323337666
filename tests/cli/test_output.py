"""Tables and marks in a terminal; the plain forms are tested with the commands."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout

import pytest

from graphbuild.cli.output import mark, print_heading, print_section, print_table
from graphbuild.graph.tables.wording import period

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A place to print to that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_table_fits_the_terminal_and_cuts_nothing() -> None:
    id = "event/2019-07-11-hoi-nghi-ban-giao-chuc-trach-tu-lenh-quan-khu"
    with redirect_stdout(Terminal()) as terminal:
        print_table(("name", "id"), [("Hội nghị bàn giao chức trách Tư lệnh Quân khu 6 năm 2019", id)])
    lines = ESCAPES.sub("", terminal.getvalue()).splitlines()
    assert max(map(len, lines)) <= 60
    assert "".join(line[-30:].strip() for line in lines[1:]).endswith(id[-10:])
    assert "…" not in terminal.getvalue()


def test_square_brackets_in_names_are_no_markup() -> None:
    with redirect_stdout(Terminal()) as terminal:
        print_table(("name",), [("[red]K9[/red]",)])
    assert "[red]K9[/red]" in terminal.getvalue()


def test_marked_words_are_underlined_in_a_terminal() -> None:
    with redirect_stdout(Terminal()) as terminal:
        assert mark("Ở Khu K9.", 2, 8) == "Ở \x1b[1;4mKhu K9\x1b[0m."
        print_heading("Khu K9")
    assert terminal.getvalue() == "\x1b[1mKhu K9\x1b[0m\n"


def test_outside_a_terminal_nothing_is_coloured_or_wrapped(capsys: pytest.CaptureFixture[str]) -> None:
    name = "Hội nghị " * 40
    print_section("Events", ("date", "name"), [("2021", name)])
    assert capsys.readouterr().out == f"\nEvents\ndate\tname\n2021\t{name}\n"
    assert mark("Ở Khu K9.", 2, 8) == "Ở «Khu K9»."
    assert mark("Ở Khu K9.", 2, 2) == "Ở Khu K9."


def test_a_section_without_rows_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_section("Events", ("date",), [])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [("", "", ""), ("2021", "", "2021"), ("2021", "2021", "2021"), ("2021", "2022-03", "2021 to 2022-03")],
)
def test_a_period_shows_one_date_or_two(first: str, last: str, shown: str) -> None:
    assert period(first, last) == shown
