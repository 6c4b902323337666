"""Emulation clusters: who belongs to one and who leads it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from ..model import ClusterClaim, ParentClaim, PartialDate
from ..pipeline.unit_names import NamedUnit
from .article import Article
from .hierarchy import is_command


def cluster_claims(article: Article, day: PartialDate | None) -> Iterator[ClusterClaim | ParentClaim]:
    """Members and leaders of every cluster, and the parent that the members of a command's cluster share with it."""
    for sentence in article.sentences:
        cluster = _cluster(article, sentence)
        if cluster is None:
            continue
        yield from _members(article, sentence, cluster, day)
        yield from _leaders(article, sentence, cluster, day)


def _cluster(article: Article, sentence: Span) -> NamedUnit | None:
    """The first cluster that the sentence names."""
    named = [
        (start, unit)
        for unit in article.unit_names.units
        if unit.type in article.clauses.clusters and not unit.vague
        for start, _ in unit.mentions
        if sentence.start <= start < sentence.end
    ]
    return min(named, key=lambda pair: pair[0])[1] if named else None


def _members(
    article: Article, sentence: Span, cluster: NamedUnit, day: PartialDate | None
) -> Iterator[ClusterClaim | ParentClaim]:
    """'Cụm ... gồm các đơn vị: A, B và C, do A làm Cụm trưởng': the units between 'gồm' and the next 'do'."""
    listed = next((t.i for t in sentence if t.lower_ in article.clauses.members), None)
    if listed is None:
        return
    stop = next((t.i for t in sentence if t.i > listed and t.lower_ in article.clauses.members_end), sentence.end)
    for unit, start, end in _units_between(article, listed, stop):
        if unit.name == cluster.name:
            continue
        yield ClusterClaim(unit.name, cluster.name, False, day, article.evidence(start, end, "list of members", 0.9))
        parent = article.unit_names.named(cluster.parent)
        if parent is not None and is_command(article, parent):
            yield ParentClaim(
                unit.name, cluster.parent, day, article.evidence(start, end, "member of the parent's cluster", 0.8)
            )


def _leaders(article: Article, sentence: Span, cluster: NamedUnit, day: PartialDate | None) -> Iterator[ClusterClaim]:
    """'do A làm Cụm trưởng', 'Với A làm Cụm trưởng': the unit named last before the words."""
    for token in sentence:
        title = article.doc._.matches.at(token.i, "TITLE")
        if title is None or title.key not in article.clauses.leaders or token.i == 0:
            continue
        if article.doc[token.i - 1].lower_ not in article.clauses.leads:
            continue
        before = list(_units_between(article, sentence.start, token.i))
        before = [found for found in before if found[0].name != cluster.name]
        if before:
            unit, start, _ = before[-1]
            evidence = article.evidence(start, title.end, "leads the cluster")
            yield ClusterClaim(unit.name, cluster.name, True, day, evidence)


def _units_between(article: Article, start: int, end: int) -> Iterator[tuple[NamedUnit, int, int]]:
    for span in article.units:
        unit = article.unit_names.at((span.start, span.end))
        if not span.nested and start <= span.start < end and unit is not None and not unit.vague:
            yield unit, span.start, span.end
