// What a reader can do, as updates of the state that several views share.

import { revealing, withFilter } from "./model/filtering.js";
import { AT_A_TIME } from "./model/lod.js";
import { personOf, topOf } from "./model/subjects.js";

/** Milliseconds between two steps of a filter that is being slid: the address must not change more often. */
const SLIDE = 120;

/**
 * pick(nodes): open a node, the facts between two, or nothing; what hides them gives way, and who is not on the canvas
 * comes with its neighbours. look(nodes): the same, but the chart or career that is shown stays. link(node): what links
 * the picked node with this one. arrive(change): the view of an address. filter(name, value), filters(all): set one
 * filter or all of them; what is picked and then hidden is closed. slide(name, value): set a filter again and again while
 * a slider moves, slid() when it rests: all of it is one step for undo. hide(nodes); pin(points), unpin(nodes).
 * open(what, node): bring in the next of a group or of a node's neighbours; close(what, node): take them off again.
 */
export function makeActions(store, model, shown, stage) {
  /** The openings with which one node is on the canvas among its neighbours; two come alone, with the ways between them. */
  const bringing = (filters, expanded, nodes) => (nodes.length === 1 ? brought(stage, filters, expanded, nodes[0]) : expanded);
  const picking = (state, nodes) => {
    // The other end of "from here to ...".
    const linked = state.linking.length && nodes.length === 1 && nodes[0] !== state.linking[0];
    const picked = linked ? [state.linking[0], nodes[0]] : nodes;
    const filters = revealing(model, state.filters, picked);
    return { picked, linking: [], reach: "1", way: "1", filters, expanded: bringing(filters, state.expanded, picked) };
  };
  /** A chart or career stays when something else than a unit or person is picked beside it. */
  const subjects = (state, nodes, stay) => {
    const kind = nodes.length === 1 ? model.nodes.kind(nodes[0]) : "";
    const kept = (mode, own, subject) => (state.mode === mode && (stay || kind !== own) ? [subject].filter((node) => node >= 0) : []);
    return { top: kept("chart", "unit", topOf(model, state)), career: kept("career", "person", personOf(model, state)) };
  };

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
    pick: (...nodes) => store.update((state) => ({ ...picking(state, nodes), ...subjects(state, nodes, false) })),
    look: (...nodes) => store.update((state) => ({ ...picking(state, nodes), ...subjects(state, nodes, true) })),
    link(node) {
      const [first] = store.state.picked;
      if (first === undefined || first === node) this.pick(node);
      else this.pick(first, node);
    },
    arrive(change) {
      const { picked = [], filters = {}, expanded = [] } = change;
      store.reset({ ...change, expanded: bringing(filters, expanded, picked) });
    },
    filter(name, value) {
      store.update(narrowed(withFilter(store.state.filters, name, value)));
    },
    /** Put nodes out of sight; this.filter("hidden", null) brings all back. */
    hide(...nodes) {
      const all = new Set([...(store.state.filters.hidden ?? []), ...nodes]);
      this.filter("hidden", [...all].sort((a, b) => a - b));
    },
    /** Keep nodes where they stand: `points` is {node or bubble: [x, y]}, in pixels of the drawing. */
    pin(points) {
      const rounded = Object.entries(points).map(([node, [x, y]]) => [node, [Math.round(x), Math.round(y)]]);
      store.update(({ pinned }) => ({ pinned: { ...pinned, ...Object.fromEntries(rounded) } }));
    },
    /** Let nodes go back to where they were laid out. */
    unpin(...nodes) {
      store.update(({ pinned }) => ({
        pinned: Object.fromEntries(Object.entries(pinned).filter(([node]) => !nodes.includes(Number(node)))),
      }));
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
