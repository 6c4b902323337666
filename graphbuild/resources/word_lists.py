"""The word lists of the data files: what each field of `words`, `clauses`, `roles`, `event_types` and `dates` holds."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..model import EventRole, EventType
from .schema import Entry


class EventKind(Entry):
    KEY = ("type",)

    type: EventType
    heads: tuple[str, ...]
    openers: tuple[str, ...]


class EventGrammar(Entry):
    stops: tuple[str, ...]
    comma_goes_on: tuple[str, ...]
    organises: tuple[str, ...]


class Act(Entry):
    KEY = ("role", "sure", "says")

    role: EventRole
    phrases: tuple[str, ...]
    sure: float = Field(ge=0, le=1)
    says: Literal["", "what", "praise"] = ""


class Decisions(Entry):
    takes: tuple[str, ...]
    holds: frozenset[str]
    moves: frozenset[str]
    leaves: tuple[str, ...]
    appoints: tuple[str, ...]
    promotes: tuple[str, ...]
    raises: tuple[str, ...]
    retires: tuple[str, ...]


class StatusWords(Entry):
    former: tuple[str, ...]
    acting: tuple[str, ...]
    incoming: tuple[str, ...]
    joins: tuple[str, ...]


class UnitGrammar(Entry):
    plural_before: tuple[str, ...]
    compounds: tuple[str, ...]
    no_units: tuple[str, ...]
    plural_after: tuple[str, ...]
    own_agency: tuple[str, ...]
    named_after: tuple[str, ...]
    arms_as_verbs: tuple[str, ...]
    stop_words: tuple[str, ...]
    ands: frozenset[str]
    links: tuple[str, ...]
    stopped: frozenset[str]


class Words(Entry):
    honorifics: tuple[str, ...]
    middle_names: tuple[str, ...]
    fallen: tuple[str, ...]
    degrees: tuple[str, ...]
    arms: tuple[str, ...]
    topics: tuple[str, ...]
    tails: tuple[str, ...]
    countries: tuple[str, ...]
    not_names: tuple[str, ...]
    place_kinds: dict[str, tuple[str, ...]]
    site_kinds: dict[str, tuple[str, ...]]
    grammar: UnitGrammar


class Clauses(Entry):
    belongs: frozenset[str]
    within: frozenset[str]
    lists: frozenset[str]
    members: frozenset[str]
    members_end: frozenset[str]
    leads: frozenset[str]
    led_by: frozenset[str]
    leaders: frozenset[str]
    joins: frozenset[str]
    given_to: frozenset[str]
    goes_to: frozenset[str]
    authority: frozenset[str]
    charged: frozenset[str]
    speaks_for: frozenset[str]
    beside: frozenset[str]
    speeches: frozenset[str]
    papers: frozenset[str]
    reads: frozenset[str]
    goes: frozenset[str]
    given_by: frozenset[str]
    others: frozenset[str]
    kin: frozenset[str]
    for_once: frozenset[str]
    replaces: frozenset[str]
    passive_verb: frozenset[str]
    in_charge: frozenset[str]
    before_now: frozenset[str]
    elects: frozenset[str]
    acts_on_others: frozenset[str]
    offices: frozenset[str]
    beside_posts: frozenset[str]
    on_behalf: frozenset[str]
    before_object: frozenset[str]
    before_noun: frozenset[str]
    at_once: frozenset[str]
    and_then: frozenset[str]
    opens: frozenset[str]
    copula: frozenset[str]
    has: frozenset[str]
    passive: frozenset[str]
    according: frozenset[str]
    signs: frozenset[str]
    between: frozenset[str]
    handover: frozenset[str]
    posts: frozenset[str]
    company: frozenset[str]
    groups: frozenset[str]
    not_subject: frozenset[str]
    delegations: frozenset[str]
    mentions: frozenset[str]
    happens: frozenset[str]
    same_day: frozenset[str]
    occasion: frozenset[str]
    before_verb: frozenset[str]
    tense: frozenset[str]
    side_by_side: frozenset[str]
    organised_by: frozenset[str]
    at: frozenset[str]
    before_province: frozenset[str]
    trimmed: frozenset[str]
    clusters: frozenset[str]
    cluster_members: frozenset[str]
    unplaced: frozenset[str]
    whole: frozenset[str]
    topics_under: dict[str, str]
    party: frozenset[str]
    committee_of_place: frozenset[str]
    without_committee: frozenset[str]
    committees: frozenset[str]
    party_levels: frozenset[str]
    covers: frozenset[str]
    covered: frozenset[str]
    also_called: frozenset[str]
    congress_bodies: frozenset[str]


class Lunar(Entry):
    day_words: tuple[str, ...]
    months: tuple[str, ...]
    numerals: tuple[str, ...]
    stems: tuple[str, ...]
    branches: tuple[str, ...]
    variants: dict[str, str]


class DateWords(Entry):
    months: dict[str, int]
    before_months: frozenset[str]
    days_ago: dict[str, int]
    years_ago: dict[str, int]
    lunar: Lunar


class HistoricalFile(Entry):
    names: tuple[str, ...]


class EventTypesFile(Entry):
    event_type: tuple[EventKind, ...]
    references: dict[EventType, tuple[str, ...]]
    grammar: EventGrammar


class RolesFile(Entry):
    act: tuple[Act, ...]
    decisions: Decisions
    status: StatusWords
