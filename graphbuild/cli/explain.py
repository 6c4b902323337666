"""Printing what was found in an article: coloured in a terminal, with labels in brackets elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .output import mark, print_heading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from graphbuild.claims.explain import ExplainedClaim, Explanation, Part

STYLES = {
    "person": "black on bright_cyan",
    "rank": "black on bright_magenta",
    "title": "black on magenta",
    "unit": "black on bright_green",
    "event": "black on bright_yellow",
    "place": "black on cyan",
    "date": "black on yellow",
    "reference": "black on white",
}
"""By kind of mention; colours that every terminal has."""


def print_explanation(explanation: Explanation) -> None:
    """Print the article with its mentions, then each claim under its kind with sentence, rule and confidence."""
    from rich.console import Console

    print_heading(explanation.document.id)
    console = Console(highlight=False)
    if console.is_terminal and console.color_system and not console.no_color:
        _print_coloured(explanation, console)
    else:
        print(bracketed(explanation.parts))
    for kind, claims in explanation.by_kind().items():
        print()
        print_heading(f"{kind} ({len(claims)})")
        for claim in claims:
            _print_claim(claim)
    print()


def bracketed(parts: Sequence[Part]) -> str:
    """Return the text with each mention in brackets behind its kind.

    >>> from graphbuild.claims.explain import Marked
    >>> from graphbuild.model import MentionKind
    >>> bracketed(["ở ", Marked(MentionKind.PLACE, ("Khu K9",))])
    'ở [PLACE Khu K9]'
    """
    return "".join(
        part if isinstance(part, str) else f"[{part.kind.upper()} {bracketed(part.parts)}]" for part in parts
    )


def _print_coloured(explanation: Explanation, console: Console) -> None:
    from rich.text import Text

    legend = [Text(f" {kind} ", STYLES[kind]) for kind in explanation.kinds()]
    console.print(Text(" ").join(legend))
    console.print(_coloured(explanation.parts))


def _coloured(parts: Sequence[Part]) -> Text:
    """The text with a background for each mention; that of one inside another lies over it."""
    from rich.text import Text

    whole = Text()
    for part in parts:
        if isinstance(part, str):
            whole.append(part)
        else:
            inside = _coloured(part.parts)
            inside.style = STYLES[part.kind]
            whole.append_text(inside)
    return whole


def _print_claim(claim: ExplainedClaim) -> None:
    print(f"  {claim.says} [{claim.rule}, confidence {claim.confidence:.2f}]")
    print(f"    {mark(claim.sentence, claim.mark_start, claim.mark_end)}")
