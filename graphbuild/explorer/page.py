"""The whole page as one file: drawing, data, style and scripts, with nothing to fetch."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError
from ..graph import facts_of
from ..model import Conflict, Quote
from .bundle import bundle
from .layout import lay_out
from .network import make_network, make_overview_network
from .overview import ALL_DRAWN, make_overview
from .payload import make_payload
from .table import read_table
from .words import words

if TYPE_CHECKING:
    import networkx as nx

ASSETS = Path(__file__).parent / "assets"
VENDOR = Path(__file__).parent / "vendor"

STYLES = ("base", "header", "canvas", "openings", "panel")
"""Parts of the page's style in assets/css, in their order."""

UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Inside strings of JSON these mean the same to its reader, and nothing to the reader of HTML or JavaScript."""


def write_page(
    graph: nx.MultiDiGraph[str],
    quotes: Mapping[str, Quote],
    path: Path,
    *,
    title: str = "graphbuild",
    conflicts: Sequence[Conflict] = (),
) -> Path:
    """Write the page that shows `graph`; it opens by double-click and works without a network.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it.
    quotes: the sentence by claim id, for the claims of the edges and of the conflicts.
    path: the file, replaced if it is there.
    title: the page's title.
    conflicts: as resolution found them.

    Returns `path`. The same graph and quotes give the same bytes. Raises StoreError if the file cannot be written.

    Example
    -------
    >>> write_page(graph, quotes, Path("output/graph.html"))        # doctest: +SKIP
    PosixPath('output/graph.html')
    """
    page = page_html(graph, quotes, title=title, conflicts=conflicts)
    try:
        path.write_bytes(page.encode("utf-8", "replace"))
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", where=str(path), do="check the folder") from error
    return path


def page_html(
    graph: nx.MultiDiGraph[str],
    quotes: Mapping[str, Quote],
    *,
    title: str = "graphbuild",
    conflicts: Sequence[Conflict] = (),
) -> str:
    """Return the page that `write_page` writes, as text; a notebook can show it in a frame."""
    table = read_table(graph)
    if len(table) > ALL_DRAWN:
        overview = make_overview(table)
        network, groups = make_overview_network(table, overview), overview.group
    else:
        network, groups = make_network(table, lay_out(facts_of(graph))), ()
    payload = make_payload(table, quotes, conflicts, groups)
    network.set_template_dir(str(ASSETS), "template.html")
    # Filled in as values, so that braces in a script or a name are never read as the template's.
    network.templateEnv.globals.update(
        title=title,
        drawing=_json({"nodes": network.nodes, "edges": network.edges, "options": network.options}),
        words=_json(words()),
        columns=_json(payload.columns),
        chunks=[(name, _json(chunk)) for name, chunk in payload.chunks],
        style="\n".join(_text(ASSETS / "css" / f"{name}.css") for name in STYLES),
        library=_text(VENDOR / "vis-network.min.js"),
        script=bundle(),
    )
    return str(network.generate_html())


def _json(value: object) -> str:
    """JSON that may stand between <script> tags."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
