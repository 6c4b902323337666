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
# # 2. Network analysis
#
# Who stands out, who was where with whom, how careers went, what happened when, and what belongs to what. The graph is
# that of the bundled articles, which are invented; put the folder of your own build in `output`. Of thousands of
# persons draw a part: `g = gb.open(output).part("quan khu 6", hops=2)`.

# %%
import tempfile
from datetime import date
from pathlib import Path

import matplotlib.patheffects as effects
import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
from matplotlib.transforms import Bbox

import graphbuild as gb
from graphbuild.graph import PersonCard
from graphbuild.samples import articles_folder

plt.style.use("graphbuild.answers.plots")
COLOURS = plt.rcParams["axes.prop_cycle"].by_key()["color"]
OTHER = "#c9c9c9"
HALO = [effects.withStroke(linewidth=3, foreground="white")]

output = Path(tempfile.mkdtemp(prefix="graphbuild-")) / "output"
gb.build([articles_folder()], output)
g = gb.open(output)

# %% [markdown]
# ## Who stands out?
#
# Three measures of the same persons. Many edges make one prominent, a high betweenness makes one a bridge: the share of
# shortest ways between two others that lead through him or her.

# %%
persons = gb.Filters(kinds="person")
measures = pd.DataFrame(
    {
        by: {one.node.id: one.value for one in g.top(by, limit=1000, only=persons)}
        for by in ("events", "degree", "pagerank", "betweenness")
    }
).fillna(0)
names = g.nodes_frame().set_index("id")["name"]
measures.insert(0, "name", names)
measures.sort_values("betweenness", ascending=False).head(10).round(4)

# %%
shown = measures.sort_values("betweenness").tail(12)
figure, panels = plt.subplots(1, 4, sharey=True)
for axes, by, colour in zip(panels, measures.columns[1:], COLOURS, strict=False):
    axes.barh(range(len(shown)), shown[by], color=colour, height=0.7)
    axes.set_title(by)
    axes.set_yticks(range(len(shown)), shown["name"])
    axes.tick_params(axis="y", length=0)
    axes.xaxis.get_major_locator().set_params(nbins=3)
    axes.grid(axis="x")
    axes.spines["left"].set_visible(False)
figure.suptitle("The 12 persons with the highest betweenness, and what else they are", x=0.01, ha="left")
plt.show()

# %% [markdown]
# ## Who was where with whom?
#
# Persons and events are the two sides of a graph; projected on the persons, an edge says at how many events both were.

# %%
roles = g.edges_frame().query("relation == 'PARTICIPATES'")
roles = roles[roles["source"].str.startswith("person/")]
both_sides = nx.Graph(roles[["source", "target"]].drop_duplicates().itertuples(index=False, name=None))
together = nx.bipartite.weighted_projected_graph(both_sides, sorted(set(roles["source"])))
pairs = nx.to_pandas_edgelist(together).assign(
    source=lambda f: f["source"].map(names), target=lambda f: f["target"].map(names)
)
pairs.sort_values("weight", ascending=False).head(8)

# %% [markdown]
# The largest connected part, with communities by Louvain's method in colours.

# %%
largest = together.subgraph(max(nx.connected_components(together), key=len))
groups = sorted(nx.community.louvain_communities(largest, seed=1), key=len, reverse=True)
group_of = {id: number for number, group in enumerate(groups) for id in group}
place = nx.kamada_kawai_layout(largest, weight=None)
between = nx.betweenness_centrality(largest)

figure, axes = plt.subplots(figsize=(9, 7))
for a, b, weight in largest.edges(data="weight"):
    same = group_of[a] == group_of[b]
    colour = COLOURS[group_of[a] % len(COLOURS)] if same else "#999999"
    axes.plot(*zip(place[a], place[b], strict=True), color=colour, alpha=0.3, linewidth=0.6 + weight, zorder=1)
for id in largest:
    colour = COLOURS[group_of[id] % len(COLOURS)]
    axes.scatter(*place[id], s=40 + 1800 * between[id], color=colour, edgecolor="white", zorder=2)
axes.set_title(f"{len(largest)} of {len(together)} persons, linked by events at which both were")
axes.axis("off")
axes.margins(0.08)
figure.draw_without_rendering()
named = sorted(largest, key=lambda id: (-between[id], id))[:16]
taken = [Bbox.from_bounds(x - 7, y - 7, 14, 14) for x, y in axes.transData.transform([place[id] for id in named])]
for id in named:
    # The first side on which the name hides no other and no dot of one; a name that fits nowhere is left out.
    for x, y, side in ((0, 10, "center"), (0, -18, "center"), (11, -4, "left"), (-11, -4, "right")):
        name = axes.annotate(
            names[id], place[id], xytext=(x, y), textcoords="offset points", ha=side, path_effects=HALO, zorder=3
        )
        box = name.get_window_extent()
        if not any(box.overlaps(other) for other in taken):
            taken.append(box)
            break
        name.remove()
plt.show()

# %% [markdown]
# The program has communities of its own, over persons, units, events and places.

# %%
g.communities()[:5]

# %% [markdown]
# ## Careers
#
# A bar is a post from its first to its last sighting, which are no start and end; where an article states one, the bar
# ends in a line. A single sighting is a dot. Ranks stand where they were first seen.


# %%
def draw_career(axes: plt.Axes, card: PersonCard, top: int, colour: str) -> int:
    """Draw the posts of a person below the line `top`, ranks on it; return the first line below."""
    ranks = [(pd.Timestamp(rank.date), rank.rank) for rank in card.ranks if rank.date]
    # A date that is known by its year or month alone stands at the beginning of it.
    axes.plot([at for at, _ in ranks], [top] * len(ranks), "D", color="black", markersize=4)
    for at, rank in ranks:
        axes.annotate(rank, (at, top), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8)
    line = top
    for post in card.postings:
        if not post.first:
            continue
        line += 1
        first, last = pd.Timestamp(post.first), pd.Timestamp(post.last or post.first)
        axes.plot([first, last], [line] * 2, color=colour, linewidth=7, solid_capstyle="butt", alpha=0.8)
        axes.plot([first, last], [line] * 2, "o", color=colour, markersize=7, markeredgewidth=0)
        for stated in map(pd.Timestamp, filter(None, (post.text("start"), post.text("end")))):
            axes.plot([stated] * 2, [line - 0.38, line + 0.38], color="black", linewidth=1.5)
        label = f"{post.text('title')}, {post.target.name}"
        axes.annotate(label, (last, line), xytext=(9, 0), textcoords="offset points", va="center", fontsize=8)
    return line + 2


# %%
posts = g.edges_frame().query("relation == 'HOLDS' and first != ''")
longest = posts.groupby("source").size().sort_values(ascending=False, kind="stable").index[:6]

figure, axes = plt.subplots(figsize=(9, 7.5))
line, rows = 0, []
for number, id in enumerate(longest):
    rows.append((line, names[id]))
    line = draw_career(axes, g.person(id), line, COLOURS[number])
axes.set_yticks(*zip(*rows, strict=True), fontweight="bold")
axes.set_ylim(line - 1, -1)
axes.margins(x=0.22)
axes.spines["left"].set_visible(False)
axes.tick_params(axis="y", length=0)
axes.grid(axis="x")
axes.set_title("Careers as articles tell them")
plt.show()

# %% [markdown]
# ## Events on a calendar
#
# One strip a year. Of an event that is only known by its month, the whole month is marked.

# %%
events = [event for event in g.events() if len(event.date) >= len("2024-08")]
years = sorted({event.date[:4] for event in events}, reverse=True)
types = pd.Series([event.type for event in events]).value_counts().index
colour_of = dict(zip(types, COLOURS, strict=False))

figure, axes = plt.subplots(figsize=(9, 0.5 * len(years) + 1))
last_on: dict[tuple[int, int], date] = {}
for event in events:
    year, month, *days = (int(part) for part in event.date.split("-"))
    row, colour = years.index(event.date[:4]), colour_of.get(event.type, OTHER)
    if not days:
        axes.plot([month + 0.05, month + 0.95], [row] * 2, color=colour, linewidth=3, alpha=0.6)
        continue
    # What would hide what was a few days before stands above it.
    on = date(year, month, days[0])
    level = next(n for n in range(99) if (on - last_on.get((row, n), date.min)).days > 8)
    last_on[row, level] = on
    axes.scatter(month + (on.day - 1) / 31, row + 0.25 * level, s=45, color=colour, edgecolor="white", zorder=2)
for type in list(types)[: len(COLOURS)]:
    axes.scatter([], [], s=45, color=colour_of[type], label=type)
if len(types) > len(COLOURS):
    axes.scatter([], [], s=45, color=OTHER, label="other")
axes.set_yticks(range(len(years)), years)
axes.set_xticks(
    [month + 0.5 for month in range(1, 13)], [date(2000, month, 1).strftime("%b") for month in range(1, 13)]
)
axes.set_xticks(range(1, 14), minor=True)
axes.grid(axis="x", which="minor")
axes.hlines(range(len(years)), 1, 13, color="#dddddd", linewidth=1, zorder=0)
axes.tick_params(which="both", length=0)
axes.set(xlim=(1, 13), ylim=(-0.5, len(years) - 0.4), title=f"{len(events)} events with a day or a month")
axes.spines[:].set_visible(False)
axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

# %% [markdown]
# ## A tree of units
#
# What is part of the unit with most below it, as articles say. A unit that is said to be part of several stands below
# the one that most articles name.

# %%
part_of = g.edges_frame().query("relation == 'PART_OF'").sort_values(["count", "target"], ascending=[False, True])
tree = nx.DiGraph((row.target, row.source) for row in part_of.drop_duplicates("source").itertuples())
top = max(tree, key=lambda id: len(nx.descendants(tree, id)))  # or the id of any unit
tree = nx.bfs_tree(tree, top)
depth = nx.single_source_shortest_path_length(tree, top)


def lines_of(id: str, above: int = 0) -> dict[str, int]:
    """Unit -> its line, each below its parent, those with most below them last."""
    lines = {id: above}
    for child in sorted(tree[id], key=lambda one: (len(nx.descendants(tree, one)), names[one])):
        lines |= lines_of(child, max(lines.values()) + 1)
    return lines


line = lines_of(top)
figure, axes = plt.subplots(figsize=(9, 0.27 * len(line) + 0.6))
for parent, child in tree.edges:
    x = depth[parent] + 0.12
    axes.plot([x, x, depth[child]], [line[parent] + 0.3, line[child], line[child]], color="#999999", linewidth=1)
for id in tree:
    weight = "bold" if tree[id] else "normal"
    axes.text(depth[id] + 0.04, line[id], names[id], va="center", weight=weight, path_effects=HALO)
axes.set(
    xlim=(-0.1, max(depth.values()) + 1.6), ylim=(len(line), -1), title=f"{len(line) - 1} units below {names[top]}"
)
axes.axis("off")
plt.show()
