"""Every value of a TOML file is found on its line, however the file is laid out."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.resources.toml_lines import Path, lines_of

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8)
NAMES = st.from_regex(r"[a-z_]{1,5}", fullmatch=True)
BREAKS = st.sampled_from(["", "\n", "\n\n", " # say ]} \" '\n"])


def written(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@given(
    st.lists(st.dictionaries(NAMES, st.lists(st.tuples(WORDS, BREAKS), max_size=4), max_size=3), max_size=4),
    st.lists(BREAKS, min_size=1, max_size=4),
)
def test_fields_and_items_stand_where_they_were_written(
    entries: list[dict[str, list[tuple[str, str]]]], breaks: list[str]
) -> None:
    text, where = "", dict[Path, int]()

    def here() -> int:
        return text.count("\n") + 1

    for n, entry in enumerate(entries):
        text += "\n" + breaks[n % len(breaks)]
        text += "" if text.endswith("\n") else "\n"
        where["unit", n] = here()
        text += "[[unit]]\n"
        for name, items in entry.items():
            where["unit", n, name] = here()
            text += f"{name} = ["
            for m, (item, gap) in enumerate(items):
                text += gap
                where["unit", n, name, m] = here()
                text += f"{written(item)}, "
            text += "]\n"
    tomllib.loads(text)
    found = lines_of(text)
    assert {path: found.get(path) for path in where} == where


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ('a.b = 1\n[c."d e"]\nf = {g = [1,\n2]}\n', ("c", "d e", "f", "g", 1), 4),
        ("a.b = 1\n[c]\n", ("a", "b"), 1),
        ('a = """x\ny # ] "" \n"""\nb = 2\n', ("b",), 4),
        ("a = '''x\n[b]\n'''\nc = '#'\nd = 1979-05-27 07:32:00\n", ("d",), 5),
        ("[[a]]\n[[a.b]]\nx = 1\n[[a]]\n[[a.b]]\n[[a.b]]\nx = 2\n", ("a", 1, "b", 1, "x"), 7),
        ("a = 1\r\nb = 2\r\n", ("b",), 2),
    ],
)
def test_odd_but_valid_files_are_read(text: str, path: Path, line: int) -> None:
    tomllib.loads(text)
    assert lines_of(text)[path] == line
