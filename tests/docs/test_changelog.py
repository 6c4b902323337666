"""CHANGELOG.md goes by versions, and begins with this one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import graphbuild as gb

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def test_the_changelog_goes_by_versions_and_begins_with_this_one() -> None:
    text = CHANGELOG.read_text("utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    found = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+), (unreleased|\d{4}-\d{2}-\d{2})", heading) for heading in headings]
    assert all(found), headings
    numbers = [tuple(int(part) for part in one.groups()[:3]) for one in found if one]
    assert numbers == sorted(set(numbers), reverse=True)
    assert ".".join(map(str, numbers[0])) == gb.__version__
    dates = [one[4] for one in found if one]
    assert "unreleased" not in dates[1:]
    assert all(date.fromisoformat(day) for day in dates if day != "unreleased")
