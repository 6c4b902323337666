"""graphbuild: Vietnamese articles about the armed forces in, one explorable, sourced graph out.

Example
-------
>>> import graphbuild as gb
>>> gb.build(["articles/"], "output")           # doctest: +SKIP
>>> g = gb.open("output")                       # doctest: +SKIP
>>> g.person("bui hai son").rank                # doctest: +SKIP
'Trung tướng'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .building import gazetteer
    from .building.article import explain, extract
    from .building.collection import build
    from .building.comparing import diff
    from .building.exporting import Exported, export
    from .building.forget import Forgotten, forget
    from .building.opening import open_graph as open
    from .building.report import BuildReport
    from .claims import DocumentFacts
    from .claims.explain import Explanation
    from .engines import Dask
    from .errors import GraphbuildError
    from .graph import Filters, Graph

__version__ = "0.1.0"

__all__ = [
    "BuildReport",
    "Dask",
    "DocumentFacts",
    "Explanation",
    "Exported",
    "Filters",
    "Forgotten",
    "Graph",
    "GraphbuildError",
    "__version__",
    "build",
    "diff",
    "explain",
    "export",
    "extract",
    "forget",
    "gazetteer",
    "open",
]

_HOMES = {
    "BuildReport": ("graphbuild.building.report", "BuildReport"),
    "Dask": ("graphbuild.engines", "Dask"),
    "DocumentFacts": ("graphbuild.claims", "DocumentFacts"),
    "Explanation": ("graphbuild.claims.explain", "Explanation"),
    "Exported": ("graphbuild.building.exporting", "Exported"),
    "Filters": ("graphbuild.graph", "Filters"),
    "Forgotten": ("graphbuild.building.forget", "Forgotten"),
    "Graph": ("graphbuild.graph", "Graph"),
    "GraphbuildError": ("graphbuild.errors", "GraphbuildError"),
    "build": ("graphbuild.building.collection", "build"),
    "diff": ("graphbuild.building.comparing", "diff"),
    "explain": ("graphbuild.building.article", "explain"),
    "export": ("graphbuild.building.exporting", "export"),
    "extract": ("graphbuild.building.article", "extract"),
    "forget": ("graphbuild.building.forget", "forget"),
    "gazetteer": ("graphbuild.building.gazetteer", ""),
    "open": ("graphbuild.building.opening", "open_graph"),
}
"""Public name -> its module and its name there, '' for the module itself.

They are imported on first use so that `import graphbuild` is light.
"""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'graphbuild' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    home = import_module(module)
    value = getattr(home, attribute) if attribute else home
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
