// The menu "Export": pictures, tables, a link to the view, a card on paper.

import { make } from "../dom.js";
import { fileName, svgOf } from "../model/export_svg.js";
import { csvOf, factRows, jsonOf, nameRows } from "../model/export_tables.js";
import { t } from "../words.js";
import { copy, download, pngOf } from "./download.js";
import { icon } from "./icons.js";
import { makeMenu } from "./menu.js";
import { unread } from "./quotes.js";

/** Pixels of the PNG for one of the screen. */
const SHARPNESS = 2;

/** Returns the button. picture(): of picture.js; print(): of print.js; tell: of notice.js. */
export function makeExportMenu(store, model, { shown, evidence, picture, print, tell }) {
  const now = () => shown(store.state.filters);
  const save = (name, content, type) => {
    download(name, content, type);
    tell(t("export.saved", { name }), { isBrief: true });
  };
  const title = () => fileName(document.title);
  /** A picture is of what is picked, the tables of all that is shown. */
  const pictured = () => fileName(document.title, ...store.state.picked.map(model.nodes.name));
  const isGraph = ({ mode }) => mode === "graph";

  const items = [
    { heading: () => t("export.picture") },
    { label: () => t("export.png"), act: async () => save(`${pictured()}.png`, await pngOf(svgOf(picture()), SHARPNESS)), can: isGraph },
    { label: () => t("export.svg"), act: () => save(`${pictured()}.svg`, svgOf(picture()), "image/svg+xml"), can: isGraph },
    { heading: () => t("export.shown") },
    { label: () => t("export.names_csv"), act: () => save(`${title()}-names.csv`, csvOf(nameRows(model, now())), "text/csv") },
    { label: () => t("export.facts_csv"), act: () => save(`${title()}-facts.csv`, csvOf(factRows(model, now())), "text/csv") },
    {
      label: () => t("export.json"),
      act: async () => {
        tell(t("export.working"));
        try {
          save(`${title()}.json`, JSON.stringify(await jsonOf(model, now(), evidence.quotesOf), null, 1), "application/json");
        } catch (error) {
          tell(unread(error).textContent);
        }
      },
    },
    { heading: () => t("export.view") },
    { label: () => t("export.link"), act: async () => tell(t((await copy(location.href)) ? "export.copied" : "export.not_copied"), { isBrief: true }) },
    { label: () => t("export.print"), act: print, can: ({ picked }) => picked.length > 0 },
  ];
  return makeMenu(store, {
    id: "export", content: [icon("export"), make("span", { class: "text", "data-t": "export.name" })], name: () => t("export.name"), items,
  });
}
