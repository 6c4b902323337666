"""The forms of all names, written with the graph, so that a search reads those alone that answer.

Whoever searches writes nothing, and does not wait for numpy, which writing needs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .literals import quoted
from .reader import Reader

if TYPE_CHECKING:
    import duckdb


class FormRow(NamedTuple):
    """A form of the name of an entity, as the table has it; `n` numbers those of one entity."""

    entity: str
    kind: str
    name: str
    extra: str
    articles: int
    n: int
    is_alias: bool
    text: str
    key: str
    line: str
    spelled: str


class Found(NamedTuple):
    """A form that answers, with its grade and whether it has the accents that were typed."""

    entity: str
    kind: str
    name: str
    extra: str
    text: str
    is_alias: bool
    grade: int
    accents: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form is to have.

    Attributes
    ----------
    key: it is graded by how much of this is its key. words: it is graded by whether these are words of it.
    pieces: all of these stand in its line. near: and one of these words, if there are any.
    """

    key: str
    words: Sequence[str]
    pieces: Sequence[str]
    near: Sequence[str] = ()


ORDER = "grade DESC, accents DESC, is_alias, articles DESC, name, entity, n"


Spell = Callable[[str, bool], Iterable[tuple[str, str]]]
"""Of a text and whether it names a unit: the key of each of its forms, and the words with accents."""

DIFFERENT = """SELECT DISTINCT name, kind = 'unit' FROM entities
UNION SELECT DISTINCT alias, kind = 'unit' FROM aliases JOIN entities ON id = entity ORDER BY ALL"""

EVERY = """INSERT INTO forms
WITH told AS MATERIALIZED (
    SELECT *, 0 AS place, name AS text, kind = 'unit' AS is_unit FROM named
    UNION ALL SELECT named.*, n + 1, alias, kind = 'unit' FROM aliases JOIN named ON id = entity
), articles AS (
    SELECT entity, count(DISTINCT document)::INTEGER AS articles FROM members GROUP BY entity
)
SELECT id, kind, name, extra, coalesce(articles, 0),
    (row_number() OVER (PARTITION BY id ORDER BY place, spelling) - 1)::INTEGER AS n,
    place > 0, text, key, ' ' || key || ' ' || extras.words || ' ', spelled
FROM told JOIN spelled USING (text, is_unit) JOIN extras USING (extra) LEFT JOIN articles ON articles.entity = id
ORDER BY id, n"""
"""A text and whether it is a unit's are one key: were they two conditions, all units might be joined with all texts."""


def put_every_form(
    connection: duckdb.DuckDBPyConnection, spell: Spell, words: Callable[[str], str], extra: Mapping[str, str]
) -> None:
    """Write the forms of all names that the store has, and their words, in place of those of before.

    Many names are borne by several, so that each text is looked at once, and the rest is told beside it.

    Parameters
    ----------
    spell: the forms of a text. words: the words of what tells namesakes apart. extra: that attribute of each kind.
    """
    from .tables import insert

    of_kind = " ".join(f"WHEN {quoted(kind)} THEN attributes->>{quoted(name)}" for kind, name in extra.items())
    telling = f"coalesce(CASE kind {of_kind} END, '') AS extra"
    connection.execute(f"CREATE TEMP TABLE named AS SELECT id, kind, name, {telling} FROM entities")
    connection.execute(
        "CREATE TEMP TABLE spelled (text VARCHAR, is_unit BOOLEAN, spelling INTEGER, key VARCHAR, spelled VARCHAR)"
    )
    connection.execute("CREATE TEMP TABLE extras (extra VARCHAR, words VARCHAR)")
    texts = connection.execute(DIFFERENT).fetchall()
    spellings = ((text, unit, n, *form) for text, unit in texts for n, form in enumerate(spell(text, unit)))
    insert(connection, "spelled", spellings)
    extras = connection.execute("SELECT DISTINCT extra FROM named ORDER BY extra").fetchall()
    insert(connection, "extras", ((one, words(one)) for (one,) in extras))
    connection.execute("DELETE FROM forms")
    connection.execute(EVERY)
    for table in ("named", "spelled", "extras"):
        connection.execute(f"DROP TABLE temp.{table}")
    _put_words(connection)


def put_forms(connection: duckdb.DuckDBPyConnection, rows: Iterable[FormRow], changed: Collection[str]) -> None:
    """Make `rows` the forms of the entities that have changed, and note the words of all."""
    from .tables import delete, insert

    delete(connection, "forms", "entity", changed)
    insert(connection, "forms", rows)
    _put_words(connection)


def _put_words(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("DELETE FROM words")
    connection.execute("INSERT INTO words SELECT DISTINCT unnest(string_split(trim(line), ' ')) AS word FROM forms")


def answering(
    reader: Reader, typed: Iterable[Typed], accents: Sequence[str], kinds: Collection[str], grade: int | None, most: int
) -> list[Found]:
    """The first `most` forms that have what was typed in one of these ways, best first.

    Parameters
    ----------
    accents: words with accents, by which forms of one grade are told apart. kinds: of entities, all if empty.
    grade: of every form; None grades them 5 where the key is that of the name, 4 where it begins it, 3 where the name
        has all of the words and 2 where it has parts of them.
    """
    ways = list(typed)
    has = " OR ".join(f"({_has(one)})" for one in ways)
    graded = str(grade) if grade else f"greatest({', '.join(map(_grade, ways))})"
    spelled = " AND ".join(_contains("spelled", f" {word}") for word in accents) or "FALSE"
    among = f" AND kind IN ({', '.join(map(quoted, kinds))})" if kinds else ""
    # Literals and no parameters, for the sake of which DuckDB would load pandas.
    rows = reader.rows(
        f"SELECT entity, kind, name, extra, text, is_alias, {graded} AS grade, {spelled} AS accents FROM forms"
        f" WHERE ({has}){among} ORDER BY {ORDER} LIMIT {most}"
    )
    return [Found(*row) for row in rows]


def words_like(reader: Reader, word: str) -> list[str]:
    """Words of forms that begin or end as `word` and are a letter longer or shorter at most."""
    rows = reader.rows(
        f"SELECT word FROM words WHERE length(word) BETWEEN {len(word) - 1} AND {len(word) + 1}"
        f" AND (starts_with(word, {quoted(word[0])}) OR ends_with(word, {quoted(word[-1])})) ORDER BY word"
    )
    return [found for (found,) in rows]


def kind_of(reader: Reader, id: str) -> str | None:
    """The kind of an entity, None where there is none with this id."""
    # No id has a NUL, which would end a literal.
    rows = reader.rows(f"SELECT kind FROM entities WHERE id = {quoted(id)}") if "\0" not in id else []
    return str(rows[0][0]) if rows else None


def _has(typed: Typed) -> str:
    near = " OR ".join(_contains("line", f" {word} ") for word in typed.near)
    return " AND ".join(
        [*(_contains("line", piece) for piece in typed.pieces), *([f"({near})"] if near else [])] or ["TRUE"]
    )


def _grade(typed: Typed) -> str:
    words = " AND ".join(_contains("line", f" {word} ") for word in typed.words) or "TRUE"
    key = quoted(typed.key)
    return (
        f"CASE WHEN NOT ({_has(typed)}) THEN 0 WHEN key = {key} THEN 5 WHEN starts_with(key, {key}) THEN 4"
        f" WHEN {words} THEN 3 ELSE 2 END"
    )


def _contains(column: str, piece: str) -> str:
    return f"contains({column}, {quoted(piece)})"
