"""What is imported when: a command line that helps at once cannot load spaCy first."""

from __future__ import annotations

import subprocess
import sys

import pytest

import graphbuild as gb

HEAVY = ["spacy", "networkx", "duckdb", "pandas", "networkit", "pyvis", "trafilatura", "numpy", "lxml"]


def loaded_by(program: str) -> set[str]:
    ask = f"{program}\nimport sys; print('loaded:', *(set(sys.modules) & set({HEAVY})))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("loaded:")[2].split())


def test_importing_the_package_or_asking_for_help_loads_nothing_heavy() -> None:
    assert loaded_by("import graphbuild") == set()
    assert loaded_by("from graphbuild.cli import main; main(['--help']); main(['build', '--help'])") == set()


def test_public_names_are_there_on_first_use_and_others_are_refused() -> None:
    assert set(gb.__all__) <= set(dir(gb))
    for name in gb.__all__:
        assert getattr(gb, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        gb.biuld  # noqa: B018


def test_errors_of_the_library_have_one_root() -> None:
    from graphbuild.errors import GraphbuildError

    assert gb.GraphbuildError is GraphbuildError
