"""The graph as files that other programs read: one module a format. `formats.FORMATS` lists them."""

from .content import Content
from .files import replacing
from .formats import FORMATS, Format, format_of
from .graphml import write_graphml, write_graphml_rows

__all__ = ["FORMATS", "Content", "Format", "format_of", "replacing", "write_graphml", "write_graphml_rows"]
