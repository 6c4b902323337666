// What a reader can do, as updates of the state that several views share.

import { revealing, withFilter } from "./model/filtering.js";

/** Milliseconds between two steps of a filter that is being slid: the address must not change more often. */
const SLIDE = 120;

/**
 * pick(nodes): open a node, the facts between two, or nothing; what hides them gives way. filter(name, value), filters(all):
 * set one filter or all of them; what is picked and then hidden is closed. slide(name, value): set a filter again and
 * again while a slider moves, slid() when it rests: all of it is one step for undo.
 */
export function makeActions(store, model, shown) {
  let sliding = null;

  /** The change of the state to these filters. */
  const narrowed = (wanted) => ({ picked }) => {
    const { nodes } = shown(wanted);
    return { filters: wanted, picked: picked.every((node) => nodes[node]) ? picked : [] };
  };

  function slideOn() {
    sliding.timer = null;
    const { state } = store;
    store.update(narrowed(withFilter(state.filters, sliding.name, sliding.value)), { aside: sliding.begun });
    sliding.begun ||= store.state !== state;
  }

  function slid() {
    if (sliding?.timer) {
      clearTimeout(sliding.timer);
      slideOn();
    }
    sliding = null;
  }

  return {
    pick(...nodes) {
      store.update(({ filters }) => ({ picked: nodes, filters: revealing(model, filters, nodes) }));
    },
    filter(name, value) {
      store.update(narrowed(withFilter(store.state.filters, name, value)));
    },
    filters(wanted) {
      store.update(narrowed(wanted));
    },
    slide(name, value) {
      if (sliding && sliding.name !== name) slid();
      sliding ??= { name, begun: false, timer: null };
      sliding.value = value;
      sliding.timer ??= setTimeout(slideOn, sliding.begun ? SLIDE : 0);
    },
    slid,
  };
}
