"""Cards: all that is known of a person, unit, event or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ...answers import Answer, Row, Section
from ...answers.marked import on_one_line
from ..records import Attendance, Card, EventCard, Link, PersonCard, PlaceCard, UnitCard
from .wording import holding, names, period, stated

Fields = tuple[tuple[str, object], ...]


def card_answer(card: Card) -> Answer:
    """The tables of a card."""
    fields, sections = _parts(card)
    about = (("id", card.node.id), ("also", "; ".join(card.aliases)), ("articles", card.articles))
    return Answer(card, (*sections, _doubts(card), _contradictions(card)), card.node.name, (*about, *fields))


def _parts(card: Card) -> tuple[Fields, Iterator[Section]]:
    match card:
        case PersonCard():
            return (("rank", card.rank), ("seen", period(card.first, card.last))), _of_person(card)
        case UnitCard():
            return _about_unit(card), _of_unit(card)
        case EventCard():
            return _about_event(card), _of_event(card)
        case PlaceCard():
            return _about_place(card), _of_place(card)


def _of_person(card: PersonCard) -> Iterator[Section]:
    yield Section(("from", "rank"), [Row((rank.date, rank.rank)) for rank in card.ranks], "Ranks")
    posts = [
        _row(post, post.text("title"), post.target.name, post.text("status"), stated(post)) for post in card.postings
    ]
    posts += [Row(("", title, "(no unit named)", "", "")) for title in card.posts_without_unit]
    yield Section(("seen", "title", "unit", "status", "stated"), posts, "Posts (first and last sighting)")
    yield _events(card.events)
    companions = [Row((companion.node.name, companion.events)) for companion in card.companions]
    yield Section(("person", "events"), companions, "Often together with")


def _about_unit(card: UnitCard) -> Fields:
    return (
        ("type", card.type),
        ("listed", "in the gazetteer" if card.known else "no"),
        ("formed", card.valid_from),
        ("until", card.valid_to),
        ("followed by", "; ".join(card.succeeded_by)),
        ("follows", names(link.source for link in card.predecessors)),
    )


def _of_unit(card: UnitCard) -> Iterator[Section]:
    sighting = "(first and last sighting)"
    command = ("seen", "unit", "known to hold")
    parents = [_row(link, link.target.name, holding(link)) for link in card.parents]
    yield Section(command, parents, f"Part of {sighting}")
    children = [_row(link, link.source.name, holding(link)) for link in card.children]
    yield Section(command, children, f"Its units {sighting}")
    clusters = [Row((link.target.name, link.relation), link.claims) for link in card.clusters]
    yield Section(("cluster", "as"), clusters, "Clusters")
    members = [Row((link.source.name, link.relation), link.claims) for link in card.members]
    yield Section(("unit", "as"), members, "Members")
    commanders = [one.link for one in card.commanders]
    columns = ("seen", "person", "title", "status", "stated")
    for title, links in (
        ("Commanders", commanders),
        ("Other people", [post for post in card.posts if post not in commanders]),
    ):
        rows = [_row(one, one.source.name, one.text("title"), one.text("status"), stated(one)) for one in links]
        yield Section(columns, rows, f"{title} {sighting}")
    yield _events(card.events)
    yield Section(("event",), [Row((link.target.name,), link.claims) for link in card.organised], "Organised")


def _about_event(card: EventCard) -> Fields:
    return (
        ("type", card.type),
        ("date", f"{card.date} ({card.date_source})" if card.date else ""),
        ("other dates", "; ".join(card.other_dates)),
        ("place", names(link.target for link in card.places)),
        ("organiser", names(link.source for link in card.organisers)),
    )


def _of_event(card: EventCard) -> Iterator[Section]:
    rows = [Row((who.role, who.who.name, who.who.kind), who.link.claims) for who in card.participants]
    yield Section(("role", "name", "kind"), rows, "Participants")


def _about_place(card: PlaceCard) -> Fields:
    return ("type", card.type), ("until", card.valid_to), ("followed by", "; ".join(card.succeeded_by))


def _of_place(card: PlaceCard) -> Iterator[Section]:
    yield Section(("date", "event"), [_row(link, link.source.name) for link in card.events], "Events")


def _events(attended: Iterable[Attendance]) -> Section:
    """A row an event with all roles at it; how often each role was had stands in the title."""
    by_event: dict[str, list[Attendance]] = {}
    for one in attended:
        by_event.setdefault(one.event.id, []).append(one)
    rows = [
        Row(
            (some[0].date, ", ".join(one.role for one in some), some[0].event.name),
            tuple(claim for one in some for claim in one.link.claims),
        )
        for some in by_event.values()
    ]
    roles = Counter(one.role for some in by_event.values() for one in some)
    counted = ", ".join(f"{role} {count}" for role, count in roles.most_common())
    return Section(("date", "roles", "event"), rows, f"Events ({counted})")


def _doubts(card: Card) -> Section:
    rows = [
        Row((one.node.name, one.node.id, f"{one.likelihood:.2f}", "; ".join(one.reasons))) for one in card.possibly_same
    ]
    return Section(("name", "id", "likelihood", "because"), rows, "Possibly the same as")


def _contradictions(card: Card) -> Section:
    """Both sides of each, one below the other, each with its sentence."""
    sides = [
        (one.what if n == 0 else "but", side)
        for one in card.contradictions
        for n, side in enumerate((one.one, one.other))
    ]
    rows = [Row((what, side.date, side.words, on_one_line(side.quote), side.quote.document)) for what, side in sides]
    return Section(("what", "date", "says", "sentence", "article"), rows, "Articles disagree")


def _row(link: Link, *cells: object) -> Row:
    return Row((period(link.first, link.last), *cells), link.claims)
