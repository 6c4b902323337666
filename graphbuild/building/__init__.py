"""The whole way from articles to a published graph, and back to an open one."""

from .article import extract, extract_files
from .collection import build
from .opening import open_graph, open_index
from .report import BuildReport, Progress

__all__ = ["BuildReport", "Progress", "build", "extract", "extract_files", "open_graph", "open_index"]
