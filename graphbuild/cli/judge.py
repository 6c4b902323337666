"""graphbuild judge"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.errors import UsageError

from .interrupt import heard_between_steps
from .options import OUTPUT, AsJson, GraphFolder
from .output import print_json, print_table
from .views import say_if_older

if TYPE_CHECKING:
    from graphbuild.building.judging import Judging
    from graphbuild.resolve import Judgement, Signed

Views = Annotated[
    bool,
    typer.Option(
        "--views/--no-views", help="Write graph.html and graph.graphml anew; on a large graph that takes long."
    ),
]
Who = Annotated[str | None, typer.Option("--who", help="Who judges; by default your name on this machine.")]
PARENT = "parent"


def judge(
    a: Annotated[str, typer.Argument(help="Name or id, or a record of it as ARTICLE::NAME.", show_default=False)] = "",
    b: Annotated[str, typer.Argument(help="The other; the unit above, for parent.", show_default=False)] = "",
    answer: Annotated[str, typer.Argument(help="same, different, unsure or parent.", show_default=False)] = "",
    *,
    not_a_person: Annotated[str, typer.Option(metavar="NAME", help="This name is no person's.")] = "",
    article: Annotated[str, typer.Option(metavar="ID", help="With --not-a-person: in this article only.")] = "",
    wrong: Annotated[
        str, typer.Option(metavar="CLAIM", help="This claim is wrong; its id is in evidence --json.")
    ] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take the last judgement back, or that of --entry.")] = False,
    entry: Annotated[int | None, typer.Option(min=1, help="With --undo: the number that --list shows.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="List all judgements.")] = False,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Judge nothing; have graph and page follow the file of judgements.")
    ] = False,
    views: Views = True,
    why: Annotated[str, typer.Option(help="A reason, for those who read the judgement later.")] = "",
    who: Who = None,
    graph: GraphFolder = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Decide what the program cannot: whether two are the same, and what articles say wrongly.

    graphbuild judge A B same|different|unsure: two persons, units, events or places. What follows is obeyed too:
    if A is B and B is not C, A is not C. To tell apart what was joined wrongly, name two of its records.

    graphbuild judge UNIT ABOVE parent: the unit is part of that one and of no other.

    Judgements stand in judgements.toml in the folder of the graph, a plain file that may be edited and that every
    build obeys; the graph follows at once and no article is read again. One that contradicts another is refused.
    After an edit by hand --refresh has the graph follow.
    """
    from graphbuild.building.judging import Judging

    with Judging(graph) as judging:
        if listing:
            _print_all(judging, as_json)
            return
        if refresh:
            if undo or any((a, b, answer, not_a_person, wrong)):
                raise UsageError("--refresh judges nothing", do="give it alone, or with --no-views")
            bring_into_graph(judging, views)
            print("the graph follows the judgements")
            say_if_older(graph)
            return
        if undo:
            done, what = judging.take_back(entry), "taken back"
        else:
            signed = signature(why, who)
            done, what = _judge(judging, (a, b, answer), not_a_person, article, wrong, signed), "judged"
        bring_into_graph(judging, views)
        in_effect = judging.in_effect(done)
    if as_json:
        say_if_older(graph)
        print_json({"done": what, "entry": done.signed.entry, "judgement": done, "in_effect": in_effect})
        return
    print(f"{what}: {done} (judgement {done.signed.entry} of {judging.file.path})")
    if not in_effect and not undo:
        print("not in effect yet: none of the articles that it names is in the graph")
    say_if_older(graph)


def bring_into_graph(judging: Judging, views: bool) -> None:
    """Have the graph follow the file, and its views the graph; Ctrl-C leaves what is not done yet as it was."""
    try:
        with heard_between_steps() as progress:
            judging.apply(progress, views=views)
    except KeyboardInterrupt:
        if judging.is_behind:
            print("the judgements are kept; the next build or judgement brings them into the graph", file=sys.stderr)
        else:
            say_if_older(judging.output)
        raise


def signature(why: str, who: str | None) -> Signed:
    """Who judges and when, for the file of judgements."""
    from datetime import UTC, datetime

    from graphbuild.resolve import Signed

    return Signed(_user() if who is None else who, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), why)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine that has no name for its user
        return ""


def _judge(
    judging: Judging, words: tuple[str, str, str], not_a_person: str, article: str, wrong: str, signed: Signed
) -> Judgement:
    from graphbuild.resolve import Answer

    given = [bool(any(words)), bool(not_a_person), bool(wrong)]
    if sum(given) != 1 or (article and not not_a_person):
        raise UsageError("one thing at a time is judged", do="give A B and an answer, or --not-a-person, or --wrong")
    if not_a_person:
        return judging.not_a_person(not_a_person, article, signed)
    if wrong:
        return judging.wrong(wrong, signed)
    a, b, answer = words
    if answer == PARENT:
        return judging.parent(a, b, signed)
    if answer not in tuple(Answer):
        expected = ", ".join((*Answer, PARENT))
        raise UsageError(f"{answer!r} is no answer" if answer else "an answer is missing", do=f"choose from {expected}")
    return judging.pair(a, b, Answer(answer), signed)


def _print_all(judging: Judging, as_json: bool) -> None:
    judgements = judging.file.load().all
    if as_json:
        print_json([{"judgement": one, "says": str(one), "in_effect": judging.in_effect(one)} for one in judgements])
        return
    rows = [
        (
            one.signed.entry,
            one,
            "yes" if judging.in_effect(one) else "no",
            one.signed.who,
            one.signed.when,
            one.signed.why,
        )
        for one in judgements
    ]
    print_table(("entry", "judgement", "in effect", "who", "when", "why"), rows)
