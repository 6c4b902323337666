"""graphbuild review"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.errors import JudgementError

from .judge import Views, Who, bring_into_graph, signature
from .options import OUTPUT, AsJson
from .output import mark, print_heading, print_json, print_table
from .views import say_if_older

if TYPE_CHECKING:
    from graphbuild.building.judging import Judging
    from graphbuild.building.reviewing import Review, ReviewSide

QUESTION = "[s]ame  [d]ifferent  [u]nsure  [k] skip  [q]uit, a reason behind it if you like: "
ANSWERS = {"s": "same", "d": "different", "u": "unsure", "k": "skip", "q": "quit"}


def review(
    output: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The build to review.")] = OUTPUT,
    listing: Annotated[bool, typer.Option("--list", help="List the pairs and ask nothing.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="With --list: how many at most.")] = 20,
    who: Who = None,
    views: Views = True,
    as_json: AsJson = False,
) -> None:
    """Walk through the persons, units and events that may be one, those first whose answer is likely to change most.

    Each answer is in the file of judgements as soon as it is given; the graph and its page follow when you leave, with
    q or Ctrl-C. Pairs whose answer follows from others are not asked. See graphbuild judge for taking answers back.
    """
    from graphbuild.building.judging import Judging
    from graphbuild.building.reviewing import reviews

    with Judging(output) as judging:
        if listing or as_json:
            _print_list(islice(reviews(judging.reader, judging.file), limit), as_json)
            return
        answered = 0
        try:
            for _ in _answers(judging, who):
                answered += 1
        except (KeyboardInterrupt, EOFError):
            print()
        if answered:
            print(f"{answered} answered; bringing the graph up to date", flush=True)
            bring_into_graph(judging, views)
            say_if_older(output)
        else:
            print("nothing answered")


def _answers(judging: Judging, who: str | None) -> Iterator[str]:
    """Ask about pair after pair and yield each answer that was kept."""
    from graphbuild.building.reviewing import reviews
    from graphbuild.resolve import Answer

    for number, one in enumerate(reviews(judging.reader, judging.file), 1):
        _print_review(number, one)
        answer, why = _ask()
        if answer == "quit":
            return
        if answer == "skip":
            continue
        try:
            judging.pair(one.a.id, one.b.id, Answer(answer), signature(why, who))
        except JudgementError as error:
            print(f"not kept: {error}")
        else:
            yield answer
    print("no more pairs")


def _ask() -> tuple[str, str]:
    """The answer and the reason behind it; asked again until it is one."""
    while True:
        word, _, why = input(QUESTION).strip().partition(" ")
        answer = next((a for letter, a in ANSWERS.items() if word.lower() in (letter, a)), "")
        if answer or not word:
            return answer or "skip", why.strip()


def _print_review(number: int, one: Review) -> None:
    print()
    print_heading(f"{number}. {one.a.name} ({one.a.id}) and {one.b.name} ({one.b.id})")
    print(f"likely the same: {one.likelihood:.2f} ({'; '.join(one.reasons)})")
    for side in (one.a, one.b):
        _print_side(side)


def _print_side(side: ReviewSide) -> None:
    articles = "1 article" if side.articles == 1 else f"{side.articles} articles"
    print(f"\n  {side.id}: {', '.join(filter(None, (side.about, articles)))}")
    for quote in side.quotes:
        print(f"    {mark(quote.sentence, quote.mark_start, quote.mark_end)}")
        print(f"      {', '.join(filter(None, (quote.title, quote.published, quote.document)))}")


def _print_list(found: Iterable[Review], as_json: bool) -> None:
    reviews = list(found)
    if as_json:
        print_json(reviews)
        return
    rows = [(one.a.id, one.b.id, f"{one.likelihood:.2f}", one.worth, "; ".join(one.reasons)) for one in reviews]
    print_table(("a", "b", "likelihood", "worth", "reasons"), rows)
