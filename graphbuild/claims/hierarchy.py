"""Which unit is part of which: by a glued name, by apposition, by 'thuộc', or because no other parent is possible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from ..model import ParentClaim, PartialDate
from ..pipeline.records import UnitSpan
from ..pipeline.tokenizer import pieces
from .article import Article
from .likely_parents import only_command

APPOSED = frozenset({",", "-", "–"})
"""Signs between a unit and its parent: 'Trung đoàn 1187, Sư đoàn 941'."""


def parent_claims(article: Article, day: PartialDate | None) -> Iterator[ParentClaim]:
    """At most one claim a pair of units and rule, in the order of the text."""
    said: set[str] = set()
    for rule in (_glued, _apposition, _listed, only_command):
        for claim in rule(article, day, frozenset(said)):
            if claim.unit != claim.parent:
                yield claim
                said.add(claim.unit)


def _glued(article: Article, day: PartialDate | None, said: frozenset[str]) -> Iterator[ParentClaim]:
    """'Đảng ủy Phòng Chính trị', 'Trường Quân sự Bộ Tư lệnh'."""
    for unit in article.unit_names.units:
        if unit.type in article.clauses.whole:
            continue
        parent = article.unit_names.named(unit.parent)
        if parent is not None and not parent.vague and unit.parent_at:
            start, end = unit.parent_at
            yield ParentClaim(unit.name, unit.parent, day, article.evidence(start, end, "parent in the name", 0.9))


def _apposition(article: Article, day: PartialDate | None, said: frozenset[str]) -> Iterator[ParentClaim]:
    """'Tiểu đoàn 3, Trung đoàn 1187', 'Trung đoàn 1211 trực thuộc Bộ CHQS tỉnh', 'Hải đoàn 88 (Vùng 9 Hải quân)'."""
    chained: UnitSpan | None = None
    furthest = _most_words(article.clauses.belongs)
    for whole, parent in pairwise(article.outer_units):
        if parent.start - whole.end > furthest:
            continue
        child = _last_named(article, whole)
        below, above = (article.unit_names.at((u.start, u.end)) for u in (child, parent))
        if below is None or above is None or below.name in said or below.vague or above.vague:
            continue
        sure = _says_part_of(article, child, parent, chained=whole is chained)
        if sure:
            chained = parent
            yield ParentClaim(
                below.name, above.name, day, article.evidence(child.start, parent.end, "parent in apposition", sure)
            )


@lru_cache(maxsize=4)
def _most_words(phrases: frozenset[str]) -> int:
    """Tokens of the longest phrase; one at least, as for the signs of an apposition."""
    return max((len(pieces(words)) for words in phrases), default=1)


def _listed(article: Article, day: PartialDate | None, said: frozenset[str]) -> Iterator[ParentClaim]:
    """'các đơn vị thuộc Quân khu 6: Sư đoàn 941, Lữ đoàn 1563 và Kho K2190': each of the list is part of it."""
    for n, span in enumerate(article.outer_units):
        parent = article.unit_names.at((span.start, span.end))
        before = article.doc[span.start - 1].lower_ if span.start else ""
        colon = span.end < len(article.doc) and article.doc[span.end].text == ":"
        if parent is None or parent.vague or before not in article.clauses.belongs or not colon:
            continue
        end = span.end + 1
        for member in islice(article.outer_units, n + 1, None):
            unit = article.unit_names.at((member.start, member.end))
            if any(t.lower_ not in article.clauses.joins for t in article.doc[end : member.start]):
                break
            end = member.end
            if unit is not None and not unit.vague and unit.name not in said:
                evidence = article.evidence(span.start, member.end, "list of a parent's units", 0.85)
                yield ParentClaim(unit.name, parent.name, day, evidence)


def _last_named(article: Article, unit: UnitSpan) -> UnitSpan:
    """The 'Trung đoàn 8' of 'Đảng bộ Trung đoàn 8, Sư đoàn 355': the innermost unit at the name's end."""
    inside = [u for u in article.units.ending(unit.end) if u.nested and unit.start < u.start]
    return inside[-1] if inside else unit


def _says_part_of(article: Article, child: UnitSpan, parent: UnitSpan, *, chained: bool) -> float:
    """How sure the words between two units make it that the second is the first one's parent; 0 for not at all.

    `chained`: the first is itself the parent of the unit before it ('Phòng Quân nhu, Cục Hậu cần, Quân khu 2').
    """
    between = article.text(child.end, parent.start).casefold()
    if between in article.clauses.belongs:
        return 0.95
    low, high = (article.gazetteer.unit_type(u.type) for u in (child, parent))
    if low is None or high is None or high.level <= low.level:
        return 0.0
    if between == "(":
        return 0.9
    formation = low.commands and high.commands
    if low.key in article.clauses.party or (low.under and high.key not in low.under):
        return 0.0
    cluster = low.key in article.clauses.clusters and high.commands
    below = formation or cluster or low.scope == "parent" or chained or _in_post(article, child)
    if between in APPOSED and below and not _in_list(article, child, parent):
        return 0.85
    return 0.0


def _in_post(article: Article, unit: UnitSpan) -> bool:
    """'Phó Cục trưởng Cục Quân huấn, Bộ Tổng Tham mưu': a title stands before the unit."""
    title = article.doc.matches.covering(unit.start - 1, "TITLE") if unit.start else None
    return title is not None and title.end == unit.start


def _in_list(article: Article, child: UnitSpan, parent: UnitSpan) -> bool:
    """'Lữ đoàn 1563, Sư đoàn 941 và Kho K2190': commas of a list and not of an apposition."""
    listed = child.start > 0 and article.doc[child.start - 1].text == ","
    before = next(iter(article.units.ending(child.start - 1)), None) if listed else None
    level = article.gazetteer.unit_type(before.type) if before else None
    low = article.gazetteer.unit_type(child.type)
    if level is not None and low is not None and level.level >= low.level:
        return True
    follower = article.doc[parent.end].text if parent.end < len(article.doc) else ""
    begins_list = child.start > 0 and article.doc[child.start - 1].text in (":", ",", "và", ";")
    next_unit = next(iter(article.units.starting(parent.end + 1)), None)
    high = article.gazetteer.unit_type(parent.type)
    upper = article.gazetteer.unit_type(next_unit.type) if next_unit else None
    goes_up = upper is not None and high is not None and upper.level > high.level
    return (follower in ("và", ",", ";") and next_unit is not None and not goes_up) or (
        begins_list and follower == "và"
    )
