"""The canonical name of an entity, chosen from every form that articles use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..text import compare_key, nfc, title_case
from .articles import UnitRecord
from .unit_names import UnitNames
from .units import known_form


def person_name(forms: Iterable[str]) -> str:
    """The most frequent spelling, capitals turned to mixed case; the first by alphabet where they tie.

    One without any accent, as other languages print the name, only where no article has another.
    """
    counts = Counter(title_case(nfc(form)) for form in forms)
    return min(counts, key=lambda form: (form.isascii(), -counts[form], form))


def unit_name(records: Sequence[UnitRecord], names: UnitNames) -> str:
    """The gazetteer's name; for an unknown unit the fullest form, abbreviations counted as spelled out.

    Forms that tell the unit apart by themselves go before those that do not, and the unit's own name before its
    headquarters' ('Quân khu 6' before 'Bộ Tư lệnh Quân khu 6').
    """
    known = {form.known.name for r in records if (form := known_form(r, names)) and form.known}
    if known:
        return min(known)
    forms = Counter(form for record in records for form in record.forms)
    kinds = {kind.name for form in forms if names.read(form).alone and (kind := names.read(form).type)}
    housed = [form for form in forms if not ((kind := names.read(form).type) and kinds.intersection(kind.houses))]

    def rank(form: str) -> tuple[bool, int, bool, int, str]:
        return not names.read(form).alone, -_syllables(form, names), form.isascii(), -forms[form], form

    return _capital(min(housed or forms, key=rank))


def event_name(forms: Iterable[str]) -> str:
    """Of the forms that most articles use the longest; spelling differences of tone and case count as one form.

    One in another language only where no article has it in Vietnamese.
    """
    forms = sorted(forms)
    counts = Counter(compare_key(form) for form in forms)
    return _capital(min(forms, key=lambda form: (form.isascii(), -counts[compare_key(form)], -len(form), form)))


def place_name(forms: Iterable[str]) -> str:
    """The longest form, so that the kind of place is with it; then the most frequent."""
    counts = Counter(forms)
    return min(counts, key=lambda form: (-len(form.split()), -counts[form], form))


def others(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Every other form, sorted: an entity's aliases. A small letter at the beginning makes no other form."""
    return tuple(sorted({form for form in forms if _capital(form) != _capital(name)}))


def _capital(form: str) -> str:
    """'hội nghị quân chính' -> 'Hội nghị quân chính': in a sentence a name begins as the sentence has it."""
    return form[:1].upper() + form[1:]


def _syllables(form: str, names: UnitNames) -> int:
    return len(names.expanded(form).split())
