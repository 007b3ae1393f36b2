import { refusal } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { axisLabel, axisNumber, marginFor, numberAxisX, numberAxisY } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { placeLabels } from "./place_labels.ts";
import type { DotMark } from "./ranked_dots.ts";
import { linearScale } from "./scale.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode logCurves}. */
export interface LogCurvesOptions<Row, Dot> {
  /** The horizontal value of a curve's point, above zero. */
  readonly x: Field<Row, number>;
  /** The vertical value of a curve's point, above zero. */
  readonly y: Field<Row, number>;
  /** Which curve a point belongs to. */
  readonly series: Field<Row, string>;
  /** The look of each curve and its dots, in the legend's order. */
  readonly marks: Readonly<Record<string, DotMark>>;
  /** What happened: dots beside the curves, each with its name. */
  readonly dots: readonly Dot[];
  /** The horizontal value of a dot. */
  readonly dotX: Field<Dot, number>;
  /** The vertical value of a dot. */
  readonly dotY: Field<Dot, number>;
  /** The curve that a dot goes with. */
  readonly dotSeries: Field<Dot, string>;
  /** What stands beside a dot. */
  readonly dotLabel: Field<Dot, string>;
  /** The ends of the horizontal axis. */
  readonly xDomain: readonly [number, number];
  /** The ends of the vertical axis; curves are cut there. */
  readonly yDomain: readonly [number, number];
  /** The horizontal axis' ticks. */
  readonly xTicks: readonly number[];
  /** The vertical axis' ticks. */
  readonly yTicks: readonly number[];
  /** What x measures, with its unit. */
  readonly xLabel: string;
  /** What y measures, with its unit. */
  readonly yLabel: string;
  /** How numbers of the vertical axis are written. */
  readonly yFormat?: ((value: number) => string) | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/**
 * Curves on two logarithmic axes, where a power is a straight line, with named dots for what happened:
 * the ballots an audit draws by the margin. The rows behind the figure are the dots; names stand where
 * they cover neither each other nor a dot.
 *
 * @throws {RangeError} for a value of zero or less, which has no place on such an axis.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, logCurves, theme } from "tallybook/chart";
 *
 * const rows = [0.1, 1, 10].map((margin) => ({ margin, ballots: 600 / margin, method: "comparison" }));
 * const svg = figure({
 *   id: "ballots",
 *   title: "Half the margin takes twice the ballots",
 *   source: "made for this example",
 *   alt: "A line from 6,000 ballots at 0.1 percent to 60 at 10; Michigan's 0.22 percent takes 2,700.",
 *   ...logCurves(rows, {
 *     x: "margin",
 *     y: "ballots",
 *     series: "method",
 *     marks: { comparison: { color: theme.accent, symbol: "square" } },
 *     dots: [{ state: "MI", margin: 0.22, ballots: 2700, method: "comparison" }],
 *     dotX: "margin",
 *     dotY: "ballots",
 *     dotSeries: "method",
 *     dotLabel: "state",
 *     xDomain: [0.1, 10],
 *     yDomain: [50, 10_000],
 *     xTicks: [0.1, 1, 10],
 *     yTicks: [100, 1000, 10_000],
 *     xLabel: "Margin, % of all votes",
 *     yLabel: "Ballots",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, ">MI</text>");
 * ```
 */
export function logCurves<Row extends object, Dot extends object>(
  rows: readonly Row[],
  options: LogCurvesOptions<Row, Dot>,
): ChartSpec {
  const { dots, marks, xDomain, yDomain, xTicks, yTicks, height = 380 } = options;
  const yFormat = options.yFormat ?? axisNumber;
  const above = (values: readonly number[], name: string) => {
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    if (least <= 0) {
      throw new RangeError(refusal({
        task: "draw logarithmic axes",
        where: name,
        found: least,
        expected: "values above zero",
      }));
    }
    return values;
  };
  const x = above(numberColumn(rows, options.x), "x of the curves");
  const y = above(numberColumn(rows, options.y), "y of the curves");
  const series = textColumn(rows, options.series);
  const dotX = above(numberColumn(dots, options.dotX), "x of the dots");
  const dotY = above(numberColumn(dots, options.dotY), "y of the dots");
  const dotSeries = textColumn(dots, options.dotSeries);
  const names = textColumn(dots, options.dotLabel);
  const points = rows.map((_, i) => ({ x: x[i]!, y: y[i]!, series: series[i]! }));
  const markOf = (name: string): DotMark => marks[name] ?? { color: theme.ink, symbol: "circle" };
  const placed = dots.map((_, i) => ({
    x: dotX[i]!,
    y: dotY[i]!,
    label: names[i]!,
    ...markOf(dotSeries[i]!),
  }));
  const margins = { top: 28, right: 20, left: marginFor(yTicks.map(yFormat)) };
  const logs = ([low, high]: readonly [number, number]) => [Math.log(low), Math.log(high)] as const;
  return {
    data: dots,
    height,
    legend: Object.keys(marks).map((label) => ({ label, ...markOf(label) })),
    plot: ({ width }) => {
      const below = axisLabel(options.xLabel, { width, ...margins });
      const bottom = 46 + below.more;
      const high = height + below.more;
      const [left, right] = [margins.left, width - margins.right];
      const scaleX = linearScale(logs(xDomain), [left, right]);
      const scaleY = linearScale(logs(yDomain), [high - bottom, margins.top]);
      const at = (point: { x: number; y: number }) => ({
        x: scaleX(Math.log(point.x)),
        y: scaleY(Math.log(point.y)),
      });
      const room = { left, right: width, top: margins.top, bottom: high - bottom };
      const labels = placeLabels(
        placed.map((dot) => ({ ...at(dot), label: dot.label })),
        room,
        // A name covers no curve, where it finds room beside it.
        points.map((point) => ({ ...at(point), radius: 3 })),
        theme.size.text,
      );
      return {
        height: high,
        marginTop: margins.top,
        marginRight: margins.right,
        marginBottom: bottom,
        marginLeft: left,
        x: { type: "log", domain: [...xDomain] },
        y: { type: "log", domain: [...yDomain] },
        symbol: { type: "identity" },
        marks: [
          numberAxisX({ label: below.text, format: String, ticks: xTicks }),
          numberAxisY({ label: options.yLabel, format: yFormat, ticks: yTicks }),
          Plot.line(points, {
            x: "x",
            y: "y",
            z: "series",
            stroke: (point: { series: string }) => markOf(point.series).color,
            strokeWidth: 1.5,
            clip: true,
          }),
          Plot.dot(placed, {
            x: "x",
            y: "y",
            r: 4,
            symbol: (dot: DotMark) => dot.symbol,
            fill: (dot: DotMark) => dot.color,
          }),
          labels.map((label, i) =>
            Plot.text([placed[i]!], {
              x: "x",
              y: "y",
              text: "label",
              dx: label.textX - label.x,
              dy: label.textY - label.y,
              textAnchor: label.anchor,
              fill: theme.ink,
              stroke: theme.background,
              strokeWidth: 3,
            })
          ),
        ],
      };
    },
  };
}
