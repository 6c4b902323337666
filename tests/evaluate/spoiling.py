"""A test's own article as the pipeline reads it, and what is left of it when it is spoilt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from graphbuild.claims import facts
from graphbuild.model import Claim, Extraction, Mention
from tests.claims.reading import extraction

OPENING = "Ngày 12/3/2022, Sư đoàn 941 tổ chức Hội nghị quân chính tại Hội trường Đồi Chè."
CHAIRED = "Đại tá Lã Quốc Thịnh, Sư đoàn trưởng Sư đoàn 941 chủ trì hội nghị."
GUESTS = (
    "Dự hội nghị còn có Thượng tá Vũ Khắc Toản, Phó Chính ủy Sư đoàn 941 và Thiếu tá Mùa A Páo, Tiểu đoàn trưởng "
    "Tiểu đoàn 3 thuộc Sư đoàn 941."
)
REPORT = "Thượng tá Toản báo cáo kết quả quý I."
SPEECH = "Sư đoàn trưởng phát biểu chỉ đạo."
POLITICAL = "Đại tá Tạ Hồng Khôi, Chính ủy, bắt tay từng người."
ARTICLE = "\n".join(
    ("Sư đoàn 941 họp bàn việc quý II", f"{OPENING} {CHAIRED}", GUESTS, f"{REPORT} {SPEECH}", POLITICAL)
)


@cache
def read() -> Extraction:
    """The mentions and claims of `ARTICLE`."""
    return extraction(ARTICLE, id="a.txt", byline="Lò Thị Mai")


def facts_of(found: Extraction, **changes: Any) -> dict[str, Any]:
    """What is found as gold has it, with some lists exchanged."""
    return {**facts(found).as_dict(), **changes}


def without(
    found: Extraction,
    claim: Callable[[Claim], bool] = lambda _: False,
    mention: Callable[[Mention], bool] = lambda _: False,
) -> Extraction:
    """The same without some claims and mentions."""
    return replace(
        found,
        claims=tuple(one for one in found.claims if not claim(one)),
        mentions=tuple(one for one in found.mentions if not mention(one)),
    )


def changed(found: Extraction, which: Callable[[Any], bool], **fields: Any) -> Extraction:
    """The same with other words in the claims that `which` picks."""
    claims = tuple(replace(one, **fields) if which(one) else one for one in found.claims)
    assert claims != found.claims
    return replace(found, claims=claims)
