import { requireNumber, unknownName } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { nameAxisY, nameColumn } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import { readableOn } from "./readable_on.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode stackedShares}. */
export interface StackedSharesOptions<Row> {
  /** Which bar a row belongs to. */
  readonly bar: Field<Row, string | number>;
  /** Which part of the bar it is. */
  readonly part: Field<Row, string>;
  /** A count or a share; each bar is scaled to 100 percent. */
  readonly value: Field<Row, number>;
  /** Colors of the parts, in the order in which they are stacked; the theme's unless given. */
  readonly colors?: Readonly<Record<string, string>> | undefined;
  /** Decimals of the percentages, 0 unless given. */
  readonly decimals?: number | undefined;
}

/**
 * Bars of 100 percent, each cut into its parts, with the percentage written where it fits.
 *
 * @example
 * ```ts
 * import { assertStringIncludes, assertThrows } from "@std/assert";
 * import { figure, stackedShares } from "tallybook/chart";
 *
 * const rows = [
 *   { voters: "Johnson", choice: "Clinton", share: 0.25 },
 *   { voters: "Johnson", choice: "Trump", share: 0.15 },
 *   { voters: "Johnson", choice: "would not have voted", share: 0.55 },
 * ];
 * const options = { bar: "voters", part: "choice", value: "share" } as const;
 * const svg = figure({
 *   id: "second-choices",
 *   title: "Most would have stayed home",
 *   source: "exit poll",
 *   alt: "Of Johnson's voters 26 percent would have voted for Clinton, 16 for Trump, 58 not at all.",
 *   ...stackedShares(rows, options),
 * }).toSvg();
 * assertStringIncludes(svg, "58%");
 * assertThrows(() => stackedShares([{ voters: "a", choice: "b", share: -1 }], options), RangeError);
 * ```
 */
export function stackedShares<Row extends object>(
  rows: readonly Row[],
  options: StackedSharesOptions<Row>,
): ChartSpec {
  const { decimals = 0 } = options;
  const bars = textColumn(rows, options.bar);
  const parts = textColumn(rows, options.part);
  const values = numberColumn(rows, options.value);
  for (const [i, value] of values.entries()) {
    requireNumber("stack shares", `part of row ${i}`, value, { minimum: 0 });
  }
  const order = [...new Set(bars)];
  const kinds = options.colors === undefined ? [...new Set(parts)] : Object.keys(options.colors);
  const unknown = parts.find((part) => !kinds.includes(part));
  if (unknown !== undefined) {
    throw new RangeError(unknownName("stack shares", "color of a part", unknown, kinds));
  }
  const color = (part: string) =>
    options.colors?.[part] ?? theme.categories[kinds.indexOf(part) % theme.categories.length]!;
  const segments = order.flatMap((bar) => {
    const of = (part: string) =>
      values.reduce((sum, value, i) => bars[i] === bar && parts[i] === part ? sum + value : sum, 0);
    const total = kinds.reduce((sum, part) => sum + of(part), 0);
    let start = 0;
    return kinds.map((part) => {
      const share = total === 0 ? 0 : of(part) / total;
      return { bar, part, share, x1: start, x2: start += share };
    });
  }).filter((segment) => segment.share > 0);
  const names = nameColumn(order);
  const marginLeft = names.margin;
  return {
    data: rows,
    height: order.length * Math.max(34, names.rowHeight) + 10,
    legend: kinds.map((label) => ({ label, color: color(label) })),
    plot: ({ width }) => {
      const text = (segment: { share: number }) => `${(segment.share * 100).toFixed(decimals)}%`;
      const fits = segments.filter((segment) =>
        measureText(text(segment), theme.size.text, 600) + 6 <= segment.share * (width - marginLeft)
      );
      return {
        marginLeft,
        marginRight: 0,
        marginTop: 4,
        marginBottom: 6,
        x: { domain: [0, 1], axis: null },
        y: { domain: order, padding: 0.22 },
        marks: [
          nameAxisY(names.broken),
          Plot.barX(segments, {
            x1: "x1",
            x2: "x2",
            y: "bar",
            insetLeft: 0.5,
            insetRight: 0.5,
            fill: (segment: { part: string }) => color(segment.part),
          }),
          Plot.text(fits, {
            x: (segment: { x1: number; x2: number }) => (segment.x1 + segment.x2) / 2,
            y: "bar",
            text,
            fontWeight: 600,
            fill: (segment: { part: string }) => readableOn(color(segment.part)),
          }),
        ],
      };
    },
  };
}
