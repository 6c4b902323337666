"""The gazetteer from outside, as `graphbuild.gazetteer`: look into it, try it, add to a folder of one's own.

Example
-------
>>> import graphbuild as gb
>>> gb.gazetteer.add("mine", "known_units", name="Sư đoàn 941", source="notes")     # doctest: +SKIP
>>> gb.gazetteer.check("mine")                                                      # doctest: +SKIP
()
>>> gb.build(["articles/"], "output", gazetteer=["mine"])                           # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graphbuild.resources import Fault, check_gazetteer, schema_of
from graphbuild.resources.adding import Added, add_to_gazetteer
from graphbuild.resources.listing import Listed, list_gazetteer

from .settings_file import settings_schema
from .trying import Tried, try_sentence

__all__ = ["Added", "Fault", "Listed", "Tried", "add", "check", "entries", "schema", "test"]


def check(*folders: str | Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with folders laid over the gazetteer, () where nothing is.

    Parameters
    ----------
    folders: folders, single files of units, names of shipped packs; none checks the shipped gazetteer itself.

    Raises ResourceError for a folder that is not there or holds no data file.

    Example
    -------
    >>> check("en")
    ()
    """
    return check_gazetteer([Path(folder) for folder in folders])


def entries(kind: str = "", text: str = "", *, gazetteer: Sequence[str | Path] = ()) -> tuple[Listed, ...]:
    """Return what the gazetteer holds, with file and line.

    Parameters
    ----------
    kind: the name of a data file without .toml ('ranks'); '' is all.
    text: only entries with these words, accents or not.
    gazetteer: what is laid over the shipped one.

    Raises UsageError for a kind that there is not, ResourceError for files that are not right.

    Example
    -------
    >>> [found.name for found in entries("ranks", "thieu tuong")]
    ['Thiếu tướng']
    """
    return list_gazetteer(kind, text, [Path(name) for name in gazetteer])


def test(sentence: str, *, gazetteer: Sequence[str | Path] = (), ner: bool = True) -> Tried:
    """Return which entries are found in a sentence, and what the rules make of them.

    Parameters
    ----------
    sentence: any text.
    gazetteer: what is laid over the shipped one.
    ner: let the statistical NER name what no rule explains.

    Raises ReadError for an empty text, ResourceError for files that are not right.

    Example
    -------
    >>> test("Thiếu tướng Trần Văn Minh").entries[0].entry      # doctest: +SKIP
    'Thiếu tướng'
    """
    return try_sentence(sentence, gazetteer, ner=ner)


def add(folder: str | Path, kind: str, **fields: Any) -> Added:
    """Add an entry, or words to a list, to a data file in a folder of one's own; its comments stay.

    Parameters
    ----------
    folder: made where it is missing.
    kind: the name of the data file without .toml.
    fields: the entry's fields; lists as lists. Of files with several tables a dictionary a table:
        `add("mine", "words", grammar={"stop_words": ["vả"]})`.

    Raises UsageError for a kind or a field that there is not, ResourceError where the file would not be right: it then
    stays as it was.

    Example
    -------
    >>> add("mine", "known_units", name="Sư đoàn 941", source="notes").known     # doctest: +SKIP
    False
    """
    return add_to_gazetteer(folder, kind, list(_flat(fields)))


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON schema of a data file, or of graphbuild.toml.

    Parameters
    ----------
    kind: the name of the data file without .toml; 'settings' for graphbuild.toml.

    Raises UsageError for a kind that there is not.

    Example
    -------
    >>> schema("ranks")["$defs"]["Rank"]["required"]
    ['name']
    """
    return settings_schema() if kind == "settings" else schema_of(kind)


def _flat(fields: dict[str, Any], above: str = "") -> Any:
    """('grammar.stop_words', [...]) for nested dictionaries."""
    for name, value in fields.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value
