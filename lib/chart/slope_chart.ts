import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor } from "./axes.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { linearScale, niceDomain } from "./scale.ts";
import { spreadLabels } from "./spread_labels.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode slopeChart}. */
export interface SlopeChartOptions<Row> {
  /** What a line is. */
  readonly label: Field<Row, string | number>;
  /** The value at the left. */
  readonly from: Field<Row, number>;
  /** The value at the right. */
  readonly to: Field<Row, number>;
  /** What the two sides are: ["unweighted", "by ballots"]. */
  readonly ends: readonly [string, string];
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** Rows to be drawn in color; all unless given. */
  readonly highlight?: Field<Row, boolean> | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/**
 * Two values a row at two sides, joined by a line: shows how a ranking turns over. Names and
 * values stand at both ends, moved apart where they would touch.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, slopeChart } from "tallybook/chart";
 *
 * const rows = [
 *   { equipment: "precinct scan", counties: 5.16, ballots: 2.14 },
 *   { equipment: "punch cards", counties: 4.71, ballots: 4.67 },
 * ];
 * const svg = figure({
 *   id: "ranking",
 *   title: "The worst becomes the best",
 *   source: "Georgia Secretary of State",
 *   alt: "Precinct scan falls from 5.16 to 2.14 percent; punch cards stay near 4.7.",
 *   ...slopeChart(rows, {
 *     label: "equipment",
 *     from: "counties",
 *     to: "ballots",
 *     ends: ["mean of counties", "by ballots"],
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "precinct scan 2.14");
 * ```
 */
export function slopeChart<Row extends object>(
  rows: readonly Row[],
  options: SlopeChartOptions<Row>,
): ChartSpec {
  const { format = axisNumber, ends, height = Math.max(220, rows.length * 30 + 60) } = options;
  const labels = textColumn(rows, options.label);
  const from = numberColumn(rows, options.from);
  const to = numberColumn(rows, options.to);
  const lit = options.highlight === undefined
    ? rows.map(() => true)
    : column<Row, boolean>(rows, options.highlight);
  const domain = niceDomain([...from, ...to], { round: false });
  const top = 34;
  const toY = linearScale(domain, [height - 12, top]);
  const sides = [
    { x: 0, values: from, anchor: "end", dx: -9 },
    { x: 1, values: to, anchor: "start", dx: 9 },
  ].map((side) => ({
    ...side,
    texts: side.values.map((value, i) => `${labels[i]} ${format(value)}`),
    places: spreadLabels(side.values.map(toY), 15, [top, height - 8]),
  }));
  const color = (index: number) => lit[index] ? theme.accent : theme.rule;
  return {
    data: rows,
    height,
    plot: () => ({
      marginTop: top,
      marginBottom: 12,
      marginLeft: marginFor(sides[0]!.texts),
      marginRight: marginFor(sides[1]!.texts),
      x: { domain: [0, 1], axis: null },
      y: { domain, axis: null },
      marks: [
        Plot.ruleX([0, 1], { stroke: theme.grid }),
        rows.map((_, i) => [
          Plot.line([[0, from[i]!], [1, to[i]!]], {
            stroke: color(i),
            strokeWidth: lit[i] ? 2.25 : 1.5,
          }),
          Plot.dot([[0, from[i]!], [1, to[i]!]], { fill: color(i), r: 4 }),
        ]),
        sides.map((side) => [
          Plot.text([side], {
            x: "x",
            frameAnchor: "top",
            dy: -20,
            textAnchor: side.anchor === "end" ? "start" : "end",
            dx: side.anchor === "end" ? -4 : 4,
            text: () => ends[side.x]!,
            fill: theme.muted,
          } as Plot.TextOptions),
          side.values.map((value, i) =>
            Plot.text([[side.x, value]], {
              text: () => side.texts[i]!,
              dx: side.dx,
              dy: side.places[i]! - toY(value),
              textAnchor: side.anchor as "start" | "end",
              fontWeight: lit[i] ? 600 : 400,
            })
          ),
        ]),
      ],
    }),
  };
}
