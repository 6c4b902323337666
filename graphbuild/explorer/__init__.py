"""The HTML page: pyvis network, our template, script and style."""

from .page import write_page

__all__ = ["write_page"]
