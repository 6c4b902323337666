// What is picked as a card on paper: the panel with every sentence open (css/print.css).

/** The longest wait for sentences to be read, in milliseconds. */
const PATIENCE = 4000;

/** Returns print(): opens the sentences of the panel, prints it, and closes them again. */
export function makePrint() {
  const panel = document.getElementById("panel");

  return async function print() {
    const closed = [...panel.querySelectorAll("details:not([open])")];
    for (const box of closed) box.open = true;
    const until = performance.now() + PATIENCE;
    while (panel.querySelector("details[open] .quotes:empty") && performance.now() < until) {
      await new Promise((resolve) => { setTimeout(resolve, 30); });
    }
    window.print();
    for (const box of closed) box.open = false;
  };
}
