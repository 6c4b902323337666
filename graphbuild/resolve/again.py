"""Persons of a few names resolved again: what a judgement about persons changes, and nothing else.

Persons are compared within blocks of names, after units, events and places. So a judgement about two persons can change
the persons of their blocks and what hangs on these: edges of theirs, whom holders of their posts follow, contradictions
about them and about their posts, ids. All else stays as it is, which is why the result is that of `resolve`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import Claim, Conflict, ConflictKind, Edge, Entity, EntityKind, Relation
from .articles import Article, Key, gather
from .conflicts import RanksByDay, person_conflicts
from .corrections import Corrected
from .doubts import doubts
from .edges import Saying, fold, sayings
from .entities import describe_person, tell_sightings
from .former import add_minted, find_merged
from .grouping import name_persons
from .ids import KnownIds, assigned_key
from .judgements import Judgement, Judgements, PairJudgement, Signed
from .person_profile import block_of
from .persons import Persons, judged_blocks, linked_blocks, resolve_persons
from .posting_edges import posting_edges
from .postings import Posting, Tracer
from .posts import Post, Posts
from .record_ids import RecordIds, record_ids
from .records import ClaimSet, Doubt
from .setting import Setting
from .sightings import Sightings
from .telling import Telling, tellings

if TYPE_CHECKING:
    from ..resources import Gazetteer


@dataclass(frozen=True, slots=True)
class Part:
    """All of a resolved collection that bears on the persons of some blocks of names.

    Attributes
    ----------
    blocks: the names, as `block_of` gives them.
    claim_sets: every article that has a person of these names, with all its claims.
    setting: the units, events and places of these articles.
    ids: (document, 'kind:local key') -> id of the entity, for the units, events and places of these articles.
    event_dates: id of an event -> its ISO date or ''.
    known: the ids that records of these names have and had.
    posts: all claims of posts of these persons; of posts of which there is one, and of those that change hands with
        one of these persons, the claims of others too. Their `source` is the person of now.
    names: other persons and the units of `posts`, id -> name.
    before: the persons of these names as they are now, by id.
    """

    blocks: frozenset[str]
    claim_sets: tuple[ClaimSet, ...]
    setting: Setting
    ids: Mapping[Key, str]
    event_dates: Mapping[str, str]
    known: KnownIds
    posts: Posts
    names: Mapping[str, str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What takes the place of what there was of the persons `gone`.

    Attributes
    ----------
    gone: ids of the persons whose entities, edges, doubtful pairs and contradictions these are in place of.
    retold: claims of posts of other persons whose edges these are in place of as well.
    weighed: claims of posts of which there is one; contradictions about who held them are in place of those of before.
    former: all former ids of records that have one more now. merged: where ids of `leading` lead, if they do.
    """

    gone: frozenset[str]
    retold: frozenset[str]
    weighed: frozenset[str]
    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    conflicts: tuple[Conflict, ...]
    former: Mapping[Key, tuple[str, ...]]
    leading: frozenset[str]
    merged: Mapping[str, str]
    doubtful: tuple[Doubt, ...]


def touched_blocks(before: Judgements, after: Judgements) -> frozenset[str] | None:
    """The blocks of names whose persons may change where `after` is obeyed instead of `before`.

    None where the two differ in more than judgements about two persons: then anything may change.
    """
    if _others(before) != _others(after):
        return None
    changed = _about_persons(before) ^ _about_persons(after)
    return with_linked(judged_blocks(Judgements(tuple(changed))), before, after)


def with_linked(blocks: Iterable[str], *judgements: Judgements) -> frozenset[str]:
    """`blocks` with those that judgements link to them."""
    everything = Judgements(tuple(one for some in judgements for one in some.all))
    linked = linked_blocks(everything)
    wanted = {linked.get(block, block) for block in blocks}
    return frozenset(wanted.union(block for block, top in linked.items() if top in wanted))


def resolve_again(part: Part, judgements: Judgements, gazetteer: Gazetteer) -> Change:
    """Resolve the persons of `part` under `judgements`; pure, and with the result that `resolve` has for them."""
    sets = sorted(part.claim_sets, key=lambda one: one.document)
    read = [gather(one) for one in sets]
    corrected = Corrected(sets, judgements)
    articles = corrected.articles(read)
    persons = resolve_persons(articles, part.setting, gazetteer, judgements, part.blocks)
    given, own_ids = name_persons(articles, persons.groups, part.known)
    unjudged = _unjudged(read, part)
    former = add_minted(part.known.former, own_ids, unjudged)
    ids = record_ids(part.ids).changed_to(own_ids)
    seen, ranks = Sightings(part.event_dates), RanksByDay(gazetteer)
    said: list[Saying] = []
    for telling in tellings(corrected, {one.document: one.date for one in articles}, ids):
        about = telling.only(_about(telling, part.blocks))
        seen.add(about)
        ranks.add(about)
        said += sayings(about, part.event_dates)
    entities = [
        tell_sightings(describe_person(id, group, gazetteer), seen.days(id), seen.loose_posts.get(id, ()))
        for id, group in zip(given, persons.groups, strict=True)
    ]
    posts = _with_sources(part.posts, said)
    own = frozenset(given)
    postings = list(Tracer(posts).postings(posts.said))
    retold = _careers_linked(posts, own)
    told = [one for one in postings if one.person in own or _career(one, posts) in retold]
    edges = [
        *fold((one for one in said if one.relation is not Relation.HOLDS), gazetteer),
        *posting_edges(told, gazetteer),
    ]
    return Change(
        gone=part.before,
        retold=frozenset(one.claim for one in posts.said if (one.source, posts.post(one)) in retold),
        weighed=frozenset(one.claim for one in posts.said if posts.post(one) in posts.sole),
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        edges=tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.key))),
        conflicts=_conflicts(ranks, {**part.names, **_names(entities)}, postings, own),
        former={key: olds for key, olds in former.items() if olds != part.known.former.get(key)},
        leading=frozenset({*unjudged.values(), *(id for olds in former.values() for id in olds)}),
        merged=find_merged(own, own_ids, unjudged, former),
        doubtful=_doubtful(persons, own_ids, judgements),
    )


def _doubtful(persons: Persons, ids: Mapping[Key, str], judgements: Judgements) -> tuple[Doubt, ...]:
    groups = [group.records for group in persons.groups]
    return tuple(doubts(EntityKind.PERSON, persons.doubts, groups, ids, judgements))


def _others(judgements: Judgements) -> tuple[Judgement, ...]:
    """All but those about two persons, without their numbers in the file."""
    return tuple(
        replace(one, signed=replace(one.signed, entry=0)) for one in judgements.all if not _is_about_persons(one)
    )


def _about_persons(judgements: Judgements) -> frozenset[Judgement]:
    return frozenset(replace(one, signed=Signed()) for one in judgements.pairs() if _is_about_persons(one))


def _is_about_persons(one: Judgement) -> bool:
    return isinstance(one, PairJudgement) and one.kind is EntityKind.PERSON


def _unjudged(articles: Iterable[Article], part: Part) -> RecordIds:
    """The ids that the records of these names have without judgements: they keep them, as no article has changed."""
    records = (record.key for article in articles for record in article.persons)
    keys = (assigned_key(EntityKind.PERSON, key) for key in records if block_of(key[1]) in part.blocks)
    return RecordIds((*key, part.known.assigned[key]) for key in keys)


def _about(telling: Telling, blocks: Set[str]) -> Iterator[tuple[str, Claim]]:
    """The claims of the article about persons of these blocks of names."""
    for id, claim in telling.claims:
        person = getattr(claim, "person", None)
        if person and block_of(person) in blocks:
            yield id, claim


def _with_sources(posts: Posts, said: Iterable[Saying]) -> Posts:
    """`posts` with the claims that are in `said` taken from there: their persons are the new ones."""
    told = {one.claim: one for one in said if one.relation is Relation.HOLDS}
    return replace(posts, said=tuple(told.get(one.claim, one) for one in posts.said))


def _careers_linked(posts: Posts, own: Set[str]) -> set[tuple[str, Post]]:
    """The careers in a post of persons who are not among `own` and take it over from one of them, or hand it over."""
    mine = {one.claim for one in posts.said if one.source in own}
    turns = posts.turns
    linked = {links[claim] for claim in mine for links in (turns.follows, turns.followed) if claim in links}
    linked |= {claim for claim, giver in turns.follows.items() if giver in mine}
    return {(one.source, posts.post(one)) for one in posts.said if one.claim in linked and one.source not in own}


def _career(posting: Posting, posts: Posts) -> tuple[str, Post]:
    return posting.person, posts.post(posting.said[0])


def _names(entities: Iterable[Entity]) -> dict[str, str]:
    return {entity.id: entity.name for entity in entities}


def _conflicts(
    ranks: RanksByDay, names: Mapping[str, str], postings: Sequence[Posting], own: Set[str]
) -> tuple[Conflict, ...]:
    found = set(person_conflicts(ranks, names, postings))
    about_part = (one for one in found if one.kind is not ConflictKind.START or one.about in own)
    return tuple(sorted(about_part, key=lambda conflict: conflict.order))
