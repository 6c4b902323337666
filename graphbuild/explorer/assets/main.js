// Ties the parts together: selection, address, keyboard, legend.

const panel = document.getElementById("panel");
const searchBox = document.getElementById("search");
const notice = document.getElementById("notice");

/** Open a node: its panel, its neighbours, its address. `how` says whether to move the view there. */
function select(node, how = { move: true }) {
  if (!node) return;
  if (!isShown(node)) toggleKind(node.kind, true);
  tell("");
  open({ node }, nodePanel(node, select));
  const address = `#${encodeURI(node.id)}`;
  if (location.hash !== address) location.hash = address;
  network.setSelection({ nodes: [node.index], edges: [] }, { unselectAll: true, highlightEdges: false });
  if (how.move) look(focusNodes().filter(isShown), 0.9, 0.35, node);
}

function selectPair(a, b) {
  tell("");
  open({ pair: [a, b] }, pairPanel([a, b], select));
}

function open(what, content) {
  focus = what;
  const close = make("button", { type: "button", class: "close", "aria-label": "Close details", click: closePanel }, "×");
  panel.replaceChildren(close, make("div", { class: "content" }, ...content));
  panel.hidden = false;
  panel.querySelector("h2").focus({ preventScroll: true });
  network.redraw();
}

function closePanel() {
  if (panel.hidden) return;
  const inside = panel.contains(document.activeElement);
  panel.hidden = true;
  focus = null;
  network.unselectAll();
  network.redraw();
  if (location.hash) location.hash = "";
  if (inside) searchBox.focus();
}

function tell(text) {
  notice.textContent = text;
  notice.hidden = !text;
}

/** Open the node that the address names: graph.html#person/bui-hai-son. */
function followAddress() {
  let id;
  try {
    id = decodeURI(location.hash.slice(1));
  } catch {
    id = location.hash.slice(1);
  }
  if (!id) return closePanel();
  if (focus?.node?.id === id) return;
  if (byId.has(id)) select(byId.get(id));
  else tell(`There is no “${id}” in this graph.`);
}

function toggleKind(kind, shown) {
  showKind(kind, shown);
  document.querySelector(`#legend [data-kind="${kind}"]`).setAttribute("aria-pressed", String(shown));
  if (focus && !(focus.pair ?? [focus.node]).every(isShown)) closePanel();
}

function legendButton(kind) {
  const count = nodes.filter((node) => node.kind === kind).length;
  const flip = () => toggleKind(kind, hiddenKinds.has(kind));
  return make("button", { type: "button", "data-kind": kind, "aria-pressed": "true", title: "Show or hide", click: flip },
    kindMark(kind), words.kinds[kind], make("span", { class: "count" }, count.toLocaleString("en")));
}

function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea");
    if (event.key === "Escape") closePanel();
    else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      searchBox.focus();
      searchBox.select();
    }
  });
}

function startCanvas() {
  network.on("click", ({ nodes: [index], edges: [line] }) => {
    if (index !== undefined) select(nodes[index], { move: false });
    else if (line !== undefined) selectPair(nodes[drawing.edges[line].from], nodes[drawing.edges[line].to]);
    else closePanel();
  });
  const hover = (index) => {
    hovered = nodes[index] ?? null;
    canvasBox.style.cursor = index === undefined ? "" : "pointer";
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover());
  network.on("hoverEdge", () => { canvasBox.style.cursor = "pointer"; });
  network.on("blurEdge", () => { canvasBox.style.cursor = ""; });
}

function start() {
  document.getElementById("legend").append(...kinds.map(legendButton));
  document.getElementById("counts").textContent = listed([
    plural(nodes.length, "name"), plural(edges.filter(isFact).length, "fact"), plural(payload.articles.length, "article"),
  ]);
  document.getElementById("fit").addEventListener("click", lookAtAll);
  startSearch(searchBox, document.getElementById("suggestions"), select);
  startKeyboard();
  startCanvas();
  addEventListener("hashchange", followAddress);
  if (!nodes.length) tell("There is nothing in this graph yet: the articles named no person, unit or event.");
  lookAtAll();
  followAddress();
}

/** What other scripts and the tests may use; `firstView` is the time of the first drawing in milliseconds. */
window.graphbuild = {
  firstView: null,
  select: (id) => select(byId.get(id)),
  selected: () => focus?.node?.id ?? null,
  ids: () => nodes.map((node) => node.id),
  fit: lookAtAll,
  fold,
  /** Where a node stands in the window, in pixels. */
  positionOf(id) {
    const at = network.canvasToDOM(byId.get(id));
    const box = canvasBox.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  },
};
network.once("afterDrawing", () => { window.graphbuild.firstView = performance.now(); });
start();
