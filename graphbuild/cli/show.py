"""graphbuild show"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from .options import OUTPUT, AsJson, GraphFolder
from .output import mark, period, print_heading, print_json, print_section, say_moved

if TYPE_CHECKING:
    from graphbuild.graph import Contradiction, EventCard, Link, PersonCard, PlaceCard, UnitCard
    from graphbuild.graph.records import Attendance, PossiblySame
    from graphbuild.model import Quote


def show(
    name: Annotated[str, typer.Argument(help="Name or id.")],
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Show all that the graph knows of one name."""
    from graphbuild.building.opening import open_graph
    from graphbuild.graph import EventCard, PersonCard, PlaceCard, UnitCard

    opened = open_graph(graph)
    say_moved(opened, name)
    card = opened.card(name)
    if as_json:
        print_json(card)
        return
    print_heading(card.node.name)
    _print_fields(("id", card.node.id), ("also", "; ".join(card.aliases)), ("articles", str(card.articles)))
    match card:
        case PersonCard():
            _print_person(card)
        case UnitCard():
            _print_unit(card)
        case EventCard():
            _print_event(card)
        case PlaceCard():
            _print_place(card)
    _print_doubts(card.possibly_same)
    _print_contradictions(card.contradictions)


def _print_person(card: PersonCard) -> None:
    _print_fields(("rank", card.rank), ("seen", period(card.first, card.last)))
    print_section("Ranks", ("from", "rank"), [(rank.date, rank.rank) for rank in card.ranks])
    posts = [
        (period(post.first, post.last), post.text("title"), post.target.name, post.text("status"), _stated(post))
        for post in card.postings
    ]
    posts += [("", title, "(no unit named)", "", "") for title in card.posts_without_unit]
    print_section("Posts (first and last sighting)", ("seen", "title", "unit", "status", "stated"), posts)
    _print_events(card.events)
    companions = [(companion.node.name, companion.events) for companion in card.companions]
    print_section("Often together with", ("person", "events"), companions)


def _print_unit(card: UnitCard) -> None:
    _print_fields(
        ("type", card.type),
        ("listed", "in the gazetteer" if card.known else "no"),
        ("formed", card.valid_from),
        ("until", card.valid_to),
        ("followed by", _names(card.succeeded_by)),
        ("follows", _names(link.source.name for link in card.predecessors)),
    )
    parents = [(period(link.first, link.last), link.target.name, _holding(link)) for link in card.parents]
    print_section("Part of (first and last sighting)", ("seen", "unit", "known to hold"), parents)
    children = [(period(link.first, link.last), link.source.name, _holding(link)) for link in card.children]
    print_section("Its units (first and last sighting)", ("seen", "unit", "known to hold"), children)
    clusters = [(link.target.name, link.relation) for link in card.clusters]
    print_section("Clusters", ("cluster", "as"), clusters)
    print_section("Members", ("unit", "as"), [(link.source.name, link.relation) for link in card.members])
    posts = [
        (period(post.first, post.last), post.source.name, post.text("title"), post.text("status"), _stated(post))
        for post in card.posts
    ]
    print_section("People (first and last sighting)", ("seen", "person", "title", "status", "stated"), posts)
    _print_events(card.events)
    print_section("Organised", ("event",), [(link.target.name,) for link in card.organised])


def _print_event(card: EventCard) -> None:
    date = f"{card.date} ({card.date_source})" if card.date else ""
    _print_fields(
        ("type", card.type),
        ("date", date),
        ("other dates", "; ".join(card.other_dates)),
        ("place", _names(link.target.name for link in card.places)),
        ("organiser", _names(link.source.name for link in card.organisers)),
    )
    participants = [(who.role, who.who.name, who.who.kind) for who in card.participants]
    print_section("Participants", ("role", "name", "kind"), participants)


def _print_place(card: PlaceCard) -> None:
    _print_fields(
        ("type", card.type),
        ("until", card.valid_to),
        ("followed by", _names(card.succeeded_by)),
    )
    events = [(period(link.first, link.last), link.source.name) for link in card.events]
    print_section("Events", ("date", "event"), events)


def _print_doubts(doubts: Iterable[PossiblySame]) -> None:
    rows = [(one.node.name, one.node.id, f"{one.likelihood:.2f}", "; ".join(one.reasons)) for one in doubts]
    print_section("Possibly the same as", ("name", "id", "likelihood", "because"), rows)


def _print_contradictions(found: Iterable[Contradiction]) -> None:
    """Both sides of each, one below the other, each with its sentence."""
    sides = [(one.what if n == 0 else "but", side) for one in found for n, side in enumerate((one.one, one.other))]
    rows = [
        (what, side.date, side.words, " ".join(_marked(side.quote).split()), side.quote.document)
        for what, side in sides
    ]
    print_section("Articles disagree", ("what", "date", "says", "sentence", "article"), rows)


def _marked(quote: Quote) -> str:
    return mark(quote.sentence, quote.mark_start, quote.mark_end)


def _stated(post: Link) -> str:
    """What articles say of a posting's beginning and end."""
    words = (("from", "start"), ("until", "end"), ("over by", "left_by"))
    return ", ".join(f"{word} {post.text(name)}" for word, name in words if post.text(name))


def _holding(command: Link) -> str:
    """From when and until when the gazetteer knows one unit to be part of another."""
    words = (("from", "valid_from"), ("until", "valid_to"))
    return ", ".join(f"{word} {command.text(name)}" for word, name in words if command.text(name))


def _print_events(events: Iterable[Attendance]) -> None:
    print_section("Events", ("date", "role", "event"), [(one.date, one.role, one.event.name) for one in events])


def _print_fields(*fields: tuple[str, str]) -> None:
    for label, value in fields:
        if value:
            print(f"{label}: {value}")


def _names(names: Iterable[str]) -> str:
    return "; ".join(names)
