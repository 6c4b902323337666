// Ties the parts together.

import { makeActions } from "./actions.js";
import { makeFetchChunk } from "./chunks.js";
import { inIdleTime, readJson } from "./dom.js";
import { readColumns } from "./model/columns.js";
import { makeEvidence } from "./model/evidence.js";
import { makeFilter } from "./model/filtering.js";
import { focusOf, makeLinks, makeStaged } from "./model/focus.js";
import { makeStage } from "./model/lod.js";
import { searchOf } from "./model/search.js";
import { FIELDS, makeStore } from "./model/state.js";
import { fold } from "./text.js";
import { makeArrangeMenu, makeNodeTools } from "./views/arrange_menu.js";
import { makeArranged } from "./views/arranged.js";
import { makeAddressBar } from "./views/address_bar.js";
import { makeCalendar } from "./views/calendar.js";
import { makeCanvas } from "./views/canvas.js";
import { makeCareer } from "./views/career.js";
import { makeChart } from "./views/chart.js";
import { makeChips } from "./views/chips.js";
import { makeExportMenu } from "./views/export_menu.js";
import { makeFiltersBox } from "./views/filters_box.js";
import { makeHelp } from "./views/help.js";
import { makeKeyboard } from "./views/keyboard.js";
import { makeLegend } from "./views/legend.js";
import { makeLinking } from "./views/linking.js";
import { makeModes } from "./views/modes.js";
import { makeNotice } from "./views/notice.js";
import { makeOpenings } from "./views/openings.js";
import { makePanel } from "./views/panel.js";
import { makePicture } from "./views/picture.js";
import { makePrint } from "./views/print.js";
import { makeSearchBox } from "./views/search_box.js";
import { makeStaticWords } from "./views/static_words.js";
import { makeTable } from "./views/table.js";
import { makeTheme } from "./views/theme.js";
import { makeTimelineBox } from "./views/timeline_box.js";
import { makeTools } from "./views/tools.js";
import { makeWalk } from "./views/walk.js";
import { speak, t } from "./words.js";

const drawing = readJson("drawing");
const labels = readJson("words");
const model = readColumns(readJson("columns"));

const loaded = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
  else resolve();
});

// The page is opened in the language that it was written for, until its address says otherwise.
const store = makeStore(FIELDS, { lang: document.documentElement.lang });
store.watch(["lang"], ({ lang }) => speak(labels, lang));
const tell = makeNotice();
const shown = makeFilter(model);
const links = makeLinks(model, shown);
const focus = (state) => focusOf(model, state, shown, links);
const stage = makeStage(model, drawing, shown);
const actions = makeActions(store, model, shown, stage);
makeAddressBar(store, model, { actions, tell });
const search = searchOf(model);
const searchBox = makeSearchBox(store, model, { search, actions });
/** Where a node stands in the layout, [x, y]; the drawing is made behind the views that ask. */
const placeOf = (node) => {
  const mark = canvas.scene().byNode.get(node);
  return mark && canvas.homeOf(mark);
};
const nodeTools = makeNodeTools(store, { actions, placeOf });
const evidence = makeEvidence(model, makeFetchChunk(model.chunks, loaded));
makePanel(store, model, { evidence, actions, links, shown, nodeTools, back: searchBox });
makeLinking(store, model, { searchBox });
makeLegend(store, model, { actions });
makeModes(store);
const theme = makeTheme(store);
const help = makeHelp(store);
const menus = [
  makeArrangeMenu(store, model, { actions, placeOf }),
  makeExportMenu(store, model, { shown, evidence, picture: () => picture(), print: makePrint(), tell }),
];
// What stands around the drawing comes before it, so that the first view is fitted into what is left.
makeTools(store, { fit: () => canvas.fit(), menus, theme: theme.button, help: help.button });
makeFiltersBox(store, model, { actions, search });
makeChips(store, model, { actions, shown, back: searchBox });
makeStaticWords(store);
const canvas = makeCanvas(store, model, { drawing, stage: makeStaged(model, stage, focus), theme, actions, focus });
const arranged = makeArranged(store, model, { canvas, theme });
const picture = makePicture(store, model, { canvas, arranged, theme, shown });
makeWalk(store, model, { canvas, actions, theme });
makeOpenings(store, model, { stage, actions });
makeChart(store, model, { actions });
makeCareer(store, model, { actions });
makeCalendar(store, model, { actions, shown });
makeTable(store, model, { actions, shown, evidence });
makeKeyboard(store, { actions, searchBox, help });
store.watch(["lang"], () => {
  if (!model.nodes.count) tell(t("page.empty"));
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
canvas.firstDrawn(() => {
  window.graphbuild.firstView = performance.now();
  // What the first view does not need comes behind it; the timeline takes some of its room.
  setTimeout(() => {
    makeTimelineBox(store, model, { actions, shown });
    if (!store.state.picked.length) canvas.fit();
  });
  inIdleTime(search.prepare);
});
