"""The HTML page: pyvis network, our template, script and style."""

from .page import page_html, write_page

__all__ = ["page_html", "write_page"]
