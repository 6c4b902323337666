"""graphbuild forget"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .answer import print_answer
from .interrupt import heard_between_steps
from .judge import Views
from .options import OUTPUT, AsJson, GraphFolder
from .output import print_json
from .progress import progress_bar
from .views import say_if_older

if TYPE_CHECKING:
    from graphbuild.building.forget import Forgotten

SOURCES = "Files, folders or ids of articles; in patterns * and ?, and ** for folders."


def forget(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=SOURCES)],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would go, and do nothing.")] = False,
    views: Views = True,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Take articles out of the graph, with their claims and the names and edges that hung on them alone.

    SOURCE is a file or folder that articles were read from; else an id as evidence shows it, or a folder that ids begin
    with; else a pattern of either. If one stands for no article, nothing is forgotten and names that are nearly so
    are told.

    What is left is resolved again and the page is drawn anew; ids stay. The files of the articles are not touched, so
    that a later build of their folder reads them again, and gives what they name the ids it had. Judgements about
    what went stay in the file.
    """
    from graphbuild.building.forget import forget as forget_articles

    if dry_run:
        print_answer(forget_articles(sources, graph, dry_run=True).answer(), as_json=as_json)
        return
    with progress_bar(as_json) as bar, heard_between_steps(bar) as progress:
        found = forget_articles(sources, graph, views=views, progress=progress)
    if as_json:
        print_json(found.as_dict())
    else:
        _print_forgotten(found)
    say_if_older(graph)


def _print_forgotten(found: Forgotten) -> None:
    from graphbuild.model import EntityKind

    with_them = [_counted(found.of_kind(kind), kind) for kind in EntityKind if found.of_kind(kind)]
    articles, claims = _counted(len(found.articles), "article"), _counted(found.claims, "claim")
    print(f"forgotten: {articles} with {claims}; {found.left} left")
    print(f"gone with them: {', '.join((*with_them, _counted(found.edges, 'edge')))}")
    for one in found.judgements:
        print(f"waits in the file of judgements until they come back: {one.says} (judgement {one.entry})")
    if found.still_there:
        print(f"still where they were read, and read again by a build of that place: {found.still_there}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
