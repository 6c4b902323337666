// The table: the same facts as the drawing, in rows. Only the rows in the window are in the page, however many there are.
//
// A grid in the sense of ARIA: one stop for Tab, arrows move through the rows, Enter opens one, Space shows its sentences.

import { kindMark, make } from "../dom.js";
import { TABLES, inOrder, orderOf, shownRows, tablesOf } from "../model/table.js";
import { t } from "../words.js";
import { quoteBox, unread } from "./quotes.js";

/** Height of a row in pixels, on a wide and on a narrow table; rows above and below the window that are made too. */
const [WIDE_ROW, NARROW_ROW, SPARE] = [37, 56, 6];
const NARROW = 560;

/** Made when the reader first comes to it. */
export function makeTable(store, model, parts) {
  let follow = null;
  let due = true;
  store.watch(["filters", "rows", "sort", "lang", "mode"], (state, before) => {
    due ||= ["filters", "rows", "sort", "lang"].some((name) => state[name] !== before[name]);
    if (state.mode !== "table" || !due) return;
    follow ??= build(store, model, parts);
    due = false;
    follow();
  });
}

/** Returns a function that fills the table for the state. */
function build(store, model, { actions, shown, evidence }) {
  const view = document.getElementById("view-table");
  const tables = tablesOf(model);
  const kinds = TABLES.filter((name) => tables[name].count);
  const tabs = kinds.map((name) => make("button", { type: "button", "data-table": name, click: () => store.update({ rows: name, sort: "" }) }));
  const group = make("div", { class: "tables", role: "group" }, ...tabs);
  const head = make("div", { role: "row", class: "head", "aria-rowindex": "1" });
  const body = make("div", { class: "body", role: "rowgroup" });
  const grid = make("div", { role: "grid", tabindex: "0", id: "grid", keydown: press, scroll: draw },
    make("div", { role: "rowgroup", class: "top" }, head), body);
  const empty = make("p", { class: "empty", hidden: true });
  view.append(group, grid, empty);

  let [rows, columns, rowHigh, active] = [[], [], WIDE_ROW, 0];
  /** The row whose sentences are open, its element and height. */
  let open = null;
  const table = () => tables[store.state.rows];

  /** Take rows and order of the state; the rows in the window are drawn from them. */
  function fill() {
    const { filters, rows: name, sort, lang } = store.state;
    const order = orderOf(table().columns, sort);
    rows = shownRows(inOrder(model, name, order.column, order.down), name, shown(filters));
    open = null;
    active = 0;
    grid.scrollTop = 0;
    // Rows that open are those of a tree grid.
    grid.setAttribute("role", table().isFact ? "treegrid" : "grid");
    grid.setAttribute("aria-rowcount", String(rows.length + 1));
    grid.setAttribute("aria-label", t("table.label", { table: t(`table.${name}`), shown: rows.length, n: table().count }));
    empty.hidden = rows.length > 0;
    empty.textContent = t("table.empty");
    lay(order);
    for (const [place, one] of kinds.entries()) tabWords(tabs[place], one, lang);
  }

  function tabWords(tab, name, lang) {
    const { nodes, edgeCount } = shown(store.state.filters);
    const code = model.nodes.kinds.code(name);
    const some = name === "fact" ? edgeCount : nodes.reduce((sum, one, n) => sum + (one && model.nodes.kinds.at[n] === code), 0);
    const all = tables[name].count;
    const count = some === all ? all.toLocaleString(lang) : t("table.some_of", { shown: some, n: all });
    tab.setAttribute("aria-pressed", String(name === store.state.rows));
    tab.replaceChildren(name === "fact" ? "" : kindMark(name), t(`table.${name}`), make("span", { class: "count" }, count));
  }

  /** The columns that the width has room for, and their heads. */
  function lay(order = orderOf(table().columns, store.state.sort)) {
    const width = grid.clientWidth;
    columns = table().columns.filter(({ from }) => from <= width);
    rowHigh = width < NARROW ? NARROW_ROW : WIDE_ROW;
    grid.classList.toggle("narrow", width < NARROW);
    grid.style.setProperty("--columns", columns.map(({ width: own, share }) => own ?? `minmax(0, ${share}fr)`).join(" "));
    grid.setAttribute("aria-colcount", String(columns.length));
    head.replaceChildren(...columns.map((column) => headCell(column, order)));
    draw();
  }

  function headCell(column, order) {
    const sorted = order.column === column;
    const way = sorted ? (order.down ? "descending" : "ascending") : "none";
    const next = sorted ? !order.down : Boolean(column.down);
    return make("div", { role: "columnheader", "aria-sort": way, class: column.number && "number" },
      make("button", { type: "button", "data-sort": column.key, click: () => store.update({ sort: `${next ? "-" : ""}${column.key}` }) },
        t(`column.${column.key}`), make("span", { class: "way", "aria-hidden": "true" }, sorted ? (order.down ? "▾" : "▴") : "")));
  }

  const topOf = (place) => place * rowHigh + (open && place > open.place ? open.high : 0);

  /** Put the rows of the window into the page. */
  function draw() {
    const from = Math.max(0, Math.floor((grid.scrollTop - (open?.high ?? 0)) / rowHigh) - SPARE);
    const to = Math.min(rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / rowHigh) + SPARE);
    body.style.height = `${topOf(rows.length)}px`;
    const made = [];
    for (let place = from; place < to; place++) made.push(rowElement(place));
    if (open && open.place >= from && open.place < to) {
      open.element.style.top = `${topOf(open.place) + rowHigh}px`;
      made.push(open.element);
    }
    const focused = body.contains(document.activeElement) ? document.activeElement : null;
    body.replaceChildren(...made);
    focused?.focus({ preventScroll: true });
    if (rows.length) grid.setAttribute("aria-activedescendant", `row-${active}`);
    else grid.removeAttribute("aria-activedescendant");
  }

  function rowElement(place) {
    const row = rows[place];
    const { picked } = store.state;
    const { source, target } = model.edges;
    const isPicked = table().isFact ? picked.length === 2 && picked.includes(source[row]) && picked.includes(target[row]) : picked[0] === row && picked.length === 1;
    const element = make("div", {
      role: "row", id: `row-${place}`, "aria-rowindex": place + 2, "aria-selected": String(isPicked), class: place === active ? "active" : null,
      style: `top:${topOf(place)}px;height:${rowHigh}px`, click: (event) => click(event, place),
    }, ...columns.map((column, at) => cell(column, row, at === 0)));
    if (table().isFact) element.setAttribute("aria-expanded", String(open?.place === place));
    return element;
  }

  /** A cell; the first has the mark of the row's kind, or the switch of its sentences. */
  function cell(column, row, first) {
    const text = column.text(row);
    const node = column.node(row);
    const words = make("span", { class: node >= 0 ? "words link" : "words", "data-node": node >= 0 ? node : null, title: text }, text);
    const lead = !first ? null : table().isFact ? make("span", { class: "switch", "aria-hidden": "true" }) : kindMark(store.state.rows);
    return make("div", { role: "gridcell", class: column.number && "number" }, lead, words);
  }

  function click(event, place) {
    activate(place);
    const node = event.target.dataset?.node;
    if (node !== undefined) actions.pick(Number(node));
    else if (table().isFact) toggle(place);
    else actions.pick(rows[place]);
  }

  /** Mark a row and bring it into the window. */
  function activate(place) {
    active = Math.max(0, Math.min(place, rows.length - 1));
    const top = topOf(active);
    const room = grid.clientHeight - head.offsetHeight;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + rowHigh > grid.scrollTop + room) grid.scrollTop = top + rowHigh - room;
    draw();
  }

  function enter() {
    const row = rows[active];
    if (table().isFact) actions.pick(model.edges.source[row], model.edges.target[row]);
    else actions.pick(row);
  }

  /** Show or hide the sentences of a fact under its row. */
  async function toggle(place) {
    const wanted = open?.place !== place;
    open = null;
    if (!wanted) return draw();
    const element = make("div", { class: "sentences", role: "row" });
    const content = make("div", { role: "gridcell", "aria-colspan": columns.length });
    element.append(content);
    const here = { place, element, high: 0 };
    open = here;
    const told = await evidence.quotesOf(rows[place]).then((said) => said.map(quoteBox), (error) => [unread(error)]);
    if (open !== here) return undefined;
    content.append(...(told.length ? told : [make("p", { class: "empty" }, t("panel.no_sentence"))]));
    draw();
    here.high = element.offsetHeight;
    return draw();
  }

  function press(event) {
    if (event.target !== grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(grid.clientHeight / rowHigh) - 2);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps) activate(Math.max(0, Math.min(active + steps[event.key], rows.length - 1)));
    else if (event.key === "Enter" && rows.length) enter();
    else if (event.key === " " && rows.length && table().isFact) toggle(active);
    else return;
    event.preventDefault();
  }

  store.watch(["picked"], ({ mode }) => { if (mode === "table") draw(); });
  new ResizeObserver(() => { if (store.state.mode === "table") lay(); }).observe(grid);

  return () => {
    group.setAttribute("aria-label", t("table.which"));
    if (kinds.includes(store.state.rows) || !kinds.length) fill();
    else store.update({ rows: kinds[0] }, { aside: true });
  };
}
