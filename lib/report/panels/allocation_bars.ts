import type { RuleResult } from "../../election/rules/mod.ts";
import { decimal } from "../../display/format.ts";
import { familyName } from "./election_data.ts";
import { linearScale } from "../../chart/scale.ts";
import { line, type Shape } from "./shape.ts";

/** A rule's outcome with the words that name it. */
export interface NamedResult {
  readonly name: string;
  readonly result: RuleResult;
}

const ROW = 44;
const TOP = 18;
const BAR = 18;
/** About the width of a letter in a bar, in units of the drawing; a label wider than its bar is left out. */
const LETTER = 7;

/** Height of the drawing of so many rules: their bars, then what line and gray stand for. */
export const barsHeight = (rules: number): number => TOP + rules * ROW + 38;

/** Electors in few words: fractions with one digit. */
export const electors = (value: number): string =>
  Number.isInteger(value) ? String(value) : decimal(value, { digits: 1 });

/** Electors of all but the two, or of nobody. Sums of fractions are rounded where they only seem not whole. */
export function restOf({ electors, total }: RuleResult, two: readonly string[]): number {
  const rest = two.reduce((left, name) => left - (electors[name] ?? 0), total);
  return Math.round(rest * 1e6) / 1e6;
}

/** Each rule's electors as a bar of shares: one leader from the left, the other from the right. */
export function allocationBars(
  rules: readonly NamedResult[],
  two: readonly [string, string],
  partyOf: (name: string) => string,
  width: number,
): Shape[] {
  const shapes: Shape[] = [];
  const x = linearScale([0, 1], [4, width - 4]);
  const text = (at: number, y: number, words: string, look: string, anchor?: "middle" | "end") =>
    shapes.push({ kind: "text", x: at, y, text: words, look, ...(anchor ? { anchor } : {}) });
  rules.forEach(({ name, result }, i) => {
    const y = TOP + i * ROW;
    text(4, y + 2, name, "label");
    const share = (candidate: string) => (result.electors[candidate] ?? 0) / result.total;
    const [left, right] = two.map(share) as [number, number];
    const bar = (from: number, to: number, look: string) => {
      const length = x(to) - x(from);
      if (length > 0.01) {
        shapes.push({ kind: "rect", x: x(from), y: y + 8, width: length, height: BAR, look });
      }
    };
    bar(0, left, `bar ${partyOf(two[0]).toLowerCase()}`);
    bar(left, 1 - right, "bar rest");
    bar(1 - right, 1, `bar ${partyOf(two[1]).toLowerCase()}`);
    // Rules differ in how many electors there are, but half is the same place in all. The line crosses
    // the bars only: on a phone it would run through their names.
    const end = y + (i === rules.length - 1 ? 34 : 28);
    // Light below dark: over a dark bar a line of one color would not be seen.
    shapes.push(
      line(x(0.5), y + 6, x(0.5), end, "below"),
      line(x(0.5), y + 6, x(0.5), end, "half"),
    );
    for (const [candidate, part] of [[two[0], left], [two[1], right]] as const) {
      const label = `${familyName(candidate)} ${electors(result.electors[candidate] ?? 0)}`;
      if (label.length * LETTER + 12 > part * (width - 8)) continue;
      if (candidate === two[0]) text(x(0) + 6, y + 21.5, label, "inside");
      else text(x(1) - 6, y + 21.5, label, "inside", "end");
    }
  });
  const foot = TOP + rules.length * ROW - 6;
  text(x(0.5), foot + 14, "Half of the electors: a majority is more", "tick", "middle");
  if (rules.some(({ result }) => restOf(result, two) > 0)) {
    shapes.push({ kind: "rect", x: 4, y: foot + 25, width: 12, height: 12, look: "bar rest" });
    text(22, foot + 35.5, "Other candidates, or nobody", "tick");
  }
  return shapes;
}
