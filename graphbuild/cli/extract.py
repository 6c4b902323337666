"""graphbuild extract"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphbuild.errors import UsageError

from .explain import print_explanation
from .options import AsJson, Gazetteer, Jobs, Ner, Settings
from .output import print_heading, print_json, print_json_line
from .progress import progress_bar

if TYPE_CHECKING:
    from graphbuild.model import Extraction
    from graphbuild.readers import Failure


class Format(StrEnum):
    """How facts are printed."""

    JSONL = "jsonl"
    JSON = "json"
    TEXT = "text"


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")],
    *,
    form: Annotated[
        Format, typer.Option("--format", help="One JSON object a line, one JSON list, or text to be read.")
    ] = Format.TEXT,
    as_json: AsJson = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Print the text with what was found in it, and the sentence of every claim."),
    ] = False,
    jobs: Jobs = None,
    gazetteer: Gazetteer = None,
    settings: Settings = None,
    ner: Ner = True,
) -> None:
    """Print the facts of each article; nothing is stored.

    Exits with 1 if some articles could not be read.
    """
    from graphbuild.building.settings import find_settings
    from graphbuild.claims import facts
    from graphbuild.claims.explain import explain as explain_article
    from graphbuild.resources import load_gazetteer

    names = (*map(Path, find_settings(paths, given=settings).gazetteer), *(gazetteer or ()))
    words = load_gazetteer(names)
    if explain and (as_json or form is not Format.TEXT):
        raise UsageError("an explanation is text to be read", do="leave out --explain, or the other format")
    failures: list[Failure] = []
    articles = _read(paths, jobs, names, ner, failures)
    if as_json or form is Format.JSON:
        print_json([facts(article, words).as_dict() for article in articles])
    else:
        for article in articles:
            if explain:
                print_explanation(explain_article(article))
            elif form is Format.JSONL:
                print_json_line(facts(article, words).as_dict())
            else:
                _print_facts(facts(article, words).as_dict())
    for failure in failures:
        print(f"failed: {failure.source}: {failure.error}", file=sys.stderr)
    if failures:
        raise typer.Exit(1)


def _read(
    paths: Sequence[str], jobs: int | None, gazetteer: Sequence[Path], ner: bool, failures: list[Failure]
) -> Iterator[Extraction]:
    """Yield what is found in the articles; what cannot be read goes into `failures`."""
    from graphbuild.building.article import read_files
    from graphbuild.readers import Failure

    # A bar between the lines of a terminal would only disturb them.
    with progress_bar(quiet=sys.stdout.isatty()) as progress:
        for found in read_files(paths, jobs=jobs, gazetteer=gazetteer, ner=ner, progress=progress):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                yield found


def _print_facts(document: dict[str, Any]) -> None:
    print_heading(document["document"])
    for label, value in (("published", document["published"]), ("byline", document["byline"])):
        if value:
            print(f"  {label}: {value}")
    for person in document["persons"]:
        print(f"  person: {person['rank'] or ''} {person['name']}".replace("  person:  ", "  person: "))
        for post in person["positions"]:
            status = "" if post["status"] == "current" else f" ({post['status']})"
            print(f"    {', '.join(filter(None, (post['title'], post['unit'])))}{status}")
    for unit in document["units"]:
        parent = f", part of {unit['parent']}" if unit["parent"] else ""
        also = f" (also {'; '.join(unit['aliases'])})" if unit["aliases"] else ""
        print(f"  unit: {unit['name']}{also}{parent}")
    for event in document["events"]:
        where = ", ".join(filter(None, (event["date"], event["place"], event["organiser"])))
        print(f"  {event['type']}: {event['name']}{f' ({where})' if where else ''}")
    for relation in document["relations"]:
        print(f"  {relation['person']} {relation['role']}: {document['events'][relation['event']]['name']}")
    for relation in document["unit_relations"]:
        print(f"  {relation['from']} {relation['type'].replace('_', ' ')}: {relation['to']}")
    for place in document["places"]:
        print(f"  place: {place}")
    print()
