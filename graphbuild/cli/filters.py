"""The options that choose a part of the graph, the same for every question."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_type_hints

import typer

Words = list[str] | None

Only = Annotated[
    Words,
    typer.Option(
        "--only", metavar="KIND|RELATION", help="Only person, unit, event, place, HOLDS, ...; repeat, or commas."
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

OPTIONS: dict[str, tuple[object, object]] = {
    "kinds_or_relations": (Only, None),
    "types": (Type, None),
    "roles": (Role, None),
    "sources": (Source, None),
    "since": (Since, ""),
    "until": (Until, ""),
    "confidence": (Confidence, 0.0),
}
"""Parameter -> its option and its default."""

Command = Callable[..., int | None]


def filtered(command: Command) -> Command:
    """Give `command` the options above and hand it what they ask for as `only`, a `Filters`."""
    hints = get_type_hints(command, localns={"Filters": object}, include_extras=True)

    @wraps(command)
    def run(**given: Any) -> int | None:
        from graphbuild.graph import Filters
        from graphbuild.graph.asked import kinds_and_relations

        kinds, relations = kinds_and_relations(given.pop("kinds_or_relations") or ())
        types, roles, sources = (tuple(given.pop(name) or ()) for name in ("types", "roles", "sources"))
        since, until, sure = (given.pop(name) for name in ("since", "until", "confidence"))
        return command(**given, only=Filters(kinds, relations, roles, types, sources, since, until, sure))

    own = [one.replace(annotation=hints[name]) for name, one in signature(command).parameters.items() if name != "only"]
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=option)
        for name, (option, default) in OPTIONS.items()
    ]
    parameters = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own] + shared
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return run
