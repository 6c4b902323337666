"""Writing into a folder of one's own: comments stay, what is wrong is not written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuild as gb
from graphbuild.errors import ResourceError, UsageError
from graphbuild.resources import load_gazetteer
from graphbuild.resources.adding import add_to_gazetteer


def test_what_stands_in_the_file_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "ranks.toml"
    file.write_text(
        '# of the 1960s\n[[rank]] # first\nname   =  "Thiếu tướng"\nvariants = [\n  "TTg.", # in telegrams\n]\n\n# end\n',
        "utf-8",
    )
    added = gb.gazetteer.add(tmp_path, "ranks", name="thiếu tướng", variants=["Th.tướng"])
    text = file.read_text("utf-8")
    assert (added.path, added.line, added.known) == (file, 2, True)
    for kept in ("# of the 1960s\n", "# first\n", 'name   =  "Thiếu tướng"', '"TTg.", # in telegrams\n', "# end\n"):
        assert kept in text
    assert {"TTg.", "Th.tướng"} <= set(load_gazetteer([tmp_path]).rank("Thiếu tướng").variants)  # type: ignore[union-attr]


def test_an_entry_is_found_by_the_pipeline_once_it_is_added(tmp_path: Path) -> None:
    added = gb.gazetteer.add(tmp_path, "known_units", name="Sư đoàn 941", aliases=["Đoàn Hạc Lĩnh"], source="notes")
    assert not added.known
    tried = gb.gazetteer.test("Thăm Đoàn Hạc Lĩnh.", gazetteer=[tmp_path], ner=False)
    assert f"{added.path}:{added.line + 2}" in [found.where for found in tried.entries if found.entry == "Sư đoàn 941"]
    assert ("Đoàn Hạc Lĩnh", "Sư đoàn 941") in [(found.text, found.key) for found in tried.mentions]


def test_the_same_added_twice_stands_there_once(tmp_path: Path) -> None:
    for _ in range(2):
        gb.gazetteer.add(tmp_path, "words", honorifics=["cụ"], grammar={"stop_words": ["vả"]})
    text = (tmp_path / "words.toml").read_text("utf-8")
    assert (text.count("cụ"), text.count("vả")) == (1, 1)


def test_a_single_file_of_units_takes_units_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    gb.gazetteer.add(file, "known_units", name="Sư đoàn 941", source="notes")
    assert load_gazetteer([file]).canonical_unit("Sư đoàn 941") is not None
    with pytest.raises(UsageError, match="name a folder"):
        gb.gazetteer.add(file, "ranks", name="x")


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("rank", {"name": "x"}, "no kind 'rank'"),
        ("ranks", {"nam": "x"}, "use one of: name, variants"),
        ("ranks", {}, "nothing to add"),
        ("ranks", {"name": "x", "order": "high"}, "not 'high'.*; nothing was written"),
        ("ranks", {"variants": ["x"]}, "field name"),
        ("known_units", {"name": "x"}, "field source"),
        ("dates", {"days_ago": "x"}, "days_ago.NAME=VALUE"),
        ("titles", {"name": "Tư lệnh", "role": "boss"}, "field role"),
    ],
)
def test_what_would_not_be_right_is_not_written(tmp_path: Path, kind: str, fields: dict[str, str], says: str) -> None:
    with pytest.raises((UsageError, ResourceError), match=says):
        gb.gazetteer.add(tmp_path / "mine", kind, **fields)
    assert not (tmp_path / "mine").exists()


def test_a_field_of_one_value_is_not_taken_twice(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="takes one value"):
        add_to_gazetteer(tmp_path, "ranks", [("name", "x"), ("name", "y")])


def test_a_file_that_is_no_toml_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "ranks.toml"
    file.write_text("[[rank]\n", "utf-8")
    with pytest.raises(ResourceError, match="mend it first"):
        gb.gazetteer.add(tmp_path, "ranks", name="Đại tá", variants=["x"])
    assert file.read_text("utf-8") == "[[rank]\n"


NAMES = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20).filter(str.strip)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3)), min_size=1, max_size=5))
def test_whatever_is_added_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, units: list[tuple[str, list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("mine")
    for name, aliases in units:
        gb.gazetteer.add(folder, "known_units", name=name, aliases=aliases, source="x")
    known = load_gazetteer([folder]).known_units
    for name, aliases in units:
        assert any(set(aliases) <= set(unit.aliases) for unit in known), name
