// What a reader can do, as updates of the state that several views share.

import { revealing, withFilter } from "./model/filters.js";
import { AT_A_TIME } from "./model/lod.js";

/**
 * pick(nodes): open a node, the facts between two, or nothing; what hides them gives way, and who is not on the
 * canvas comes with its neighbours. arrive(change): the view of an address. filter(name, value). open(what, node): bring in the next of a group or of a node's
 * neighbours; close(what, node): take them off again.
 */
export function makeActions(store, model, shown, stage) {
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
    /** Set a filter, or take it off with null; what is picked and then hidden is closed. */
    filter(name, value) {
      store.update(({ filters, picked }) => {
        const wanted = withFilter(filters, name, value);
        const { nodes } = shown(wanted);
        return { filters: wanted, picked: picked.every((node) => nodes[node]) ? picked : [] };
      });
    },
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
