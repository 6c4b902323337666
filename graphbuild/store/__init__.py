"""The workspace on disk: what the articles say and the graph made of it, in one DuckDB file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .build import Build
    from .claim_parts import Parts, Worked
    from .claim_stream import ClaimStream
    from .judgement_file import JudgementFile
    from .names import NamedRow
    from .part import judged, read_part, sharing_ids
    from .reader import Reader
    from .workspace import Workspace

__all__ = [
    "Build",
    "ClaimStream",
    "JudgementFile",
    "NamedRow",
    "Parts",
    "Reader",
    "Worked",
    "Workspace",
    "judged",
    "read_part",
    "sharing_ids",
]

_HOMES = {
    "Build": "build",
    "ClaimStream": "claim_stream",
    "JudgementFile": "judgement_file",
    "NamedRow": "names",
    "Parts": "claim_parts",
    "Reader": "reader",
    "Worked": "claim_parts",
    "Workspace": "workspace",
    "judged": "part",
    "read_part": "part",
    "sharing_ids": "part",
}
"""Name -> its module, imported on first use: whoever reads a graph needs nothing of what makes one."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'graphbuild.store' has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
