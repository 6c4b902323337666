"""The options that choose a part of the graph, the same for every question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from graphbuild.graph import Filters

Words = list[str] | None

Only = Annotated[
    Words,
    typer.Option(
        "--only", metavar="KIND|RELATION", help="Only person, unit, event, place, HOLDS, ...; repeat it, or use commas."
    ),
]
Type = Annotated[Words, typer.Option("--type", metavar="TYPE", help="Only events of this type: conference, ...")]
Role = Annotated[
    Words,
    typer.Option("--role", metavar="ROLE", help="Only this role at events (chairs, ...) or kind of post (head, ...)."),
]
Source = Annotated[
    Words, typer.Option("--source", metavar="TEXT", help="Only articles with this in path, publisher or address.")
]
Since = Annotated[str, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str, typer.Option("--to", metavar="DATE", help="Up to this day, month or year.")]
Confidence = Annotated[
    float, typer.Option("--confidence", metavar="0..1", help="Only what a claim is at least so sure of.")
]

Unsettled = Annotated[bool, typer.Option("--all", help="Without the filters of graphbuild.toml.")]

Options = Mapping[str, tuple[object, object]]
"""Parameter -> its option and its default."""

OPTIONS: Options = {
    "kinds_or_relations": (Only, None),
    "types": (Type, None),
    "roles": (Role, None),
    "sources": (Source, None),
    "since": (Since, ""),
    "until": (Until, ""),
    "confidence": (Confidence, 0.0),
    "unsettled": (Unsettled, False),
}

SETTLED: Mapping[str, tuple[str, Any]] = {
    "kinds_or_relations": ("only", ()),
    "types": ("type", ()),
    "roles": ("role", ()),
    "sources": ("source", ()),
    "since": ("from", ""),
    "until": ("to", ""),
    "confidence": ("confidence", 0.0),
}
"""Parameter -> its name in the settings of a collection, and what it is if neither says anything."""

Command = Callable[..., int | None]


def filtered(command: Command) -> Command:
    """Give `command` the options above and hand it what they ask for as `only`, a `Filters`."""

    @wraps(command)
    def run(**given: Any) -> int | None:
        return command(only=take_filters(given, given.get("graph")), **given)

    set_options(run, command, "only", OPTIONS)
    return run


def take_filters(given: dict[str, Any], folder: Path | None = None) -> Filters:
    """Take what the options above were given out of `given`; the settings of the graph in `folder` say the others.

    Raises UsageError for what cannot be asked.
    """
    from graphbuild.building.settings import remembered
    from graphbuild.graph import Filters
    from graphbuild.graph.asked import kinds_and_relations

    unsettled = given.pop("unsettled")
    settled = {} if unsettled or folder is None else remembered(folder).filters
    words, types, roles, sources, since, until, sure = (
        given.pop(name) or settled.get(option) or empty for name, (option, empty) in SETTLED.items()
    )
    kinds, relations = kinds_and_relations(words)
    return Filters(kinds, relations, tuple(roles), tuple(types), tuple(sources), since, until, sure)


def set_options(run: Callable[..., object], command: Callable[..., object], handed: str, options: Options) -> None:
    """Make Typer see `run` with the parameters of `command` but for `handed`, and with `options` behind them."""
    hints = get_type_hints(command, localns={"Filters": object, "Ask": object, "Answer": object}, include_extras=True)
    own = [one.replace(annotation=hints[name]) for name, one in signature(command).parameters.items() if name != handed]
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=option)
        for name, (option, default) in options.items()
    ]
    parameters = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own] + shared
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
