"""TimelineJS: events and posts as slides."""

from __future__ import annotations

import html
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..graph import Link
from ..graph.reading import undated_last
from ..model import EntityKind, EventRole, PartialDate, Quote, Relation
from ..text import slug
from .content import Content, Entry

SENTENCES = 5
"""So many sentences a slide shows: more than a screen would hold, nobody reads."""

POSTS = "posts"
"""The group of slides of posts; events are grouped by their types."""

Slide = dict[str, Any]


def write(content: Content, path: Path) -> tuple[str, ...]:
    """Write a slide an event that has a date, and a slide a post that was ever seen, in the order of dates.

    Dates stay as partial as they are known. Names and sentences are told as text: what of them looks like HTML does
    not act. Returns what is left out, in words. Raises UsageError if nothing has a date.
    """
    posts = [fact for fact in content.facts() if fact.relation is Relation.HOLDS]
    events = [entry for entry in content.entries() if entry.kind is EntityKind.EVENT]
    around = _around(content)
    slides = [_event(content, one, around[one.id]) for one in events if _date(one)]
    slides += [_post(content, one) for one in posts if any(content.period(one))]
    if not slides:
        raise UsageError("nothing in this part has a date", do="export a part with dated events or posts")
    slides.sort(key=lambda slide: (*undated_last(_order(slide)), slide["unique_id"]))
    _number(slides)
    title = {"text": {"headline": html.escape(content.title), "text": ""}, "unique_id": "title"}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump({"scale": "human", "title": title, "events": slides}, file, ensure_ascii=False, indent=1)
        file.write("\n")
    undated = (
        ("event", "events", sum(not _date(one) for one in events)),
        ("post", "posts", sum(not any(content.period(one)) for one in posts)),
    )
    return tuple(
        f"{number} {one if number == 1 else many} without a date left out" for one, many, number in undated if number
    )


def _date(event: Entry) -> str:
    return str(event.attributes.get("date", ""))


def _around(content: Content) -> dict[str, list[Link]]:
    """The facts about each event."""
    found: dict[str, list[Link]] = defaultdict(list)
    for fact in content.facts():
        for end in (fact.source, fact.target):
            if end.kind is EntityKind.EVENT:
                found[end.id].append(fact)
    return found


def _event(content: Content, event: Entry, facts: list[Link]) -> Slide:
    places = [fact.target.name for fact in facts if fact.relation is Relation.HELD_AT]
    organisers = [fact.source.name for fact in facts if fact.relation is Relation.ORGANISES]
    lines = [("place", places), ("organised by", organisers)]
    lines += [(role.replace("_", " "), _who(facts, role)) for role in EventRole]
    text = _lines((label, ", ".join(names)) for label, names in lines)
    quotes = [quote for fact in facts for quote in content.said(fact)]
    return {
        "start_date": _parts(_date(event)),
        "text": {"headline": html.escape(event.name), "text": text + _quoted(quotes)},
        "group": str(event.attributes.get("type", "")) or EntityKind.EVENT.value,
        "unique_id": slug(event.id),
    }


def _who(facts: Iterable[Link], role: str) -> list[str]:
    taking_part = (fact for fact in facts if fact.relation is Relation.PARTICIPATES and fact.text("role") == role)
    return list(dict.fromkeys(fact.source.name for fact in taking_part))


def _post(content: Content, post: Link) -> Slide:
    start, end = content.period(post)
    seen = " to ".join(dict.fromkeys(filter(None, (post.first, post.last))))
    stated = ", ".join(
        f"{word} {post.text(name)}" for word, name in (("from", "start"), ("until", "end")) if post.text(name)
    )
    lines = (("seen", seen), ("stated", stated), ("status", post.text("status")), ("rank", post.text("rank")))
    text = _lines(lines)
    headline = f"{post.source.name}: {post.text('title')}, {post.target.name}"
    slide: Slide = {
        "start_date": _parts(start or end),
        "text": {"headline": html.escape(headline), "text": text + _quoted(content.said(post))},
        "group": POSTS,
        "unique_id": slug(f"{post.source.id} {post.target.id} {post.key}"),
    }
    # TimelineJS drops an end that is its beginning, and warns of it.
    return slide | ({"end_date": _parts(end)} if start and end and start != end else {})


def _parts(iso: str) -> dict[str, int]:
    date = PartialDate.parse(iso)
    return {name: part for name, part in (("year", date.year), ("month", date.month), ("day", date.day)) if part}


def _order(slide: Slide) -> str:
    return "-".join(f"{part:04d}" for part in slide["start_date"].values())


def _number(slides: Iterable[Slide]) -> None:
    """Make the ids of slides differ; they become parts of addresses."""
    seen: Counter[str] = Counter({"title": 1})
    for slide in slides:
        id = slide["unique_id"]
        seen[id] += 1
        if seen[id] > 1:
            slide["unique_id"] = f"{id}--{seen[id]}"


def _quoted(quotes: Iterable[Quote]) -> str:
    """The first sentences, each once, with their articles."""
    told = list({(quote.document, quote.sentence): quote for quote in quotes}.values())
    more = f"<p>… and {len(told) - SENTENCES} more</p>" if len(told) > SENTENCES else ""
    return "".join(_blocks(told[:SENTENCES])) + more


def _blocks(quotes: Iterable[Quote]) -> Iterator[str]:
    for quote in quotes:
        before, after = quote.sentence[: quote.mark_start], quote.sentence[quote.mark_end :]
        marked = quote.sentence[quote.mark_start : quote.mark_end]
        words = f"{html.escape(before)}<b>{html.escape(marked)}</b>{html.escape(after)}"
        name = html.escape(quote.title or quote.document)
        if quote.url.startswith(("http://", "https://")):
            name = f'<a href="{html.escape(quote.url)}">{name}</a>'
        dated = f", {html.escape(quote.published)}" if quote.published else ""
        yield f"<p>{words}<br><small>{name}{dated}</small></p>"


def _lines(lines: Iterable[tuple[str, str]]) -> str:
    """A paragraph of labelled values, without those that are not known."""
    text = "<br>".join(f"{label}: {html.escape(value)}" for label, value in lines if value)
    return f"<p>{text}</p>" if text else ""
