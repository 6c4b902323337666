// What a reader can do, as updates of the state that several views share.

import { revealing, withFilter } from "./model/filtering.js";
import { personOf, topOf } from "./model/subjects.js";

/**
 * pick(nodes): open a node, the facts between two, or nothing; what hides them gives way. look(nodes): the same, but the
 * chart or career that is shown stays. link(node): what links the picked node with this one. filter(name, value).
 */
export function makeActions(store, model, shown) {
  const picking = (state, nodes) => {
    // The other end of "from here to ...".
    const linked = state.linking.length && nodes.length === 1 && nodes[0] !== state.linking[0];
    const picked = linked ? [state.linking[0], nodes[0]] : nodes;
    return { picked, linking: [], reach: "1", way: "1", filters: revealing(model, state.filters, picked) };
  };
  /** A chart or career stays when something else than a unit or person is picked beside it. */
  const subjects = (state, nodes, stay) => {
    const kind = nodes.length === 1 ? model.nodes.kind(nodes[0]) : "";
    const kept = (mode, own, subject) => (state.mode === mode && (stay || kind !== own) ? [subject].filter((node) => node >= 0) : []);
    return { top: kept("chart", "unit", topOf(model, state)), career: kept("career", "person", personOf(model, state)) };
  };
  return {
    pick: (...nodes) => store.update((state) => ({ ...picking(state, nodes), ...subjects(state, nodes, false) })),
    look: (...nodes) => store.update((state) => ({ ...picking(state, nodes), ...subjects(state, nodes, true) })),
    link(node) {
      const [first] = store.state.picked;
      if (first === undefined || first === node) this.pick(node);
      else this.pick(first, node);
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
