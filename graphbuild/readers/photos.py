"""Lines that are a photo's file name, left over where a page showed the photo."""

from __future__ import annotations

import re

from .lines import Line

PHOTO = "photo file name"
"""Reason of a cut; the line below it is most often the photo's caption."""

IMAGE_FILE = re.compile(r"[^.!?]{1,120}\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic)", re.IGNORECASE)
"""'hoi nghi 2.jpg', 'https/anh/bg-01.PNG'."""

CAMERA_FILE = re.compile(
    r"(?:IMG|DSC[NF]?|DCIM|PXL|MVI|P10|image|picture|photo|anh|hinh)[-_ ]?\d[\w ()-]*", re.IGNORECASE
)
"""'IMG_2041', 'DSC 0012', 'image001', 'anh 1'."""

PLAIN_NAME = re.compile(r"[a-z0-9]+(?:[-_ ()&+,]+[A-Za-z0-9]+)*[)]?")
"""'btl giao nv quy 4', 'dai-hoi-969': letters without accents, small at the start."""

PLAIN_SENTENCE_CASE = re.compile(r"[A-Z][a-z]*(?:[-_ ]+[a-z]+){2,}(?:[-_ ]+\d+)*|[A-Z][a-z]*(?:[-_ ]+[a-z]+)+[-_ ]+\d+")
"""'Hoi nghi quan chinh', 'Ra quan 2': a capital and small words without one accent."""

ACCENTED = re.compile(r"[À-ỹ]")
"""A letter that only accented text has."""

LONGEST, LETTERS = 14, 160
"""Words and letters of the longest file name that is looked for."""


def drop_photo_names(lines: list[Line]) -> list[Line]:
    """Cut the lines that are a photo's file name. Only where the text has accents can a name without any be told."""
    accented = any(ACCENTED.search(line.text) for line in lines)
    return [line.dropped(PHOTO) if line.open and is_photo_name(line.text, accented) else line for line in lines]


def is_photo_name(text: str, accented: bool = True) -> bool:
    """True if `text` is a photo's file name; `accented`: the article around it is written with accents.

    >>> is_photo_name("btl giao nv quy 4"), is_photo_name("Minh Anh")
    (True, False)
    """
    if len(text) > LETTERS:
        return False
    if IMAGE_FILE.fullmatch(text) or CAMERA_FILE.fullmatch(text):
        return True
    if not accented or len(text.split()) > LONGEST:
        return False
    has_letters = sum(c.isalpha() for c in text) >= 4
    return has_letters and bool(PLAIN_NAME.fullmatch(text) or PLAIN_SENTENCE_CASE.fullmatch(text))
