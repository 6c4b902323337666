// The one state of the page: a frozen object; whatever a reader does is an update of it, and views draw from it.

import { FILTERS } from "./filters.js";
import { choice, matching, nodeNumbers, openings, places, tagged, text, words } from "./codes.js";
import { isDate } from "./days.js";
import { GROUPINGS } from "./groups.js";

/** The ways to look at the graph, in the order of their tabs; each has an element `view-<mode>` in template.html. */
export const MODES = ["graph", "table", "chart", "career", "calendar"];

/**
 * Every field: its value at the start, and `code`, which writes it into the page's address and reads it back
 * (codes.js); a field without `code` is not in the address. `lasting` fields belong to the reader, not to the view:
 * undo and an address that does not name them leave them as they are.
 *
 * picked: [] for nothing, [node], or [node, node] for the facts between two.
 * expanded: what was opened in a large graph, [what, node, most] each, in the order in which it was (unfold.js).
 * filters: {name of a filter: value}, see filters.js. mode: one of MODES.
 * linking: [node] while the reader looks for the other end of "from here to ..."; reach: steps around what is picked.
 * ways, way: how many ways between two picked nodes are asked for, and which of them is followed; avoid: kinds and
 * relations over which none may lead.
 * top, folds: the chart's unit where it is not the picked one, and units opened or closed there by hand; on: its date,
 * "" for the newest year. career: the person whose career is shown, where it is not the picked one.
 * month: of the calendar: "2021-07", "2021", "none" for those without a date.
 * rows: which table is seen (table.js), sort: its order, "rank" or "-rank" for the greatest first, "" for the usual. drawer, timeline: are they open.
 * pinned: {node or bubble: [x, y]}, where the reader has put it. grouped: one of GROUPINGS (groups.js).
 */
export const FIELDS = {
  picked: { initial: [], code: nodeNumbers },
  filters: { initial: {}, code: tagged(FILTERS) },
  mode: { initial: MODES[0], code: choice(...MODES) },
  expanded: { initial: [], code: openings },
  linking: { initial: [] },
  reach: { initial: "1", code: choice("1", "2", "3") },
  ways: { initial: "3", code: choice("3", "1", "5", "10") },
  way: { initial: "1", code: choice("1", "2", "3", "4", "5", "6", "7", "8", "9", "10") },
  avoid: { initial: [], code: words },
  top: { initial: [], code: nodeNumbers },
  folds: { initial: [], code: nodeNumbers },
  on: { initial: "", code: matching(isDate) },
  career: { initial: [], code: nodeNumbers },
  month: { initial: "", code: matching((month) => month === "none" || (month.length < 8 && isDate(month))) },
  rows: { initial: "person", code: choice("person", "unit", "event", "place", "fact") },
  sort: { initial: "", code: text },
  drawer: { initial: false, lasting: true },
  timeline: { initial: true, lasting: true },
  lang: { initial: "en", code: choice("en", "vi"), lasting: true },
  theme: { initial: "auto", code: choice("auto", "light", "dark"), lasting: true },
  pinned: { initial: {}, code: places },
  grouped: { initial: "", code: choice(...GROUPINGS) },
};

const MOST_UNDONE = 200;

/**
 * names: of all fields. state: the present one. update(change): change is {field: value}, or a function from the state to that;
 * with {aside: true} it belongs to the step before and is not one of its own for undo.
 * watch(names, render): call render(state, before) now, and after every update of one of the fields `names`.
 * undo(), redo(); canUndo(), canRedo(). reset(change): as update, and fields not named go back to their start.
 */
export function makeStore(fields = FIELDS, start = {}) {
  const names = Object.keys(fields);
  const initial = Object.fromEntries(names.map((name) => [name, fields[name].initial]));
  const watchers = [];
  const [past, future] = [[], []];
  let state = frozen({ ...initial, ...start });

  function move(next) {
    const before = state;
    state = frozen(next);
    for (const { wanted, render } of watchers) {
      if (wanted.some((name) => !same(before[name], state[name]))) render(state, before);
    }
  }

  function update(change, { aside = false } = {}) {
    const wanted = typeof change === "function" ? change(state) : change;
    const changed = Object.keys(wanted).filter((name) => !same(wanted[name], state[name]));
    const unknown = changed.filter((name) => !names.includes(name));
    if (unknown.length) throw new Error(`no such field of the state: ${unknown}`);
    if (!changed.length) return;
    if (!aside && changed.some((name) => !fields[name].lasting)) {
      past.push(state);
      if (past.length > MOST_UNDONE) past.shift();
      future.length = 0;
    }
    move({ ...state, ...Object.fromEntries(changed.map((name) => [name, wanted[name]])) });
  }

  /** Go to the last state of `from`; what lasts stays. */
  function step(from, to) {
    if (!from.length) return;
    to.push(state);
    const lasting = names.filter((name) => fields[name].lasting).map((name) => [name, state[name]]);
    move({ ...from.pop(), ...Object.fromEntries(lasting) });
  }

  const store = {
    names,
    get state() { return state; },
    update,
    reset: (change) => update(() => ({ ...initial, ...lastingOf(fields, state), ...change })),
    watch(wanted, render) {
      watchers.push({ wanted, render });
      render(state, state);
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
  };
  return store;
}

const lastingOf = (fields, state) =>
  Object.fromEntries(Object.keys(fields).filter((name) => fields[name].lasting).map((name) => [name, state[name]]));

/** True if two values of a field say the same. */
export function same(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

function frozen(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
