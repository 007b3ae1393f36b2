import * as Plot from "@observablehq/plot";
import { axisNumber, dateAxisX, marginFor, numberAxisX, numberAxisY } from "./axes.ts";
import { type Field, numberColumn, placeColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import type { Reference } from "./reference_line.ts";
import { niceDomain, tickValues } from "./scale.ts";
import { theme } from "./theme.ts";

/** One band of a fan: an interval at a level. */
export interface FanBand<Row> {
  /** The level, for example 0.95; 1 for bounds that need no model. */
  readonly level: number;
  /** The lower end of the band. */
  readonly lower: Field<Row, number>;
  /** The upper end of the band. */
  readonly upper: Field<Row, number>;
}

/** Options of {@linkcode fanChart}. */
export interface FanChartOptions<Row> {
  /** When the projection was made: a date, YYYY-MM-DD, or a number. */
  readonly x: Field<Row, Date | number | string>;
  /** The projection itself. */
  readonly point: Field<Row, number>;
  /** The bands, the widest first. */
  readonly bands: readonly FanBand<Row>[];
  /** What had been counted at that time. */
  readonly counted?: Field<Row, number> | undefined;
  /** What it came to, as a reference line. */
  readonly references?: readonly Reference[] | undefined;
  /** The name of the line. */
  readonly label: string;
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

const SHADES = ["#cddcec", "#9dbcdc", "#6b9bcb"];

/**
 * A projection with its intervals as they narrow over time, the count so far, and what it came to.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { fanChart, figure } from "tallybook/chart";
 *
 * const rows = [
 *   { date: "2016-11-15", lead: 1.0, projected: 2.6, low: 1.8, high: 3.4 },
 *   { date: "2016-11-23", lead: 2.0, projected: 2.7, low: 2.3, high: 3.1 },
 * ];
 * const svg = figure({
 *   id: "projection",
 *   title: "The projection held",
 *   source: "FEC",
 *   alt: "Projected lead 2.6 million (1.8 to 3.4) on 15 November, 2.7 (2.3 to 3.1) on 23 November.",
 *   ...fanChart(rows, {
 *     x: "date",
 *     point: "projected",
 *     bands: [{ level: 0.95, lower: "low", upper: "high" }],
 *     counted: "lead",
 *     label: "Lead, million votes",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "95% interval");
 * ```
 */
export function fanChart<Row extends object>(
  rows: readonly Row[],
  options: FanChartOptions<Row>,
): ChartSpec {
  const { label, format = axisNumber, references = [], height = 340 } = options;
  const x = placeColumn(rows, options.x);
  const point = numberColumn(rows, options.point);
  const counted = options.counted === undefined ? undefined : numberColumn(rows, options.counted);
  // Wide bands first: narrower ones are drawn above them, darker.
  const bands = [...options.bands].sort((a, b) => b.level - a.level).map((band) => ({
    level: band.level,
    lower: numberColumn(rows, band.lower),
    upper: numberColumn(rows, band.upper),
  }));
  const at = (i: number) => ({ x: x[i]!, point: point[i]!, counted: counted?.[i] });
  const points = rows.map((_, i) => at(i));
  const domain = niceDomain([
    ...point,
    ...counted ?? [],
    ...bands.flatMap(({ lower, upper }) => [...lower, ...upper]),
    ...references.map((each) => each.value),
  ], { include: [0] });
  const ticks = tickValues(domain);
  const shade = (index: number) => SHADES[Math.min(SHADES.length - 1, index)]!;
  const isDate = x[0] instanceof Date;
  return {
    data: rows,
    height,
    legend: [
      { label: "projection", color: theme.accent, symbol: "line" },
      ...bands.map((band, index) => ({
        label: band.level === 1
          ? "bounds without a model"
          : `${Math.round(band.level * 100)}% interval`,
        color: shade(index),
      })),
      ...counted === undefined
        ? []
        : [{ label: "counted by then", color: theme.ink, symbol: "dashed" as const }],
    ],
    plot: () => ({
      marginTop: 28,
      marginBottom: isDate ? 40 : 28,
      marginLeft: marginFor(ticks.map(format)),
      marginRight: references.length > 0 ? marginFor(references.map((each) => each.label)) : 14,
      x: { type: isDate ? "utc" : "linear" },
      y: { domain },
      marks: [
        bands.map((band, index) =>
          Plot.areaY(
            rows.map((_, i) => ({ x: x[i]!, lower: band.lower[i]!, upper: band.upper[i]! })),
            {
              x: "x",
              y1: "lower",
              y2: "upper",
              fill: shade(index),
            },
          )
        ),
        numberAxisY({ label, format, ticks }),
        isDate ? dateAxisX({ dates: x as Date[] }) : numberAxisX({ format: String, grid: false }),
        Plot.ruleY([0], { stroke: theme.ink }),
        counted === undefined ? null : Plot.lineY(points, {
          x: "x",
          y: "counted",
          stroke: theme.ink,
          strokeDasharray: "4,3",
          strokeWidth: 1.75,
        }),
        Plot.lineY(points, { x: "x", y: "point", stroke: theme.accent, strokeWidth: 2.25 }),
        Plot.dot(points, { x: "x", y: "point", fill: theme.accent, r: 3 }),
        Plot.ruleY(references, { y: "value", stroke: theme.ink, strokeDasharray: "1,3" }),
        Plot.text(references, {
          y: "value",
          text: "label",
          frameAnchor: "right",
          textAnchor: "start",
          dx: 7,
          fill: theme.ink,
        }),
      ],
    }),
  };
}
