"""The HTML page: pyvis network, our template, script and style."""

from .page import page_html, write_page, write_page_of_table
from .ready_evidence import ReadyEvidence
from .table import make_table

__all__ = ["ReadyEvidence", "make_table", "page_html", "write_page", "write_page_of_table"]
