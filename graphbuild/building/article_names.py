"""Finding articles of a graph by what a user calls them: a path, a folder, a pattern, or an id."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase

from graphbuild.errors import NotFoundError
from graphbuild.readers import is_address
from graphbuild.text import nfc, search_key

ROW = re.compile(r"#\d+$")
"""What tells an article of a file of many apart, behind the name of the file."""

ELSE = "graphbuild sql shows id and source in documents"
"""What to do where nothing is near."""

NEAR = 3
"""Names that are offered in place of one that no article has."""

ALIKE = 3
"""Letters at the beginning in which such a name is the same, where none is alike as a whole."""


class ArticleNames:
    """The articles of a graph by where they were read from and by id.

    Parameters
    ----------
    sources: article id -> the file it was read from, as the build was told; '#' and a number for a row of a file.

    Example
    -------
    >>> names = ArticleNames({"in/a.txt": "/data/in/a.txt", "in/b.jsonl#1": "/data/in/b.jsonl#1"})
    >>> sorted(names.find("/data/in")), sorted(names.find("in/*.jsonl"))
    (['in/a.txt', 'in/b.jsonl#1'], ['in/b.jsonl#1'])
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._by_path = _held((_absolute(source), id) for id, source in sources.items())
        self._by_id = _held((nfc(id), id) for id in sources)
        self._called = (*sources, *sources.values())

    def find(self, name: str) -> frozenset[str]:
        """Ids of the articles that `name` stands for; empty if there are none.

        It is a file or folder that articles were read from, else an id or the folder that ids begin with, else a
        pattern of either: '*' and '?' within a name, '**' for any folders between.
        """
        if not name.strip():
            return frozenset()
        path, id = _absolute(name), name if is_address(name) else os.path.normpath(nfc(name))
        exact = self._by_path.get(path.rstrip("/") or "/") or self._by_id.get(id.rstrip("/"))
        if exact or not glob.has_magic(name):
            return frozenset(exact or ())
        return frozenset(_fitting(self._by_path, _absolute_pattern(name)) or _fitting(self._by_id, id.split("/")))

    def find_all(self, names: Iterable[str]) -> frozenset[str]:
        """Ids of the articles that one of `names` stands for.

        Raises NotFoundError if one of them stands for none, with names that are nearly so.
        """
        found = {name: self.find(name) for name in names}
        unknown = [name for name, ids in found.items() if not ids]
        if unknown:
            first, *others = map(repr, unknown)
            told = f"{first} and {len(others)} others" if others[1:] else " or ".join((first, *others))
            near = self._near(unknown[0])
            do = f"perhaps {' or '.join(map(repr, near))}" if near else ELSE
            raise NotFoundError(f"no article of the graph comes from {told}", do=do)
        return frozenset().union(*found.values())

    def _near(self, name: str) -> list[str]:
        """Ids and sources whose last part is like that of `name`, or else begins as it does."""
        wanted, by_key = search_key(_last(name)), {}
        for called in sorted(self._called, key=lambda called: (-len(called), called)):
            by_key[search_key(_last(called))] = called
        near = get_close_matches(wanted, by_key, NEAR) or [
            key for key in sorted(by_key) if key[:ALIKE] == wanted[:ALIKE]
        ]
        return [by_key[key] for key in near[:NEAR]]


def _held(called: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Name -> ids of the articles called so and of those in a file or folder called so."""
    held: dict[str, list[str]] = {}
    for name, id in called:
        for one in _upwards(name):
            held.setdefault(one, []).append(id)
    return held


def _upwards(name: str) -> Iterator[str]:
    """An article's name, the file of its row, and the folders above."""
    yield name
    file = ROW.sub("", name)
    if file != name:
        yield file
    while (folder := os.path.dirname(file)) not in ("", file):  # noqa: PTH120 - an address is no path
        yield folder
        file = folder


def _absolute(name: str) -> str:
    return nfc(name if is_address(name) else os.path.abspath(name))  # noqa: PTH100 - as readers make ids


def _absolute_pattern(name: str) -> list[str]:
    """The parts of a pattern that begins where `name` does; its first parts may be steps upwards."""
    if is_address(name):
        return nfc(name).split("/")
    parts = nfc(name).split("/")
    first = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    before = "/".join(parts[:first]) or ("/" if name.startswith("/") else ".")
    return [*glob.escape(_absolute(before)).rstrip("/").split("/"), *filter(None, parts[first:])]


def _fitting(held: Mapping[str, list[str]], pattern: list[str]) -> set[str]:
    return {id for name, ids in held.items() if _fits(name.split("/"), pattern) for id in ids}


def _fits(parts: list[str], pattern: list[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_fits(parts[n:], pattern[1:]) for n in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _fits(parts[1:], pattern[1:])


def _last(name: str) -> str:
    return name.rstrip("/").rpartition("/")[2]
