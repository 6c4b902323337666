"""A generated collection's person records as a table, so that another program can link the same records.

    python -m tests.benchmarks.persons_table 50000 persons.csv

Units, the line of command and events are resolved already: what is compared is the joining of persons alone. Lists are
joined with '|'. `person` is the truth.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from graphbuild.resolve import Judgements
from graphbuild.resolve.articles import gather
from graphbuild.resolve.events import resolve_events
from graphbuild.resolve.person_profile import Profile, Profiles
from graphbuild.resolve.places import resolve_places
from graphbuild.resolve.setting import setting_of
from graphbuild.resolve.unit_names import UnitNames
from graphbuild.resolve.units import resolve_units
from graphbuild.resources import load_gazetteer
from tests.generated.collection import generate

COLUMNS = ("unique_id", "person", "name", "rank", "year", "posts", "units", "line", "top", "events")


def main(mentions: int, path: Path, seed: int = 0) -> None:
    """Write the table."""
    collection = generate(mentions, seed)
    gazetteer = load_gazetteer()
    judged = Judgements()
    articles = sorted((gather(claim_set) for claim_set in collection.claim_sets), key=lambda a: a.document)
    units = resolve_units(articles, UnitNames(gazetteer), judged)
    places = resolve_places(articles, gazetteer, judged)
    events = resolve_events(articles, units, places, judged)
    profiles = Profiles(articles, setting_of(units, places, events), gazetteer)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for article in articles:
            for record in article.persons:
                truth = collection.truth.persons[record.key[0], f"person:{record.key[1]}"]
                profile = profiles.of(record)
                line = set(profile.units).union(*(units.hierarchy.above(unit) for unit in profile.units))
                tops = {unit for unit in line if not units.hierarchy.above(unit)}
                lists = (_posts(profile), profile.units, line, tops, map(str, profile.events))
                spans = profile.career.spans
                rank = str(spans[-1].order) if spans else ""
                name = profile.spellings[0].name
                row = ("::".join(record.key), truth, name, rank, _year(record.date), *map(_joined, lists))
                table.writerow(row)


def _posts(profile: Profile) -> set[str]:
    return {f"{post.unit}/{post.title}" for post in profile.posts}


def _joined(values: object) -> str:
    return "|".join(sorted(values))  # type: ignore[call-overload]


def _year(day: str) -> str:
    year, month, date = (int(part) for part in day.split("-"))
    return f"{year + (month - 1) / 12 + (date - 1) / 372:.3f}"


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
