import * as Plot from "@observablehq/plot";
import { marginFor, numberAxisX } from "./axes.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { partyMark } from "./party_color.ts";
import { type Reference, referencesX } from "./reference_line.ts";
import { niceDomain } from "./scale.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode marginDots}. */
export interface MarginDotsOptions<Row> {
  /** The state or other unit. */
  readonly state: Field<Row, string>;
  /** The margin in points: positive where the Democrat leads, negative where the Republican does. */
  readonly margin: Field<Row, number>;
  /** Electors of the unit, written after its name. */
  readonly electors?: Field<Row, number> | undefined;
  /** Whether the unit is marked, as the tipping-point state is. */
  readonly marked?: Field<Row, boolean> | undefined;
  /** What the mark means: "tipping point" unless given. */
  readonly markedLabel?: string | undefined;
  /** What the margin is measured against: "margin, points of all votes". */
  readonly label: string;
  /** For example the national margin. */
  readonly references?: readonly Reference[] | undefined;
}

/**
 * A dot for each state at its margin, sorted, with the tipping-point state marked. The winner
 * shows by side, color and shape: Democratic circles, Republican squares.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, marginDots } from "tallybook/chart";
 *
 * const rows = [
 *   { state: "New Hampshire", margin: 0.37, electors: 4, tipping: false },
 *   { state: "Wisconsin", margin: -0.76, electors: 10, tipping: true },
 * ];
 * const svg = figure({
 *   id: "margins",
 *   title: "Wisconsin was the tipping point",
 *   source: "FEC",
 *   alt: "Clinton won New Hampshire by 0.37 points; Trump won Wisconsin, the tipping point, by 0.76.",
 *   ...marginDots(rows, {
 *     state: "state",
 *     margin: "margin",
 *     electors: "electors",
 *     marked: "tipping",
 *     label: "margin, points of all votes",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "tipping point");
 * ```
 */
export function marginDots<Row extends object>(
  rows: readonly Row[],
  options: MarginDotsOptions<Row>,
): ChartSpec {
  const { label, references = [], markedLabel = "tipping point" } = options;
  const states = textColumn(rows, options.state);
  const margins = numberColumn(rows, options.margin);
  const electors = options.electors === undefined
    ? undefined
    : numberColumn(rows, options.electors);
  const marked = options.marked === undefined
    ? undefined
    : column<Row, boolean>(rows, options.marked);
  const dots = rows.map((_, i) => ({
    name: electors === undefined ? states[i]! : `${states[i]} ${electors[i]}`,
    margin: margins[i]!,
    marked: marked?.[i] ?? false,
    party: partyMark(margins[i]! >= 0 ? "democratic" : "republican"),
  })).sort((a, b) => b.margin - a.margin);
  const domain = niceDomain([...margins, ...references.map((each) => each.value)], {
    include: [0],
  });
  const special = dots.filter((dot) => dot.marked);
  const value = (dot: { margin: number }) =>
    `${dot.margin < 0 ? "\u2212" : "+"}${Math.abs(dot.margin).toFixed(2)}`;
  const step = dots.length > 30 ? 16 : 20;
  return {
    data: rows,
    height: dots.length * step + 66,
    plot: () => ({
      marginTop: references.length > 0 ? 28 : 8,
      marginBottom: 42,
      marginLeft: marginFor(dots.map((dot) => dot.name)),
      marginRight: 8,
      insetLeft: 46,
      insetRight: 46,
      x: { domain },
      y: { domain: dots.map((dot) => dot.name), type: "band", padding: 0 },
      marks: [
        Plot.cell(special, { y: "name", fill: theme.highlight }),
        numberAxisX({
          label,
          format: (tick) => tick === 0 ? "0" : value({ margin: tick }).replace(".00", ""),
        }),
        Plot.axisY({
          label: null,
          tickSize: 0,
          fill: theme.ink,
          tickPadding: 8,
          fontSize: theme.size.text,
        }),
        Plot.ruleX([0], { stroke: theme.ink }),
        referencesX(references),
        Plot.ruleY(dots, { x1: 0, x2: "margin", y: "name", stroke: theme.rule }),
        Plot.dot(dots, {
          x: "margin",
          y: "name",
          r: 4,
          symbol: (dot: { party: { symbol: string } }) => dot.party.symbol,
          fill: (dot: { party: { color: string } }) => dot.party.color,
        }),
        [false, true].flatMap((isMarked) =>
          [1, -1].map((sign) =>
            Plot.text(
              dots.filter((dot) => dot.marked === isMarked && (sign > 0) === (dot.margin >= 0)),
              {
                x: "margin",
                y: "name",
                text: (dot: { margin: number }) =>
                  isMarked ? `${value(dot)} ${markedLabel}` : value(dot),
                fontWeight: isMarked ? 600 : 400,
                fontSize: theme.size.small,
                textAnchor: sign > 0 ? "start" : "end",
                dx: 8 * sign,
              },
            )
          )
        ),
      ],
    }),
    legend: [
      { label: "Democratic lead", color: partyMark("democratic").color, symbol: "circle" },
      { label: "Republican lead", color: partyMark("republican").color, symbol: "square" },
    ],
  };
}
