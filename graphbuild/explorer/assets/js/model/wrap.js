// Breaking text into lines of a width, for drawings that have no text flow of their own.

/**
 * At most `most` lines of `text`, none wider than `width` by measure(text); what does not fit ends in an ellipsis.
 */
export function wrap(text, width, most, measure) {
  const lines = [];
  let line = "";
  const words = text.split(" ").filter(Boolean);
  while (words.length) {
    const longer = line ? `${line} ${words[0]}` : words[0];
    if (measure(longer) <= width || (!line && measure(words[0]) > width)) {
      line = longer;
      words.shift();
    } else {
      lines.push(line);
      line = "";
      if (lines.length === most) break;
    }
  }
  if (line && lines.length < most) lines.push(line);
  if (words.length) lines[lines.length - 1] += "…";
  return lines.map((one) => cut(one, width, measure));
}

function cut(line, width, measure) {
  if (measure(line) <= width) return line;
  let short = line.replace(/…$/, "");
  while (short && measure(`${short}…`) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}
