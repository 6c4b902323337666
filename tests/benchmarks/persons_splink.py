"""Splink on DuckDB, left alone, on the table that persons_table.py writes: B-cubed, time and memory.

Run with a Python that has Splink, which is no dependency of ours:

    python -m venv splink && splink/bin/pip install splink==5.0.0
    splink/bin/python tests/benchmarks/persons_splink.py persons.csv

The model has what ours has: the name with term frequencies, rank against time, posts, units and commands, events
together. It trains itself by expectation maximisation; the clusters are its connected components at the threshold.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter

import duckdb
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LISTS = ("posts", "units", "line", "top", "events")

YEARS = "abs(year_l - year_r)"
STEPS = "case when year_l <= year_r then rank_r - rank_l else rank_l - rank_r end"

THRESHOLDS = (0.3, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999)


def settings() -> SettingsCreator:
    """Names, ranks, units and events as our own profiles compare them."""
    meet = "list_has_any({0}_l, {0}_r)"
    rank = comparisons.CustomComparison(
        [
            levels.NullLevel("rank"),
            levels.CustomLevel(f"({STEPS}) < 0 and {YEARS} > 0.1"),
            levels.CustomLevel(f"({STEPS}) > {YEARS} + 1"),
            levels.CustomLevel(f"rank_l = rank_r and rank_l >= 14 and {YEARS} < 5"),
            levels.CustomLevel(f"rank_l = rank_r and {YEARS} < 2"),
            levels.CustomLevel(f"rank_l = rank_r and {YEARS} < 5"),
            levels.CustomLevel(f"({STEPS}) = 1 and {YEARS} < 5"),
            levels.ElseLevel(),
        ],
        output_column_name="rank",
    )
    unit = comparisons.CustomComparison(
        [
            levels.NullLevel("units"),
            levels.CustomLevel(f"{meet.format('posts')} and {YEARS} < 4"),
            levels.CustomLevel(meet.format("posts")),
            levels.CustomLevel(meet.format("units")),
            levels.CustomLevel("list_has_any(units_l, line_r) or list_has_any(line_l, units_r)"),
            levels.CustomLevel(f"{meet.format('top')} and {YEARS} < 1"),
            levels.CustomLevel(meet.format("top")),
            levels.CustomLevel(f"{YEARS} < 1"),
            levels.ElseLevel(),
        ],
        output_column_name="units",
    )
    event = comparisons.CustomComparison(
        [levels.NullLevel("events"), levels.CustomLevel(meet.format("events")), levels.ElseLevel()],
        output_column_name="events",
    )
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparisons.ExactMatch("name").configure(term_frequency_adjustments=True), rank, unit, event],
        blocking_rules_to_generate_predictions=[block_on("name")],
    )


def main(path: str) -> None:
    """Link the records of the table and print one line a threshold."""
    start, cpu = time.perf_counter(), time.process_time()
    lists = ", ".join(f"nullif(string_split(coalesce({name}, ''), '|'), ['']) as {name}" for name in LISTS)
    connection = duckdb.connect()
    connection.execute(
        f"create table persons as select unique_id, person, name, rank, year, {lists} from read_csv(?, all_varchar=true)".replace(
            "rank, year", "try_cast(rank as double) as rank, cast(year as double) as year"
        ),
        [path],
    )
    api = DuckDBAPI(connection)
    records = api.register(connection.table("persons").to_arrow_table(), dataset_display_name="records")
    linker = Linker(records, settings())
    linker.training.estimate_probability_two_random_records_match([block_on("name", "posts")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("posts"))
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    truth = dict(connection.execute("select unique_id, person from persons").fetchall())
    trained = time.perf_counter() - start
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
        rows = clusters.as_duckdbpyrelation().project("unique_id, cluster_id").fetchall()
        precision, recall = b_cubed(dict(rows), truth)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"threshold {threshold}: P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")
        if threshold == THRESHOLDS[0]:
            took, worked = time.perf_counter() - start, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{took:.1f} s to the first clusters ({trained:.1f} s to the pairs, {worked:.1f} s of processor), {memory:.0f} MB"
    )


def b_cubed(found: dict[str, str], true: dict[str, str]) -> tuple[float, float]:
    """As graphbuild.evaluate.b_cubed, which this Python need not have."""
    common = Counter((found[record], cluster) for record, cluster in true.items())
    of_found, of_true = Counter(found.values()), Counter(true.values())
    precision = sum(n * n / of_found[one] for (one, _), n in common.items()) / len(true)
    recall = sum(n * n / of_true[other] for (_, other), n in common.items()) / len(true)
    return precision, recall


if __name__ == "__main__":
    main(sys.argv[1])
