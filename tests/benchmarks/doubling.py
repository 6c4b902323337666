"""A store doubled: every person, unit and event once more under an id of its own, in articles of their own.

Generating and resolving a million edges takes half an hour; doubling half of them takes a minute:

python -m tests.benchmarks.judging 370000 half && python -m tests.benchmarks.doubling half million

Such a store answers questions. It cannot be resolved again, since it says nothing of which record was given which id.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from graphbuild.building.names import spelling
from graphbuild.store import Reader, Workspace
from graphbuild.store.forms import put_every_form
from graphbuild.store.schema import check_format, connect
from graphbuild.store.ties import put_ties


def double(source: Path, folder: Path) -> Workspace:
    """Write the graph in `source` into `folder` with twice as much of everything but places, which both halves share."""
    published, doubled = Workspace(source), Workspace(folder)
    folder.mkdir(parents=True)
    shutil.copyfile(published.database, doubled.database)
    connection = connect(doubled.database, read_only=False)
    try:
        check_format(connection, doubled.database)
        for statement in _statements():
            connection.execute(statement)
        put_ties(connection)
        put_every_form(connection, *spelling(Reader(connection)))
        connection.execute("CHECKPOINT store")
    finally:
        connection.close()
    return doubled


def _statements() -> tuple[str, ...]:
    def twin(column: str) -> str:
        return f"CASE WHEN starts_with({column}, 'place/') THEN {column} ELSE {column} || '-twin' END"

    return (
        # The edges are numbered anew in the order in which a resolution numbers them.
        "CREATE TEMP TABLE both_edges AS SELECT *, row_number() OVER (ORDER BY source, target, relation, key) - 1 AS place"
        " FROM (SELECT *, FALSE AS twin FROM edges UNION ALL"
        f" SELECT * REPLACE ({twin('source')} AS source, {twin('target')} AS target), TRUE FROM edges)",
        "CREATE TEMP TABLE both_claims AS SELECT place, CASE WHEN twin THEN 'twin-' ELSE '' END || claim AS claim"
        " FROM edge_claims JOIN both_edges ON n = edge",
        "DELETE FROM edges",
        "DELETE FROM edge_claims",
        "INSERT INTO edges SELECT * EXCLUDE (twin, place) REPLACE (place AS n) FROM both_edges ORDER BY place",
        "INSERT INTO edge_claims FROM both_claims ORDER BY place, claim",
        "DROP TABLE both_edges",
        "DROP TABLE both_claims",
        f"INSERT INTO entities SELECT * REPLACE ({twin('id')} AS id) FROM entities WHERE kind <> 'place' ORDER BY id",
        f"INSERT INTO aliases SELECT * REPLACE ({twin('entity')} AS entity) FROM aliases"
        " WHERE NOT starts_with(entity, 'place/') ORDER BY entity, n",
        f"INSERT INTO members SELECT * REPLACE ({twin('entity')} AS entity, 'twin-' || document AS document)"
        " FROM members ORDER BY entity, document, key",
        "INSERT INTO documents SELECT * REPLACE ('twin-' || id AS id, 'twin-' || source AS source) FROM documents ORDER BY id",
        "INSERT INTO claims SELECT * REPLACE ('twin-' || id AS id, 'twin-' || document AS document)"
        " FROM claims ORDER BY document, n",
        f"INSERT INTO doubtful SELECT * REPLACE ({twin('a')} AS a, {twin('b')} AS b) FROM doubtful",
        f"INSERT INTO conflicts SELECT * REPLACE ({twin('about')} AS about, 'twin-' || one_claim AS one_claim,"
        " 'twin-' || other_claim AS other_claim) FROM conflicts",
    )


if __name__ == "__main__":
    print(double(Path(sys.argv[1]), Path(sys.argv[2])).database.stat().st_size // 2**20, "MB")
