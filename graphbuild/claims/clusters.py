"""Emulation clusters: who belongs to one and who leads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import ClusterClaim, ParentClaim, PartialDate
from ..pipeline.named_units import NamedUnit
from ..pipeline.plain import Sentence
from .article import Article
from .commands import is_command

LONGEST_GAP = 3
"""Words between two members of one list; where more stand, the list has ended."""


def cluster_claims(
    article: Article, parents: Mapping[str, str], day: PartialDate | None
) -> Iterator[ClusterClaim | ParentClaim]:
    """Members and leaders of every cluster, and the parent that the members of a command's cluster share with it.

    `parents` are those that the article gives its units elsewhere, by name.
    """
    named: dict[Sentence, NamedUnit] = {}
    for start, unit in _clusters(article):
        named.setdefault(article.sentence(start), unit)
    for sentence, cluster in named.items():
        yield from _members(article, sentence, cluster, parents, day)
        yield from _leaders(article, sentence, cluster, day)


def _clusters(article: Article) -> list[tuple[int, NamedUnit]]:
    """Where a cluster is named and which, in the order of the text."""
    named = [
        (start, unit)
        for unit in article.unit_names.units
        if unit.type in article.clauses.clusters and not unit.vague
        for start, _ in unit.mentions
    ]
    return sorted(named, key=lambda pair: pair[0])


def _members(
    article: Article, sentence: Sentence, cluster: NamedUnit, parents: Mapping[str, str], day: PartialDate | None
) -> Iterator[ClusterClaim | ParentClaim]:
    """'Cụm ... gồm các đơn vị: A, B và C, do A làm Cụm trưởng': the units between 'gồm' and the next 'do'."""
    listed = next((i for i in range(sentence.start, sentence.end) if _announces_members(article, i)), None)
    if listed is None:
        return
    stop = _list_end(article, listed + 1, sentence.end)
    last = listed
    for unit, start, end in _units_between(article, listed, stop):
        if unit.name == cluster.name:
            continue
        if last > listed and sum(t.is_alpha for t in article.doc[last:start]) > LONGEST_GAP:
            return
        last = end
        yield ClusterClaim(unit.name, cluster.name, False, day, article.evidence(start, end, "list of members", 0.9))
        parent = article.unit_names.named(parents.get(cluster.name, ""))
        if parent is not None and is_command(article, parent) and unit.name not in parents:
            yield ParentClaim(
                unit.name, parent.name, day, article.evidence(start, end, "member of the parent's cluster", 0.8)
            )


def _leaders(
    article: Article, sentence: Sentence, cluster: NamedUnit, day: PartialDate | None
) -> Iterator[ClusterClaim]:
    """'do A làm Cụm trưởng': the unit named last before the words; 'Cụm trưởng là A': the one behind them."""
    for i in range(max(sentence.start, 1), sentence.end):
        title = article.doc.matches.at(i, "TITLE")
        if title is None or title.key not in article.clauses.leaders:
            continue
        units = list(_units_between(article, sentence.start, sentence.end))
        units = [found for found in units if found[0].name != cluster.name]
        before = [found for found in units if found[1] < i]
        behind = [found for found in units if found[1] == title.end + 1]
        leader = None
        if article.doc[i - 1].lower_ in article.clauses.leads and before:
            leader = before[-1]
        elif behind and article.doc[title.end].lower_ in article.clauses.led_by:
            leader = behind[0]
        if leader:
            first, last = min(leader[1], i), max(leader[2], title.end)
            evidence = article.evidence(first, last, "leads the cluster")
            yield ClusterClaim(leader[0].name, cluster.name, True, day, evidence)


def _announces_members(article: Article, i: int) -> bool:
    """'gồm', 'các đơn vị thành viên:' end with token `i`."""
    words = [t.lower_ for t in article.doc[max(0, i - 2) : i + 1]]
    return words[-1] in article.clauses.members or " ".join(words) in article.clauses.members


def _list_end(article: Article, start: int, end: int) -> int:
    """The token at which the list ends: a word such as 'do', or the ')' of a bracket that was opened before it."""
    depth = 0
    for i in range(start, end):
        sign = article.doc[i].text
        depth += (sign == "(") - (sign == ")")
        if depth < 0 or (depth == 0 and article.doc[i].lower_ in article.clauses.members_end):
            return i
    return end


def _units_between(article: Article, start: int, end: int) -> Iterator[tuple[NamedUnit, int, int]]:
    for span in article.outer_units.between(start, end):
        unit = article.unit_names.at((span.start, span.end))
        if unit is not None and not unit.vague:
            yield unit, span.start, span.end
