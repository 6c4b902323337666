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
  };
}
