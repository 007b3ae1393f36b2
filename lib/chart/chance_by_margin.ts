import * as Plot from "@observablehq/plot";
import { requireOptions, requireShare, requireText } from "../check/mod.ts";
import { signedTick } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw a chance by margin";

const COLORS = [theme.accent, theme.contrast];

/** Options of {@linkcode chanceByMargin}. */
export interface ChanceByMarginOptions<Row> {
  /** Which curve a row belongs to: one or two, the second dashed. */
  readonly series: Field<Row, string | number>;
  /** The margin, below zero for one side's lead and above for the other's. */
  readonly margin: Field<Row, number>;
  /** The chance, from 0 to 1. */
  readonly point: Field<Row, number>;
  /** The lower end of the chance's interval. */
  readonly lower: Field<Row, number>;
  /** The upper end of the chance's interval. */
  readonly upper: Field<Row, number>;
  /** A curve's name in the legend. */
  readonly name: (series: string) => string;
  /** What the horizontal axis measures. */
  readonly xLabel: string;
  /** What the vertical axis measures, in percent. */
  readonly yLabel: string;
  /** What occurred, as named dots. */
  readonly marks?:
    | readonly { readonly margin: number; readonly point: number; readonly label: string }[]
    | undefined;
}

/**
 * The chance of something for the leader by the margin of the lead, a curve for each side of zero,
 * where the leader changes and so no line crosses, with bands.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { chanceByMargin, figure } from "tallybook/chart";
 *
 * const rows = [-2, -1, 1, 2].map((margin) => ({ year: 2016, margin, p: 0.5 / Math.abs(margin), low: 0.1, high: 0.6 }));
 * const svg = figure({
 *   id: "chance",
 *   title: "A small lead is not safe",
 *   source: "made up",
 *   alt: "50 percent at one point, 25 at two.",
 *   ...chanceByMargin(rows, {
 *     series: "year",
 *     margin: "margin",
 *     point: "p",
 *     lower: "low",
 *     upper: "high",
 *     name: (year) => `states as in ${year}`,
 *     xLabel: "National margin, points",
 *     yLabel: "Chance of an inversion, %",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "states as in 2016");
 * ```
 */
export function chanceByMargin<Row extends object>(
  rows: readonly Row[],
  options: ChanceByMarginOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, [
    "series",
    "margin",
    "point",
    "lower",
    "upper",
    "name",
    "xLabel",
    "yLabel",
    "marks",
  ]);
  const xLabel = requireText(TASK, "xLabel", options.xLabel);
  const yLabel = requireText(TASK, "yLabel", options.yLabel);
  const names = textColumn(rows, options.series);
  const margins = numberColumn(rows, options.margin);
  const shares = (field: Field<Row, number>) =>
    numberColumn(rows, field).map((share, i) => requireShare(TASK, `row ${i}`, share));
  const [point, lower, upper] = [
    shares(options.point),
    shares(options.lower),
    shares(options.upper),
  ];
  const chances = names.map((series, i) => ({
    series,
    margin: margins[i]!,
    point: point[i]!,
    lower: lower[i]!,
    upper: upper[i]!,
  }));
  const { marks = [] } = options;
  const series = [...new Set(names)];
  const color = (i: number) => COLORS[i % COLORS.length]!;
  return {
    data: rows,
    height: 340,
    legend: series.map((each, i) => ({
      label: options.name(each),
      color: color(i),
      symbol: i > 0 ? "dashed" as const : "line" as const,
    })),
    plot: () => ({
      marginRight: 20,
      marginBottom: 42,
      x: { label: xLabel, labelAnchor: "center", labelArrow: "none", tickFormat: signedTick },
      y: {
        label: `↑ ${yLabel}`,
        grid: true,
        domain: [0, 100],
        transform: (v: number) => 100 * v,
      },
      marks: [
        Plot.ruleX([0], { stroke: theme.rule }),
        series.map((each, i) =>
          [-1, 1].map((sign) => {
            const half = chances.filter((row) =>
              row.series === each && Math.sign(row.margin) === sign
            );
            return [
              Plot.areaY(half, {
                x: "margin",
                y1: "lower",
                y2: "upper",
                fill: color(i),
                fillOpacity: 0.18,
              }),
              Plot.line(half, {
                x: "margin",
                y: "point",
                stroke: color(i),
                strokeWidth: 2,
                ...(i > 0 ? { strokeDasharray: "6 3" } : {}),
              }),
            ];
          })
        ),
        Plot.dot(marks, {
          x: "margin",
          y: "point",
          r: 5,
          fill: theme.background,
          stroke: theme.ink,
          strokeWidth: 1.5,
        }),
        Plot.text(marks, {
          x: "margin",
          y: "point",
          text: "label",
          dx: 9,
          dy: -7,
          textAnchor: "start",
          fill: theme.ink,
          stroke: theme.background,
          strokeWidth: 4,
        }),
      ],
    }),
  };
}
