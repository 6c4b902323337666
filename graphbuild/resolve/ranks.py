"""Ranks of a person as one line of text, the form in which an entity's attribute can carry them."""

from __future__ import annotations

from collections.abc import Iterable

SEPARATOR = "; "


def format_ranks(ranks: Iterable[tuple[str, str]]) -> str:
    """Write (rank, ISO date or '') pairs as one line.

    >>> format_ranks([("Đại tá", "2019-05"), ("Thiếu tướng", "")])
    '2019-05 Đại tá; Thiếu tướng'
    """
    return SEPARATOR.join(f"{date} {rank}".strip() for rank, date in ranks)


def parse_ranks(line: str) -> list[tuple[str, str]]:
    """Read what `format_ranks` wrote.

    >>> parse_ranks("2019-05 Đại tá; Thiếu tướng")
    [('Đại tá', '2019-05'), ('Thiếu tướng', '')]
    """
    return [_parse(part) for part in line.split(SEPARATOR) if part]


def _parse(part: str) -> tuple[str, str]:
    date, _, rank = part.partition(" ")
    return (rank, date) if date[:1].isdigit() else (part, "")
