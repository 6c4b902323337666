"""The closed vocabulary of the graph: kinds, types, roles, relations. Values are what files and tables show."""

from __future__ import annotations

from enum import StrEnum


class MentionKind(StrEnum):
    """What a span of an article names or refers to."""

    PERSON = "person"
    RANK = "rank"
    TITLE = "title"
    UNIT = "unit"
    EVENT = "event"
    PLACE = "place"
    DATE = "date"
    REFERENCE = "reference"


class EntityKind(StrEnum):
    """What a node of the graph is."""

    PERSON = "person"
    UNIT = "unit"
    EVENT = "event"
    PLACE = "place"


class Relation(StrEnum):
    """What an edge of the graph says, read from its source to its target.

    POSSIBLY_SAME alone is no fact and has no direction: the two may be one, which nothing settles yet. Such an edge
    carries `likelihood` (0 to 1) and `reasons`, joined by '; ', has no claims and no dates, and a count of 0.
    """

    HOLDS = "HOLDS"
    PARTICIPATES = "PARTICIPATES"
    PART_OF = "PART_OF"
    MEMBER_OF = "MEMBER_OF"
    LEADS = "LEADS"
    ORGANISES = "ORGANISES"
    HELD_AT = "HELD_AT"
    SUCCEEDED_BY = "SUCCEEDED_BY"
    POSSIBLY_SAME = "POSSIBLY_SAME"


class EventType(StrEnum):
    CONFERENCE = "conference"
    CEREMONY = "ceremony"
    VISIT = "visit"
    EXERCISE = "exercise"
    COMPETITION = "competition"
    CONGRESS = "congress"
    ANNIVERSARY = "anniversary"
    TRAINING = "training"
    MEETING = "meeting"
    APPOINTMENT = "appointment"
    OPERATION = "operation"
    OTHER = "other"


class EventRole(StrEnum):
    """What a person or unit does at an event."""

    CHAIRS = "chairs"
    ATTENDS = "attends"
    SPEAKS = "speaks"
    DIRECTS = "directs"
    REPORTS = "reports"
    AWARDS = "awards"
    RECEIVES = "receives"
    HOSTS = "hosts"
    VISITS = "visits"
    HANDS_OVER = "hands_over"
    TAKES_OVER = "takes_over"
    OTHER = "other"


class PostRole(StrEnum):
    """The normalised kind of a post; `title` keeps the words of the article."""

    HEAD = "head"
    COMMANDER = "commander"
    DEPUTY = "deputy"
    POLITICAL = "political"
    DEPUTY_POLITICAL = "deputy political"
    POLITICAL_STAFF = "political staff"
    STAFF = "staff"
    PARTY = "party"
    MEMBER = "member"


class Status(StrEnum):
    """Whether a post is held on the day of the article."""

    CURRENT = "current"
    ACTING = "acting"
    FORMER = "former"
    INCOMING = "incoming"


class DateSource(StrEnum):
    """How a date is known."""

    STATED = "stated"
    HEADER = "header"
    EVENT_NAME = "event name"
    SENTENCE = "year from another date of the sentence"
    INFERRED = "inferred from the published date"
    COMPUTED = "computed from an anniversary"
