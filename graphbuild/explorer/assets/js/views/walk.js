// The drawing by keyboard: arrows walk from mark to mark, Enter opens one, and what is reached is read aloud.

import { make } from "../dom.js";
import { subline } from "../model/describe.js";
import { WAYS, nearestMark, nextMark } from "../model/walk.js";
import { listed } from "../text.js";
import { t } from "../words.js";
import { flipPins } from "./arrange_menu.js";
import { drawLabels } from "./labels.js";

const ZOOM = 1.3;
const PAN = 80;

/** Pixels that a mark keeps from the border of the window; nearer ones are brought in. */
const BORDER = 50;

export function makeWalk(store, model, { canvas, actions, theme }) {
  const box = document.getElementById("graph");
  const said = make("p", { id: "walked", class: "unseen", "aria-live": "polite" });
  const hint = make("p", { id: "walk-hint", class: "unseen", "data-t": "walk.hint" });
  box.after(said, hint);
  box.tabIndex = 0;
  box.setAttribute("role", "application");
  box.setAttribute("aria-describedby", hint.id);
  // The whole drawing is one stop of the Tab key, not two.
  box.querySelector(".vis-network").removeAttribute("tabindex");
  let at = null;

  const { network } = canvas;
  /** The mark walked to; after a change of the scene, the one that stands for it now. */
  const present = () => at && (canvas.scene().marks.find((mark) => mark.key === at.key) ?? null);

  const open = (mark) => (mark.node >= 0 ? actions.pick(mark.node) : actions.open("group", model.groups.head(mark.group)));

  function goTo(mark) {
    at = mark;
    if (!mark) return;
    const about = () => [mark.name, t(`kind.${mark.kind}`), subline(model, mark.node), t("walk.ties", { n: model.degree(mark.node) })];
    said.textContent = mark.node >= 0
      ? listed([...about(), mark.node in store.state.pinned ? t("walk.pinned") : ""])
      : t("bubble.open_group", { name: mark.name, n: mark.rest - 1 });
    const { x, y } = network.canvasToDOM(mark);
    const outside = x < BORDER || y < BORDER || x > box.clientWidth - BORDER || y > box.clientHeight - BORDER;
    if (outside) network.moveTo({ position: { x: mark.x, y: mark.y } });
    canvas.redraw();
  }

  function step(way) {
    const { marks, byNode } = canvas.scene();
    const from = present() ?? byNode.get(store.state.picked[0]);
    goTo(from ? nextMark(marks, from, way) ?? from : nearestMark(marks, network.getViewPosition()));
  }

  const pan = ([dx, dy]) => {
    const { x, y } = network.getViewPosition();
    const far = PAN / network.getScale();
    network.moveTo({ position: { x: x + dx * far, y: y + dy * far } });
  };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });

  /** What letters do to the mark walked to. */
  const onMark = {
    Enter: open,
    " ": open,
    p: (mark) => flipPins(store, actions, () => canvas.homeOf(mark), [mark.node]),
    h: (mark) => actions.hide(mark.node),
  };
  const onView = { "+": () => zoom(ZOOM), "=": () => zoom(ZOOM), "-": () => zoom(1 / ZOOM), 0: canvas.fit };

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    const mark = present();
    if (way) (event.shiftKey ? pan : step)(way);
    else if (onView[event.key]) onView[event.key]();
    else if (onMark[event.key] && mark && (mark.node >= 0 || onMark[event.key] === open)) {
      onMark[event.key](mark);
      if (event.key === "p" || event.key === "h") goTo(present() ?? nearestMark(canvas.scene().marks, mark));
    } else return;
    event.preventDefault();
  });
  box.addEventListener("blur", canvas.redraw);
  box.addEventListener("pointerdown", () => { at = null; });

  canvas.painted("after", (ctx) => {
    const mark = document.activeElement === box ? present() : null;
    if (!mark) return;
    const scale = network.getScale();
    const { link, ground } = theme.colours();
    for (const [width, colour] of [[6, ground], [3, link]]) {
      ctx.beginPath();
      ctx.arc(mark.x, mark.y, mark.size + 5 / scale, 0, 2 * Math.PI);
      ctx.lineWidth = width / scale;
      ctx.strokeStyle = colour;
      ctx.stroke();
    }
    drawLabels(ctx, network, [mark], new Set([mark]), [], theme.colours());
  });
}
