import * as Plot from "@observablehq/plot";
import { requireNumber, requireOptions, requireShare, requireText } from "../check/mod.ts";
import { column, type Field, numberColumn, placeColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw shares needed and got";

/** Options of {@linkcode neededAndGot}. */
export interface NeededAndGotOptions<Row> {
  /** When: a date, or a text that names a time. */
  readonly time: Field<Row, Date | string>;
  /** The share of the rest that the trailing candidate needs to draw level, from 0 to 1. */
  readonly needed: Field<Row, number>;
  /** The share got of what was counted; null where there is too little to say. */
  readonly got: Field<Row, number | null>;
  /** What both measure. */
  readonly axis: string;
  /** The two lines' names in the legend. */
  readonly names: readonly [string, string];
}

/**
 * The share of the votes still out that a trailing candidate needs to draw level, and the share got
 * of those counted, over the time of a count. The line of one half shows when a lead needs no more
 * than an even split.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, neededAndGot } from "tallybook/chart";
 *
 * const rows = [
 *   { time: "2020-11-04T12:00:00Z", needed: 0.62, got: null },
 *   { time: "2020-11-05T12:00:00Z", needed: 0.58, got: 0.75 },
 * ];
 * const svg = figure({
 *   id: "needed",
 *   title: "More than was needed",
 *   source: "made up",
 *   alt: "62 percent needed, then 58; 75 got.",
 *   ...neededAndGot(rows, {
 *     time: "time",
 *     needed: "needed",
 *     got: "got",
 *     axis: "Share, %",
 *     names: ["needed of the rest", "got of what was added"],
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "needed of the rest");
 * ```
 */
export function neededAndGot<Row extends object>(
  rows: readonly Row[],
  options: NeededAndGotOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["time", "needed", "got", "axis", "names"]);
  const axis = requireText(TASK, "axis", options.axis);
  const times = placeColumn(rows, options.time);
  const needed = numberColumn(rows, options.needed)
    .map((value, i) => requireShare(TASK, `row ${i}, needed`, value));
  // Above one or below zero where votes were taken back.
  const got = column<Row, number | null>(rows, options.got)
    .map((value, i) => value === null ? null : requireNumber(TASK, `row ${i}, got`, value));
  const path = times.map((time, i) => ({ time, needed: needed[i]!, got: got[i]! }));
  const known = path.filter((row) => row.got !== null);
  const [first, second] = options.names;
  return {
    data: rows,
    height: 320,
    legend: [
      { label: first, color: theme.contrast, symbol: "square" },
      { label: second, color: theme.accent, symbol: "circle" },
    ],
    plot: () => ({
      marginLeft: 54,
      marginRight: 24,
      x: { label: null, type: "utc" },
      y: { label: `↑ ${axis}`, grid: true, transform: (v: number) => 100 * v },
      marks: [
        Plot.ruleY([0.5], { stroke: theme.rule }),
        Plot.line(path, { x: "time", y: "needed", stroke: theme.contrast, strokeWidth: 2 }),
        Plot.dot(path, { x: "time", y: "needed", fill: theme.contrast, symbol: "square", r: 3.5 }),
        Plot.line(known, { x: "time", y: "got", stroke: theme.accent, strokeWidth: 2 }),
        Plot.dot(known, { x: "time", y: "got", fill: theme.accent, r: 3.5 }),
      ],
    }),
  };
}
