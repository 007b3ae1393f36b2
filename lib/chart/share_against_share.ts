import * as Plot from "@observablehq/plot";
import { requireNumber, requireOptions, requireText } from "../check/mod.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw a share against a share";

/** Marks of both axes, in percent, as far as the axes go. */
const PERCENTS = [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** Options of {@linkcode shareAgainstShare}. */
export interface ShareAgainstShareOptions<Row> {
  /** A unit's name. */
  readonly name: Field<Row, string>;
  /** The share across, in percent. */
  readonly x: Field<Row, number>;
  /** The share up, in percent. */
  readonly y: Field<Row, number>;
  /** What a point's area stands for, such as the unit's votes. */
  readonly size: Field<Row, number>;
  /** The unit in question: in a color of its own, named in bold. */
  readonly marked: string;
  /** Whether another unit is named too. */
  readonly named?: Field<Row, boolean> | undefined;
  /** The end of both axes, in percent. */
  readonly most: number;
  /** What the horizontal axis measures. */
  readonly xLabel: string;
  /** What the vertical axis measures. */
  readonly yLabel: string;
}

/**
 * Two small shares of the same unit against each other, with the line on which they are equal:
 * votes on election day and on absentee ballots. Axes by square roots, which spread small shares
 * evenly.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, shareAgainstShare } from "tallybook/chart";
 *
 * const rows = [
 *   { county: "Palm Beach", day: 0.85, absentee: 0.22, votes: 430_000 },
 *   { county: "Duval", day: 0.26, absentee: 0.19, votes: 265_000 },
 * ];
 * const svg = figure({
 *   id: "contrast",
 *   title: "Palm Beach differs",
 *   source: "made up",
 *   alt: "Palm Beach 0.85 and 0.22 percent, Duval 0.26 and 0.19.",
 *   ...shareAgainstShare(rows, {
 *     name: "county",
 *     x: "absentee",
 *     y: "day",
 *     size: "votes",
 *     marked: "Palm Beach",
 *     most: 2.5,
 *     xLabel: "Absentee, percent",
 *     yLabel: "Election day, percent",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, ">Palm Beach<");
 * ```
 */
export function shareAgainstShare<Row extends object>(
  rows: readonly Row[],
  options: ShareAgainstShareOptions<Row>,
): ChartSpec {
  const known = ["name", "x", "y", "size", "marked", "named", "most", "xLabel", "yLabel"];
  requireOptions(TASK, options, known);
  const xLabel = requireText(TASK, "xLabel", options.xLabel);
  const yLabel = requireText(TASK, "yLabel", options.yLabel);
  const marked = requireText(TASK, "marked", options.marked);
  const most = requireNumber(TASK, "most", options.most, { minimum: 0.1, maximum: 100 });
  const names = textColumn(rows, options.name);
  const x = numberColumn(rows, options.x);
  const y = numberColumn(rows, options.y);
  const size = numberColumn(rows, options.size);
  const named = options.named === undefined ? [] : column<Row, boolean>(rows, options.named);
  const units = names.map((name, i) => ({ name, x: x[i]!, y: y[i]!, size: size[i]! }));
  const color = ({ name }: { name: string }) => name === marked ? theme.contrast : theme.accent;
  const axis = {
    type: "sqrt",
    domain: [0, most],
    ticks: PERCENTS.filter((tick) => tick <= most),
    tickFormat: (v: number) => String(v),
    labelArrow: "none",
  } as const;
  return {
    data: rows,
    plot: () => ({
      height: 400,
      marginLeft: 46,
      marginBottom: 42,
      r: { range: [2, 16] },
      x: { ...axis, label: xLabel, labelAnchor: "center" },
      y: { ...axis, label: yLabel, grid: true },
      marks: [
        Plot.line([[0, 0], [most, most]], { stroke: theme.rule, strokeDasharray: "4 4" }),
        Plot.dot(units, {
          x: "x",
          y: "y",
          r: "size",
          fill: color,
          fillOpacity: 0.35,
          stroke: color,
        }),
        Plot.text(units.filter(({ name }) => name === marked), {
          x: "x",
          y: "y",
          text: "name",
          dy: -26,
          fontWeight: 600,
        }),
        Plot.text(units.filter(({ name }, i) => named[i] && name !== marked), {
          x: "x",
          y: "y",
          text: "name",
          textAnchor: "start",
          dx: 8,
        }),
      ],
    }),
  };
}
