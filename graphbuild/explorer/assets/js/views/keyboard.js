// Keys that work everywhere on the page.

const plainKey = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

export function makeKeyboard(store, { actions, searchBox, help }) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.key === "Escape") {
      if (store.state.linking.length) store.update({ linking: [] });
      else actions.pick();
    } else if (event.key === "/" && !typing && plainKey(event)) {
      event.preventDefault();
      searchBox.focus();
      searchBox.select();
    } else if (event.key === "?" && !typing && plainKey(event)) {
      event.preventDefault();
      help.open();
    } else if (control && event.key.toLowerCase() === "z" && !typing) {
      event.preventDefault();
      if (event.shiftKey) store.redo();
      else store.undo();
    }
  });
}
