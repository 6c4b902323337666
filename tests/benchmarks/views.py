"""How long the views of SQL take on a large graph.

python -m tests.benchmarks.views 370000 FOLDER       # mentions of persons; the folder takes the graph
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from graphbuild.store import Reader, Workspace
from tests.benchmarks.judging import build

TIMES = 3
"""Of so many runs the shortest counts: other work of the machine can only add to it."""


def main(mentions: int, folder: Path) -> None:
    """Build the graph if the folder has none; ask each view for all it has, and what a person would ask."""
    workspace = Workspace(folder)
    if not workspace.database.exists():
        build(workspace, mentions)
    with workspace.open_reader() as reader:
        counts = reader.counts()
        print(f"{counts['documents']} articles, {counts['claims']} claims, {counts['edges']} edges")
        for (view,) in reader.ask("SHOW TABLES").rows:
            print(f"{seconds(reader, f'SELECT bit_xor(hash(COLUMNS(*))) FROM {view}'):5.2f} s  all of {view}")
        busiest = "(SELECT person FROM postings GROUP BY ALL ORDER BY count(*) DESC, person LIMIT 1)"
        for query in (
            "SELECT * FROM persons LIMIT 10",
            "SELECT name FROM persons WHERE plain LIKE '%van tuan%'",
            "SELECT kind, count(*) FROM claims GROUP BY ALL",
            f"SELECT sentence FROM evidence JOIN postings USING (edge) WHERE person = {busiest}",
        ):
            print(f"{seconds(reader, query):5.2f} s  {query}")


def seconds(reader: Reader, query: str) -> float:
    """The shortest time of a few runs."""
    times = []
    for _ in range(TIMES):
        start = time.perf_counter()
        reader.ask(query)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
