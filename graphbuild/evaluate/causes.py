"""Why facts were missed, made up or wrong: each put down to one cause, with the sentence it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from .evidence import sentence_behind
from .fact import Fact, Name, Tally
from .finding import Findings
from .names import overlap
from .pairing import pair
from .references import where_said
from .result import Cause, Miss

SAME_WORDS = 0.5
"""Overlap of two titles of one person from which one post stands for the other, though in another unit."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What a fact of a row is called that has another object, or another value, than the gold."""

    object: Cause = Cause.FALSE_ALARM
    value: Cause = Cause.FALSE_ALARM


_WRONG = {
    "rank (accuracy)": _Wrong(value=Cause.WRONG_RANK),
    "positions": _Wrong(object=Cause.WRONG_UNIT, value=Cause.WRONG_TITLE),
    "unit hierarchy": _Wrong(object=Cause.WRONG_PARENT),
    "events": _Wrong(value=Cause.WRONG_TYPE),
    "event type (accuracy)": _Wrong(value=Cause.WRONG_TYPE),
    "main event date (accuracy)": _Wrong(value=Cause.WRONG_DATE),
    "main event organiser (accuracy)": _Wrong(object=Cause.WRONG_ORGANISER),
    "main event place (accuracy)": _Wrong(object=Cause.WRONG_PLACE),
    "participation with role": _Wrong(object=Cause.WRONG_EVENT, value=Cause.WRONG_ROLE),
    "participation": _Wrong(object=Cause.WRONG_EVENT),
    "unit relations": _Wrong(object=Cause.WRONG_UNIT, value=Cause.WRONG_TYPE),
}
"""By row of the table."""


def misses_of(document: str, tally: Tally, findings: Findings) -> Iterator[Miss]:
    """Yield what fails in one row of one article, a confusion of two facts once.

    Parameters
    ----------
    document: the article's name.
    findings: gold and prediction of the article, with its text if there is one.
    """
    miss = partial(Miss, document, tally.row)
    confused = pair(tally.missed, tally.extra, partial(_likeness, findings=findings))
    for i, fact in enumerate(tally.missed):
        if i in confused:
            found = tally.extra[confused[i]]
            cause = _difference(tally.row, fact, found, findings)
            yield miss(cause, str(fact), str(found), sentence_behind(found, findings.article))
        else:
            cause, sentence = _why_missed(fact, findings)
            yield miss(cause, str(fact), "", sentence)
    for j, fact in enumerate(tally.extra):
        if j not in confused.values():
            yield miss(Cause.FALSE_ALARM, "", str(fact), sentence_behind(fact, findings.article))
    for expected, found in tally.wrong:
        lacking = bool(expected.object and not found.object) or not found.subject.text
        answer = "" if lacking else str(found)
        cause, sentence = _why_wrong(tally.row, expected, found, findings)
        yield miss(cause, str(expected), answer, sentence)


def _likeness(missed: Fact, extra: Fact, findings: Findings) -> float:
    """0 for two facts of which one cannot stand for the other."""
    same_object = findings.same(missed.object, extra.object)
    same_value = missed.value == extra.value
    if findings.same(missed.subject, extra.subject):
        return 3 if same_object else 2 if same_value else overlap(missed.value, extra.value) >= SAME_WORDS
    alone = missed.object is None and extra.object is None
    return float((alone or (same_object and same_value)) and findings.cut_differently(missed.subject, extra.subject))


def _difference(row: str, expected: Fact, found: Fact, findings: Findings) -> Cause:
    wrong = _WRONG.get(row, _Wrong())
    if not findings.same(expected.subject, found.subject):
        return Cause.BOUNDARY
    if findings.same(expected.object, found.object):
        return wrong.value
    cut = expected.object and found.object and findings.cut_differently(expected.object, found.object)
    return Cause.BOUNDARY if cut else wrong.object


def _why_missed(fact: Fact, findings: Findings) -> tuple[Cause, str]:
    if not findings.predicted:
        return Cause.NO_PREDICTION, ""
    for name in fact.names:
        if not findings.has(name):
            return findings.why_not_found(name), findings.first_sentence(name)
    return where_said(fact, findings)


def _why_wrong(row: str, expected: Fact, found: Fact, findings: Findings) -> tuple[Cause, str]:
    if row == "byline (accuracy)":
        return (Cause.WRONG_BYLINE if findings.predicted else Cause.NO_PREDICTION), ""
    if row == "positions":
        return Cause.WRONG_STATUS, sentence_behind(found, findings.article)
    if expected.object and not found.object:
        missing: Name = expected.object
        cause = Cause.NOT_CLAIMED if findings.has(missing) else findings.why_not_found(missing)
        return cause, findings.first_sentence(missing)
    return _difference(row, expected, found, findings), sentence_behind(found, findings.article)
