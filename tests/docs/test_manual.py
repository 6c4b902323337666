"""docs/graphbuild.1 tells of every command as it is now.

After a change that is meant: UPDATE_README=1 pytest tests/docs, and read the difference.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from graphbuild.cli.app import COMMANDS
from tests.docs.manual import page

MANUAL = Path(__file__).parents[2] / "docs" / "graphbuild.1"


def test_the_manual_page_is_what_the_commands_say() -> None:
    if os.environ.get("UPDATE_README"):
        MANUAL.write_text(page(), "utf-8")
    assert MANUAL.read_text("utf-8") == page()


def test_every_command_is_in_it() -> None:
    told = {line.split()[2].strip('"') for line in page().splitlines() if line.startswith('.SS "graphbuild ')}
    assert {command.__name__.replace("_", "-") for command in COMMANDS} <= told
    assert "gazetteer" in told


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not there")
def test_troff_reads_it_without_a_warning() -> None:
    read = subprocess.run(["groff", "-Tutf8", "-man", "-ww", "-z", MANUAL], capture_output=True, text=True, check=True)
    assert read.stderr == ""
