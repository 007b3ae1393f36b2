import * as Plot from "@observablehq/plot";
import { requireOptions, requireText } from "../check/mod.ts";
import { signedTick } from "./axes.ts";
import { type Field, type Interval, intervalColumn, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw two net shares";

/** Below this share a line's name would touch the frame. */
const LOWEST_NAME = -0.85;

/** Options of {@linkcode jointShares}. */
export interface JointSharesOptions<Row> {
  /** Which line a point is on; named at its end. */
  readonly line: Field<Row, string | number>;
  /** The first group's net share, from −1 to 1, across. */
  readonly one: Field<Row, number>;
  /** The second group's net share, up. */
  readonly two: Field<Row, number>;
  /** The lower edge of the region above all lines, which is shaded. */
  readonly frontier: readonly { readonly one: number; readonly two: number }[];
  /** What the horizontal axis measures. */
  readonly xLabel: string;
  /** What the vertical axis measures. */
  readonly yLabel: string;
  /** Both shares as measured, with their intervals, as a cross. */
  readonly cross?: readonly [Interval, Interval] | undefined;
}

/**
 * The plane of two groups' net shares with the line that each unit asks for, and the region above
 * all lines shaded: what both groups would have had to do together.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, jointShares } from "tallybook/chart";
 *
 * const line = [-1, 0, 1].map((one) => ({ unit: "Ohio", one, two: 0.2 - 0.5 * one }));
 * const svg = figure({
 *   id: "plane",
 *   title: "What both groups would have had to do",
 *   source: "FEC",
 *   alt: "A line that falls from 70 to −30 percent.",
 *   ...jointShares(line, {
 *     line: "unit",
 *     one: "one",
 *     two: "two",
 *     frontier: line,
 *     xLabel: "Net share among Green voters, %",
 *     yLabel: "Net share among Libertarian voters, %",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "Ohio");
 * ```
 */
export function jointShares<Row extends object>(
  rows: readonly Row[],
  options: JointSharesOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["line", "one", "two", "frontier", "xLabel", "yLabel", "cross"]);
  const xLabel = requireText(TASK, "xLabel", options.xLabel);
  const yLabel = requireText(TASK, "yLabel", options.yLabel);
  const names = textColumn(rows, options.line);
  const one = numberColumn(rows, options.one);
  const two = numberColumn(rows, options.two);
  const points = names.map((name, i) => ({ name, one: one[i]!, two: two[i]! }));
  const ends = [...new Set(names)].flatMap((name) =>
    points.findLast((point) => point.name === name && point.two > LOWEST_NAME) ?? []
  ).sort((a, b) => a.one - b.one);
  const { frontier, cross = [] } = options;
  const [across, up] = cross.length === 0 ? [] : intervalColumn(cross, (interval) => interval);
  const axis = {
    domain: [-100, 100],
    tickFormat: signedTick,
    transform: (v: number) => 100 * v,
  };
  return {
    data: rows,
    height: 460,
    plot: () => ({
      marginRight: 40,
      marginBottom: 42,
      x: { label: xLabel, labelAnchor: "center", labelArrow: "none", ...axis },
      y: { label: `↑ ${yLabel}`, ...axis },
      marks: [
        Plot.areaY(frontier, { x: "one", y1: "two", y2: () => 1, fill: theme.highlight }),
        Plot.ruleX([0], { stroke: theme.rule }),
        Plot.ruleY([0], { stroke: theme.rule }),
        Plot.line(points, {
          x: "one",
          y: "two",
          z: "name",
          stroke: theme.accent,
          strokeWidth: 1.75,
        }),
        lineNames(ends),
        across && up
          ? [
            Plot.ruleY([0], {
              y: () => up.point,
              x1: () => across.lower,
              x2: () => across.upper,
              stroke: theme.contrast,
              strokeWidth: 2,
            }),
            Plot.ruleX([0], {
              x: () => across.point,
              y1: () => up.lower,
              y2: () => up.upper,
              stroke: theme.contrast,
              strokeWidth: 2,
            }),
          ]
          : null,
      ],
    }),
  };
}

/** So near the left edge a name has no room left of its line. */
const EDGE = -0.75;

/**
 * Names at their lines, from left to right: the first stands left of its line, the last right, where
 * no other line is; one between two lines has a ground of its own, since the next may run through it.
 */
function lineNames(
  ends: readonly { readonly name: string; readonly one: number; readonly two: number }[],
): Plot.Markish {
  return ends.map((end, i) => {
    const isLeft = i === 0 && ends.length > 1 && end.one > EDGE;
    return Plot.text([end], {
      x: "one",
      y: "two",
      text: "name",
      dx: isLeft ? -6 : 6,
      // Lines fall: left of a point its line is above.
      dy: isLeft ? 8 : 0,
      textAnchor: isLeft ? "end" : "start",
      ...(i > 0 && i < ends.length - 1 ? { stroke: theme.background, strokeWidth: 4 } : {}),
      fill: theme.ink,
    });
  });
}
