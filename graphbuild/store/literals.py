"""Values as literals of SQL: for a parameter DuckDB loads pandas, if it is there, and no question is to await that."""

from __future__ import annotations

import json
from collections.abc import Iterable


def quoted(text: str) -> str:
    """Text as a literal of SQL: a quote in it is doubled, and nothing else has a meaning there."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def any_text(texts: Iterable[str]) -> str:
    """What stands behind IN for one of these texts; as one text they are read much sooner than as many.

    >>> print(any_text({"b", "d'a"}))
    (SELECT unnest(from_json('["b", "d''a"]', '["VARCHAR"]')))
    """
    # A NUL would end a literal, and nothing in a store has one.
    listed = json.dumps(sorted(text for text in texts if "\0" not in text), ensure_ascii=False)
    return f"(SELECT unnest(from_json({quoted(listed)}, '[\"VARCHAR\"]')))"


def any_number(numbers: Iterable[int]) -> str:
    """What stands behind IN for one of these numbers.

    >>> any_number({7, 5})
    "(SELECT unnest('[5, 7]'::INTEGER[]))"
    """
    return f"(SELECT unnest('{sorted(numbers)}'::INTEGER[]))"
