"""The widths and languages in which the abilities of the page are tried."""

from __future__ import annotations

import pytest

from graphbuild.explorer.words import words

SCREENS = {"phone": (360, 740), "tablet": (820, 1100), "desktop": (1400, 850)}

each_screen = pytest.mark.parametrize("screen", SCREENS)
each_language = pytest.mark.parametrize("lang", ["en", "vi"])


def word(key: str, lang: str, **values: object) -> str:
    """A label as the page writes it for an n that is not one."""
    text = words()[lang][key].rpartition("|")[2]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
