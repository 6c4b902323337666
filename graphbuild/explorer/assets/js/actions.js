// What a reader can do, as updates of the state that several views share.

import { revealing, withFilter } from "./model/filtering.js";

/** pick(nodes): open a node, the facts between two, or nothing; what hides them gives way. filter(name, value). */
export function makeActions(store, model, shown) {
  return {
    pick(...nodes) {
      store.update(({ filters }) => ({ picked: nodes, filters: revealing(model, filters, nodes) }));
    },
    /** Set a filter, or take it off with null; what is picked and then hidden is closed. */
    filter(name, value) {
      store.update(({ filters, picked }) => {
        const wanted = withFilter(filters, name, value);
        const { nodes } = shown(wanted);
        return { filters: wanted, picked: picked.every((node) => nodes[node]) ? picked : [] };
      });
    },
    /** Put nodes out of sight; this.filter("hidden", null) brings all back. */
    hide(...nodes) {
      const all = new Set([...(store.state.filters.hidden ?? []), ...nodes]);
      this.filter("hidden", [...all].sort((a, b) => a - b));
    },
    /** Keep nodes where they stand: `points` is {node: [x, y]}, in pixels of the drawing. */
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
  };
}
