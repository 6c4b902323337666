"""The text of one generated article: headline, lead, who was there, then paragraphs until it is long enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from random import Random
from typing import NamedTuple

from .careers import Officer, Term
from .names import Names
from .news import Held, Story
from .prose import Prose
from .reports import NAME_SLIPS, RANK_SLIPS, RANKS, SHARE_WITH_POST, SHARE_WITH_RANK, SHARE_WITH_UNIT
from .units import Unit

SPREAD = 0.5
"""Standard deviation of the logarithm of an article's length."""

SHORTEST, LONGEST = 150, 6000

WORDS_A_UNIT, WORDS_A_QUOTE = 75, 280
"""After so many words comes a sentence about units, and a quotation."""

SHARE_OF_LONG = 0.3
"""Of the sentences that fill, those that are two in one."""

SHARE_WITH_PARENT = 0.2
"""Of the units named beside the one that the article is about; some of the others have theirs in the name."""

SHARE_OF_SPEAKERS = 0.6
"""Of those present, who are also told to have said something."""

NEW_IN_POST = 0.5
"""Years in a post within which an article recalls the one before."""


class Told(NamedTuple):
    """Title, text and byline, and what names in them stand for."""

    title: str
    text: str
    byline: str
    persons: dict[str, int]
    units: dict[str, int]


class Reporter:
    """Writes articles; `districts` of each province, `words` of an article on average."""

    def __init__(
        self, prose: Prose, names: Names, districts: Mapping[str, Sequence[str]], random: Random, words: int
    ) -> None:
        self._prose, self._names, self._districts, self._random = prose, names, districts, random
        self._log_words = log(words) - SPREAD**2 / 2

    def write(self, story: Story) -> Told:
        """One article about the story."""
        return _Draft(story, self._prose, self._names, self._districts, self._random).finished(self._length())

    def _length(self) -> int:
        return int(min(max(self._random.lognormvariate(self._log_words, SPREAD), SHORTEST), LONGEST))


class _Draft:
    """One article under construction."""

    def __init__(
        self, story: Story, prose: Prose, names: Names, districts: Mapping[str, Sequence[str]], random: Random
    ) -> None:
        self._story, self._prose, self._names, self._random = story, prose, names, random
        self._persons: dict[str, int] = {}
        self._units: dict[str, int] = {}
        self._present = self._introduced(story.shown)
        unit, day, event = story.unit, story.day, story.told_as(random)
        near = [u for u in (*unit.parts, *(unit.parent.parts if unit.parent else ())) if u is not unit] or [unit]
        own = districts.get(unit.home) or ("Hòa Bình",)
        part_of_day = random.choice(("Sáng", "Chiều", "Ngày"))
        self._values = {
            "event": event,
            "brief": next(head for head in ("Hội nghị", "Lễ", "Hội thi", "Diễn tập", "Đoàn công tác") if event.startswith(head)),
            "unit": self._unit(unit),
            "above": self._unit(unit.parent) if unit.parent else "Bộ Quốc phòng",
            "part": lambda: self._part(random.choice(near)),
            "own": lambda: self._own(unit),
            "home": unit.home,
            "district": lambda: random.choice(own),
            "day": f"{day.day}/{day.month}/{day.year}",
            "moment": f"{part_of_day} {day.day}/{day.month}",
            "moment_low": f"{part_of_day.lower()} {day.day}/{day.month}",
            "year": str(day.year),
            "before": str(day.year - 1),
            "date_year": lambda: f"{prose.between(1, 28)}/{prose.between(1, 12)}/{day.year}",
        }  # fmt: skip

    def finished(self, words: int) -> Told:
        """The article, with about so many words."""
        self._prose.about(self._values)
        opening = [self._opening()]
        if len(self._present) > 1:
            guests = "; ".join(self._with_post(*one) for one in self._present[1:])
            opening.append(self._say("present", guests=guests))
        opening.append(self._prose.sentence("caption") if self._random.random() < 0.6 else "")
        paragraphs = [paragraph for paragraph in opening if paragraph]
        body = self._body(words - sum(paragraph.count(" ") + 1 for paragraph in paragraphs))
        while body:
            count = self._prose.between(1, 4)
            paragraphs.append(" ".join(body[:count]))
            del body[:count]
        title = self._prose.sentence("headline")
        return Told(title, "\n".join(paragraphs), self._prose.phrase("byline"), self._persons, self._units)

    def _opening(self) -> str:
        return f"{self._say('lead')} {self._say('chair', who=self._with_post(*self._present[0]))}"

    def _body(self, words: int) -> list[str]:
        """Sentences in any order: what was said, what units did, quotations, and what fills the rest."""
        told = [
            self._say("speech", person=self._again(*one))
            for one in self._present
            if self._random.random() < SHARE_OF_SPEAKERS
        ]
        told += [self._say("former_told", former=former) for former in self._former()]
        for name, each in (("of_units", WORDS_A_UNIT), ("quote_told", WORDS_A_QUOTE)):
            told += [self._prose.sentence(name) for _ in range(max(0, words) // each)]
        words -= sum(sentence.count(" ") + 1 for sentence in told)
        while words > 0:
            told.append(self._filler())
            words -= told[-1].count(" ") + 1
        self._random.shuffle(told)
        return told

    def _filler(self) -> str:
        said = self._prose.sentence("filler")
        if self._random.random() >= SHARE_OF_LONG:
            return said
        more = self._prose.phrase("filler")
        return f"{said[:-1]}; {self._prose.phrase('going_on')} {more[0].lower()}{more[1:]}"

    def _say(self, name: str, **values: str) -> str:
        """A sentence that also needs these values."""
        self._prose.about({**self._values, **values})
        said = self._prose.sentence(name)
        self._prose.about(self._values)
        return said

    def _introduced(self, shown: Sequence[Held]) -> list[tuple[str, Held]]:
        """Those present with their names as written; of two of one name only the first is told."""
        present = []
        for held in shown:
            officer = held[1]
            name = self._names.misspelled(officer.name) if self._random.random() < NAME_SLIPS else officer.name
            if name not in self._persons:
                self._persons[name] = officer.number
                present.append((name, held))
        return present

    def _with_post(self, name: str, held: Held) -> str:
        """'Đại tá Trần Văn Minh, Phó Tư lệnh Quân khu 5', at times without rank, post or unit."""
        term, officer = held
        said = f"{self._rank(officer)}{name}"
        if self._random.random() < SHARE_WITH_POST:
            joined = ", " if self._random.random() < 0.85 else " - "
            said += f"{joined}{self._post(term)}"
        return said

    def _again(self, name: str, held: Held) -> str:
        """The same person named a second time."""
        draw = self._random.random()
        if draw < 0.6:
            return f"{self._rank(held[1])}{name}"
        return f"đồng chí {name}" if draw < 0.85 else name

    def _former(self) -> list[str]:
        """Posts that those who are new in theirs have left."""
        left = []
        for name, (term, officer) in self._present:
            at = next(n for n, own in enumerate(officer.terms) if own is term)
            if at and self._story.when - term.start < NEW_IN_POST and officer.terms[at - 1].unit is not term.unit:
                before = officer.terms[at - 1]
                left.append(f"{self._rank(officer)}{name}, nguyên {self._post(before, always=True)}")
        return left

    def _rank(self, officer: Officer) -> str:
        order = officer.order(self._story.when)
        if not order:
            return self._random.choice(("đồng chí ", "ông ", ""))
        if self._random.random() >= SHARE_WITH_RANK:
            return self._random.choice(("đồng chí ", ""))
        slip = self._random.choice((-1, 1)) if self._random.random() < RANK_SLIPS else 0
        return f"{RANKS[min(max(order + slip, 6), 15)]} "

    def _post(self, term: Term, *, always: bool = False) -> str:
        if not always and self._random.random() >= SHARE_WITH_UNIT:
            return term.post.title
        unit = self._unit(term.unit)
        # 'Trưởng phòng Chính trị', not 'Trưởng phòng Phòng Chính trị'.
        head = term.post.title.split()[-1].capitalize()
        return f"{term.post.title} {unit.removeprefix(f'{head} ')}"

    def _part(self, unit: Unit) -> str:
        """'Lữ đoàn 12', at times 'Lữ đoàn 12 (Quân khu 5)'."""
        named = self._unit(unit)
        above = unit.parent if not unit.relative and self._random.random() < SHARE_WITH_PARENT else None
        return f"{named} ({self._unit(above)})" if above else named

    def _own(self, unit: Unit) -> str:
        """A part of the unit, by its own name; of one that has none, a company."""
        if not unit.parts:
            return f"Đại đội {self._prose.between(1, 9)}"
        part = self._random.choice(unit.parts)
        if not part.relative:
            self._units[part.forms[0]] = part.number
        return part.forms[0]

    def _unit(self, unit: Unit) -> str:
        """A name of the unit; what many have one of is named with the unit above."""
        form = unit.forms[0] if len(unit.forms) == 1 or self._random.random() < 0.8 else unit.forms[1]
        if unit.relative and unit.parent:
            form = f"{form} {unit.parent.forms[0]}"
        self._units[form] = unit.number
        return form
