// The one state of the page: a frozen object; whatever a reader does is an update of it, and views draw from it.

import { FILTERS } from "./filters.js";
import { choice, nodeNumbers, openings, tagged } from "./codes.js";

/**
 * Every field: its value at the start, and `code`, which writes it into the page's address and reads it back
 * (codes.js); a field without `code` is not in the address. `lasting` fields belong to the reader, not to the view:
 * undo and an address that does not name them leave them as they are.
 *
 * picked: [] for nothing, [node], or [node, node] for the facts between two.
 * expanded: what was opened in a large graph, [what, node, most] each, in the order in which it was (unfold.js).
 * filters: {name of a filter: value}, see filters.js.
 */
export const FIELDS = {
  picked: { initial: [], code: nodeNumbers },
  filters: { initial: {}, code: tagged(FILTERS) },
  expanded: { initial: [], code: openings },
  lang: { initial: "en", code: choice("en", "vi"), lasting: true },
  theme: { initial: "auto", code: choice("auto", "light", "dark"), lasting: true },
};

const MOST_UNDONE = 200;

/**
 * names: of all fields. state: the present one. update(change): change is {field: value}, or a function from the state to that.
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

  function update(change) {
    const wanted = typeof change === "function" ? change(state) : change;
    const changed = Object.keys(wanted).filter((name) => !same(wanted[name], state[name]));
    const unknown = changed.filter((name) => !names.includes(name));
    if (unknown.length) throw new Error(`no such field of the state: ${unknown}`);
    if (!changed.length) return;
    if (changed.some((name) => !fields[name].lasting)) {
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
