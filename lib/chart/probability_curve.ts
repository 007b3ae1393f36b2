import { requireShare } from "../check/mod.ts";
import { curves, type CurvesOptions } from "./curves.ts";
import { numberColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";

/** A share as a whole percentage. */
const wholePercent = (share: number) => `${Math.round(share * 100)}%`;

/**
 * The chance of something as a function of something else, with its band: {@linkcode curves} from
 * 0 to 100 percent.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { probabilityCurve } from "tallybook/chart";
 *
 * const rows = [{ margin: -1, p: 0.1, low: 0.05, high: 0.2 }, { margin: 1, p: 0.7, low: 0.6, high: 0.8 }];
 * const spec = probabilityCurve(rows, {
 *   x: "margin",
 *   y: "p",
 *   lower: "low",
 *   upper: "high",
 *   xLabel: "National margin, points",
 *   yLabel: "Chance of winning the Electoral College",
 * });
 * assertEquals(spec.data, rows);
 * ```
 */
export function probabilityCurve<Row extends object>(
  rows: readonly Row[],
  options: Omit<CurvesOptions<Row>, "domain" | "log" | "yFormat">,
): ChartSpec {
  const shares = numberColumn(rows, options.y);
  for (const [i, share] of shares.entries()) {
    requireShare("draw a probability", `row ${i}`, share);
  }
  return curves(rows, { ...options, domain: [0, 1], yFormat: wholePercent });
}
