import type { PlotOptions } from "@observablehq/plot";
import { type Field, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";

/** Options of {@linkcode smallMultiples}. */
export interface SmallMultiplesOptions<Row> {
  /** What each panel is of; also its heading. */
  readonly by: Field<Row, string | number>;
  /** Draws one panel. For panels that compare, give every chart the same `domain`. */
  readonly chart: (rows: readonly Row[], name: string) => ChartSpec;
  /** Panels in a row, 3 unless given. */
  readonly columns?: number | undefined;
}

/**
 * The same chart once for each group of rows, side by side.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, lineOverTime, smallMultiples } from "tallybook/chart";
 *
 * const rows = ["MI", "WI"].flatMap((state) =>
 *   [2008, 2012, 2016].map((year, i) => ({ state, year, margin: 16 - 8 * i }))
 * );
 * const svg = figure({
 *   id: "states",
 *   title: "Two states moved alike",
 *   source: "FEC",
 *   alt: "In both states the margin fell from 16 points in 2008 to zero in 2016.",
 *   ...smallMultiples(rows, {
 *     by: "state",
 *     columns: 2,
 *     chart: (some) => lineOverTime(some, { x: "year", y: "margin", label: "Points", domain: [-5, 20], height: 200 }),
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, ">MI<");
 * ```
 */
export function smallMultiples<Row extends object>(
  rows: readonly Row[],
  options: SmallMultiplesOptions<Row>,
): ChartSpec {
  const names = textColumn(rows, options.by);
  const charts = [...new Set(names)].map((name) => ({
    name,
    spec: options.chart(rows.filter((_, i) => names[i] === name), name),
  }));
  return {
    data: rows,
    columns: options.columns ?? 3,
    legend: charts.find(({ spec }) => spec.legend !== undefined)?.spec.legend,
    plot: (frame) =>
      charts.flatMap(({ name, spec }) => {
        const drawn = spec.plot(frame);
        const panels = (Array.isArray(drawn) ? drawn : [drawn]) as readonly PlotOptions[];
        const height = spec.height === undefined ? {} : { height: spec.height };
        return panels.map((panel, index) => ({
          ...height,
          ...panel,
          ...index === 0 ? { title: name } : {},
        }));
      }),
  };
}
