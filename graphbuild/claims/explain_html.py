"""An explanation as HTML for a notebook: coloured mentions, then the claims in tables. Every word is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..model import MentionKind
from .explain import ExplainedClaim, Explanation, Part

COLOURS = {
    MentionKind.PERSON: "#cfe3ff",
    MentionKind.RANK: "#e6dcff",
    MentionKind.TITLE: "#ffdff0",
    MentionKind.UNIT: "#cdeecb",
    MentionKind.EVENT: "#ffe3bd",
    MentionKind.PLACE: "#c8f0ec",
    MentionKind.DATE: "#f3efa9",
    MentionKind.REFERENCE: "#dfe3e8",
}
"""Backgrounds on which black letters read well; the kind is also said when one points at a mention."""

COLUMNS = ("claim", "sentence", "rule", "confidence")


def as_html(explanation: Explanation) -> str:
    """Return the explanation as one HTML fragment that needs no style sheet or script of its own."""
    legend = " ".join(_marked(kind, escape(kind)) for kind in explanation.kinds())
    tables = "".join(_table(kind, claims) for kind, claims in explanation.by_kind().items())
    text = _text(explanation.parts)
    return f'<div><p>{legend}</p><p style="white-space:pre-wrap">{text}</p>{tables}</div>'


def _text(parts: Iterable[Part]) -> str:
    return "".join(escape(part) if isinstance(part, str) else _marked(part.kind, _text(part.parts)) for part in parts)


def _marked(kind: MentionKind, inside: str) -> str:
    """`inside` is HTML already."""
    style = f"background:{COLOURS[kind]};color:#000;border-radius:3px;padding:0 2px"
    return f'<mark title="{kind}" style="{style}">{inside}</mark>'


def _table(kind: str, claims: Iterable[ExplainedClaim]) -> str:
    head = "".join(f'<th style="text-align:left">{column}</th>' for column in COLUMNS)
    rows = "".join(f"<tr>{''.join(_cells(claim))}</tr>" for claim in claims)
    return f"<h5>{escape(kind)}</h5><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(claim: ExplainedClaim) -> Iterator[str]:
    before, words, after = (
        escape(claim.sentence[start:end])
        for start, end in (
            (0, claim.mark_start),
            (claim.mark_start, claim.mark_end),
            (claim.mark_end, len(claim.sentence)),
        )
    )
    for cell in (escape(claim.says), f"{before}<u>{words}</u>{after}", escape(claim.rule), f"{claim.confidence:.2f}"):
        yield f'<td style="text-align:left">{cell}</td>'
