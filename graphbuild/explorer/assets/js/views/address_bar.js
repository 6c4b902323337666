// The state in the address: what is picked makes a step for the back button, the rest is changed in place.

import { fromAddress, toAddress } from "../model/address.js";
import { same } from "../model/state.js";
import { t } from "../words.js";

export function makeAddressBar(store, model, { actions, tell }) {
  let reading = false;

  function read() {
    if (toAddress(store.state, model) === location.hash) return;
    const { change, unknown } = fromAddress(location.hash, model);
    reading = true;
    actions.arrive(change);
    reading = false;
    tell(unknown.length ? t("page.unknown", { id: unknown[0] }) : "");
  }

  read();
  store.watch(store.names, (state, before) => {
    if (reading || state === before) return;
    tell("");
    const address = toAddress(state, model);
    if (address === location.hash) return;
    if (same(state.picked, before.picked)) history.replaceState(null, "", address || location.pathname + location.search);
    else location.hash = address;
  });
  addEventListener("hashchange", read);
}
