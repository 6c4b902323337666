"""Values as literals of SQL: for a parameter DuckDB loads pandas, if it is there, and no question is to await that."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

NUMBER = re.compile("0|[1-9][0-9]{0,8}")
"""Of a claim in its article."""


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
    return f"(SELECT {_unnested(sorted(text for text in texts if chr(0) not in text))})"


def any_number(numbers: Iterable[int]) -> str:
    """What stands behind IN for one of these numbers.

    >>> any_number({7, 5})
    "(SELECT unnest('[5, 7]'::INTEGER[]))"
    """
    return f"(SELECT unnest('{sorted(numbers)}'::INTEGER[]))"


def any_claim(ids: Iterable[str]) -> str:
    """A table with the columns document and n of the claims with these ids.

    >>> print(any_claim(["a.txt:3"]))
    (SELECT unnest(from_json('["a.txt"]', '["VARCHAR"]')) AS document, unnest('[3]'::INTEGER[]) AS n)
    """
    split = [(document, n) for document, _, n in (id.rpartition(":") for id in sorted(ids)) if NUMBER.fullmatch(n)]
    told = [(document, int(n)) for document, n in split if "\0" not in document]
    documents, numbers = [document for document, _ in told], [n for _, n in told]
    return f"(SELECT {_unnested(documents)} AS document, unnest('{numbers}'::INTEGER[]) AS n)"


def _unnested(texts: list[str]) -> str:
    listed = json.dumps(texts, ensure_ascii=False)
    return f"unnest(from_json({quoted(listed)}, '[\"VARCHAR\"]'))"
