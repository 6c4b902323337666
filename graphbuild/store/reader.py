"""Everything that is read from a store; nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from graphbuild.model import (
    Claim,
    Conflict,
    ConflictKind,
    ConflictSide,
    DateSource,
    Document,
    Edge,
    Entity,
    EntityKind,
    Evidence,
    PartialDate,
    Quote,
    Relation,
)

from .codec import decode_blocks, decode_claim, decode_cuts
from .literals import any_claim, any_text

if TYPE_CHECKING:
    import duckdb

    from graphbuild.resolve import ClaimSet, Doubt
    from graphbuild.resolve.record_ids import RecordIds

    from .asking import Found, Parameters

ARTICLES = 2000
"""Articles whose claims are held in memory at a time."""

BATCH = 50_000
"""Rows of a table that are held in memory at a time where it is read whole."""


class Reader(AbstractContextManager["Reader"]):
    """A store open for reading; close it, or use it in a `with` statement.

    It sees the graph as it was published when the reader was opened, however many builds follow.

    Example
    -------
    >>> with Workspace("output").open_reader() as reader:  # doctest: +SKIP
    ...     print(reader.meta()["program"], len(reader.entities()))
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def meta(self) -> dict[str, str]:
        """The format's version, and what the claims were made with."""
        return dict(self.rows("SELECT name, value FROM meta"))

    def digests(self) -> dict[str, str]:
        """Article id -> digest of the bytes it was read from."""
        return dict(self.rows("SELECT id, digest FROM documents"))

    def sources(self) -> dict[str, str]:
        """Article id -> the path it was read from."""
        return dict(self.rows("SELECT id, source FROM documents"))

    def failures(self) -> tuple[tuple[str, str], ...]:
        """(source, error) of what the last build could not read."""
        return tuple(self.rows("SELECT source, error FROM failures ORDER BY source, error"))

    def documents(self, ids: Iterable[str]) -> Iterator[Document]:
        """The articles of `ids`, in the order of their ids."""
        wanted = sorted(ids)
        for start in range(0, len(wanted), ARTICLES):
            rows = self.rows(
                "SELECT id, text, digest, title, publisher, byline, published, published_source, url, blocks, cuts"
                " FROM documents WHERE id IN (SELECT unnest($1::VARCHAR[])) ORDER BY id",
                wanted[start : start + ARTICLES],
            )
            yield from (_document(row) for row in rows)

    def claim_sets(self) -> Iterator[ClaimSet]:
        """Every article's claims, in the order of the articles' ids and of the claims in their texts."""
        from graphbuild.resolve import ClaimSet

        articles = self.rows("SELECT id, published FROM documents ORDER BY id")
        for start in range(0, len(articles), ARTICLES):
            chunk = articles[start : start + ARTICLES]
            rows = self.rows(
                'SELECT document, id, kind, payload, start, "end", word_start, word_end, rule, confidence FROM claims'
                " WHERE document BETWEEN $1 AND $2 ORDER BY document, n",
                chunk[0][0],
                chunk[-1][0],
            )
            claims: dict[str, list[tuple[str, Any]]] = {document: [] for document, _ in chunk}
            for document, claim, kind, payload, *evidence in rows:
                claims[document].append((claim, decode_claim(kind, payload, Evidence(document, *evidence))))
            yield from (ClaimSet(document, published, tuple(claims[document])) for document, published in chunk)

    def assigned(self) -> RecordIds:
        """(article id, kind and local key) -> the id of the entity it was resolved to."""
        from graphbuild.resolve.record_ids import RecordIds

        return RecordIds(self.streamed("SELECT document, key, entity FROM assigned_ids"))

    def former(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """(article id, kind and local key) -> other ids that its entity had, oldest first."""
        rows = self.rows("SELECT document, key, list(entity ORDER BY n) FROM former_ids GROUP BY ALL ORDER BY ALL")
        return {(document, key): tuple(ids) for document, key, ids in rows}

    def merged(self) -> dict[str, str]:
        """Id that no entity has any more -> the id of the entity where most of its records are now."""
        return dict(self.rows("SELECT id, entity FROM merged_ids ORDER BY id"))

    def doubtful(self, ids: Collection[str] | None = None) -> list[Doubt]:
        """Pairs that may be one, of `ids` with others or all if that is None.

        Those come first whose answer can change most: likelihood times articles of the smaller.
        """
        from graphbuild.resolve import Doubt

        either = "" if ids is None else f"{_of('a', ids)} UNION SELECT * FROM doubtful{_of('b', ids)}"
        rows = self.rows(
            f"WITH pairs AS (SELECT * FROM doubtful{either}),"
            " sizes AS (SELECT entity, count(DISTINCT document) AS size FROM members"
            " WHERE entity IN (SELECT a FROM pairs UNION SELECT b FROM pairs) GROUP BY entity)"
            " SELECT a, b, likelihood, reasons FROM pairs JOIN sizes x ON x.entity = a JOIN sizes y ON y.entity = b"
            " ORDER BY likelihood * least(x.size, y.size) DESC, likelihood DESC, a, b"
        )
        return [Doubt(a, b, likelihood, tuple(json.loads(reasons))) for a, b, likelihood, reasons in rows]

    def members(self, entity: str) -> tuple[tuple[str, str], ...]:
        """(article id, local key) of every record of the entity, sorted."""
        rows = self.rows("SELECT document, key FROM members WHERE entity = $1 ORDER BY ALL", entity)
        return tuple((document, key) for document, key in rows)

    def entities_of(self, document: str, key: str) -> list[str]:
        """Ids of the entities that have this record; several only where it names things of several kinds."""
        rows = self.rows("SELECT entity FROM members WHERE document = $1 AND key = $2 ORDER BY ALL", document, key)
        return [entity for (entity,) in rows]

    def entity(self, id: str) -> Entity:
        """One entity, without its aliases. Raises KeyError where there is none."""
        rows = self.rows("SELECT id, kind, name, attributes FROM entities WHERE id = $1", id)
        if not rows:
            raise KeyError(id)
        ((_, kind, name, attributes),) = rows
        return Entity(id, EntityKind(kind), name, (), json.loads(attributes), self.members(id))

    def claims_of(self, document: str) -> list[tuple[str, Claim]]:
        """(claim id, claim) of one article, in the order of its text."""
        rows = self.rows(
            'SELECT id, kind, payload, start, "end", word_start, word_end, rule, confidence FROM claims'
            " WHERE document = $1 ORDER BY n",
            document,
        )
        return [(id, decode_claim(kind, payload, Evidence(document, *at))) for id, kind, payload, *at in rows]

    def claim(self, id: str) -> tuple[str, Claim] | None:
        """The article's id and the claim, None where there is no such claim."""
        rows = self.rows(
            'SELECT document, kind, payload, start, "end", word_start, word_end, rule, confidence FROM claims'
            " WHERE id = $1",
            id,
        )
        return next(((doc, decode_claim(kind, text, Evidence(doc, *at))) for doc, kind, text, *at in rows), None)

    def entities(self, ids: Collection[str] | None = None) -> tuple[Entity, ...]:
        """The entities of `ids`, every one if that is None, in the order of the ids."""
        aliases: dict[str, list[str]] = {}
        of_entity = _of("entity", ids)
        for entity, alias in self.rows(f"SELECT entity, alias FROM aliases{of_entity} ORDER BY entity, n"):
            aliases.setdefault(entity, []).append(alias)
        members: dict[str, list[tuple[str, str]]] = {}
        for entity, *member in self.rows(f"SELECT entity, document, key FROM members{of_entity} ORDER BY ALL"):
            members.setdefault(entity, []).append((member[0], member[1]))
        rows = self.rows(f"SELECT id, kind, name, attributes FROM entities{_of('id', ids)} ORDER BY id")
        return tuple(
            Entity(
                id,
                EntityKind(kind),
                name,
                tuple(aliases.get(id, ())),
                json.loads(attributes),
                tuple(members.get(id, ())),
            )
            for id, kind, name, attributes in rows
        )

    def edges(self) -> tuple[Edge, ...]:
        """Every edge, in the order of source, target, relation and key."""
        claims: dict[int, list[str]] = {}
        for edge, claim in self.rows("SELECT edge, claim FROM edge_claims ORDER BY edge, claim"):
            claims.setdefault(edge, []).append(claim)
        rows = self.rows(
            "SELECT n, source, target, relation, key, attributes, count, first, last"
            " FROM edges ORDER BY source, target, relation, key"
        )
        return tuple(
            Edge(
                source,
                target,
                Relation(relation),
                key,
                json.loads(attributes),
                tuple(claims.get(n, ())),
                count,
                first,
                last,
            )
            for n, source, target, relation, key, attributes, count, first, last in rows
        )

    def conflicts(self, about: Collection[str] | None = None) -> tuple[Conflict, ...]:
        """What articles contradict each other about, of these ids or all if that is None.

        They come in the order of `Resolution.conflicts`.
        """
        rows = self.rows(
            "SELECT kind, about, one, one_date, one_claim, other, other_date, other_claim FROM conflicts"
            f"{_of('about', about)}"
        )
        found = (
            Conflict(ConflictKind(kind), about, ConflictSide(*sides[:3]), ConflictSide(*sides[3:]))
            for kind, about, *sides in rows
        )
        return tuple(sorted(found, key=lambda conflict: conflict.order))

    def counts(self) -> dict[str, int]:
        """How many rows of each kind there are: documents, claims, edges, and each kind of entity by its name."""
        rows = self.rows(
            "SELECT 'documents', count(*) FROM documents UNION ALL SELECT 'claims', count(*) FROM claims"
            " UNION ALL SELECT 'edges', count(*) FROM edges UNION ALL SELECT kind, count(*) FROM entities GROUP BY kind"
        )
        return {kind.value: 0 for kind in EntityKind} | dict(rows)

    def quotes(self, claims: Collection[str] | None = None) -> dict[str, Quote]:
        """Claim id -> its sentence with the article it stands in; None gives those of every edge."""
        if claims is not None and not claims:
            return {}
        told = "SELECT * FROM claims WHERE id IN (SELECT claim FROM edge_claims)"
        if claims is not None:
            # Found by article and number, which is sooner done than by id, and read by their rows: else DuckDB unpacks
            # the sentences of all others too.
            these = f"SELECT claims.rowid FROM claims JOIN {any_claim(claims)} USING (document, n)"
            told = f"SELECT * EXCLUDE payload FROM claims WHERE rowid IN ({these})"
        rows = self.rows(
            f"WITH c AS {'NOT ' if claims is None else ''}MATERIALIZED ({told})"
            " SELECT c.id, d.id, coalesce(d.title, ''), coalesce(d.url, ''), coalesce(d.published, ''),"
            " c.sentence, c.word_start - c.start, c.word_end - c.start,"
            " c.rule, c.confidence, c.caption, coalesce(d.publisher, '')"
            " FROM c JOIN documents d ON d.id = c.document ORDER BY d.id, c.n"
        )
        return {row[0]: Quote(*row) for row in rows}

    def ask(self, query: str, parameters: Parameters = ()) -> Found:
        """Answer a question in SQL from the views. Raises UsageError as `asking.ask` does."""
        from .asking import ask

        return ask(self._connection, query, parameters)

    def columns(self, statement: str, *parameters: object) -> Mapping[str, Any]:
        """What a query gives, as one NumPy array a column; for the modules of the store."""
        return self._connection.execute(statement, list(parameters)).fetchnumpy()

    def streamed(self, statement: str, *parameters: object) -> Iterator[tuple[Any, ...]]:
        """What `rows` gives, a few at a time; no other query may be asked in between."""
        found = self._connection.execute(statement, list(parameters))
        while rows := found.fetchmany(BATCH):
            yield from rows

    def rows(self, statement: str, *parameters: object) -> list[Any]:
        """What a query gives; for the modules of the store."""
        return self._connection.execute(statement, list(parameters)).fetchall()


def _of(column: str, chosen: Collection[str] | None) -> str:
    """The condition that the column is one of these; none where that is None."""
    return "" if chosen is None else f" WHERE {column} IN {any_text(chosen)}"


def _document(row: tuple[Any, ...]) -> Document:
    id, text, digest, title, publisher, byline, published, published_source, url, blocks, cuts = row
    date = PartialDate.parse(published, DateSource(published_source)) if published else None
    return Document(id, text, digest, title, publisher, byline, date, url, decode_blocks(blocks), decode_cuts(cuts))
