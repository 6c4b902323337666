"""The palette of the page: people who see colours differently can tell the kinds apart, and everyone can read the text.

Colours are seen as dichromats see them after Viénot, Brettel and Mollon, "Digital video colourmaps for checking the
legibility of displays by dichromats" (1999), for protanopia and deuteranopia, and Brettel, Viénot and Mollon,
"Computerized simulation of color appearance for dichromats" (1997), for tritanopia, in the linear form of both that
Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
give for severity 1. Distances are CIE 1976 in Lab; 2.3 is what can just be seen.
"""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest

from graphbuild.explorer.page import ASSETS

KINDS = ("person", "unit", "event", "place")
SEEN_AS = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
APART = 20
"""Least distance of two kinds to every eye, eight times what can just be seen; their shapes differ besides."""


def palette(theme: str) -> dict[str, np.ndarray]:
    """Linear RGB by name, from base.css."""
    style = (ASSETS / "css" / "base.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root(\[data-theme=dark\])? \{(.*?)\}", style, re.DOTALL)
    (block,) = (text for dark, text in blocks if bool(dark) == (theme == "dark"))
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    return {name: linear(colour) for name, colour in found.items()}


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    )
    x, y, z = np.clip(to_xyz @ np.clip(rgb, 0, 1) / np.array([0.95047, 1.0, 1.08883]), 1e-9, None)
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    """As WCAG 2 defines it, 1 to 21."""
    light = sorted(float(np.array([0.2126, 0.7152, 0.0722]) @ colour) for colour in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eye", SEEN_AS)
def test_kinds_are_told_apart_by_every_eye(theme: str, eye: str) -> None:
    colours = palette(theme)
    seen = {kind: lab(SEEN_AS[eye] @ colours[kind]) for kind in KINDS}
    for one, other in itertools.combinations(KINDS, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= APART, f"{one} and {other}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_stand_out_from_the_ground(theme: str) -> None:
    colours = palette(theme)
    for kind in KINDS:
        for ground in ("ground", "raised", "sunk"):
            assert contrast(colours[kind], colours[ground]) >= 3, f"{kind} on {ground}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_readable_on_every_ground(theme: str) -> None:
    colours = palette(theme)
    for text in ("ink", "quiet", "link"):
        for ground in ("ground", "raised", "sunk"):
            assert contrast(colours[text], colours[ground]) >= 4.5, f"{text} on {ground}"
    assert contrast(colours["ink"], colours["marked"]) >= 4.5
