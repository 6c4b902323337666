"""The workspace on disk: what the articles say and the graph made of it, in one DuckDB file."""

from .build import Build
from .judgement_file import JudgementFile
from .part import judged, read_part, sharing_ids
from .reader import NamedRow, Reader
from .workspace import Workspace

__all__ = ["Build", "JudgementFile", "NamedRow", "Reader", "Workspace", "judged", "read_part", "sharing_ids"]
