import { linearScale, tickValues } from "../../chart/scale.ts";
import { line, type Shape } from "./shape.ts";

/** What is assumed, the lead that follows (NaN where none does), and its bounds where there are some. */
export type LeadRow = readonly [string, number, number | null, number | null];

/** About the width of a letter of a label, in units of the drawing. */
const LETTER = 6;

/** The final leads that rows give, over one scale, each row under its own words. */
export function leadRanges(rows: readonly LeadRow[], width: number): Shape[] {
  const values = rows.flatMap(([, ...numbers]) => numbers)
    .filter((value): value is number => value !== null && !Number.isNaN(value));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = linearScale([least, most], [20, width - 20]);
  const bottom = 20 + rows.length * 46;
  // Words stand right of zero, clear of its line; where they would not fit the line makes room for them.
  const longest = Math.max(...rows.map(([name]) => name.length)) * LETTER;
  const clear = x(0) + 8 + longest <= width - 4;
  const start = clear ? x(0) + 8 : 20;
  const shapes: Shape[] = clear
    ? [line(x(0), 8, x(0), bottom, "guide")]
    : rows.map((_, i) => line(x(0), 28 + i * 46, x(0), 50 + i * 46, "guide"));
  for (const tick of most > least ? tickValues([least, most], 5) : []) {
    shapes.push(line(x(tick), bottom, x(tick), bottom + 5, "axis"));
    const label = `${(tick / 1e6).toFixed(1).replace("-", "−")}`;
    shapes.push({
      kind: "text",
      x: x(tick),
      y: bottom + 19,
      text: label,
      anchor: "middle",
      look: "tick",
    });
  }
  shapes.push({
    kind: "text",
    x: width - 20,
    y: bottom + 36,
    text: "Final lead, million votes →",
    anchor: "end",
    look: "title",
  });
  rows.forEach(([name, point, lower, upper], i) => {
    const y = 22 + i * 46;
    shapes.push({ kind: "text", x: start, y, text: name, look: "label" });
    if (lower !== null && upper !== null) {
      shapes.push(line(x(lower), y + 14, x(upper), y + 14, "range"));
      for (const end of [lower, upper]) shapes.push(line(x(end), y + 9, x(end), y + 19, "range"));
    }
    if (!Number.isNaN(point)) {
      shapes.push({ kind: "circle", x: x(point), y: y + 14, r: 6, look: "here" });
    }
  });
  return shapes;
}
