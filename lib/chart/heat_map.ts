import * as Plot from "@observablehq/plot";
import { nameAxisY, nameColumn } from "./axes.ts";
import { column, type Field, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import { colorValue, stepLegend, type Steps } from "./color_steps.ts";
import { readableOn } from "./readable_on.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode heatMap}. */
export interface HeatMapOptions<Row> {
  /** Across, such as a year; in the order in which values first appear. */
  readonly x: Field<Row, string | number>;
  /** Down, such as a level of detail. */
  readonly y: Field<Row, string | number>;
  /** A number, to be colored by steps, or a category; null where there is nothing. */
  readonly value: Field<Row, number | string | null | undefined>;
  /** Colors of categories, in the legend's order. */
  readonly categories?: Readonly<Record<string, string>> | undefined;
  /** Steps of numbers. */
  readonly steps?: Steps | undefined;
  /** A short text in each cell. */
  readonly text?: Field<Row, string> | undefined;
}

/**
 * A grid of cells, colored by category or by steps of a number; empty cells stay white, so that
 * gaps in coverage are seen.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, heatMap } from "tallybook/chart";
 *
 * const rows = [
 *   { year: 2012, level: "county", coverage: "all candidates" },
 *   { year: 2016, level: "county", coverage: "two parties" },
 * ];
 * const svg = figure({
 *   id: "coverage",
 *   title: "What is here",
 *   source: "this project's tables",
 *   alt: "County returns: all candidates in 2012, two parties in 2016.",
 *   ...heatMap(rows, {
 *     x: "year",
 *     y: "level",
 *     value: "coverage",
 *     categories: { "all candidates": "#0b3c6f", "two parties": "#7fb0da" },
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "two parties");
 * ```
 */
export function heatMap<Row extends object>(
  rows: readonly Row[],
  options: HeatMapOptions<Row>,
): ChartSpec {
  const { categories, steps } = options;
  const x = textColumn(rows, options.x);
  const y = textColumn(rows, options.y);
  const values = column<Row, number | string | null | undefined>(rows, options.value);
  const texts = options.text === undefined ? undefined : column<Row, string>(rows, options.text);
  const cells = rows.flatMap((_, i) => {
    const color = colorValue(values[i], { steps, categories }, i);
    if (color === undefined) return [];
    return [{ x: x[i]!, y: y[i]!, color, text: texts?.[i] ?? "" }];
  });
  const columns = [...new Set(x)];
  const lines = [...new Set(y)];
  const names = nameColumn(lines);
  const marginLeft = names.margin;
  return {
    data: rows,
    height: lines.length * Math.max(27, names.rowHeight) + 34,
    legend: categories === undefined
      ? stepLegend(steps!)
      : Object.entries(categories).map(([label, color]) => ({ label, color })),
    plot: ({ width }) => {
      const room = (width - marginLeft) / columns.length;
      const widest = Math.max(...columns.map((name) => measureText(name, theme.size.small)));
      // Every label, or every second, third … where they would touch.
      const every = Math.ceil((widest + 6) / room);
      return {
        marginTop: 4,
        marginBottom: 30,
        marginLeft,
        marginRight: Math.max(2, widest / 2 - room / 2),
        x: { type: "band", domain: columns, padding: columns.length > 40 ? 0.05 : 0.08 },
        y: { domain: lines, padding: 0.12 },
        marks: [
          nameAxisY(names.broken),
          Plot.axisX(columns.filter((_, index) => index % every === 0), {
            tickSize: 0,
            fill: theme.muted,
            label: null,
            fontSize: theme.size.small,
          }),
          Plot.cell(cells, { x: "x", y: "y", fill: "color" }),
          Plot.text(cells, {
            x: "x",
            y: "y",
            text: "text",
            fontSize: theme.size.small,
            fill: (cell: { color: string }) => readableOn(cell.color),
          }),
        ],
      };
    },
  };
}
