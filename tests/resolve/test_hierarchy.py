"""Which unit stands above which."""

from __future__ import annotations

from graphbuild.resolve.hierarchy import BABEL, Hierarchy


def hierarchy(*pairs: tuple[str, str], **levels: int) -> Hierarchy:
    units = {below for below, _ in pairs}
    return Hierarchy({unit: frozenset(above for below, above in pairs if below == unit) for unit in units}, levels)


def test_a_line_goes_up_to_the_ministry_and_survives_circles() -> None:
    found = hierarchy(("c", "b"), ("b", "a"), ("a", "c"), ("a", "ministry"), ministry=95)
    assert found.above("c") == {"a", "b"}
    assert found.one_line("a", "c")
    assert not found.one_line("c", "ministry")


def test_of_a_unit_that_articles_put_under_hundreds_nothing_is_known() -> None:
    """Else a few wrong parents a unit put everything above everything, and memory goes by the square of the units."""
    just = hierarchy(*(("post", f"unit {n}") for n in range(BABEL)), ("company", "post"))
    assert len(just.above("post")) == BABEL
    assert just.above("company") == frozenset()
    assert not just.one_line("company", "unit 7")
