"""Evidence as a sum of weights that can be read (Fellegi and Sunter 1969)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the weights in bits, and each weight with its reason, the heaviest first.

    >>> Score(1.0, (("one name", 3.0), ("other units", -2.0))).reasons()
    ('one name (+3.0)', 'other units (-2.0)')
    """

    bits: float
    parts: tuple[tuple[str, float], ...]

    @property
    def likelihood(self) -> float:
        """0 to 1: half where the evidence is even."""
        return 1 / (1 + 2 ** -max(min(self.bits, 60.0), -60.0))

    def in_favour(self) -> tuple[str, ...]:
        """The reasons that speak for one thing, without their weights."""
        return tuple(reason for reason, bits in self.parts if bits > 0)

    def reasons(self) -> tuple[str, ...]:
        """'same post in one unit, within 1 year (+8.2)', ..."""
        return tuple(f"{reason} ({bits:+.1f})" for reason, bits in self.parts)


def add_up(parts: list[tuple[str, float]]) -> Score:
    """The score of these reasons with their weights."""
    parts = sorted(parts, key=lambda part: (-abs(part[1]), part[0]))
    return Score(sum(bits for _, bits in parts), tuple(parts))
