import * as Plot from "@observablehq/plot";
import { axisLabel, marginFor, numberAxisX, numberAxisY } from "./axes.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import type { LegendItem } from "./legend.ts";
import { linearScale, tickValues } from "./scale.ts";
import { spreadLabels } from "./spread_labels.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode marginStaircase}. */
export interface MarginStaircaseOptions<Row> {
  /** A unit's short name, such as its postal abbreviation. */
  readonly unit: Field<Row, string>;
  /** Its electors: the width of its step. */
  readonly electors: Field<Row, number>;
  /** The margin for the candidate, in points: the height of its step. */
  readonly margin: Field<Row, number>;
  /** Who won it; gives its color. */
  readonly winner: Field<Row, string>;
  /** The color of each winner, as #rrggbb, in the legend's order. */
  readonly colors: Readonly<Record<string, string>>;
  /** What the legend says of a winner; the name itself unless given. */
  readonly winnerLabel?: ((winner: string) => string) | undefined;
  /** Whether the unit's name is written at its step; no unit unless given. */
  readonly named?: Field<Row, boolean> | undefined;
  /** The electors of a majority, and what is written at the line there. */
  readonly majority: { readonly electors: number; readonly label: string };
  /** All electors: the end of the axis; those of the units unless given. */
  readonly total?: number | undefined;
  /** Margins beyond are cut off at the edge; 40 points unless given. */
  readonly limit?: number | undefined;
  /** What the margin measures, with its unit. */
  readonly label: string;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/** Distance between names beside each other, beyond their own width. */
const APART = 5;

/**
 * Units in the order given, best for a candidate first, each a step as wide as its electors and as
 * high as its margin, with a line where the electors so far make a majority: the unit there is the
 * tipping point. Names move apart sideways where they would touch.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, marginStaircase } from "tallybook/chart";
 *
 * const rows = [
 *   { state: "Alabama", electors: 9, margin: 27.7, winner: "R" },
 *   { state: "Wisconsin", electors: 10, margin: 0.76, winner: "R" },
 *   { state: "Maine", electors: 4, margin: -3, winner: "D" },
 * ];
 * const svg = figure({
 *   id: "steps",
 *   title: "Wisconsin completes the majority",
 *   source: "FEC",
 *   alt: "Alabama 27.7 points, Wisconsin 0.76, Maine −3; the majority of 12 is within Wisconsin.",
 *   ...marginStaircase(rows, {
 *     unit: "state",
 *     electors: "electors",
 *     margin: "margin",
 *     winner: "winner",
 *     colors: { R: "#d7473c", D: "#123f8f" },
 *     majority: { electors: 12, label: "majority: Wisconsin" },
 *     label: "Margin, points",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "majority: Wisconsin");
 * ```
 */
export function marginStaircase<Row extends object>(
  rows: readonly Row[],
  options: MarginStaircaseOptions<Row>,
): ChartSpec {
  const { colors, majority, label, limit = 40, height = 380, winnerLabel = String } = options;
  const units = textColumn(rows, options.unit);
  const electors = numberColumn(rows, options.electors);
  const margins = numberColumn(rows, options.margin);
  const winners = textColumn(rows, options.winner);
  const named = options.named === undefined
    ? rows.map(() => false)
    : column<Row, boolean>(rows, options.named);
  let sum = 0;
  const steps = rows.map((_, i) => ({
    unit: units[i]!,
    from: sum,
    to: sum += electors[i]!,
    shown: Math.max(-limit, Math.min(limit, margins[i]!)),
    isUp: margins[i]! > 0,
    color: colors[winners[i]!] ?? theme.rule,
    named: named[i]!,
  }));
  const total = options.total ?? sum;
  const ticks = tickValues([-limit, limit], 8);
  const inMinus = (value: number) => String(value).replace("-", "\u2212");
  const legend: LegendItem[] = Object.keys(colors).filter((name) => winners.includes(name))
    .map((name) => ({ label: winnerLabel(name), color: colors[name]!, symbol: "square" }));
  return {
    data: rows,
    height,
    legend,
    plot: ({ width }) => {
      const left = marginFor(ticks.map(inMinus));
      const right = 8;
      const toX = linearScale([0, total], [left, width - right]);
      const below = axisLabel("Electors so far", { width, left, right });
      const at = toX(majority.electors);
      const wide = measureText(majority.label, theme.size.text);
      const goesLeft = at + 6 + wide > width && at - 6 - wide > left;
      return {
        ...below.more > 0 ? { height: height + below.more } : {},
        marginTop: 28,
        marginBottom: 44 + below.more,
        marginLeft: left,
        marginRight: right,
        x: { domain: [0, total] },
        y: { domain: [-limit, limit] },
        marks: [
          numberAxisX({
            label: below.text,
            grid: false,
            ticks: tickValues([0, total], width / 80),
          }),
          numberAxisY({ label, format: inMinus, ticks }),
          Plot.rect(steps, {
            x1: "from",
            x2: "to",
            y1: 0,
            y2: "shown",
            fill: (step: { color: string }) => step.color,
            stroke: theme.background,
            strokeWidth: 0.5,
          }),
          Plot.ruleY([0], { stroke: theme.ink }),
          Plot.ruleX([majority.electors], { y1: 0, y2: 0.6 * limit, stroke: theme.ink }),
          Plot.text([majority], {
            x: "electors",
            y: () => 0.6 * limit,
            text: "label",
            textAnchor: goesLeft ? "end" : "start",
            dx: goesLeft ? -6 : 6,
            fill: theme.ink,
            stroke: theme.background,
            strokeWidth: 3,
          }),
          [true, false].map((isUp) => {
            const some = steps.filter((step) => step.named && step.isUp === isUp);
            const widest = Math.max(0, ...some.map((step) => measureText(step.unit, 12)));
            const middles = some.map((step) => {
              const middle = toX((step.from + step.to) / 2);
              const half = measureText(step.unit, 12) / 2;
              // Steps left of one above zero are higher, and those right of one below it deeper.
              return isUp
                ? Math.max(middle, toX(step.from) + half)
                : Math.min(middle, toX(step.to) - half);
            });
            const places = spreadLabels(middles, widest + APART, [
              left + widest / 2,
              width - widest / 2,
            ]);
            return some.map((step, i) =>
              Plot.text([step], {
                x: () => (step.from + step.to) / 2,
                y: "shown",
                text: "unit",
                dx: places[i]! - toX((step.from + step.to) / 2),
                dy: isUp ? -9 : 10,
                fill: theme.ink,
                stroke: theme.background,
                strokeWidth: 3,
              })
            );
          }),
        ],
      };
    },
  };
}
