// Events by year and month.

/**
 * {years: [{year, months: [[event, ...] * 12], loose: [event, ...], count}], undated: [event, ...], most}
 * loose: events of which only the year is known; most: the greatest number of events in a month.
 * `kept` has 1 for each node that is shown (filters.js), null for all. Years between without events are there too.
 */
export function monthsOf(model, kept = null) {
  const { nodes } = model;
  const dates = nodes.attributes.column("date");
  const event = nodes.kinds.code("event");
  const years = new Map();
  const undated = [];
  for (let n = 0; n < nodes.count; n++) {
    if (nodes.kinds.at[n] !== event || (kept && !kept[n])) continue;
    const day = dates.day(n);
    if (!day) { undated.push(n); continue; }
    const [year, month] = [Math.floor(day / 10000), Math.floor(day / 100) % 100];
    if (!years.has(year)) years.set(year, emptyYear(year));
    const row = years.get(year);
    row.count++;
    (month ? row.months[month - 1] : row.loose).push(n);
  }
  const numbers = [...years.keys()].sort((a, b) => a - b);
  const filled = numbers.length && numbers.at(-1) - numbers[0] < 200
    ? Array.from({ length: numbers.at(-1) - numbers[0] + 1 }, (_, n) => numbers[0] + n) : numbers;
  const rows = filled.map((year) => years.get(year) ?? emptyYear(year));
  const byDay = (a, b) => dates.day(a) - dates.day(b) || a - b;
  for (const { months } of rows) for (const month of months) month.sort(byDay);
  return { years: rows, undated, most: Math.max(0, ...rows.flatMap(({ months }) => months.map((month) => month.length))) };
}

const emptyYear = (year) => ({ year, months: Array.from({ length: 12 }, () => []), loose: [], count: 0 });

/** The events of "2021-07", of the whole year "2021", or of "none" (those without a date). */
export function eventsOfMonth({ years, undated }, month) {
  if (month === "none") return undated;
  const [year, number] = month.split("-").map(Number);
  const row = years.find((one) => one.year === year);
  if (!row) return [];
  return number ? row.months[number - 1] ?? [] : [...row.months.flat(), ...row.loose];
}

/** The month with the newest event, "" if none is dated. */
export function newestMonth({ years, undated }) {
  const year = years.at(-1);
  if (!year) return undated.length ? "none" : "";
  const month = year.months.findLastIndex((events) => events.length);
  return month < 0 ? String(year.year) : `${year.year}-${String(month + 1).padStart(2, "0")}`;
}
