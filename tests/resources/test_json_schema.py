"""The JSON schemas: an editor that goes by them accepts what the program accepts, and marks what it refuses."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from graphbuild.errors import UsageError
from graphbuild.resources import schema_of
from graphbuild.resources.kinds import KINDS
from tests.resources.test_layers import FAULTY


@pytest.mark.parametrize("kind", [*KINDS])
def test_every_shipped_file_and_a_part_of_it_is_right_by_its_schema(kind: str) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    data = tomllib.loads(files("graphbuild.resources").joinpath("vi", f"{kind}.toml").read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(data)] == []
    assert validator.is_valid({})


WRONG = [(kind, text) for kind, text, _, says in FAULTY if "TOML" not in says and "Sư đoan" not in says]


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_what_is_refused_is_wrong_by_the_schema(kind: str, text: str) -> None:
    new_entry_lacks_a_field = kind == "ranks" and text.count("[[rank]]") == 2
    assert Draft202012Validator(schema_of(kind)).is_valid(tomllib.loads(text)) == new_entry_lacks_a_field


def test_a_kind_that_there_is_not_lists_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="known_units"):
        schema_of("unit")
