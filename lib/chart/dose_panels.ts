import * as Plot from "@observablehq/plot";
import { requireList, requireOptions, requireText } from "../check/mod.ts";
import { type Field, numberColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import type { FitPoint } from "./scatter_fit.ts";
import { theme } from "./theme.ts";

const TASK = "draw responses to a dose";

/** One panel of {@linkcode dosePanels}. */
export interface DosePanel<Row> {
  /** The panel's heading. */
  readonly title: string;
  /** The response of a unit. */
  readonly response: Field<Row, number>;
  /** The fitted line with its interval, along the dose in percent. */
  readonly fit: readonly Required<FitPoint>[];
}

/** Options of {@linkcode dosePanels}. */
export interface DosePanelsOptions<Row> {
  /** The dose in percent, from 0 to 100. */
  readonly dose: Field<Row, number>;
  /** What a point's area stands for, such as the unit's votes. */
  readonly size: Field<Row, number>;
  /** The panels, side by side: before and after adjustment. */
  readonly panels: readonly DosePanel<Row>[];
  /** What the horizontal axes measure. */
  readonly xLabel: string;
  /** What the vertical axes measure. */
  readonly yLabel: string;
  /** The ends of the vertical axes; points beyond stand at the end. */
  readonly yDomain: readonly [number, number];
}

/**
 * Several responses to one dose beside each other, on equal scales, each unit a point with its
 * weight as area and each panel with a fitted line and its interval. For one response alone, with
 * means by dose, there is {@linkcode doseResponse}.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { dosePanels, figure } from "tallybook/chart";
 *
 * const rows = [{ dre: 20, change: -2, left: 0, votes: 900 }, { dre: 100, change: -6, left: 1, votes: 300 }];
 * const fit = [{ x: 0, y: 0, lower: 0, upper: 0 }, { x: 100, y: -5, lower: -7, upper: -3 }];
 * const svg = figure({
 *   id: "dose",
 *   title: "Less with more machines",
 *   source: "made up",
 *   alt: "Two units.",
 *   ...dosePanels(rows, {
 *     dose: "dre",
 *     size: "votes",
 *     panels: [{ title: "As it is", response: "change", fit }, { title: "Adjusted", response: "left", fit }],
 *     xLabel: "Percent of ballots electronic",
 *     yLabel: "Points",
 *     yDomain: [-10, 10],
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "Adjusted");
 * ```
 */
export function dosePanels<Row extends object>(
  rows: readonly Row[],
  options: DosePanelsOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["dose", "size", "panels", "xLabel", "yLabel", "yDomain"]);
  const xLabel = requireText(TASK, "xLabel", options.xLabel);
  const yLabel = requireText(TASK, "yLabel", options.yLabel);
  requireList(TASK, "panels", options.panels, { least: 1 });
  const dose = numberColumn(rows, options.dose);
  const size = numberColumn(rows, options.size);
  const panels = options.panels.map(({ title, response, fit }) => {
    const y = numberColumn(rows, response);
    for (const name of ["x", "y", "lower", "upper"] as const) numberColumn(fit, name);
    return { title, fit, points: dose.map((x, i) => ({ x, y: y[i]!, size: size[i]! })) };
  });
  return {
    data: rows,
    columns: panels.length,
    plot: () =>
      panels.map(({ title, points, fit }) => ({
        title,
        height: 300,
        marginLeft: 44,
        marginBottom: 40,
        x: { label: xLabel, labelAnchor: "center", labelArrow: "none", domain: [0, 100] },
        y: {
          label: yLabel,
          grid: true,
          labelArrow: "none",
          domain: [...options.yDomain],
          clamp: true,
        },
        r: { range: [1, 16] },
        marks: [
          Plot.dot(points, {
            x: "x",
            y: "y",
            r: "size",
            fill: theme.accent,
            fillOpacity: 0.18,
            stroke: theme.accent,
            strokeOpacity: 0.35,
            strokeWidth: 0.5,
          }),
          Plot.ruleY([0], { stroke: theme.ink }),
          Plot.areaY(fit, {
            x: "x",
            y1: "lower",
            y2: "upper",
            fill: theme.contrast,
            fillOpacity: 0.25,
          }),
          Plot.lineY(fit, { x: "x", y: "y", stroke: theme.contrast, strokeWidth: 2 }),
        ],
      })),
  };
}
