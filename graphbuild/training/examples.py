"""A sentence to learn from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its names as (start, end, label): offsets of characters, label PERSON, UNIT or PLACE."""

    text: str
    names: tuple[tuple[int, int, str], ...]


class Writer:
    """Builds a Marked piece by piece; a name within a name is part of the outer one."""

    def __init__(self) -> None:
        self._text = ""
        self._names: list[tuple[int, int, str]] = []

    def add(self, text: str, label: str = "") -> None:
        """Append words; with a label they are a name."""
        if label:
            self._names.append((len(self._text), len(self._text) + len(text), label))
        self._text += text

    def sentence(self) -> Marked:
        """What has been written."""
        return Marked(self._text, tuple(self._names))
