"""The whole page: drawing, data, style and scripts in one file; a very large graph has its sentences beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from ..errors import StoreError
from ..graph import facts_of
from ..model import Conflict, Quote
from .bundle import bundle
from .chunks import BESIDE_FROM, as_json, inside, json_pieces, write_beside
from .layout import lay_out
from .network import make_network, make_overview_network
from .overview import ALL_DRAWN, make_overview
from .payload import Payload, make_payload, payload_of
from .table import read_table
from .words import words

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

    from .evidence import AnyEvidence
    from .table import GraphTable

ASSETS = Path(__file__).parent / "assets"
VENDOR = Path(__file__).parent / "vendor"

# fmt: off
STYLES = (
    "base", "header", "canvas", "openings", "panel", "modes", "filters", "timeline", "table",
    "ask", "chart", "career", "calendar", "take", "print",
)
# fmt: on
"""Parts of the page's style in assets/css, in their order."""


def write_page(
    graph: nx.MultiDiGraph[str],
    quotes: Mapping[str, Quote],
    path: Path,
    *,
    title: str = "graphbuild",
    language: str = "en",
    conflicts: Sequence[Conflict] = (),
    beside: tuple[Path, str] | None = None,
) -> Path:
    """Write the page that shows `graph`; it opens by double-click and works without a network.

    Parameters
    ----------
    graph: as `graph.build_graph` makes it.
    quotes: the sentence by claim id, for the claims of the edges and of the conflicts.
    path: the file, replaced if it is there.
    title: the page's title. language: of its labels until the reader turns them, 'en' or 'vi'.
    conflicts: as resolution found them.
    beside: where the sentences of a graph of more than 50,000 nodes are written, and the name that this folder will
        have beside the page; 'NAME_evidence' beside NAME.html if None. The page reads them from there as they are
        asked for, which browsers allow only where it is served (python -m http.server), not where it is opened as a
        file. Smaller graphs have them inside the page and leave the folder alone.

    Returns `path`. The same graph and quotes give the same bytes. Raises StoreError if a file cannot be written.

    Example
    -------
    >>> write_page(graph, quotes, Path("output/graph.html"))        # doctest: +SKIP
    PosixPath('output/graph.html')
    """
    drawing, payload = _make(graph, quotes, conflicts)
    beside = beside or (path.with_name(f"{path.stem}_evidence"), f"{path.stem}_evidence")
    return _write(path, title, language, drawing, payload, beside, len(graph) > BESIDE_FROM)


def write_page_of_table(
    table: GraphTable,
    evidence: AnyEvidence,
    path: Path,
    *,
    title: str,
    language: str,
    conflicts: Sequence[Conflict],
    beside: tuple[Path, str],
    part_of: int = 0,
) -> Path:
    """Write the page of a graph that is shown by its groups from tables, which take a third of the memory.

    What it takes, gives and raises is as in `write_page`, but for these:

    Parameters
    ----------
    table: the graph. evidence: of its edges in their order, and then of the sides of the conflicts.
    part_of: where the table is the most linked part of a graph that is too large for a page, which the page tells: the
        number of names of the whole graph. The sentences of a part lie beside the page whatever its size.
    """
    with _small_threads():
        overview = make_overview(table)
    drawing = make_overview_network(table, overview)
    payload = payload_of(table, evidence, conflicts, overview.group)
    return _write(path, title, language, drawing, payload, beside, bool(part_of) or len(table) > BESIDE_FROM, part_of)


def page_html(
    graph: nx.MultiDiGraph[str],
    quotes: Mapping[str, Quote],
    *,
    title: str = "graphbuild",
    language: str = "en",
    conflicts: Sequence[Conflict] = (),
) -> str:
    """Return the page as text with all sentences in it; a notebook can show it in a frame."""
    return "".join(_pieces(title, language, *_make(graph, quotes, conflicts)))


def _make(
    graph: nx.MultiDiGraph[str], quotes: Mapping[str, Quote], conflicts: Sequence[Conflict]
) -> tuple[Network, Payload]:
    """The first view and all data."""
    table = read_table(graph)
    with _small_threads():
        if len(table) <= ALL_DRAWN:
            return make_network(table, lay_out(facts_of(graph))), make_payload(table, quotes, conflicts)
        overview = make_overview(table)
    return make_overview_network(table, overview), make_payload(table, quotes, conflicts, overview.group)


def _small_threads() -> AbstractContextManager[object]:
    """The matrices of a layout are small: several threads would spend ten times the time on waiting for each other."""
    from threadpoolctl import threadpool_limits

    limits: AbstractContextManager[object] = threadpool_limits(1, "blas")
    return limits


def _write(
    path: Path,
    title: str,
    language: str,
    network: Network,
    payload: Payload,
    beside: tuple[Path, str],
    is_beside: bool,
    part_of: int = 0,
) -> Path:
    folder, name = beside
    try:
        if is_beside:
            write_beside(payload.chunks, folder)
        pieces = _pieces(title, language, network, payload, name if is_beside else "", part_of)
        with path.open("wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "replace"))
    except OSError as error:
        where = str(error.filename or path)
        raise StoreError(f"cannot be written ({error.strerror})", where=where, do="check the folder") from error
    return path


def _pieces(
    title: str, language: str, network: Network, payload: Payload, folder: str = "", part_of: int = 0
) -> Iterator[str]:
    """The page with its chunks of evidence inside, or read from `folder`.

    Its columns, which are most of it, are made as they are taken.
    """
    network.set_template_dir(str(ASSETS), "template.html")
    columns = payload.columns | {"chunks": payload.columns["chunks"] | {"folder": folder}}
    # Filled in as values, so that braces in a script or a name are never read as the template's.
    network.templateEnv.globals.update(
        title=title,
        language=language,
        folder=folder,
        part_of=part_of,
        shown=columns["nodes"]["count"],
        drawing=as_json({"nodes": network.nodes, "edges": network.edges, "options": network.options}),
        words=as_json(words()),
        columns=(mark := token_hex()),
        chunks=[] if folder else inside(payload.chunks),
        style="\n".join(_text(ASSETS / "css" / f"{name}.css") for name in STYLES),
        library=_text(VENDOR / "vis-network.min.js"),
        script=bundle(),
    )
    before, _, behind = network.generate_html().partition(mark)
    yield before
    yield from json_pieces(columns)
    yield behind


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
