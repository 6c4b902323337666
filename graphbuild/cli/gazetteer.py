"""graphbuild gazetteer"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from graphbuild.errors import UsageError

from .options import AsJson, Gazetteer, Ner
from .output import print_heading, print_json, print_section, print_table

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look into the gazetteer, try it, add to it.")

SHOWN = 12
"""Words of a long list that a table shows."""


@app.command()
def check(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Folders and files; none: the shipped gazetteer.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Tell everything that is wrong with data files, with line and field.

    Exits with 1 where something hinders their use. What may be meant so, for instance one spelling of two entries, is
    told as a doubt.
    """
    from graphbuild.resources import check_gazetteer

    faults = check_gazetteer(folders or ())
    if as_json:
        print_json(faults)
    elif not faults:
        print(f"nothing wrong with {', '.join(map(str, folders or ())) or 'the shipped gazetteer'}")
    else:
        for fault in faults:
            print(f"{fault.where}: {'' if fault.sure else 'perhaps: '}{fault.what}")
    if any(fault.sure for fault in faults):
        raise typer.Exit(1)


@app.command("list")
def list_entries(
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help="A data file without .toml: ranks, titles, ...")] = "",
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="Only entries with these words, accents or not.")] = "",
    *,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Show the kinds of data, or the entries of one with file and line.

    A TEXT without KIND is sought in all of them.
    """
    from graphbuild.resources.kinds import KINDS
    from graphbuild.resources.listing import list_gazetteer

    if kind and kind not in KINDS and not text:
        kind, text = "", kind
    found = list_gazetteer(kind, text, gazetteer or ())
    if as_json:
        print_json(found)
    elif not kind and not text:
        print_table(("kind", "entries and lists"), [(one, sum(row.kind == one for row in found)) for one in KINDS])
    elif found:
        rows = [
            (row.name or row.table, _short(row.forms), _about(row.about), ", ".join(row.where))
            if kind
            else (row.kind, row.name or row.table, _short(row.forms), ", ".join(row.where))
            for row in found
        ]
        print_table(("name", "spellings", "about", "where") if kind else ("kind", "name", "spellings", "where"), rows)
    else:
        raise UsageError(f"nothing in the gazetteer has {text!r} in it", do="type less of it")


@app.command("test")
def test_sentence(
    sentence: Annotated[str, typer.Argument(help="Any text.")],
    *,
    gazetteer: Gazetteer = None,
    ner: Ner = True,
    as_json: AsJson = False,
) -> None:
    """Show what is found in a sentence, by which entry in which line, and what is made of it."""
    from graphbuild.building.trying import try_sentence

    tried = try_sentence(sentence, gazetteer or (), ner=ner)
    if as_json:
        print_json(tried)
        return
    print_heading("Entries")
    print_table(
        ("words", "kind", "table", "entry", "where"),
        [(found.words, found.kind, found.table, found.entry, found.where) for found in tried.entries],
    )
    mentions = [(found.text, found.kind.value, found.key, found.rule) for found in tried.mentions]
    print_section("Found", ("words", "as", "stands for", "rule"), mentions)
    print_section("Says", ("claim", "what", "rule"), [(one.kind, one.says, one.rule) for one in tried.claims])


@app.command()
def add(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="A data file without .toml: ranks, known_units, ...")],
    fields: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="Give a field again to add more to its list.")
    ],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Your own folder; made where it is missing.")] = Path(
        "gazetteer"
    ),
    as_json: AsJson = False,
) -> None:
    """Add an entry, or words to a list, to a data file of your own; its comments stay.

    graphbuild gazetteer add known_units name="Sư đoàn 941" aliases="Đoàn Hạc Lĩnh" source="my notes"
    """
    from graphbuild.resources.adding import add_to_gazetteer

    said = [field.partition("=") for field in fields]
    if wrong := next((field for field, (_, sign, _) in zip(fields, said, strict=True) if not sign), None):
        raise UsageError(f"{wrong!r} is no FIELD=VALUE", do='write name="Sư đoàn 941"')
    added = add_to_gazetteer(to, kind, [(name.strip(), value) for name, _, value in said])
    if as_json:
        print_json(added)
    else:
        print(f"{added.path}:{added.line}: {'adds to what is known' if added.known else 'new'}")


@app.command()
def schema(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="A data file without .toml; settings: graphbuild.toml.")],
) -> None:
    """Print the JSON schema of a data file, for editors."""
    from graphbuild.building.gazetteer import schema as schema_of

    print_json(schema_of(kind))


def _short(words: tuple[str, ...]) -> str:
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return "; ".join(words[:SHOWN]) + more


def _about(fields: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items() if name != "source")
