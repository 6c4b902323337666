"""The HTML page: pyvis network, our template, script and style."""

from .page import page_html, write_page, write_page_of_part
from .table import make_table

__all__ = ["make_table", "page_html", "write_page", "write_page_of_part"]
