// Small drawings on buttons, as lines in the colour of the text.

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  undo: "M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v1",
  redo: "M15 6l5 5-5 5M20 11H10a6 6 0 0 0-6 6v1",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  arrange: "M4 4h6v6H4ZM14 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M4 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0M14 14h6v6h-6Z",
  export: "M12 3v12M7 10l5 5 5-5M4 20h16",
  auto: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 3v18M12 8l6-2M12 12h9M12 16l6 2",
  light: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19",
  dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
  pin: "M9 3h6l-1 6 3 4H7l3-4ZM12 13v8",
  hide: "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6ZM4 20 20 4",
};

/** The icon of a name as an element; decoration, so not read aloud. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
