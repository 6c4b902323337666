// The state as the part of the address behind "#": a link to it restores the view.
//
// #person/bui-hai-son, #a~b for the facts between two, and behind "?" the other fields that are not as at the start:
// #unit/x?kinds=person~event&lang=vi. A filter stands there under its own name.

import { FIELDS, same } from "./state.js";
import { unquoted } from "./codes.js";

const isPlain = (name) => name !== "picked" && FIELDS[name].code && !FIELDS[name].code.parts;

/** Name, code, value and start of everything that may stand behind "?". */
function* entries(state) {
  for (const [name, { code, initial }] of Object.entries(FIELDS)) {
    if (isPlain(name)) yield { name, code, value: state[name], initial };
    for (const [part, { code: own }] of Object.entries(code?.parts ?? {})) {
      yield { name: part, code: own, value: state[name][part], initial: undefined };
    }
  }
}

/** The address of a state, "" for the first view. */
export function toAddress(state, model) {
  const told = [...entries(state)]
    .filter(({ value, initial }) => value !== undefined && !same(value, initial))
    .map(({ name, code, value }) => `${name}=${code.write(value, model)}`);
  const picked = FIELDS.picked.code.write(state.picked, model);
  const text = picked + (told.length ? `?${told.join("&")}` : "");
  return text && `#${text}`;
}

/**
 * What an address says: `change` for store.reset, and `unknown`, the ids before "?" that the graph does not have.
 */
export function fromAddress(address, model) {
  const [ids, ...rest] = address.replace(/^#/, "").split("?");
  const told = new Map(rest.join("?").split("&").filter(Boolean).map((pair) => {
    const [name, ...value] = pair.split("=");
    return [name, value.join("=")];
  }));
  const picked = FIELDS.picked.code.read(ids, model);
  const change = { picked: picked.slice(0, 2) };
  for (const [name, { code }] of Object.entries(FIELDS)) {
    if (isPlain(name) && told.has(name)) change[name] = code.read(told.get(name), model);
    if (code?.parts) change[name] = partsOf(code.parts, told, model);
  }
  return { change, unknown: ids.split("~").filter(Boolean).map(unquoted).filter((id) => model.nodes.number(id) < 0) };
}

function partsOf(named, told, model) {
  const found = Object.entries(named).filter(([part]) => told.has(part)).map(([part, { code }]) => [part, code.read(told.get(part), model)]);
  return Object.fromEntries(found.filter(([, value]) => value !== null && value.length !== 0));
}
