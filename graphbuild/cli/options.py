"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

GraphFolder = Annotated[Path, typer.Option("-g", "--graph", metavar="FOLDER", help="The build to ask.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help="Number of processes; by default one for few articles, else one a processor."),
]
Gazetteer = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer", metavar="DIR", help="Your own names, a folder or a TOML file, or a shipped pack; repeat it."
    ),
]
Settings = Annotated[
    Path | None,
    typer.Option("--settings", metavar="FILE", help="Settings of the collection, instead of graphbuild.toml."),
]
Ner = Annotated[
    bool,
    typer.Option("--ner/--no-ner", help="Let a statistical model name what no rule explains; --no-ner: rules only."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print errors only.")]

OUTPUT = Path("output")
"""Where a build lands and is asked unless told otherwise."""
