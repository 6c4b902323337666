"""The English words of the page, one table for each thing that has a name in the graph.

The page looks every label up here, so that another language is another module of the same shape.
"""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "kind": {"person": "Person", "unit": "Unit", "event": "Event", "place": "Place"},
    "kinds": {"person": "Persons", "unit": "Units", "event": "Events", "place": "Places"},
    # What a node's attribute is called; attributes not listed are shown by their own name.
    "attribute": {
        "rank": "Rank (latest)",
        "ranks": "Ranks by day",
        "type": "Type",
        "level": "Level of command",
        "known": "In the gazetteer",
        "date": "Date",
        "date_source": "How the date is known",
        "other_dates": "Other dates given",
        "main": "What an article is about",
        "first": "First seen",
        "last": "Last seen",
        "posts_without_unit": "Posts without a named unit",
        "valid_from": "Formed",
        "valid_to": "Until",
        "succeeded_by": "Succeeded by",
        "joined_because": "Why these records are one person",
    },
    # Headings of a node's edges: read from the node outwards, and towards the node.
    "out": {
        "HOLDS": "Posts",
        "PART_OF": "Part of",
        "LEADS": "Leads",
        "MEMBER_OF": "Member of",
        "PARTICIPATES": "Takes part in",
        "ORGANISES": "Organises",
        "HELD_AT": "Held at",
        "SUCCEEDED_BY": "Succeeded by",
        "POSSIBLY_SAME": "Possibly the same as",
    },
    "in": {
        "ORGANISES": "Organised by",
        "LEADS": "Led by",
        "MEMBER_OF": "Members",
        "PART_OF": "Contains",
        "HOLDS": "Holders of posts",
        "PARTICIPATES": "Participants",
        "HELD_AT": "Events held here",
        "SUCCEEDED_BY": "Follows",
        "POSSIBLY_SAME": "Possibly the same as",
    },
    # The verb between the two ends of an edge.
    "verb": {
        "HOLDS": "holds a post in",
        "PART_OF": "is part of",
        "LEADS": "leads",
        "MEMBER_OF": "is a member of",
        "PARTICIPATES": "takes part in",
        "ORGANISES": "organises",
        "HELD_AT": "is held at",
        "SUCCEEDED_BY": "is succeeded by",
        "POSSIBLY_SAME": "is possibly the same as",
    },
    "role": {"hands_over": "hands over", "takes_over": "takes over", "other": "takes part"},
}
