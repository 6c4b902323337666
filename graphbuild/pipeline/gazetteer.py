"""Every phrase of the data files found in the text, whatever its case and tone placement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from ..resources.collector import collector_paused
from ..resources.kept import read_kept, write_kept
from .matches import Matches
from .phrases import PhraseTree
from .plain import Word, norm_of, plain_of
from .tokenizer import TOKEN

LISTS = {
    "HONORIFIC": ("words", "honorifics"),
    "FALLEN": ("words", "fallen"),
    "DEGREE": ("words", "degrees"),
    "ARM": ("words", "arms"),
    "TOPIC": ("words", "topics"),
    "TAIL": ("words", "tails"),
    "NO_UNIT": ("words", "grammar.no_units"),
    "COMPOUND": ("words", "grammar.compounds"),
    "COUNTRY": ("words", "countries"),
    "NOT_NAME": ("words", "not_names"),
    "OWN_AGENCY": ("words", "grammar.own_agency"),
    "HISTORICAL": ("historical", "names"),
    "LINK": ("words", "grammar.links"),
    "NAMED_AFTER": ("words", "grammar.named_after"),
    "EVENT_STOP": ("event_types", "grammar.stops"),
    "EVENT_BETWEEN": ("clauses", "between"),
    "EVENT_COMMA": ("event_types", "grammar.comma_goes_on"),
    "ORGANISES": ("event_types", "grammar.organises"),
    "FORMER": ("roles", "status.former"),
    "ACTING": ("roles", "status.acting"),
    "INCOMING": ("roles", "status.incoming"),
    "JOIN": ("roles", "status.joins"),
    "TAKES": ("roles", "decisions.takes"),
    "LEAVES": ("roles", "decisions.leaves"),
    "APPOINTS": ("roles", "decisions.appoints"),
    "PROMOTES": ("roles", "decisions.promotes"),
    "RETIRES": ("roles", "decisions.retires"),
    "RAISES": ("roles", "decisions.raises"),
}
"""Label -> the data file of a list of words, and the list in it."""

TABLES = {
    "RANK": ("ranks", "rank", ("name", "variants")),
    "TITLE": ("titles", "title", ("name", "variants")),
    "HEAD": ("unit_types", "unit_type", ("name", "forms")),
    "KNOWN": ("known_units", "unit", ("name", "aliases")),
    "POST_UNIT": ("known_units", "unit", ("in_posts",)),
    "PROVINCE": ("provinces", "province", ("name", "variants")),
    "EVENT_HEAD": ("event_types", "event_type", ("heads",)),
    "EVENT_OPENER": ("event_types", "event_type", ("openers",)),
    "ACT": ("roles", "act", ("phrases",)),
}
"""Label -> the data file of a table of entries, the table in it, and the fields of an entry that are looked for."""

KEYED = {
    "DISTRICT": ("districts", "district"),
    "DAYS_AGO": ("dates", "days_ago"),
    "YEARS_AGO": ("dates", "years_ago"),
    "PLACE_KIND": ("words", "place_kinds"),
    "SITE_KIND": ("words", "site_kinds"),
    "EVENT_REFERENCE": ("event_types", "references"),
}
"""Label -> the data file of words that stand below the key of a match or beside it, and where."""

MANY = 10_000
"""Known units from which on the phrases of a gazetteer are kept."""


@Language.factory("vi_gazetteer", default_config={"extra": []}, assigns=["doc._.matches"])
def create_gazetteer(nlp: Language, name: str, extra: list[str]) -> GazetteerMatcher:
    return GazetteerMatcher(load_gazetteer([Path(p) for p in extra]))


class GazetteerMatcher:
    """Set `doc._.matches`. Labels are upper-case names of the lists; keys are the entries' names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        with collector_paused():
            self.tree = _tree_of(gazetteer)
        self.numbers = _Numbers(self.tree)

    def __call__(self, doc: Doc) -> Doc:
        plain = plain_of(doc)
        doc._.matches = plain.matches = Matches(self.tree.find_numbers(map(self.numbers.__getitem__, plain)))
        return doc


class _Numbers(dict[Word, int]):
    """The number of each word in the tree, looked up once for each spelling."""

    def __init__(self, tree: PhraseTree) -> None:
        self._tree = tree

    def __missing__(self, word: Word) -> int:
        number = self[word] = self._tree.number(word.norm)
        return number


def _tree_of(gazetteer: Gazetteer) -> PhraseTree:
    """All phrases as a tree; a large one is kept, since making it takes seconds."""
    name = f"phrases {gazetteer.digest}" if len(gazetteer.known_units) >= MANY else ""
    if name and (packed := read_kept(name)):
        return PhraseTree.unpacked(packed)
    # No token holds a blank, so that what stands between blanks is cut as the whole is.
    entries = ((phrase.split(), (label, key)) for label, key, phrase in phrases(gazetteer))
    tree = PhraseTree(entries, norm_of, TOKEN.findall)
    if name:
        write_kept(name, tree.packed())
    return tree


def phrases(g: Gazetteer) -> Iterator[tuple[str, str, str]]:
    """(label, key, phrase) of every phrase to look for."""
    for rank in g.ranks:
        yield from (("RANK", rank.name, p) for p in (rank.name, *rank.variants))
    for title in g.titles:
        labels = ("TITLE",) if title.heads else ("TITLE", "STAFF_TITLE")
        yield from ((label, title.name, p) for label in labels for p in (title.name, *title.variants))
    for kind in g.unit_types:
        yield from (("HEAD", kind.name, p) for p in (kind.name, *kind.forms))
    yield from _translated(g)
    for unit in g.known_units:
        yield from (("KNOWN", unit.name, p) for p in (unit.name, *unit.aliases) if p not in unit.in_posts)
        yield from (("POST_UNIT", unit.name, p) for p in unit.in_posts)
    for province in g.provinces:
        yield from (("PROVINCE", province.name, p) for p in (province.name, *province.variants))
    for district in g.districts:
        yield from (("DISTRICT", name, name) for name in district.names)
    lists = {"words": g.words, "event_types": g.events, "clauses": g.clauses, "roles": g.roles}
    for label, (kind_of_file, path) in LISTS.items():
        words: Iterable[str] = g.historical if kind_of_file == "historical" else attrgetter(path)(lists[kind_of_file])
        yield from ((label, word, word) for word in words)
    yield from (("DAYS_AGO", str(count), phrase) for phrase, count in g.dates.days_ago.items())
    yield from (("YEARS_AGO", str(count), phrase) for phrase, count in g.dates.years_ago.items())
    for kind_name, words in g.words.place_kinds.items():
        yield from (("PLACE_KIND", kind_name, w) for w in words)
    for kind_name, words in g.words.site_kinds.items():
        yield from (("SITE_KIND", kind_name, w) for w in words)
    for event in g.events.event_type:
        yield from (("EVENT_HEAD", event.type.value, w) for w in event.heads)
        yield from (("EVENT_OPENER", event.type.value, w) for w in event.openers)
    for event_type, words in g.events.references.items():
        yield from (("EVENT_REFERENCE", event_type.value, w) for w in words)
    for act in g.roles.act:
        yield from (("ACT", f"{act.role.value}|{act.sure}|{act.says}", w) for w in act.phrases)


def _translated(g: Gazetteer) -> Iterator[tuple[str, str, str]]:
    """The words of other languages for heads of units and for posts."""
    for one in g.translations.unit:
        if kind := g.kind_of(one.means):
            yield "HEAD", kind.name, one.words
    for post in g.translations.title:
        if title := g.meant_title(post.words):
            labels = ("TITLE",) if title.heads else ("TITLE", "STAFF_TITLE")
            yield from ((label, title.name, post.words) for label in labels)


def use_compare_keys(nlp: Language) -> None:
    """Make `token.norm_` the compare key, so that 'Đảng uỷ' is found where the data says 'Đảng ủy'."""
    nlp.vocab.lex_attr_getters[NORM] = norm_of  # type: ignore[attr-defined]  # missing from spaCy's stubs
