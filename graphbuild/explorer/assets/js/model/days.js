// Partial dates in ISO form, compared as graphbuild/resolve/days.py compares them.

/** The first day that a partial date can mean: "2020-07" -> "2020-07-01"; "" stays "". */
export const earliest = (iso) => (iso ? `${iso}-01-01`.slice(0, 10) : "");

/** The last day that a partial date can mean, for comparisons: every month ends on the 31st. */
export const latest = (iso) => (iso ? iso + "-12-31".slice(iso.length - 4) : "");

/** True if `a` is certainly before `b`: no day that `a` can mean is one that `b` can mean, or later. */
export const before = (a, b) => Boolean(a && b) && latest(a) < earliest(b);

/** True if every day that `a` can mean is one that `b` can mean. */
export const within = (a, b) => Boolean(a && b) && earliest(b) <= earliest(a) && latest(a) <= latest(b);

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a day, month or year that there is: "2021-07-15", "2021-07", "2021". */
export function isDate(iso) {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  if (!Number(year)) return false;
  if (month === undefined) return true;
  if (month < "01" || month > "12") return false;
  return day === undefined || (day >= "01" && day <= String(new Date(Date.UTC(year, month, 0)).getUTCDate()));
}

/** A full or partial date as a point of time in years, the first moment that it can mean: "2020-07" -> 2020.5. */
export function startOf(iso) {
  const [year, month, day] = earliest(iso).split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/** The last moment that a date can mean, in years: "2020" -> 2021. */
export function endOf(iso) {
  const [year, month, day] = latest(iso).split("-").map(Number);
  return year + (month - 1) / 12 + day / 372;
}

/** Order of dates that puts "" at the end. */
export const undatedLast = (a, b) => (!a - !b) || (a < b ? -1 : Number(a > b));
