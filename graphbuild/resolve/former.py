"""Ids that entities had: where they lead now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Set

from .articles import Key

Former = Mapping[Key, tuple[str, ...]]


def add_former(former: Former, assigned: Mapping[Key, str], now: Mapping[Key, str]) -> dict[Key, tuple[str, ...]]:
    """`former` with the ids that records had in `assigned` and have no longer."""
    lost = {key: old for key, id in now.items() if (old := assigned.get(key, id)) != id} if assigned else {}
    return _with(former, lost)


def add_minted(former: Former, judged: Mapping[Key, str], unjudged: Mapping[Key, str]) -> dict[Key, tuple[str, ...]]:
    """`former` with the ids that judgements alone have brought about, so that they mean the same for ever."""
    known = set(unjudged.values())
    return _with(former, {key: id for key, id in judged.items() if id not in known})


def find_merged(
    entities: Set[str], now: Mapping[Key, str], unjudged: Mapping[Key, str], former: Former
) -> dict[str, str]:
    """Id that no entity has any more -> the entity where most of its records are now, the smallest where they tie.

    Ids of which no record is there are left out.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, id in now.items() if now is not unjudged else ():
        if unjudged[key] not in entities:
            votes[unjudged[key]][id] += 1
    for key, olds in former.items():
        for old in olds if key in now else ():
            if old not in entities:
                votes[old][now[key]] += 1
    return {old: min(votes[old], key=lambda id: (-votes[old][id], id)) for old in sorted(votes)}


def _with(former: Former, more: Mapping[Key, str]) -> dict[Key, tuple[str, ...]]:
    added = {key: (*former.get(key, ()), id) for key, id in more.items() if id not in former.get(key, ())}
    return {**former, **added}
