import * as Plot from "@observablehq/plot";
import { requireOptions, requireText } from "../check/mod.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { signedTick } from "./axes.ts";
import { theme } from "./theme.ts";

const TASK = "draw possible ranges";

/** Options of {@linkcode possibleRange}. */
export interface PossibleRangeOptions<Row> {
  /** A row's name. */
  readonly label: Field<Row, string | number>;
  /** The lower end of what is possible. */
  readonly lower: Field<Row, number>;
  /** The upper end of what is possible. */
  readonly upper: Field<Row, number>;
  /** What was counted, marked by a dot: where the part under the assumption begins. */
  readonly counted: Field<Row, number>;
  /** What is measured, with its unit. */
  readonly axis: string;
  /** What the thin line, the thick line and the dot stand for. */
  readonly legend: readonly [string, string, string];
}

/**
 * The range of values that counts allow without an assumption, a thin line a row; the part from
 * the counted value to its upper end, which an assumption leaves, is thick. For bounds, where no
 * value on a line is likelier than another.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, possibleRange } from "tallybook/chart";
 *
 * const rows = [{ state: "Michigan", lower: -5.4, lead: -0.2, upper: 4.9 }];
 * const svg = figure({
 *   id: "ranges",
 *   title: "Michigan could have gone either way",
 *   source: "FEC",
 *   alt: "Michigan's margin lies between −5.4 and 4.9 points.",
 *   ...possibleRange(rows, {
 *     label: "state",
 *     lower: "lower",
 *     upper: "upper",
 *     counted: "lead",
 *     axis: "Margin, points of all votes",
 *     legend: ["no assumption", "at least half prefer one", "as counted"],
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "as counted");
 * ```
 */
export function possibleRange<Row extends object>(
  rows: readonly Row[],
  options: PossibleRangeOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["label", "lower", "upper", "counted", "axis", "legend"]);
  const label = requireText(TASK, "axis", options.axis);
  const [thin, thick, dot] = options.legend;
  const names = textColumn(rows, options.label);
  const lower = numberColumn(rows, options.lower);
  const upper = numberColumn(rows, options.upper);
  const counted = numberColumn(rows, options.counted);
  const ranges = names.map((name, i) => ({
    name,
    lower: lower[i]!,
    upper: upper[i]!,
    counted: counted[i]!,
  }));
  return {
    data: rows,
    height: 60 + 18 * rows.length,
    legend: [
      { label: thin, color: theme.muted, symbol: "line" },
      { label: thick, color: theme.accent, symbol: "line" },
      { label: dot, color: theme.ink, symbol: "circle" },
    ],
    plot: () => ({
      marginLeft: 60,
      marginBottom: 42,
      x: {
        label: `${label} →`,
        labelAnchor: "center",
        labelArrow: "none",
        grid: true,
        nice: true,
        tickFormat: signedTick,
      },
      y: { label: null, domain: names, type: "point", padding: 0.8 },
      marks: [
        Plot.ruleX([0], { stroke: theme.ink }),
        Plot.ruleY(ranges, {
          y: "name",
          x1: "lower",
          x2: "upper",
          stroke: theme.muted,
          strokeWidth: 2,
        }),
        Plot.ruleY(ranges, {
          y: "name",
          x1: "counted",
          x2: "upper",
          stroke: theme.accent,
          strokeWidth: 6,
        }),
        Plot.dot(ranges, { y: "name", x: "counted", fill: theme.ink, r: 3.5 }),
      ],
    }),
  };
}
