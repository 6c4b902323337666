// Ties the parts together.

import { makeActions } from "./actions.js";
import { makeFetchChunk } from "./chunks.js";
import { readJson } from "./dom.js";
import { readColumns } from "./model/columns.js";
import { makeEvidence } from "./model/evidence.js";
import { makeFilter } from "./model/filters.js";
import { makeStage } from "./model/lod.js";
import { makeSearch } from "./model/search.js";
import { makeStore } from "./model/state.js";
import { fold, listed } from "./text.js";
import { makeAddressBar } from "./views/address_bar.js";
import { makeCanvas } from "./views/canvas.js";
import { makeKeyboard } from "./views/keyboard.js";
import { makeLegend } from "./views/legend.js";
import { makeNotice } from "./views/notice.js";
import { makeOpenings } from "./views/openings.js";
import { makePanel } from "./views/panel.js";
import { makeSearchBox } from "./views/search_box.js";
import { makeStaticWords } from "./views/static_words.js";
import { makeTheme } from "./views/theme.js";
import { makeTools } from "./views/tools.js";
import { speak, t } from "./words.js";

const drawing = readJson("drawing");
const labels = readJson("words");
const model = readColumns(readJson("columns"));

const loaded = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
  else resolve();
});

const store = makeStore();
store.watch(["lang"], ({ lang }) => speak(labels, lang));
const tell = makeNotice();
const shown = makeFilter(model);
const stage = makeStage(model, drawing, shown);
const actions = makeActions(store, model, shown, stage);
makeAddressBar(store, model, { actions, tell });
makeStaticWords(store);
const searchBox = makeSearchBox(store, model, { find: makeSearch(model), actions });
makePanel(store, model, { evidence: makeEvidence(model, makeFetchChunk(model.chunks, loaded)), actions, back: searchBox });
makeLegend(store, model, { actions });
const theme = makeTheme(store);
const canvas = makeCanvas(store, model, { drawing, stage, shown, theme, actions });
makeTools(store, { fit: canvas.fit });
makeOpenings(store, model, { stage, actions });
makeKeyboard(store, { actions, searchBox });
store.watch(["lang"], () => {
  const { nodes, edges, articles } = model;
  document.getElementById("counts").textContent = listed([
    t("count.names", { n: nodes.count }), t("count.facts", { n: edges.factCount }), t("count.articles", { n: articles.count }),
  ]);
  if (!nodes.count) tell(t("page.empty"));
});

/** What other scripts and the tests may use; `firstView` is the time of the first drawing in milliseconds. */
window.graphbuild = {
  firstView: null,
  store,
  model,
  canvas,
  actions,
  stage,
  select: (id) => actions.pick(model.nodes.number(id)),
  selected: () => (store.state.picked.length === 1 ? model.nodes.id(store.state.picked[0]) : null),
  ids: () => Array.from({ length: model.nodes.count }, (_, node) => model.nodes.id(node)),
  fit: canvas.fit,
  fold,
  positionOf: (id) => canvas.positionOf(model.nodes.number(id)),
};
canvas.firstDrawn(() => { window.graphbuild.firstView = performance.now(); });
