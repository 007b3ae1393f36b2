import * as Plot from "@observablehq/plot";
import { requireOptions, requireText } from "../check/mod.ts";
import { signedTick } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { partyColor } from "./party_color.ts";
import { theme } from "./theme.ts";

const TASK = "draw a lean over time";

/** Options of {@linkcode leanOverTime}. */
export interface LeanOverTimeOptions<Row> {
  /** The election's year. */
  readonly year: Field<Row, number>;
  /** The lean: above zero toward the Democrat, below toward the Republican. */
  readonly lean: Field<Row, number>;
  /** What stands beside a dot, on the side away from zero. */
  readonly label: Field<Row, string>;
  /** What is measured, with its unit. */
  readonly axis: string;
}

/**
 * A lean to either party over elections: a dot a year in the color and shape of the party that it
 * favored, joined by a thin line and named away from zero. An exact zero has no name.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, leanOverTime } from "tallybook/chart";
 *
 * const rows = [{ year: 2012, bias: 1.5, state: "CO" }, { year: 2016, bias: -2.9, state: "WI" }];
 * const svg = figure({
 *   id: "lean",
 *   title: "The lean turned",
 *   source: "FEC",
 *   alt: "2012 +1.5 points (CO), 2016 −2.9 (WI).",
 *   ...leanOverTime(rows, { year: "year", lean: "bias", label: "state", axis: "Bias, points" }),
 * }).toSvg();
 * assertStringIncludes(svg, "Bias, points");
 * ```
 */
export function leanOverTime<Row extends object>(
  rows: readonly Row[],
  options: LeanOverTimeOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["year", "lean", "label", "axis"]);
  const axis = requireText(TASK, "axis", options.axis);
  const years = numberColumn(rows, options.year);
  const leans = numberColumn(rows, options.lean);
  const labels = textColumn(rows, options.label);
  const dots = years.map((year, i) => ({ year, lean: leans[i]!, label: labels[i]! }));
  type Dot = (typeof dots)[number];
  return {
    data: rows,
    height: 300,
    plot: () => ({
      marginRight: 30,
      x: {
        label: null,
        tickFormat: (v: number) => String(v),
        // Every second election: all would touch.
        ticks: years.filter((year) => year % 8 === 0),
      },
      y: {
        label: `↑ ${axis}`,
        grid: true,
        domain: [Math.min(...leans) - 0.6, Math.max(...leans) + 0.6],
        tickFormat: signedTick,
      },
      marks: [
        Plot.ruleY([0]),
        Plot.line(dots, { x: "year", y: "lean", stroke: theme.rule }),
        Plot.dot(dots, {
          x: "year",
          y: "lean",
          r: 4,
          fill: (dot: Dot) => partyColor(dot.lean > 0 ? "Democratic" : "Republican"),
          symbol: (dot: Dot) => dot.lean > 0 ? "circle" : "square",
        }),
        [-1, 1].map((side) =>
          Plot.text(dots.filter((dot) => Math.sign(dot.lean) === side), {
            x: "year",
            y: "lean",
            text: "label",
            dy: -8 * side,
            lineAnchor: side > 0 ? "bottom" : "top",
            fill: theme.ink,
            stroke: theme.background,
            strokeWidth: 4,
          })
        ),
      ],
    }),
  };
}
