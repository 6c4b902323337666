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
# # 1. Explore a collection
#
# Articles in, a graph out, and questions to it. The articles here are the bundled ones: invented, every officer, unit
# and event in them. For your own, put their folder in `articles` and run all cells again.
#
# Whatever stands last in a cell shows itself. Click on a number in the column *sentences* to read what articles say.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import graphbuild as gb
from graphbuild.samples import articles_folder

plt.style.use("graphbuild.answers.plots")

articles = articles_folder()  # or Path("my-articles")
output = Path(tempfile.mkdtemp(prefix="graphbuild-")) / "output"  # or Path("output"), to keep what is built

# %% [markdown]
# ## Build
#
# Run the cell again when articles were added: only what is new or changed is read.

# %%
gb.build([articles], output)

# %%
g = gb.open(output)
g

# %% [markdown]
# ## Search
#
# Without accents, in part, abbreviated, or with a slip of one letter. Every question below takes
# names so.

# %%
g.search("tran dac")

# %%
g.search("bchqs son khe", kind="unit")

# %% [markdown]
# ## Who is it? What happened?

# %%
g.person("tran dac khue")

# %%
g.event("le ban giao chuc trach tu lenh quan khu 6")

# %%
g.timeline("su doan bo binh 941")

# %% [markdown]
# ## Who held which post?
#
# *Certain* is who was seen in the post on the day, or between a stated beginning and end; *likely* who was seen before
# and after it.

# %%
g.chart("quan khu 6", on="2021-07")

# %%
g.commanders("quan khu 6")

# %% [markdown]
# ## How do two hang together?

# %%
g.together("tran dac khue", "do the bang")

# %%
g.path("lo van hoan", "do the bang")

# %% [markdown]
# ## Which sentences say so, and where do articles disagree?

# %%
g.evidence("nong the trang", "lu doan cong binh 1563")

# %%
g.conflicts()

# %% [markdown]
# ## Only a part
#
# Every question takes the same filters: kinds, relations, roles, types of event, sources, dates, confidence.

# %%
g.events(only=gb.Filters(types="conference", since="2021"))

# %% [markdown]
# ## Data frames
#
# Every answer has its rows as a pandas frame; `nodes_frame` and `edges_frame` have the whole graph.

# %%
events = g.events().frame()
events.sample(5, random_state=1)

# %% [markdown]
# What was there, year by year? Events without a date cannot be drawn; the title counts them.

# %%
dated = events[events["date"] != ""]
often = dated["type"].value_counts().index[:7]
types = dated["type"].where(dated["type"].isin(often), "other")
by_year = pd.crosstab(dated["date"].str[:4], types)[[*often, *(["other"] if set(types) - set(often) else [])]]

figure, axes = plt.subplots()
by_year.plot.bar(stacked=True, ax=axes, width=0.75, edgecolor="white", linewidth=0.8, rot=0)
axes.set(title=f"{len(dated)} events with a date, {len(events) - len(dated)} without", xlabel="", ylabel="events")
axes.yaxis.get_major_locator().set_params(integer=True)
axes.grid(axis="y")
axes.margins(y=0.06)
axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), reverse=True)
plt.show()

# %% [markdown]
# Who does what at events? Each square counts the events at which a person had a role.

# %%
roles = g.edges_frame().query("relation == 'PARTICIPATES' and source.str.startswith('person/')")
names = g.nodes_frame().set_index("id")["name"]
table = pd.crosstab(roles["source"], roles["role"])
table = table.loc[table.sum(axis=1).sort_values(kind="stable").index[-15:]]
table = table[table.sum().loc[lambda counts: counts > 0].sort_values(ascending=False, kind="stable").index]

figure, axes = plt.subplots(figsize=(9, 5))
axes.pcolormesh(table, cmap="Blues", vmin=0, edgecolors="white", linewidth=2)
for row, counts in enumerate(table.to_numpy()):
    for column, count in enumerate(counts):
        if count:
            ink = "white" if count > table.to_numpy().max() / 2 else "black"
            axes.text(column + 0.5, row + 0.5, count, ha="center", va="center", color=ink)
axes.set_xticks([n + 0.5 for n in range(table.shape[1])], [role.replace("_", " ") for role in table.columns])
axes.set_yticks([n + 0.5 for n in range(table.shape[0])], names[table.index])
axes.tick_params(length=0)
axes.spines[:].set_visible(False)
axes.set_title("Roles at events, the 15 persons with most of them")
plt.show()

# %% [markdown]
# ## The page
#
# The same page as `graph.html`, of a part of the graph; it needs no network. `g.show()` shows all of it.

# %%
g.show("tran dac khue", hops=1)
