"""The Python API is described: what every public name takes, raises and gives, with an example."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import graphbuild as gb
from tests.docs.api import as_markdown, write
from tests.docs.questions import QUESTIONS

OF_ALL = {"name", "a", "b", "unit", "person", "place", "event", "only"}
"""Parameters of questions that the description of Graph tells of once."""

FUNCTIONS = {
    **{name: getattr(gb, name) for name in gb.__all__ if inspect.isfunction(getattr(gb, name))},
    **{f"gazetteer.{name}": getattr(gb.gazetteer, name) for name in ("add", "check", "entries", "schema", "test")},
}
RECORDS = {name: getattr(gb, name) for name in gb.__all__ if is_dataclass(getattr(gb, name))}
QUESTIONED = {name for question in QUESTIONS for name in re.findall(r"\bg\.(\w+)\(", question.call)}


def methods() -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public methods of Graph that take something, with those of its bases in graphbuild.graph."""
    for name, method in inspect.getmembers(gb.Graph, inspect.isfunction):
        if not name.startswith("_") and len(inspect.signature(method).parameters) > 1:
            yield name, method


METHODS = dict(methods())


def described(thing: object) -> str:
    text = inspect.getdoc(thing)
    assert text
    return text


def missing(thing: Callable[..., Any], text: str) -> set[str]:
    """Parameters that the text does not name, or names by sending to another function."""
    names = set(inspect.signature(thing).parameters) - {"self"}
    sent = re.search(r"parameters and errors are those of `\w+`", text, re.IGNORECASE)
    return set() if sent else {name for name in names if not re.search(rf"\b{name}\b", text)}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_tells_its_parameters_its_errors_and_an_example(name: str) -> None:
    text = described(FUNCTIONS[name])
    assert missing(FUNCTIONS[name], text) == set()
    assert re.search(r"\bRaises \w+Error|errors are those of", text), "its errors"
    assert ">>> " in text, "an example"


@pytest.mark.parametrize("name", METHODS)
def test_a_question_tells_its_parameters_and_has_an_example(name: str) -> None:
    text, of_all = described(METHODS[name]), described(gb.Graph)
    assert missing(METHODS[name], text) <= OF_ALL
    assert ">>> " in text or f"g.{name}(" in of_all or name in QUESTIONED, "an example"


def test_what_all_questions_have_is_told_once() -> None:
    text = described(gb.Graph)
    assert {"NotFoundError", "AmbiguousError", "only", "`a`", "`unit`"} <= set(re.split(r"[\s,():]+", text))


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_tells_of_each_of_its_fields(name: str) -> None:
    text = described(RECORDS[name])
    assert {field.name for field in fields(RECORDS[name]) if not re.search(rf"\b{field.name}\b", text)} == set()


def test_everything_public_is_described() -> None:
    plain = {name for name in gb.__all__ if not name.startswith("__")}
    assert [name for name in plain if not inspect.getdoc(getattr(gb, name))] == []


def test_a_docstring_becomes_headings_a_list_and_code() -> None:
    text = "What it is.\n\nParameters\n----------\nname, other: of it,\n    in words.\n\nExample\n-------\n>>> f()\n3\n"
    assert as_markdown(text) == (
        "What it is.\n\n**Parameters**\n\n- **name, other**: of it,\n    in words.\n\n"
        "**Example**\n\n\n```python\n>>> f()\n3\n```\n"
    )


def test_the_pages_show_every_public_name_and_no_path_of_this_machine(tmp_path: Path) -> None:
    page = write(tmp_path / "api").read_text("utf-8")
    own = [name for name in FUNCTIONS if "." not in name]
    assert {name for name in (*own, *RECORDS, "Graph", "GraphbuildError") if f'id="{name}"' not in page} == set()
    beside = (tmp_path / "api" / "graphbuild" / "building" / "gazetteer.html").read_text("utf-8")
    assert {name for name in FUNCTIONS if "." in name and f'id="{name.partition(".")[2]}"' not in beside} == set()
    assert {name for name in METHODS if f'id="Graph.{name}"' not in page} == set()
    assert "----------" not in re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL)
    for found in (tmp_path / "api").rglob("*.html"):
        assert str(Path(gb.__file__).parents[1]) not in found.read_text("utf-8")
