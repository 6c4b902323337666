"""The parent of an organ or a subunit that names none: the command in reach that such a unit can be part of."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import ParentClaim, PartialDate
from ..pipeline.named_places import NamedPlaces
from ..pipeline.named_units import NamedUnit
from ..resources import UnitType
from .article import Article
from .commands import is_above


def only_command(article: Article, day: PartialDate | None, said: frozenset[str]) -> Iterator[ParentClaim]:
    """An organ or subunit that names no parent is part of the command named with it, or of the article's main one."""
    for unit in article.unit_names.units:
        kind = article.gazetteer.unit_type(unit.type)
        if kind is None or unit.name in said or not _needs_parent(article, unit, kind):
            continue
        parent = _agency_of(article, unit) or _party_above(article, unit) or _command_for(article, unit, kind)
        if parent is not None:
            start, end = unit.mentions[0]
            yield ParentClaim(unit.name, parent.name, day, article.evidence(start, end, "only command in reach", 0.6))


def _needs_parent(article: Article, unit: NamedUnit, kind: UnitType) -> bool:
    """Only its parent tells which unit it is, and neither the gazetteer nor a place does so already."""
    if unit.vague or unit.place or unit.type in article.clauses.unplaced or _of_all(article, unit):
        return False
    return (kind.scope == "parent" or bool(kind.under)) and article.gazetteer.canonical_unit(unit.name) is None


def _agency_of(article: Article, unit: NamedUnit) -> NamedUnit | None:
    """'Đảng ủy cơ quan' is part of the agency that 'Ban CHQS cơ quan' is part of."""
    if not _is_agencys(article, unit):
        return None
    other = next((u for u in article.unit_names.units if u is not unit and u.parent and _is_agencys(article, u)), None)
    return article.unit_names.named(other.parent) if other else None


def _is_agencys(article: Article, unit: NamedUnit) -> bool:
    return any(article.doc.matches.covering(end - 1, "OWN_AGENCY") for _, end in unit.mentions)


def _party_above(article: Article, unit: NamedUnit) -> NamedUnit | None:
    """'Đảng bộ Phòng Chính trị ... trong Đảng bộ Đoàn 969': the other organisation of the same kind behind 'trong'."""
    if unit.type not in article.clauses.party_levels:
        return None
    for other in article.unit_names.units:
        behind = [s for s, _ in other.mentions if s and article.doc[s - 1].lower_ in article.clauses.within]
        if other.type == unit.type and other is not unit and behind:
            return other
    return None


def _command_for(article: Article, unit: NamedUnit, kind: UnitType) -> NamedUnit | None:
    """The command named last before the organ in its clause, else the first that the article names more than once.

    The commands that a cluster brings together ('Ban CHQS' of communes) are not above it.
    """
    under = _under(article, unit, kind)
    if under:
        return _one_of(
            article, [u for u in article.unit_names.units if u.type in under and u is not unit and not u.vague]
        )
    commands = [u for u in article.unit_names.units if u is not unit and is_above(article, u, kind)]
    if unit.type in article.clauses.clusters:
        commands = [u for u in commands if u.type not in article.clauses.cluster_members]
    start = unit.mentions[0][0]
    clause = _clause_start(article, start)
    near = [(s, u) for u in commands for s, _ in u.mentions if clause <= s < start]
    if near:
        return max(near, key=lambda pair: (_nearness(article, kind, pair[1]), pair[0]))[1]
    often = [u for u in commands if len(u.mentions) > 1] or commands
    return max(often, key=lambda u: (_nearness(article, kind, u), -u.mentions[0][0]), default=None)


def _nearness(article: Article, kind: UnitType, command: NamedUnit) -> int:
    """A battalion is part of a regiment rather than of a division: the lower the command, the nearer."""
    above = article.gazetteer.unit_type(command.type)
    return -above.level if above and "arm" in kind.takes else 0


def _one_of(article: Article, fitting: list[NamedUnit]) -> NamedUnit | None:
    """The only unit that fits; of several the one of the province that the article is about."""
    if len(fitting) > 1:
        places = NamedPlaces(article.doc, article.persons)
        fitting = [u for u in fitting if u.place and not places.outweighs("province", u.place)]
    return fitting[0] if len(fitting) == 1 else None


def _under(article: Article, unit: NamedUnit, kind: UnitType) -> tuple[str, ...]:
    """The only kinds that the unit can be part of: 'Đồn Biên phòng' of the border guard, 'Phòng Cảnh sát' of police."""
    topics = (words for words in article.clauses.topics_under if words in unit.name)
    return kind.under or tuple(article.clauses.topics_under[words] for words in topics)


def _of_all(article: Article, unit: NamedUnit) -> bool:
    """'Đảng bộ Quân đội': of the whole army, and so of no command."""
    return any(article.doc.matches.covering(end - 1, "TAIL") for _, end in unit.mentions)


def _clause_start(article: Article, token: int) -> int:
    """Where the part of the sentence begins that the last ';' before a token opens."""
    start = article.sentence(token).start
    return next((i + 1 for i in range(token - 1, start, -1) if article.doc[i].text == ";"), start)
