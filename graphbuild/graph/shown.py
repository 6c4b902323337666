"""A page that shows itself: in a notebook in a frame, elsewhere in words, in a browser or as a file on request."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import StoreError

FRAME = (
    '<iframe srcdoc="{page}" title="{title}" sandbox="allow-scripts allow-downloads allow-popups"'
    ' style="width: 100%; height: {height}px; border: 1px solid #8888"></iframe>'
)
"""The page is the frame's own text, so nothing is fetched; shut off, so that it cannot reach the notebook."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of a part of the graph.

    Attributes
    ----------
    title: what the part is. nodes, edges: how many the part has.
    page: the whole page as HTML. height: of the frame in a notebook, in pixels.

    Example
    -------
    >>> Shown("Quân khu 6", 12, 20, "<!doctype html>")
    Quân khu 6: 12 nodes, 20 edges; .open() shows them in the browser, .save(path) writes the page
    """

    title: str
    nodes: int
    edges: int
    page: str = field(repr=False)
    height: int = 640

    def _repr_html_(self) -> str:
        return FRAME.format(page=html.escape(self.page), title=html.escape(self.title), height=self.height)

    def __repr__(self) -> str:
        counts = f"{self.nodes} nodes, {self.edges} edges"
        return f"{self.title}: {counts}; .open() shows them in the browser, .save(path) writes the page"

    def save(self, path: str | Path) -> Path:
        """Write the page to the file `path` and return it. Raises StoreError if it cannot be written."""
        path = Path(path)
        try:
            path.write_text(self.page, "utf-8", errors="replace")
        except OSError as error:
            raise StoreError(f"cannot be written ({error.strerror})", where=str(path), do="check the folder") from error
        return path

    def open(self) -> Path:
        """Show the page in the browser, from a file in the folder for temporary files; return that file."""
        # These take a while to import, and few need them.
        import tempfile
        import webbrowser

        path = self.save(Path(tempfile.mkdtemp(prefix="graphbuild-")) / "view.html")
        webbrowser.open(path.as_uri())
        return path
