"""On which line of a TOML file a value stands: what `tomllib` does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""Names of tables and fields, and places in lists from 0: ('unit', 2, 'aliases', 0)."""

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)'
    r"|[\[\]{},=\n]|[^\s\"'#\[\]{},=]+",
    re.DOTALL,
)
"""A string, a comment, a sign, a line's end, or a run of anything else: 'name', '3.5', 'true', 'a.b'."""


def lines_of(text: str) -> Mapping[Path, int]:
    """The line, from 1, of every table, field and list item of `text`, which must be valid TOML.

    >>> lines_of('[[unit]]\\nname = "A"\\naliases = [\\n  "B",\\n]\\n')[("unit", 0, "aliases", 0)]
    4
    """
    return _Reader(text).read()


class _Reader:
    """Walks over the tokens once."""

    def __init__(self, text: str) -> None:
        self.tokens = [*_tokens(text)]
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.entries: dict[Path, int] = {}  # how many entries each [[table]] has so far

    def read(self) -> Mapping[Path, int]:
        table: Path = ()
        while self.at < len(self.tokens):
            if self._next() == "\n":
                self.at += 1
            elif self._next() == "[":
                table = self._header()
            else:
                self._field(table)
        return self.lines

    def _next(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else "\n"

    def _line(self) -> int:
        return self.tokens[min(self.at, len(self.tokens) - 1)][1]

    def _header(self) -> Path:
        """'[name]' or '[[name]]': the path of the fields below it."""
        line, double = self._line(), self.tokens[self.at + 1][0] == "["
        self.at += 1 + double
        keys = self._key("]")
        self.at += 1 + double
        path: Path = ()
        for n, key in enumerate(keys):
            path = (*path, key)
            self.lines.setdefault(path, line)
            last = n == len(keys) - 1
            if last and double:
                self.entries[path] = self.entries.get(path, 0) + 1
            if path in self.entries:
                path = (*path, self.entries[path] - 1)
        self.lines[path] = line
        return path

    def _field(self, table: Path) -> None:
        """'name = value'; of 'a.b = 1' both names are known."""
        line = self._line()
        path = table
        for key in self._key("="):
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)

    def _key(self, end: str) -> list[str]:
        words: list[str] = []
        while self._next() != end:
            words.append(self._next())
            self.at += 1
        parts: list[str] = []
        value: object = tomllib.loads(f"{''.join(words)} = 0")
        while isinstance(value, dict):
            name, value = next(iter(value.items()))
            parts.append(name)
        return parts

    def _value(self, path: Path) -> None:
        if self._next() == "[":
            self._list(path)
        elif self._next() == "{":
            self._inline(path)
        else:
            while self._next() not in (",", "]", "}", "\n"):
                self.at += 1

    def _list(self, path: Path) -> None:
        self.at += 1
        n = 0
        while self._next() != "]":
            if self._next() in (",", "\n"):
                self.at += 1
                continue
            self.lines[(*path, n)] = self._line()
            self._value((*path, n))
            n += 1
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while self._next() != "}":
            if self._next() in (",", "\n"):
                self.at += 1
            else:
                self._field(path)
        self.at += 1


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Every token but comments, with its line."""
    line, seen = 1, 0
    for found in TOKEN.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        if found["comment"] is None:
            yield found.group(), line
