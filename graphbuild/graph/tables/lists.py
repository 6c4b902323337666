"""Lists: names found, dated rows, what lies around, events, rankings, contradictions, doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...answers import Answer, Passage, Row, Section, claims_of, table
from ...answers.flat import OF_EVIDENCE, quote_cells
from ...answers.marked import on_one_line
from ...model import Quote
from ...resolve import Doubt
from ..events import Held
from ..finder import Hit
from ..measures import Community, Measure, Ranked
from ..neighbours import Neighbour
from ..records import Contradiction, Link, Told
from ..timeline import TimelineRow
from .wording import did, edge_words, listed, names, period


def hits_answer(hits: Sequence[Hit], text: str) -> Answer:
    """Names that answer to `text`."""
    rows = [
        Row((hit.name, hit.kind, hit.extra, hit.matched if hit.matched != hit.name else "", hit.id)) for hit in hits
    ]
    return table(hits, ("name", "kind", "about", "found as", "id"), rows, f"nothing answers to {text!r}")


def timeline_answer(found: Sequence[TimelineRow], two: bool = False) -> Answer:
    """What happened, by date; with `two` names whose it was."""
    rows = [
        Row(
            (
                period(row.date, row.until),
                *((row.who.name,) if two else ()),
                *(row.what, row.other.name, row.other.kind, row.link.count),
            ),
            row.link.claims,
        )
        for row in found
    ]
    columns = ("date", *(("who",) if two else ()), "what", "where or who", "kind", "articles")
    return table(found, columns, rows, "nothing is told of it")


def neighbours_answer(found: Sequence[Neighbour]) -> Answer:
    """What lies around a name, with the edges that lead there."""
    rows = [
        Row(
            (one.hops, one.node.name, one.node.kind, listed(map(_relation, one.links)), one.node.id),
            claims_of(one.links),
        )
        for one in found
    ]
    return table(found, ("steps", "name", "kind", "by", "id"), rows, "nothing lies around it")


def events_answer(found: Sequence[Held], named: bool = False) -> Answer:
    """Events by date; with `named`, what those who were asked about did there."""
    columns = ("date", "type", "event", "place", "organiser", "participants", *(("as",) if named else ()))
    rows = [
        Row(
            (
                *(one.date, one.type, one.event.name, names(one.places), names(one.organisers), one.participants),
                *((_as(one),) if named else ()),
            ),
            claims_of(one.links),
        )
        for one in found
    ]
    return table(found, columns, rows, "no such events")


def ranked_answer(found: Sequence[Ranked], by: Measure | str) -> Answer:
    """Who stands out by a measure, and whether that is estimated."""
    rows = [Row((one.place, one.node.name, one.node.kind, f"{one.value:.4g}", one.node.id)) for one in found]
    measure = f"{by}, estimated" if any(one.estimated for one in found) else str(by)
    return table(found, ("place", "name", "kind", measure, "id"), rows, "nothing stands out")


def communities_answer(found: Sequence[Community]) -> Answer:
    """Groups that hang together, with the members in their middle."""
    rows = [Row((one.number, one.size, _counted(one), names(one.middle))) for one in found]
    return table(found, ("number", "size", "kinds", "in the middle"), rows, "no communities of that size")


def conflicts_answer(found: Sequence[Contradiction]) -> Answer:
    """Where articles contradict each other: both sentences to be read, in one row for a program."""
    columns = ("what", "about", "says", "sentence", "article", "but", "other sentence", "other article")
    rows = [Row((one.what, one.about.name, *_told(one.one), *_told(one.other))) for one in found]
    passages = tuple(
        Passage(
            f"{one.about.name}, {one.what}: {_says(one.one)}; but {_says(one.other)}", (one.one.quote, one.other.quote)
        )
        for one in found
    )
    return replace(table(found, columns, rows, "no contradictions"), passages=passages)


def doubts_answer(found: Sequence[Doubt]) -> Answer:
    """Pairs that may be one, by their ids."""
    rows = [Row((one.a, one.b, f"{one.likelihood:.2f}", "; ".join(one.reasons))) for one in found]
    return table(found, ("one", "other", "likelihood", "because"), rows, "no pairs in doubt")


def evidence_answer(found: Sequence[tuple[Link, Sequence[Quote]]]) -> Answer:
    """Edges with the sentences behind them."""
    columns = ("from", "relation", "as", "to", *OF_EVIDENCE)
    rows = [Row((*_ends(link), *quote_cells(quote))) for link, quotes in found for quote in quotes]
    passages = tuple(Passage(_heading(link), quotes) for link, quotes in found)
    value = [{"link": link, "quotes": quotes} for link, quotes in found]
    return Answer(value, (Section(columns, rows),), nothing="nothing is said of it", passages=passages)


def _relation(link: Link) -> str:
    return f"{link.relation} {edge_words(link.key)}".strip()


def _as(one: Held) -> str:
    """What those who were asked about did there; with several, who did it."""
    done = [(link.source.name, did(link)) for link in one.links if link.target == one.event]
    several = len({name for name, _ in done}) > 1
    return listed(f"{name} {what}" if several else what for name, what in done)


def _counted(one: Community) -> str:
    return ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in one.kinds.items())


def _told(told: Told) -> tuple[object, ...]:
    return _says(told), on_one_line(told.quote), told.quote.document


def _says(told: Told) -> str:
    return told.words if told.date in ("", told.words) else f"{told.date}: {told.words}"


def _ends(link: Link) -> tuple[str, str, str, str]:
    return link.source.name, link.relation, edge_words(link.key), link.target.name


def _heading(link: Link) -> str:
    source, relation, key, target = _ends(link)
    return f"{source} {relation}{f' ({key})' if key else ''} {target}"
