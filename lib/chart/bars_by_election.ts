import * as Plot from "@observablehq/plot";
import { requireCount, requireOptions, requireText } from "../check/mod.ts";
import { type Field, numberColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw bars by election";

/** Half a bar's width, in years. */
const HALF = 1.4;

/** Options of {@linkcode barsByElection}. */
export interface BarsByElectionOptions<Row> {
  /** The election's year; rows stand in order of it. */
  readonly year: Field<Row, number>;
  /** A count, filled and written at the bar's top unless it is zero. */
  readonly count: Field<Row, number>;
  /** A count that stands above it, open: what was tried and did not count. */
  readonly open: Field<Row, number>;
  /** What follows the open count's number: "stopped". */
  readonly openWord: string;
  /** What is counted. */
  readonly axis: string;
}

/**
 * Small counts by election: a filled bar a year with its number, and an open part above it for
 * those that were tried and did not count.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that is no count.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { barsByElection, figure } from "tallybook/chart";
 *
 * const rows = [{ year: 2012, broken: 0, stopped: 0 }, { year: 2016, broken: 7, stopped: 3 }];
 * const svg = figure({
 *   id: "pledges",
 *   title: "Seven broken pledges",
 *   source: "FEC",
 *   alt: "2016: 7 counted, 3 stopped; 2012: none.",
 *   ...barsByElection(rows, { year: "year", count: "broken", open: "stopped", openWord: "stopped", axis: "Votes" }),
 * }).toSvg();
 * assertStringIncludes(svg, "3 stopped");
 * ```
 */
export function barsByElection<Row extends object>(
  rows: readonly Row[],
  options: BarsByElectionOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["year", "count", "open", "openWord", "axis"]);
  const axis = requireText(TASK, "axis", options.axis);
  const word = requireText(TASK, "openWord", options.openWord);
  const years = numberColumn(rows, options.year);
  const counts = (field: Field<Row, number>) =>
    numberColumn(rows, field).map((value, i) => requireCount(TASK, `row ${i}`, value));
  const filled = counts(options.count);
  const open = counts(options.open);
  const bars = years.map((year, i) => ({
    x1: year - HALF,
    x2: year + HALF,
    year,
    filled: filled[i]!,
    top: filled[i]! + open[i]!,
    middle: filled[i]! + open[i]! / 2,
    text: `${open[i]} ${word}`,
  }));
  const tried = bars.filter((bar) => bar.top > bar.filled);
  return {
    data: rows,
    height: 260,
    plot: () => ({
      marginBottom: 34,
      x: {
        label: null,
        domain: [Math.min(...years) - 3, Math.max(...years) + 3],
        tickFormat: (v: number) => String(v),
      },
      y: {
        label: `↑ ${axis}`,
        grid: true,
        ticks: 6,
        domain: [0, 1 + Math.max(...bars.map((bar) => bar.top))],
      },
      marks: [
        Plot.rectY(bars, { x1: "x1", x2: "x2", y: "filled", fill: theme.accent }),
        Plot.rectY(tried, {
          x1: "x1",
          x2: "x2",
          y1: "filled",
          y2: "top",
          fill: theme.background,
          stroke: theme.accent,
        }),
        Plot.text(tried, {
          x: "x1",
          y: "middle",
          dx: -6,
          textAnchor: "end",
          fill: theme.ink,
          text: "text",
        }),
        Plot.text(bars.filter((bar) => bar.filled > 0), {
          x: "year",
          y: "filled",
          text: (bar: { filled: number }) => String(bar.filled),
          dy: 9,
          fill: theme.background,
        }),
        Plot.ruleY([0], { stroke: theme.rule }),
      ],
    }),
  };
}
