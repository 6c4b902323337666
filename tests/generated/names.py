"""Names as men in Vietnam bear them: surname, middle and given name drawn by their shares."""

from __future__ import annotations

from itertools import accumulate
from random import Random

from graphbuild.resources import Gazetteer

SLIPS = str.maketrans(
    "áàảãạấầẩậắằéèẻẽẹếềểệíìỉĩịóòỏõọốồổộớờởợúùủũụứừửựýỳâêôơưă", "àáãảàầấậẩằắèéẽẻèềếệểìíĩỉìòóõỏòồốộổờớợởùúũủùừứựửỳýăeoôuâ"
)
"""A wrong accent on the right letter."""


class Names:
    """Draws names; the shares of the parts are those of the gazetteer."""

    def __init__(self, gazetteer: Gazetteer, random: Random) -> None:
        self._random = random
        parts = gazetteer.name_parts
        self._surnames = _weighted({s.name: s.share for s in gazetteer.surnames if s.share})
        self._middles = _weighted({"": parts.none, **parts.middle})
        self._given = _weighted(parts.given)

    def full(self) -> str:
        """'Nguyễn Văn Hùng', now and then 'Lê Hùng' or 'Trần Nguyễn Minh Hùng'."""
        surname, middle, given = (self._draw(t) for t in (self._surnames, self._middles, self._given))
        while middle in (surname, given):
            middle = self._draw(self._middles)
        return " ".join(filter(None, (surname, middle, given)))

    def misspelled(self, name: str) -> str:
        """The name with a wrong accent on its last word that has one; the same name if none has."""
        words = name.split()
        for at in reversed(range(len(words))):
            for n, letter in enumerate(words[at]):
                if (wrong := letter.translate(SLIPS)) != letter:
                    words[at] = words[at][:n] + wrong + words[at][n + 1 :]
                    return " ".join(words)
        return name

    def _draw(self, table: tuple[list[str], list[float]]) -> str:
        words, sums = table
        return self._random.choices(words, cum_weights=sums)[0]


def _weighted(shares: dict[str, float]) -> tuple[list[str], list[float]]:
    return list(shares), list(accumulate(shares.values()))
