"""The documentation of the Python API, made from the docstrings by pdoc.

python -m tests.docs.api output/api
"""

from __future__ import annotations

import re
import sys
import warnings
from pathlib import Path

import pdoc
import pdoc.docstrings
import pdoc.render

MODULES = (
    *("graphbuild", "graphbuild.building.gazetteer", "graphbuild.graph", "graphbuild.graph.base", "graphbuild.answers"),
    "graphbuild.answers.display",
    *("graphbuild.model", "graphbuild.errors"),
)

HEADING = re.compile(r"^(Parameters|Attributes|Example|Examples)\n-+\n", re.MULTILINE)
ENTRY = re.compile(r"^(?=\w+(?:, \w+)*: )((?:\w+)(?:, \w+)*):", re.MULTILINE)
PROMPT = re.compile(r"(?:^>>> .*\n?(?:^(?!>>>)\S.*\n?)*)+", re.MULTILINE)


def as_markdown(docstring: str) -> str:
    """A docstring as Markdown: headings in bold, a list of the parameters, examples as code."""
    sections = HEADING.split(docstring)
    text = sections[0]
    for heading, body in zip(sections[1::2], sections[2::2], strict=True):
        listed, blank, rest = body.partition("\n\n")
        if heading in ("Parameters", "Attributes"):
            listed = ENTRY.sub(r"- **\1**:", listed)
        text += f"**{heading}**\n\n{listed}{blank}{rest}"
    return PROMPT.sub(lambda found: f"\n```python\n{found[0].rstrip()}\n```\n", text)


def write(folder: Path) -> Path:
    """Write the pages into `folder`; return the first one."""
    pdoc.render.configure(docformat="markdown", footer_text="graphbuild")
    convert = pdoc.docstrings.convert
    pdoc.docstrings.convert = lambda text, docformat, source: convert(as_markdown(text), docformat, source)  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            # Types that only type checkers import are shown as they are written.
            warnings.filterwarnings("ignore", "Error parsing type annotation")
            pdoc.pdoc(*MODULES, output_directory=folder)
    finally:
        pdoc.docstrings.convert = convert
    return folder / "graphbuild.html"


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
