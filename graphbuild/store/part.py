"""Reading the part of a store that resolving some persons again takes: their articles, and what these stand on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from graphbuild.model import EntityKind, Evidence, Relation
from graphbuild.resolve import ClaimSet, Judgements, Part
from graphbuild.resolve.articles import Key
from graphbuild.resolve.edges import Saying
from graphbuild.resolve.handovers import turns_of
from graphbuild.resolve.hierarchy import Hierarchy
from graphbuild.resolve.ids import KnownIds, assigned_key, id_stem
from graphbuild.resolve.naming import person_name
from graphbuild.resolve.posts import Posts
from graphbuild.resolve.setting import Setting

from .codec import decode_claim
from .judgement_file import parse_judgements
from .reader import Reader

PERSON = f"{EntityKind.PERSON}:"
"""What the keys of persons' records begin with in `assigned_ids` and `former_ids`."""

Attributes = Mapping[str, Mapping[str, Any]]
"""Attributes of entities by id."""

ANY = "(SELECT unnest(${}::VARCHAR[]))"
"""The texts of a parameter that is a list."""

NAMES = f"(SELECT '{PERSON}' || name FROM person_names WHERE block IN {ANY.format(1)})"
"""Keys of the records of the blocks that the first parameter lists."""


def judged(reader: Reader) -> Judgements:
    """The judgements that the graph obeys."""
    entries = reader.rows("SELECT toml FROM judged ORDER BY n")
    return parse_judgements("".join(toml for (toml,) in entries), "the graph")


def sharing_ids(reader: Reader, blocks: Iterable[str]) -> set[str]:
    """`blocks` with those whose records have or had an id that records of `blocks` have or had."""
    wanted = list(blocks)
    found = reader.rows(
        "WITH given AS (SELECT key, entity FROM assigned_ids UNION ALL SELECT key, entity FROM former_ids),"
        f" ids AS (SELECT DISTINCT entity FROM given WHERE key IN {NAMES})"
        " SELECT DISTINCT block FROM person_names WHERE"
        f" '{PERSON}' || name IN (SELECT key FROM given WHERE entity IN (SELECT entity FROM ids))",
        wanted,
    )
    return {*wanted, *(block for (block,) in found)}


def read_part(reader: Reader, blocks: frozenset[str]) -> Part:
    """Read all that bears on the persons of these blocks of names."""
    records = reader.rows(
        f"SELECT entity, document, key FROM members WHERE starts_with(entity, '{EntityKind.PERSON}/')"
        f" AND '{PERSON}' || key IN {NAMES}",
        list(blocks),
    )
    documents = sorted({document for _, document, _ in records})
    before = frozenset(entity for entity, _, _ in records)
    claim_sets = tuple(_claim_sets(reader, documents))
    homes = reader.rows(
        f"SELECT entity, document, key FROM members WHERE document IN {ANY.format(1)}"
        f" AND NOT starts_with(entity, '{EntityKind.PERSON}/')",
        documents,
    )
    of_kind: defaultdict[str, dict[Key, str]] = defaultdict(dict)
    for entity, document, key in homes:
        of_kind[entity.partition("/")[0]][document, key] = entity
    told = _attributes(reader, [*of_kind[EntityKind.EVENT].values(), *of_kind[EntityKind.PLACE].values()])
    posts = _posts(reader, before)
    return Part(
        blocks,
        claim_sets,
        _setting(reader, of_kind, told),
        {assigned_key(EntityKind(kind), key): id for kind, found in of_kind.items() for key, id in found.items()},
        {id: str(told[id]["date"]) for id in of_kind[EntityKind.EVENT].values()},
        _known_ids(reader, blocks),
        posts,
        _names(reader, {end for one in posts.said for end in (one.source, one.target)}),
        before,
    )


def _claim_sets(reader: Reader, documents: Collection[str]) -> Iterator[ClaimSet]:
    wanted = list(documents)
    published = reader.rows(f"SELECT id, published FROM documents WHERE id IN {ANY.format(1)} ORDER BY id", wanted)
    claims: defaultdict[str, list[Any]] = defaultdict(list)
    for document, id, kind, payload, *at in reader.rows(
        'SELECT document, id, kind, payload, start, "end", word_start, word_end, rule, confidence FROM claims'
        f" WHERE document IN {ANY.format(1)} ORDER BY document, n",
        wanted,
    ):
        claims[document].append((id, decode_claim(kind, payload, Evidence(document, *at))))
    for document, date in published:
        yield ClaimSet(document, date, tuple(claims[document]))


def _setting(
    reader: Reader, of_kind: Mapping[str, Mapping[Key, str]], told: Mapping[str, Mapping[str, Any]]
) -> Setting:
    units, events, places = (of_kind.get(kind, {}) for kind in (EntityKind.UNIT, EntityKind.EVENT, EntityKind.PLACE))
    wanted = sorted(set(units.values()))
    labels = dict(reader.rows(f"SELECT entity, label FROM unit_labels WHERE entity IN {ANY.format(1)}", wanted))
    numbers = {id: n for n, id in enumerate(sorted(set(events.values())))}
    parents: defaultdict[str, set[str]] = defaultdict(set)
    for label, parent in reader.rows("SELECT label, parent FROM label_parents"):
        parents[label].add(parent)
    return Setting(
        Hierarchy(
            {label: frozenset(above) for label, above in parents.items()},
            dict(reader.rows("SELECT label, level FROM label_levels")),
        ),
        {key: labels[id] for key, id in units.items()},
        {key: numbers[id] for key, id in events.items()},
        {key: str(told[id]["type"]) for key, id in places.items()},
    )


def _known_ids(reader: Reader, blocks: Iterable[str]) -> KnownIds:
    """Ids of these names' records, and all that look like an id that a person of these names may be given."""
    wanted = list(blocks)
    assigned = reader.rows(f"SELECT document, key, entity FROM assigned_ids WHERE key IN {NAMES}", wanted)
    former = reader.rows(
        f"SELECT document, key, list(entity ORDER BY n) FROM former_ids WHERE key IN {NAMES} GROUP BY ALL", wanted
    )
    names = reader.rows(f"SELECT name FROM person_names WHERE block IN {ANY.format(1)}", wanted)
    stems = sorted({id_stem(EntityKind.PERSON, person_name([name])) for (name,) in names})
    alike = reader.rows(
        "SELECT DISTINCT entity FROM (SELECT entity FROM assigned_ids UNION ALL SELECT entity FROM former_ids)"
        f" WHERE entity IN {ANY.format(1)} OR regexp_replace(entity, '-[0-9]+$', '') IN {ANY.format(1)}",
        stems,
    )
    return KnownIds(
        {(document, key): entity for document, key, entity in assigned},
        {(document, key): tuple(ids) for document, key, ids in former},
        frozenset(entity for (entity,) in alike),
    )


def _posts(reader: Reader, persons: Iterable[str]) -> Posts:
    """The claims of posts of these persons; and, where a post is one of a kind or changes hands, those of everybody."""
    found = reader.rows(
        "WITH whose AS (SELECT claim, source FROM edge_claims JOIN edges ON n = edge"
        f" WHERE relation = '{Relation.HOLDS}'),"
        f" own AS (SELECT posts.* FROM posts JOIN whose USING (claim) WHERE source IN {ANY.format(1)}),"
        " shared AS (SELECT DISTINCT unit, post FROM own WHERE sole OR follows IS NOT NULL"
        " OR claim IN (SELECT follows FROM posts WHERE follows IS NOT NULL))"
        " SELECT source, unit, claim, document, date, title, role, status, rank, post, sole, starts, ends, follows"
        " FROM posts JOIN whose USING (claim)"
        f" WHERE source IN {ANY.format(1)} OR (unit, post) IN (SELECT (unit, post) FROM shared)",
        list(persons),
    )
    said: list[Saying] = []
    titles: dict[str, str] = {}
    sole: set[tuple[str, str]] = set()
    for person, unit, claim, document, date, title, role, status, rank, post, is_sole, *_ in found:
        said.append(Saying(person, unit, Relation.HOLDS, "", claim, document, date, title, role, status, rank))
        titles[title] = post
        if is_sole:
            sole.add((unit, post))
    turns = turns_of(
        (row[2] for row in found if row[-3]),
        (row[2] for row in found if row[-2]),
        {row[2]: row[-1] for row in found if row[-1] is not None},
    )
    return Posts(tuple(said), titles, turns, frozenset(sole))


def _attributes(reader: Reader, ids: Iterable[str]) -> Attributes:
    found = reader.rows(f"SELECT id, attributes FROM entities WHERE id IN {ANY.format(1)}", sorted(set(ids)))
    return {id: json.loads(attributes) for id, attributes in found}


def _names(reader: Reader, ids: Iterable[str]) -> Mapping[str, str]:
    return dict(reader.rows(f"SELECT id, name FROM entities WHERE id IN {ANY.format(1)}", sorted(ids)))
