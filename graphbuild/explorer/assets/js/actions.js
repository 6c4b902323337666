// What a reader can do, as updates of the state that several views share.

import { revealing, withFilter } from "./model/filtering.js";
import { AT_A_TIME } from "./model/lod.js";

/** Milliseconds between two steps of a filter that is being slid: the address must not change more often. */
const SLIDE = 120;

/**
 * pick(nodes): open a node, the facts between two, or nothing; what hides them gives way, and who is not on the
 * canvas comes with its neighbours. arrive(change): the view of an address. open(what, node): bring in the next of a
 * group or of a node's neighbours; close(what, node): take them off again. filter(name, value), filters(all):
 * set one filter or all of them; what is picked and then hidden is closed. slide(name, value): set a filter again and
 * again while a slider moves, slid() when it rests: all of it is one step for undo.
 */
export function makeActions(store, model, shown, stage) {
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
      store.update(({ filters, expanded }) => {
        const wanted = revealing(model, filters, nodes);
        return { picked: nodes, filters: wanted, expanded: nodes.reduce((opened, node) => brought(stage, wanted, opened, node), expanded) };
      });
    },
    arrive(change) {
      const { picked = [], filters = {}, expanded = [] } = change;
      store.reset({ ...change, expanded: picked.reduce((opened, node) => brought(stage, filters, opened, node), expanded) });
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
    open(what, node) {
      store.update(({ expanded }) => {
        const before = expanded.find(is(what, node));
        const more = [what, node, (before?.[2] ?? 0) + AT_A_TIME];
        return { expanded: before ? expanded.map((one) => (one === before ? more : one)) : [...expanded, more] };
      });
    },
    close(what, node) {
      store.update(({ expanded }) => ({ expanded: expanded.filter((one) => !is(what, node)(one)) }));
    },
  };
}

const is = (what, node) => ([other, one]) => what === other && node === one;

/** The openings with which `node` is on the canvas. */
function brought(stage, filters, expanded, node) {
  if (stage({ filters, expanded }).byNode.has(node)) return expanded;
  return [...expanded.filter((one) => !is("node", node)(one)), ["node", node, AT_A_TIME]];
}
