"""Our misses in the words of ../shared/score/score.py."""

from __future__ import annotations

from graphbuild.evaluate import Cause, Miss


def lines_of_score_py(miss: Miss) -> list[tuple[str, str, str]]:
    """The lines that score.py has for a miss: two for a confusion, none for a status, which it does not look at."""
    if miss.cause is Cause.WRONG_STATUS:
        return []
    if "accuracy" in miss.row:
        return [(miss.document, miss.row, "wrong")]
    facts = {"missed": miss.expected, "extra": miss.found}
    return [(miss.document, miss.row, kind) for kind, fact in facts.items() if fact]
