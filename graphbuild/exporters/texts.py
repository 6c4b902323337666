"""Values as other programs take them: scalars, clean text, columns of one type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..model import Attribute

JOINT = " | "
"""Between the parts of a list where a format knows no lists."""

NOT_TEXT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped, and that databases refuse, such as NUL."""


def clean(text: str) -> str:
    """Return `text` with U+FFFD for each character that no text format can hold.

    >>> clean("Đoàn\\x00 9")
    'Đoàn\ufffd 9'
    """
    return NOT_TEXT.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line.

    >>> one_line("Quân khu\\n 6")
    'Quân khu 6'
    """
    return " ".join(clean(text).split())


def scalar(value: object) -> Attribute:
    """A number or truth value as it is, all else as text; the parts of a list are joined by ' | '."""
    if isinstance(value, int | float):
        return value
    return clean(JOINT.join(map(str, value)) if isinstance(value, tuple | list) else str(value))


def columns(rows: Iterable[Mapping[str, object]]) -> dict[str, type]:
    """The names that any of `rows` has, sorted, each with the type that holds all its values: bool, int, float or str.

    >>> columns([{"level": 70, "known": True}, {"level": 70.5, "rank": "Đại tá"}])
    {'known': <class 'bool'>, 'level': <class 'float'>, 'rank': <class 'str'>}
    """
    found: dict[str, type] = {}
    for row in rows:
        for name, value in row.items():
            kind = type(value) if isinstance(value, bool | int | float) else str
            found[name] = _both(found.get(name, kind), kind)
    return dict(sorted(found.items()))


def _both(one: type, other: type) -> type:
    if one is other:
        return one
    return float if {one, other} == {int, float} else str
