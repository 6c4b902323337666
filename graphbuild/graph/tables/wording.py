"""Cells in words."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Link, Node


def period(first: str, last: str) -> str:
    """Return '2021-07' for one date and '2021-07 to 2022' for two; '' where nothing is known.

    >>> period("2021-07", "2022")
    '2021-07 to 2022'
    """
    return first if last in ("", first) else f"{first} to {last}"


def edge_words(key: str) -> str:
    """What tells an edge from others between the same two, in words.

    >>> edge_words("Tư lệnh|former")
    'Tư lệnh, former'
    """
    return key.replace("|", ", ")


def did(link: Link) -> str:
    """What an edge says, in words: its key, or its relation where it has none."""
    return edge_words(link.key) or link.relation


def stated(post: Link) -> str:
    """What articles state of a posting's beginning and end: 'from 2019-07-11, until 2023-06-16'."""
    words = (("from", "start"), ("until", "end"), ("over by", "left_by"))
    return ", ".join(f"{word} {post.text(name)}" for word, name in words if post.text(name))


def holding(command: Link) -> str:
    """From when and until when the gazetteer knows one unit to be part of another: 'until 2025-07-01'."""
    words = (("from", "valid_from"), ("until", "valid_to"))
    return ", ".join(f"{word} {command.text(name)}" for word, name in words if command.text(name))


def listed(words: Iterable[str]) -> str:
    """Words in one cell, each once: 'chairs; speaks'."""
    return "; ".join(dict.fromkeys(words))


def names(nodes: Iterable[Node]) -> str:
    """The names of nodes in one cell."""
    return "; ".join(node.name for node in nodes)
