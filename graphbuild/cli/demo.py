"""graphbuild demo"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .build import build

FOLDER = Path("graphbuild-demo")


def demo(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the graph goes.")] = FOLDER,
) -> None:
    """Build the graph of the bundled articles, all of them invented, and say where its page lies."""
    from graphbuild.samples import articles_folder

    _refuse_other_articles(output)
    build([str(articles_folder())], output=output)
    print(f'open the page in a browser, or ask: graphbuild show "tran dac khue" -g {output}')


def _refuse_other_articles(output: Path) -> None:
    """What is invented is not to be mixed with what is not."""
    from graphbuild.errors import UsageError
    from graphbuild.samples import articles_folder
    from graphbuild.store import Workspace

    workspace = Workspace(output)
    if not workspace.database.exists():
        return
    own = {f"{articles_folder().name}/{path.name}" for path in articles_folder().iterdir()}
    with workspace.open_reader() as reader:
        others = sorted(reader.digests().keys() - own)
    if others:
        raise UsageError(
            f"holds other articles, for instance {others[0]!r}", where=str(output), do="choose another folder with -o"
        )
