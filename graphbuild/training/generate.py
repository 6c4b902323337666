"""Sentences made from templates, from articles with other names put in, and from sentences without names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from ..resources import Gazetteer
from .examples import Marked, Writer
from .material import Material, load_material
from .names import Names
from .slots import fill, pieces

__all__ = ["Generator", "load_material"]

LABEL_OF_SLOT = {"person": "PERSON", "foreign_person": "PERSON", "unit": "UNIT", "place": "PLACE", "bare": "PLACE",
                 "foreign_place": "PLACE"}  # fmt: skip


class Generator:
    """Makes sentences without end; one seed gives one sequence.

    Parameters
    ----------
    gazetteer, material: where words come from.
    seed: of every choice.
    articles: sentences of articles with their names marked, to be said again with other names.
    """

    def __init__(self, gazetteer: Gazetteer, material: Material, seed: int, articles: Sequence[Marked] = ()) -> None:
        self.material = material
        self.articles = articles
        self.chance = Random(seed)
        self.names = Names(gazetteer, material, self.chance)
        self._events = [head for kind in gazetteer.events.event_type for head in kind.heads if head[0].isupper()]
        ranks, titles = [r.name for r in gazetteer.ranks], [t.name for t in gazetteer.titles]
        self._drawn: Mapping[str, Callable[[], str]] = {
            "person": self.names.person,
            "unit": self.names.unit,
            "place": self.names.place_with_kind,
            "bare": self.names.place,
            "number": self.names.number,
            "rank": lambda: self.names.pick(ranks),
            "title": lambda: self.names.pick(titles),
            "event": self._event,
            "date": self._date,
            "other": self._other,
            "given": lambda: self.names.pick(material.given_names),
            "nickname": self.names.nickname,
            "street": lambda: self.names.pick(material.streets),
            "foreign_person": lambda: self.names.pick(material.foreign_persons),
            "foreign_place": lambda: self.names.pick(material.foreign_places),
        }

    def sentences(self, count: int) -> Iterator[Marked]:
        """Sentences in the shares that the model is to learn from: templates, articles, and those without names."""
        for _ in range(count):
            drawn = self.chance.random()
            if self.articles and drawn < 0.35:
                yield self._retold(self.names.pick(self.articles))
            elif drawn < 0.7:
                yield self.written(self.names.pick(self.material.sentences))
            else:
                yield self.written(self.names.pick(self.material.negatives))

    def written(self, template: str) -> Marked:
        """A template with its slots filled."""
        writer = Writer()
        for words, slot in pieces(template):
            writer.add(self._drawn[slot]() if slot else words, LABEL_OF_SLOT.get(slot, ""))
        return writer.sentence()

    def _retold(self, sentence: Marked) -> Marked:
        """The sentence of an article, each name in it replaced more often than not."""
        other = {"PERSON": self.names.person, "UNIT": self.names.unit, "PLACE": self._place}
        writer, end = Writer(), 0
        for start, stop, label in sentence.names:
            writer.add(sentence.text[end:start])
            writer.add(other[label]() if self.chance.random() < 0.6 else sentence.text[start:stop], label)
            end = stop
        writer.add(sentence.text[end:])
        return writer.sentence()

    def _place(self) -> str:
        return self.names.place() if self.chance.random() < 0.5 else self.names.place_with_kind()

    def _event(self) -> str:
        which = self.names.pick(("năm {number}", "lần thứ {number}", "quý I", "toàn quân"))
        return f"{self.names.pick(self._events)} {fill(which, self._drawn)}"

    def _date(self) -> str:
        sign = self.names.pick("/-.")
        return f"{self.chance.randint(1, 28)}{sign}{self.chance.randint(1, 12)}"

    def _other(self) -> str:
        """A capitalised thing, at times with a capital to every word, often in quotation marks."""
        words = fill(self.names.pick(self.material.other), self._drawn)
        if self.chance.random() < 0.25:
            words = " ".join(word[0].upper() + word[1:] for word in words.split())
        return self.names.pick((words, words, f"“{words}”", f'"{words}"'))
