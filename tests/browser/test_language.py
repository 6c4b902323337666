"""The page opens in the language that it was written for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.explorer import write_page
from graphbuild.explorer.words import words
from tests.explorer.invented import small

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("language", "address", "shown"), [("vi", "", "vi"), ("vi", "#?lang=en", "en"), ("en", "", "en")]
)
def test_labels_are_in_the_language_of_the_page_until_it_is_turned(
    open_page: Callable, tmp_path: Path, language: str, address: str, shown: str
) -> None:
    page = open_page(write_page(*small(), tmp_path / "graph.html", language=language), address).page
    label = words()[shown]["search.label"]
    assert page.get_attribute("#search", "aria-label") == label
    page.click("#language")
    assert page.get_attribute("#search", "aria-label") != label
