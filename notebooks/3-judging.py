# ---
# jupyter:
#   jupytext:
#     formats: py:percent,ipynb
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 3. Judging extraction
#
# How much of what is in articles does the program find, why does it miss the rest, can its confidence be relied on, and
# how does one decide what it cannot? For the bundled articles somebody has written down by hand what a reader finds in
# them: the gold. The rules were made with half of these articles in view, so their scores flatter; the README has those
# of articles that were held out.
#
# For your own: write the gold of some articles as `NAME.json`, in the shape that `graphbuild extract` prints, and set
# `articles` and `gold`.

# %%
import re
import shutil
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import display

import graphbuild as gb
from graphbuild.building.article import read_files
from graphbuild.building.judging import Judging
from graphbuild.evaluate import calibration, evaluate
from graphbuild.model import Extraction
from graphbuild.resolve import Answer, Signed
from graphbuild.samples import articles_folder

plt.style.use("graphbuild.answers.plots")
BLUE, ORANGE, GREEN, GREY = "#14489a", "#c86a0c", "#1f8c6c", "#7a7a7a"

articles = articles_folder()
gold = articles.with_name("gold")

# %% [markdown]
# ## How much is right?

# %%
read = [found for found in read_files([articles]) if isinstance(found, Extraction)]
score = evaluate(gold, read)
rows = pd.DataFrame(
    {
        "facts": row.name.removesuffix(" (accuracy)"),
        "in the gold": row.true_positives + row.false_negatives,
        "precision": np.nan if row.is_accuracy else row.precision,
        "recall": row.recall,
    }
    for row in score.rows
).set_index("facts")
rows.round(3)

# %% [markdown]
# Precision is the share of what was found that is right, recall the share of the gold that was found. Where there is
# one answer an article, right or wrong, there is one dot.

# %%
shown = rows.sort_values("recall")
lines = range(len(shown))
figure, axes = plt.subplots(figsize=(9, 4.8))
axes.hlines(lines, shown["precision"], shown["recall"], color="#bbbbbb", linewidth=2)
axes.scatter(shown["recall"], lines, s=55, color=BLUE, label="recall", zorder=2)
axes.scatter(shown["precision"], lines, s=55, color=ORANGE, label="precision", zorder=3)
axes.set_yticks(lines, [f"{name}  ({many})" for name, many in shown["in the gold"].items()])
axes.set(
    title=f"{score.documents} articles; in brackets, facts in the gold",
    xlim=(min(0.7, shown["recall"].min() - 0.03), 1.01),
)
axes.tick_params(axis="y", length=0)
axes.grid(axis="x")
axes.legend(loc="lower left")
plt.show()

# %% [markdown]
# ## Why not?
#
# Each fact that was missed, made up or wrong has a cause: its name was not found (*missed head*), found but cut
# differently (*boundary*), only meant by "đồng chí Tư lệnh" (*reference not resolved*), found and not made a fact of
# (*not claimed*), ...

# %%
misses = pd.DataFrame(
    {
        "cause": miss.cause.value,
        "facts": miss.row.removesuffix(" (accuracy)"),
        "expected": miss.expected,
        "found": miss.found,
    }
    | {"sentence": miss.sentence, "article": miss.document}
    for miss in score.misses
)
counts = pd.crosstab(misses["cause"], misses["facts"])
counts = counts.loc[counts.sum(axis=1).sort_values().index, counts.sum().sort_values(ascending=False).index]
many, few = counts.iloc[:, :5], counts.iloc[:, 5:].sum(axis=1).rename("other")

figure, axes = plt.subplots(figsize=(9, 4.2))
many.join(few).plot.barh(stacked=True, ax=axes, width=0.75, edgecolor="white", linewidth=0.8)
axes.set(title=f"{len(misses)} facts that are not right, by cause and sort of fact", xlabel="facts", ylabel="")
axes.tick_params(axis="y", length=0)
axes.grid(axis="x")
axes.legend(loc="lower right", title="")
plt.show()

# %% [markdown]
# The sentences of one cause say what to do about it: a name for the gazetteer, or a rule.

# %%
with pd.option_context("display.max_colwidth", None):
    display(misses.query("cause == 'missed head'")[["facts", "expected", "sentence"]].head(6))

# %% [markdown]
# ## Can the confidence be relied on?
#
# Each claim states how sure it is. On the diagonal, as many are right as it says; above it the program is too modest,
# below it too bold. The bars span where the true share lies, 95 times of 100, with so many claims (Wilson's interval);
# what fewer than five claims state is not drawn.

# %%
bins = pd.DataFrame(
    {"kind": one.kind, "confidence": one.label, "claims": one.claims, "stated": one.stated, "right": one.right}
    for one in calibration(gold, read)
)
half = 1.96**2 / bins["claims"]
middle = (bins["right"] + half / 2) / (1 + half)
reach = 1.96 * np.sqrt(bins["right"] * (1 - bins["right"]) / bins["claims"] + half / bins["claims"] / 4) / (1 + half)
bins["low"], bins["high"] = middle - reach, middle + reach
bins.query("kind == 'all'").round(3)

# %%
kinds = ["all", "posting", "participation", "parent"]
figure, panels = plt.subplots(1, len(kinds), figsize=(9, 3), sharex=True, sharey=True)
for axes, kind, colour in zip(panels, kinds, (GREY, BLUE, GREEN, ORANGE), strict=True):
    some = bins[(bins["kind"] == kind) & (bins["claims"] >= 5)]
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle=":")
    axes.vlines(some["stated"], some["low"], some["high"], color=colour, alpha=0.5, linewidth=2)
    axes.scatter(some["stated"], some["right"], s=18 + some["claims"] / 4, color=colour, edgecolor="white", zorder=2)
    axes.set(title=f"{kind}, {some['claims'].sum()}", xlim=(0.38, 1.03), ylim=(-0.03, 1.05))
    axes.grid()
panels[0].set_ylabel("share that is right")
figure.supxlabel("confidence stated", fontsize=9.5)
plt.show()

# %% [markdown]
# ## Decide what the program cannot
#
# Two that may be one stay two until something says otherwise. Here are those in doubt, with what speaks for and against
# it. A weight of 1 doubles the odds that they are one, one of -1 halves them.

# %%
output = Path(tempfile.mkdtemp(prefix="graphbuild-")) / "output"
gb.build([articles], output)
g = gb.open(output)
g.possibly_same()

# %%
doubts = g.possibly_same()[:4]
figure, panels = plt.subplots(len(doubts), figsize=(9, 1.5 * len(doubts) + 0.4), sharex=True, squeeze=False)
for axes, pair in zip(panels.flat, doubts, strict=True):
    found = [re.fullmatch(r"(.+) \(([+-][\d.]+)\)", reason) for reason in pair.reasons]
    weights = [(reason[1], float(reason[2])) for reason in found if reason]
    for line, (reason, weight) in enumerate(weights):
        axes.barh(line, weight, color=GREEN if weight > 0 else ORANGE, height=0.7)
        side, gap = ("left", 4) if weight < 0 else ("right", -4)
        axes.annotate(reason, (0, line), (gap, 0), textcoords="offset points", ha=side, va="center", fontsize=8)
    axes.axvline(0, color="#999999", linewidth=1)
    axes.set(
        title=f"{g.card(pair.a).node.name}: likelihood {pair.likelihood:.2f}",
        xlim=(-11, 11),
        ylim=(len(weights) - 0.4, -0.6),
    )
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
panels[-1, 0].set_xlabel("speaks against it   |   speaks for it")
plt.show()

# %% [markdown]
# Two newspapers tell of one anniversary, on two days: whoever reads both articles sees that it is one event. On the
# command line `graphbuild review` walks through such pairs.

# %%
pair = next(pair for pair in doubts if pair.a.startswith("event/"))
g.event(pair.a)

# %%
g.event(pair.b)

# %%
before = shutil.copytree(output, output.with_name("before"))
with Judging(output) as judging:
    judging.pair(pair.a, pair.b, Answer.SAME, Signed("a reader", why="50 years of one division"))
    judging.apply()
print((output / "judgements.toml").read_text("utf-8"))

# %% [markdown]
# The graph follows at once. What is one event now cannot be on two days: the contradiction shows.

# %%
changes = gb.diff(before, output).frame()
pd.crosstab(changes["kind"], changes["change"])

# %%
gb.open(output).conflicts(kind="dates")

# %% [markdown]
# A judgement is a line in a file. Taken back, it leaves no trace.

# %%
with Judging(output) as judging:
    judging.take_back()
    judging.apply()
gb.diff(before, output)
