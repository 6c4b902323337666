"""Posts of a unit: who held which at a time, who commanded it one after the other, of which no holder is known."""

from __future__ import annotations

from collections.abc import Sequence

from ...answers import Answer, Row, Section, claims_of, table
from ..as_of import Certainty, Chart, Holder
from ..gaps import Gap
from ..records import Tenure
from .wording import period, stated

TITLES = {Certainty.CERTAIN: "Certain", Certainty.LIKELY: "Likely", Certainty.UNKNOWN: "Not known"}

TENURE = ("seen", "person", "rank", "title", "stated", "handed over by", "handed over to")


def chart_answer(chart: Chart) -> Answer:
    """The posts by how well they are known, and the charts of the units that followed."""
    sections = tuple(
        Section(("title", "person", "rank", "because"), [_holder(holder) for holder in chart.of(certainty)], title)
        for certainty, title in TITLES.items()
    )
    heading = f"{chart.unit.name}, {chart.on}" if chart.on else chart.unit.name
    followed = "; ".join(chart.followed_by)
    fields = (("formed", chart.valid_from), ("until", chart.valid_to), ("followed by", followed))
    return Answer(chart, sections, heading, fields, more=tuple(map(chart_answer, chart.successors)))


def commanders_answer(found: Sequence[Tenure], several: bool = False) -> Answer:
    """Who commanded, one after the other; of `several` units, which."""
    rows = [Row((*((one.unit.name,) if several else ()), *_tenure(one)), one.link.claims) for one in found]
    return table(found, (*(("unit",) if several else ()), *TENURE), rows, "no article names its commander")


def gaps_answer(found: Sequence[Gap]) -> Answer:
    """Posts with no known holder, and who is known before and after."""
    columns = ("unit", "post", "since", "before", "until", "after", "days")
    rows = [Row(_gap(one), claims_of([one.before], [one.after] if one.after else [])) for one in found]
    return table(found, columns, rows, "no gaps")


def _holder(holder: Holder) -> Row:
    return Row((_title(holder), holder.person.name, holder.rank, holder.because), holder.link.claims)


def _tenure(one: Tenure) -> tuple[object, ...]:
    seen = period(one.first, one.last)
    before, after = (other.name if other else "" for other in (one.predecessor, one.successor))
    told = f"told {seen}" if one.past_only else seen
    return told, one.person.name, one.rank, _title(one), stated(one.link), before, after


def _title(one: Holder | Tenure) -> str:
    return f"{one.title} (acting)" if one.acting else one.title


def _gap(one: Gap) -> tuple[object, ...]:
    return (
        one.unit.name,
        one.title,
        f"{one.since} ({'left' if one.left else 'last seen'})",
        one.before.source.name,
        f"{one.until} ({'came' if one.came else 'first seen'})" if one.until else "",
        one.after.source.name if one.after else "",
        one.days if one.until else "",
    )
