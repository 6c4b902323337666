// Search without accents, words in any order, over names, other forms, ranks, types and dates.

const MOST_FOUND = 12;

/** [node, [key of a name, ...], key of everything], made when the box is first used. */
let searchRows = null;

function searchIndex() {
  searchRows ??= byWeight.map((node) => {
    const forms = [node.name, ...node.aliases].map(fold);
    const extra = ["rank", "type", "date"].map((name) => fold(String(node.facts[name] ?? ""))).join(" ");
    return { node, forms, line: ` ${forms.join(" ")} ${extra}` };
  });
  return searchRows;
}

/** Nodes whose names hold every typed word as the start of a word, best first, those with more edges before others. */
function find(typed) {
  const key = fold(typed);
  if (!key) return [];
  const starts = key.split(" ").map((word) => ` ${word}`);
  const wanted = typed.trim().toLowerCase().normalize("NFC");
  const found = [];
  for (const row of searchIndex()) {
    if (!starts.every((start) => row.line.includes(start))) continue;
    found.push({ node: row.node, score: scoreOf(row, key, wanted) });
  }
  // byWeight is the order of the index, and sort keeps it among equals.
  return found.sort((a, b) => b.score - a.score).slice(0, MOST_FOUND).map((hit) => hit.node);
}

function scoreOf(row, key, wanted) {
  const asTyped = row.node.name.toLowerCase().includes(wanted) ? 0.5 : 0;
  if (row.forms.includes(key)) return 3 + asTyped;
  if (row.forms.some((form) => form.startsWith(key))) return 2 + asTyped;
  return (row.forms.some((form) => ` ${form}`.includes(` ${key}`)) ? 1 : 0) + asTyped;
}

/** Wire the box: suggestions while typing, arrows to move, Enter to go, Escape to close. */
function startSearch(box, list, go) {
  let found = [];
  let active = -1;

  function show() {
    found = find(box.value);
    active = found.length ? 0 : -1;
    list.replaceChildren(...found.map(option));
    if (!found.length && fold(box.value)) {
      list.append(make("li", { class: "none", role: "option", "aria-disabled": "true" }, "No name holds these words."));
    }
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function option(node, place) {
    return make("li", { id: `found-${place}`, role: "option", mousedown: (event) => pick(event, place) },
      kindMark(node.kind),
      make("span", { class: "name" }, node.name),
      make("span", { class: "sub" }, listed([words.kind[node.kind], subline(node)])));
  }

  function pick(event, place) {
    event.preventDefault();
    hide();
    go(found[place]);
  }

  function mark() {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `found-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function hide() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", () => box.value && show());
  box.addEventListener("blur", hide);
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      if (list.hidden) return show();
      active = (active + step + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      pick(event, active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      hide();
    }
  });
}
