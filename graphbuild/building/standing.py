"""Whether the published graph is the one that a build would make, so that it need not be made again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from graphbuild.resolve import Judgements
from graphbuild.resources import Gazetteer
from graphbuild.store import Reader, Workspace, judged

from .fingerprint import RESOLVING, program_digest
from .graphing import RESOLVER
from .intake import Intake
from .names import LAID_OVER
from .settings import Settings, remembered

DRAWING = ("answers", "building", "explorer", "exporters", "graph", "store")
"""What decides how a graph is stored and shown, beside what decides how it is read and resolved."""

DREW = "drawer"
"""Under this name the store remembers what wrote it and its views, as a digest."""


def drawn_with() -> dict[str, str]:
    """What the store is to remember of the program that writes it and its views."""
    return {DREW: program_digest(DRAWING)}


def still_stands(
    workspace: Workspace,
    before: Reader,
    intake: Intake,
    made_with: Mapping[str, str],
    names: Gazetteer,
    judgements: Judgements,
    settings: Settings,
) -> bool:
    """True if a build now would publish the very graph and views that are there.

    Parameters
    ----------
    before: the published graph. intake: what became of the articles of the sources.
    made_with, names: what articles are read with now. judgements, settings: those that hold now.
    """
    now = {**made_with, **drawn_with(), RESOLVER: program_digest(RESOLVING), LAID_OVER: json.dumps(names.extra)}
    meta = before.meta()
    return (
        not intake.has_news(before.failures())
        and all(meta.get(name) == value for name, value in now.items())
        and not workspace.views_are_older
        and judged(before) == judgements
        and remembered(workspace.folder) == settings
    )
