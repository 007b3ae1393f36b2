const decimals = (digits: number) =>
  digits === 0 ? "no decimals" : digits === 1 ? "1 decimal" : `${digits} decimals`;

/** How a number was rounded when it was printed, in words. */
export function roundingWords(value: number, by: string, digits: number): string {
  if (by === "count") return "a whole number, not rounded";
  const kind = by === "percent" ? " percent" : by === "points" ? " percentage points" : "";
  const exact = kind === "" ? value : Number((value * 100).toPrecision(12));
  const shown = Math.round(exact * 10 ** digits) / 10 ** digits;
  const text = String(exact).replaceAll("-", "\u2212") + kind;
  return exact === shown ? `${text}, not rounded` : `${text}, rounded to ${decimals(digits)}`;
}
