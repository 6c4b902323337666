"""Rows of what persons are resolved again upon; `part` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graphbuild.model import EntityKind

from .tables import Value

if TYPE_CHECKING:
    from graphbuild.resolve import Resolution
    from graphbuild.resolve.posts import Posts

Table = Iterable[tuple[Value, ...]]


def footing_tables(resolution: Resolution) -> Mapping[str, Table]:
    """The content of each table; empty for a resolution that has no footing."""
    from graphbuild.resolve import block_of

    person = f"{EntityKind.PERSON}:"
    names = sorted({key.removeprefix(person) for _, key in resolution.assigned if key.startswith(person)})
    tables: dict[str, Table] = {"person_names": ((name, block_of(name)) for name in names)}
    footing = resolution.footing
    if footing is None:
        return tables | dict.fromkeys(("unit_labels", "label_parents", "label_levels", "posts"), ())
    hierarchy = footing.hierarchy
    return tables | {
        "unit_labels": footing.labels.items(),
        "label_parents": ((label, one) for label, above in sorted(hierarchy.parents.items()) for one in sorted(above)),
        "label_levels": sorted(hierarchy.levels.items()),
        "posts": _posts(footing.posts),
    }


def _posts(posts: Posts) -> Iterator[tuple[Value, ...]]:
    turns = posts.turns
    for one in posts.said:
        unit, post = posts.post(one)
        yield (
            *(one.claim, one.document, unit, one.title, post, one.role, one.status, one.rank, one.date),
            *((unit, post) in posts.sole, one.claim in turns.starts, one.claim in turns.ends),
            turns.follows.get(one.claim),
        )
