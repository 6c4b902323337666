"""Reading the entities and edges of a part of a graph, and no more than it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from graphbuild.model import Edge, Entity, EntityKind, Relation

from .literals import any_text
from .net import Net
from .pages import looked_up
from .reach import Ends
from .reader import Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray


def entities_in(
    reader: Reader, net: Net, places: Collection[int], told: Collection[str] | None = None, *, bare: bool = False
) -> dict[int, Entity]:
    """Place -> its entity.

    Parameters
    ----------
    told: those of which all is read, every one if that is None; of others that are events their attributes, and no
        more than kind and name of the rest. bare: no more than these of any.
    """
    listed = sorted(places)
    at = np.array(listed, np.int64)
    ids, kinds = net.id[at], net.kinds(at)
    whole = frozenset(() if bare else ids if told is None else told)
    attributes: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    members: dict[str, list[tuple[str, str]]] = {}
    for kind in () if bare else EntityKind:
        # Ids of a kind stand together, so that the attributes of other kinds are not unpacked.
        wanted = [id for id, one in zip(ids, kinds, strict=True) if one is kind]
        if these := wanted if kind is EntityKind.EVENT else [id for id in wanted if id in whole]:
            attributes |= reader.rows(f"SELECT id, attributes FROM entities WHERE id IN {any_text(these)}")
    if whole:
        whose = any_text(whole)
        for id, alias in reader.rows(f"SELECT entity, alias FROM aliases WHERE entity IN {whose} ORDER BY entity, n"):
            aliases.setdefault(id, []).append(alias)
        records = f"SELECT entity, document, key FROM members WHERE entity IN {whose} ORDER BY ALL"
        for id, *member in reader.rows(records):
            members.setdefault(id, []).append((member[0], member[1]))
    return {
        place: Entity(
            id,
            kind,
            name,
            tuple(aliases.get(id, ())),
            json.loads(attributes.get(id, "{}")),
            tuple(members.get(id, ())),
        )
        for place, id, kind, name in zip(listed, ids, kinds, net.name[at], strict=True)
    }


def edges_in(net: Net, ends: Ends, ids: Mapping[int, str]) -> Iterator[Edge]:
    """These edges; `ids` by place."""
    numbers = np.fromiter(ends, np.int64, len(ends))
    shared, manners = np.unique(net.manner[numbers], return_inverse=True)
    told = [
        (Relation(relation), key, json.loads(values))
        for relation, key, values in map(json.loads, net.manner_text[shared])
    ]
    seen = zip(
        net.count[numbers].tolist(),
        looked_up(net.date, net.first[numbers]),
        looked_up(net.date, net.last[numbers]),
        strict=True,
    )
    for (source, target), manner, claims, dates in zip(
        ends.values(), manners.tolist(), _claims(net, numbers), seen, strict=True
    ):
        relation, key, attributes = told[manner]
        yield Edge(ids[source], ids[target], relation, key, attributes, claims, *dates)


def _claims(net: Net, edges: NDArray[np.int64]) -> Iterator[tuple[str, ...]]:
    """The claims of each edge in order, called as `Extraction.claim_ids` calls them."""
    many, articles, numbers = net.claims_of(edges)
    names = looked_up(net.article_id, articles)
    claims = [f"{name}:{number}" for name, number in zip(names, numbers.tolist(), strict=True)]
    end = 0
    for count in many.tolist():
        start, end = end, end + count
        yield tuple(sorted(claims[start:end]))
