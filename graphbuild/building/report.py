"""What a build tells its user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from graphbuild.answers import Answer, Displayed, Row, Section
from graphbuild.readers import Failure

from .too_large import is_too_large

Progress = Callable[[str, int, int | None], None]
"""Called with what the build is doing, how much of it is done, and how much there is (None where unknown).

Reading is told in articles; how many there are is an estimate until all are read.
"""

READING = "reading articles"
"""What a build does while it reads."""


def tell_nobody(doing: str, done: int, of: int | None) -> None:
    """Progress for those who do not ask for any."""


@dataclass(frozen=True, slots=True, repr=False)
class BuildReport(Displayed):
    """What a build did, and what its graph holds.

    Attributes
    ----------
    new, changed, unchanged: articles of the sources by what the store knew of them.
    reread: unchanged and gone articles whose facts were made anew, because the program or the gazetteer has changed.
    kept: of those that were read, how many an interrupted build had read, so that this one went on from there.
    gone: articles of earlier builds that are not among the sources; kept, or removed where `prune` was asked for.
    failures: what could not be read, and why, by source; an earlier version of such an article stays in the graph.
    documents, persons, units, events, places, edges: what the graph holds now.
    page, graphml, database: the files written.
    """

    new: int
    changed: int
    unchanged: int
    reread: int
    gone: int
    failures: tuple[Failure, ...]
    documents: int
    persons: int
    units: int
    events: int
    places: int
    edges: int
    page: Path
    graphml: Path
    database: Path
    kept: int = 0

    @property
    def failed(self) -> int:
        """Number of failures."""
        return len(self.failures)

    @property
    def page_is_part(self) -> bool:
        """True if the page shows only the most linked of the names."""
        return is_too_large(self.persons + self.units + self.events + self.places, self.edges)

    def answer(self) -> Answer:
        """The report as tables: the articles, what the graph holds, and what could not be read."""
        articles = ("new", "changed", "unchanged", "reread", "kept", "gone", "failed")
        holds = ("documents", "persons", "units", "events", "places", "edges")
        columns, failures = ("source", "error"), [Row((one.source, one.error)) for one in self.failures]
        sections = (
            Section(("articles", "how many"), [Row((name, getattr(self, name))) for name in articles]),
            Section(("in the graph", "how many"), [Row((name, getattr(self, name))) for name in holds], "Graph"),
            Section(columns, failures, "Failures"),
        )
        return Answer(self.as_dict(), sections, fields=(("page", self.page),))

    def as_dict(self) -> dict[str, object]:
        """The report as values that JSON can hold."""
        paths = {"page": str(self.page), "graphml": str(self.graphml), "database": str(self.database)}
        return asdict(self) | {"failed": self.failed, "page_is_part": self.page_is_part} | paths
