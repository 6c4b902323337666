"""What was found in an article and what was made of it, ready to be shown: nothing but what the article says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import (
    Claim,
    ClusterClaim,
    Document,
    EventClaim,
    Extraction,
    Mention,
    MentionKind,
    ParentClaim,
    ParticipationClaim,
    PlaceClaim,
    PostingClaim,
    RankClaim,
    UnitClaim,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention in the text; its parts are plain words and the mentions inside it."""

    kind: MentionKind
    parts: tuple[Part, ...]


Part = str | Marked
"""A stretch of the text: plain words, or a mention."""


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """One claim with the words that carry it.

    Attributes
    ----------
    kind: posting, rank, event, participation, parent, cluster, unit or place.
    says: the claim in a few words.
    sentence: the words of the article; from `mark_start` to `mark_end` those that carry the claim.
    rule: name of the rule or model that made it; `confidence`: how sure it is, 0 to 1.
    """

    kind: str
    says: str
    sentence: str
    mark_start: int
    mark_end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with its mentions marked, and the claims by their kind.

    In a notebook it is shown as coloured text.

    Attributes
    ----------
    document: the article. parts: its text in pieces, marked or not. claims: every claim with its sentence and rule.
    """

    document: Document
    parts: tuple[Part, ...]
    claims: tuple[ExplainedClaim, ...]

    def by_kind(self) -> dict[str, tuple[ExplainedClaim, ...]]:
        """Kind -> its claims in their order; kinds in the order in which they first come."""
        kinds = dict.fromkeys(claim.kind for claim in self.claims)
        return {kind: tuple(claim for claim in self.claims if claim.kind == kind) for kind in kinds}

    def kinds(self) -> tuple[MentionKind, ...]:
        """The kinds of mentions that the text has, in the order of the vocabulary."""
        found = {mark.kind for mark in _marks(self.parts)}
        return tuple(kind for kind in MentionKind if kind in found)

    def _repr_html_(self) -> str:
        from .explain_html import as_html

        return as_html(self)


def explain(extraction: Extraction) -> Explanation:
    """Return an article with what was found in it.

    Example
    -------
    >>> explain(extraction).claims[0].rule  # doctest: +SKIP
    'unit named'
    """
    text = extraction.document.text
    names = {c.event: c.name for c in extraction.claims if isinstance(c, EventClaim)}
    return Explanation(
        extraction.document,
        tuple(mark_mentions(text, extraction.mentions)),
        tuple(_explained(claim, text, names) for claim in extraction.claims),
    )


def mark_mentions(text: str, mentions: Sequence[Mention]) -> Iterator[Part]:
    """Yield the text in parts; a mention inside another is a part of it, one that crosses another's end is left out.

    >>> from graphbuild.model import MentionKind
    >>> list(mark_mentions("ở Khu K9", [Mention(2, 8, "Khu K9", MentionKind.PLACE, "site")]))
    ['ở ', Marked(kind=<MentionKind.PLACE: 'place'>, parts=('Khu K9',))]
    """
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    yield from _between(text, 0, len(text), ordered)


def _between(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Part]:
    """The parts from `start` to `end`; `mentions` are in order, and those that reach beyond are left out."""
    at = start
    for number, mention in enumerate(mentions):
        if mention.start < at or mention.end > end:
            continue
        if text[at : mention.start]:
            yield text[at : mention.start]
        inside = [m for m in mentions[number + 1 :] if m.start < mention.end]
        yield Marked(mention.kind, tuple(_between(text, mention.start, mention.end, inside)))
        at = mention.end
    if text[at:end]:
        yield text[at:end]


def _marks(parts: Sequence[Part]) -> Iterator[Marked]:
    for part in parts:
        if isinstance(part, Marked):
            yield part
            yield from _marks(part.parts)


def _explained(claim: Claim, text: str, names: dict[str, str]) -> ExplainedClaim:
    evidence = claim.evidence
    raw = text[evidence.start : evidence.end]
    sentence = raw.strip()
    start = evidence.start + len(raw) - len(raw.lstrip())
    first, last = (min(max(at - start, 0), len(sentence)) for at in (evidence.word_start, evidence.word_end))
    return ExplainedClaim(claim.kind, _words(claim, names), sentence, first, last, evidence.rule, evidence.confidence)


def _words(claim: Claim, names: dict[str, str]) -> str:
    """The claim in a few words, as the article names things."""
    match claim:
        case RankClaim():
            remark = " (former)" if claim.former else " (doubtful)" if claim.doubtful else ""
            return f"{claim.person}: {claim.rank}{remark}"
        case PostingClaim():
            return f"{claim.person}: {_listed(claim.title, claim.unit)} ({claim.status})"
        case EventClaim():
            return f"{claim.type}: {_listed(claim.name, claim.date, claim.place, claim.organiser)}"
        case ParticipationClaim():
            return f"{claim.person or claim.unit} {_plain(claim.role)}: {names[claim.event]}"
        case UnitClaim():
            also = f"also {_listed(*claim.aliases)}" if claim.aliases else ""
            return f"{claim.unit} ({_listed(claim.type, also)})"
        case ParentClaim():
            return f"{claim.unit}, part of {claim.parent}"
        case ClusterClaim():
            return f"{claim.unit} {'leads' if claim.leads else 'is a member of'} {claim.cluster}"
        case PlaceClaim():
            return f"{claim.place} ({claim.type})"


def _plain(value: str) -> str:
    return value.replace("_", " ")


def _listed(*words: object) -> str:
    return ", ".join(str(word) for word in words if word)
