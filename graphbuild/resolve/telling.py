"""An article told again, now that it is known who is who: its claims, and what the names in them lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import Claim, EntityKind, EventType
from .articles import ByKind, by_kind, unit_names
from .record_ids import RecordIds
from .records import ClaimSet


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's claims with the ids of what they are about.

    Attributes
    ----------
    date: as `Article.date`. told: `claims` by their kind.
    unit_names: any name by which a claim points to a unit -> the unit's local key.
    event_types: local key of an event -> its type. ids: 'kind:local key' -> the entity's id.
    """

    document: str
    date: str
    claims: tuple[tuple[str, Claim], ...]
    told: ByKind
    unit_names: Mapping[str, str]
    event_types: Mapping[str, EventType]
    ids: Mapping[str, str]

    def only(self, claims: Iterable[tuple[str, Claim]]) -> Telling:
        """The same with some of its claims."""
        some = tuple(claims)
        return replace(self, claims=some, told=by_kind(some))

    def id(self, kind: EntityKind, name: str) -> str:
        """The entity that the article's record of this kind and local key is about."""
        return self.ids[f"{kind}:{name}"]

    def unit(self, name: str) -> str:
        """The unit that a claim calls so."""
        return self.id(EntityKind.UNIT, self.unit_names[name])


def tellings(sets: Iterable[ClaimSet], dates: Mapping[str, str], ids: RecordIds) -> Iterator[Telling]:
    """Tell the articles again, one at a time.

    Parameters
    ----------
    dates: document id -> `Article.date`.
    """
    for one in sets:
        told = by_kind(one.claims)
        types: defaultdict[str, EventType] = defaultdict(lambda: EventType.OTHER)
        for _, claim in told.events:
            # As the article's records have them: the first claim tells, and an event that is only taken part in is any.
            types.setdefault(claim.event, claim.type)
        yield Telling(
            one.document, dates[one.document], one.claims, told, unit_names(told), types, ids.of(one.document)
        )
