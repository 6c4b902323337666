"""Columns in pages give back what was put into them, whatever pages it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.store import Reader, pages
from graphbuild.store.pages import Numbers, Pages, Texts, put_numbers, put_texts
from graphbuild.store.schema import connect, create_tables

WORDS = ("", "a", "Trần Đắc Khuê", "đ" * 20_000, "x" * 40_000)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with Reader(connection := connect(tmp_path / "store", read_only=False)) as reader:
        create_tables(connection)
        yield reader


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"])), max_size=12), st.data())
def test_texts_come_back_from_any_places(reader: Reader, texts: list[str], data: st.DataObject) -> None:
    asked = data.draw(st.lists(st.sampled_from(range(len(texts))))) if texts else []
    reader._connection.execute("DELETE FROM pages")
    put_texts(reader._connection, "text", texts)
    column = Texts(Pages(reader), "text")
    for some in (asked, [*range(len(texts))], asked):
        assert column[np.array(some, np.int64)] == [texts[place] for place in some]


@pytest.mark.parametrize("places", [[], [7], [99_999, 0, 8191, 8192, 8192], range(0, 100_000, 3)])
def test_numbers_come_back_from_any_places(
    reader: Reader, places: Sequence[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = np.arange(100_000, dtype=np.int32) * 7
    put_numbers(reader._connection, "number", whole)
    wanted = np.array(places, np.int64)
    for held in (pages.HELD, 2):
        monkeypatch.setattr(pages, "HELD", held)
        column = Numbers(Pages(reader), "number", np.int32)
        for _ in range(2):
            assert column[wanted].tolist() == whole[wanted].tolist()
        assert column.all.tolist() == whole.tolist()
        assert column[wanted].tolist() == whole[wanted].tolist()
